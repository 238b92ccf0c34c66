// /personal/inkorg/ny: a letter, a visit or a call becomes a contact like any other (O4).
#include "features/contact/enter.hpp"
#include "features/contact/pages_desk.hpp"

namespace contact {
namespace {
using html::Html;
using page::FieldErrors;

struct Form {
    std::string unit, way = "letter", subject = "question", text, name, phone;
    bool young = false, again = false;
};
Form form_in(const Visit& visit) {
    const auto& r = visit.request;
    const auto field = [&](std::string_view name) { return std::string(r.field(name)); };
    return {field("enhet"), field("satt"), field("galler"), field("text"), field("namn"), field("telefon"), r.field("ung") == "ja", r.field("igen") == "ja"};
}

std::vector<page::Choice> units(const Visit& visit, const Desk& desk) {
    const auto own = entering_units(*visit.request.actor);
    const auto all = desk.ground.database.read([&](db::Reader& reader) { return staff::organisation(reader, desk.now()); });
    std::vector<page::Choice> out;
    for (const auto& a : own)
        if (const auto* unit = all.unit(a.unit)) out.push_back({std::string(a.unit.text()), unit->name});
    return out;
}

Response shown(const Visit& visit, const Desk& desk, const Form& form, const FieldErrors& errors) {
    const auto places = units(visit, desk);
    std::vector<page::Choice> ways, about;
    for (const auto way : entered_ways) ways.push_back({std::string(key(way)), std::string(visit.t(words(way)))});
    for (const auto subject : {Subject::question, Subject::call_request, Subject::shortcoming}) about.push_back({std::string(key(subject)), std::string(visit.t(words(subject)))});
    return page::staff_page(visit, {.title = std::string(visit.t("Skriv in")), .current = std::string(inbox_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(inbox_path), visit.t("Inkorg")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Skriv in brev eller besök"));
        h.el("p", visit.t("Det som kommer på papper, i dörren eller per telefon väger lika mycket. Det får också nummer, svarstid och bedömning."));
        page::form(h, visit, enter_route, visit.url(enter_path), [&] {
            if (places.size() > 1) page::select(h, visit, {.name = "enhet", .label = visit.t("Enhet"), .value = form.unit}, places, errors);
            else if (places.size() == 1) page::hidden_field(h, "enhet", places.front().value);
            page::radios(h, visit, {.name = "satt", .label = visit.t("Hur kom det?"), .value = form.way}, ways, errors);
            page::radios(h, visit, {.name = "galler", .label = visit.t("Vad gäller det?"), .value = form.subject}, about, errors);
            page::text_area(h, visit, {.name = "text", .label = visit.t("Vad står det, eller vad sades?"), .hint = visit.t("Skriv av brevet, eller det personen bad om. Inget mer än det."), .value = form.text, .longest = static_cast<int>(longest_desk_text)}, 8, errors);
            page::checkboxes(h, visit, {.name = "ung", .label = visit.t("Är det ett barn?"), .may_be_empty = true}, {{"ja", std::string(visit.t("Ja, den som frågar är under 18 år"))}}, form.young ? std::vector<std::string>{"ja"} : std::vector<std::string>(), errors);
            page::checkboxes(h, visit, {.name = "igen", .label = visit.t("Vill personen bli nådd igen?"), .hint = visit.t("Bara då får namn och nummer sparas."), .may_be_empty = true}, {{"ja", std::string(visit.t("Ja, det har personen sagt"))}},
                             form.again ? std::vector<std::string>{"ja"} : std::vector<std::string>(), errors);
            page::text_field(h, visit, {.name = "namn", .label = visit.t("Namn"), .value = form.name, .may_be_empty = true}, errors);
            page::text_field(h, visit, {.name = "telefon", .label = visit.t("Telefon"), .value = form.phone, .type = "tel", .longest = 40, .may_be_empty = true}, errors);
            page::submit(h, visit.t("Skriv in"));
        });
    }, errors.any() ? 422 : 200);
}

// A name is kept only when she wants to be reached again; what is wrong with it stands at its field.
std::optional<people::NewPerson> person(const Visit& visit, const Desk& desk, const Form& form, const UnitId& unit, FieldErrors& errors) {
    if (!form.again) {
        if (!form.name.empty() || !form.phone.empty()) errors.add("igen", visit.t("Namn och nummer sparas bara om personen vill bli nådd igen."));
        return std::nullopt;
    }
    const auto details = people::checked({.name = form.name, .phone = form.phone}, desk.now());
    if (!details) {
        for (const auto fault : details.refusal()) errors.add(fault == people::DetailsFault::phone_not_understood ? "telefon" : "namn", visit.t(people::words(fault)));
        return std::nullopt;
    }
    for (const auto& a : entering_units(*visit.request.actor))
        if (a.unit == unit) return people::sealed(desk.ground.vault, desk.ground.randomness, a.area, form.young ? people::Kind::young : people::Kind::carer, people::Ground::agreed_follow_up(), people::Protection::none, *details);
    return std::nullopt;
}
}

Response enter_page(const Visit& visit, const Desk& desk) { return shown(visit, desk, {}, {}); }

Response save_enter(const Visit& visit, const Desk& desk) {
    const auto form = form_in(visit);
    const auto now = desk.now();
    const auto unit = UnitId::from(form.unit);
    const auto way = way_from(form.way);
    const auto subject = subject_from(form.subject);
    const auto own = entering_units(*visit.request.actor);
    FieldErrors errors;
    if (!unit || std::none_of(own.begin(), own.end(), [&](const auto& a) { return a.unit == *unit; })) errors.add("enhet", visit.t("Välj din enhet."));
    if (!way || std::find(entered_ways.begin(), entered_ways.end(), *way) == entered_ways.end()) errors.add("satt", visit.t("Välj hur det kom."));
    if (!subject || *subject == Subject::referral) errors.add("galler", visit.t("Välj vad det gäller."));
    if (const auto no = wrong_text(clean(form.text))) errors.add("text", visit.t(words(*no)));
    const auto who = unit ? person(visit, desk, form, *unit, errors) : std::nullopt;
    if (errors.any()) return shown(visit, desk, form, errors);
    const auto id = crypto::new_id<ContactId>(desk.ground.randomness);
    const auto with = desk.ground.vault.new_key(owner_of(id));
    const auto done = desk.ground.database.write([&](db::Transaction& tx) {
        return enter(tx, *visit.request.actor, now, {id, *unit, *way, *subject, form.young, form.text, with, who ? &*who : nullptr, promised(tx, *unit, *desk.shown.municipality, now)});
    });
    return done ? Response::see_other(path_of(id) + "?klart=inskriven") : Response::not_found();
}
}

// …/lamna-over: what is to be copied, to whom and why; then exactly that, before it is sent (security T11, T28).
#include "base/text.hpp"
#include "features/contact/pages/desk/typed.hpp"
#include <charconv>

namespace contact {
namespace {
using html::Html;
using page::FieldErrors;

struct Form {
    std::string to, ground;
    std::vector<std::string> what;   // "m3", "namn", "telefon", "tolk"
    bool has(std::string_view one) const { return std::find(what.begin(), what.end(), one) != what.end(); }
};
Form form_in(const Visit& visit) {
    Form form{std::string(visit.request.field("enhet")), std::string(visit.request.field("grund")), {}};
    for (const auto one : web::Request::all(visit.request.form, "vad")) form.what.emplace_back(one);
    return form;
}
constexpr std::string_view said_no = "nej";

std::string unit_words(const staff::Organisation& all, const UnitId& id) {
    const auto* unit = all.unit(id);
    const auto* operation = all.operation_of(id);
    return (unit ? unit->name : std::string()) + (operation ? ", " + operation->name : std::string());
}
// The field that a refusal is about.
std::string_view field_of(DeskRefusal why) { return why == DeskRefusal::no_receiver ? "enhet" : why == DeskRefusal::ground_wrong ? "grund" : "vad"; }

std::optional<Chosen> chosen_in(const Visit& visit, const Form& form, FieldErrors& errors) {
    const auto to = UnitId::from(form.to);
    const auto ground = store::handover_ground_from(form.ground);
    if (!to) errors.add("enhet", visit.t(words(DeskRefusal::no_receiver)));
    if (!ground) errors.add("grund", visit.t("Välj varför det får lämnas."));
    if (form.what.empty()) errors.add("vad", visit.t(words(DeskRefusal::nothing_chosen)));
    if (errors.any()) return std::nullopt;
    Chosen chosen{*to, *ground, {}, form.has("namn"), form.has("telefon"), form.has("tolk")};
    for (const auto& one : form.what) {
        std::int64_t position = 0;
        if (one.starts_with('m') && std::from_chars(one.data() + 1, one.data() + one.size(), position).ec == std::errc()) chosen.messages.push_back(position);
    }
    return chosen;
}

std::vector<page::Choice> what_there_is(const Visit& visit, const OpenedContact& o) {
    std::vector<page::Choice> out;
    for (const auto& one : o.said)
        if (one.message.kind == MessageKind::incoming) out.push_back({"m" + base::to_text(one.message.position), visit.t("Det som skrevs {when}", {{"when", when(visit, one.message.at)}}), base::shortened(one.text, 160)});
    if (o.person) out.push_back({"namn", std::string(visit.t("Namnet")), o.person->details.name});
    if (o.person && !o.person->details.phone.empty()) out.push_back({"telefon", std::string(visit.t("Telefonnumret")), std::string(visit.t("Visas inte här. Det som är sagt om trygg kontakt följer med."))});
    if (!o.interpreter.empty()) out.push_back({"tolk", std::string(visit.t("Önskan om tolk")), o.interpreter});
    return out;
}
std::vector<page::Choice> grounds(const Visit& visit) {
    std::vector<page::Choice> out;
    for (const auto ground : store::handover_grounds) out.push_back({std::string(key(ground)), std::string(visit.t(words(ground)))});
    out.push_back({std::string(said_no), std::string(visit.t("Personen har sagt nej")), std::string(visit.t("Då lämnas inget, och inget om det sparas."))});
    return out;
}

Response shown(const Visit& visit, const Desk& desk, const Form& form, const FieldErrors& errors) {
    const auto o = opened_for(visit, desk);
    if (!o || !o->may_act()) return Response::not_found();
    std::vector<page::Choice> units{{"", std::string(visit.t("Välj en enhet"))}};
    for (const auto& unit : possible_receivers(o->all, o->contact().unit, o->now)) units.push_back({std::string(unit.id.text()), unit_words(o->all, unit.id)});
    return page::staff_page(visit, {.title = std::string(visit.t("Lämna över")) + " " + text_of(o->contact().number), .current = std::string(inbox_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(inbox_path), visit.t("Inkorg")}, {path_of(o->contact().id), called(visit, o->contact())}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Lämna över till en annan enhet"));
        h.el("p", visit.t("Mottagaren får en kopia av det du väljer, och inget annat. Kontakten här blir kvar hos er."));
        page::form(h, visit, preview_route, visit.url(path_of(o->contact().id) + "/lamna-over/granska"), [&] {
            page::select(h, visit, {.name = "enhet", .label = visit.t("Till vem?"), .value = form.to}, units, errors);
            page::checkboxes(h, visit, {.name = "vad", .label = visit.t("Vad ska lämnas?"), .hint = visit.t("Bara det som mottagaren behöver.")}, what_there_is(visit, *o), form.what, errors);
            page::radios(h, visit, {.name = "grund", .label = visit.t("Varför får det lämnas?"), .value = form.ground}, grounds(visit), errors);
            page::submit(h, visit.t("Granska innan det skickas"));
        });
    }, errors.any() ? 422 : 200);
}

void moves(Html& h, const Visit& visit, const Copy& copy) {
    h.el("dl", {{"class", "keys keys-wide"}}, [&] {
        const auto fact = [&](std::string_view label, const std::string& says) {
            if (!says.empty()) h.el("div", [&] { h.el("dt", label), h.el("dd", says); });
        };
        fact(visit.t("Namn"), copy.name);
        if (!copy.phone.empty()) fact(visit.t("Telefon"), std::string(visit.t("Numret, med det som är sagt om trygg kontakt")));
        fact(visit.t("Vill ha tolk"), copy.interpreter);
    });
    for (const auto& text : copy.texts) h.el("blockquote", [&] { h.el("p", {{"class", "talk-text"}}, text); });
}
void stays(Html& h, const Visit& visit, const OpenedContact& o, const Form& form) {
    h.el("ul", [&] {
        for (const auto& choice : what_there_is(visit, o))
            if (!form.has(choice.value)) h.el("li", choice.words);
        h.el("li", visit.t("Era svar, anteckningar och bedömningar"));
        h.el("li", visit.t("Kontakten själv: mottagaren kan inte öppna den"));
    });
}

Response preview(const Visit& visit, const OpenedContact& o, const Form& form, const Chosen& chosen, const Copy& copy) {
    return page::staff_page(visit, {.title = std::string(visit.t("Granska")) + " " + text_of(o.contact().number), .current = std::string(inbox_path), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(inbox_path), visit.t("Inkorg")}, {path_of(o.contact().id), called(visit, o.contact())}});
        page::staff_heading(h, visit.t("Granska innan det skickas"));
        h.el("dl", {{"class", "keys keys-wide panel"}}, [&] {
            h.el("div", [&] { h.el("dt", visit.t("Till")), h.el("dd", [&] { h.el("b", unit_words(o.all, chosen.to)); }); });
            h.el("div", [&] { h.el("dt", visit.t("Därför att")), h.el("dd", visit.t(words(chosen.ground))); });
        });
        h.el("section", {{"class", "panel stack-small"}}, [&] { h.el("h2", visit.t("Det här lämnas")), moves(h, visit, copy); });
        h.el("section", {{"class", "panel stack-small"}}, [&] { h.el("h2", visit.t("Det här lämnas inte")), stays(h, visit, o, form); });
        h.el("p", visit.t("Du kan ta tillbaka det tills mottagaren öppnar."));
        page::form(h, visit, hand_over_route, visit.url(path_of(o.contact().id) + "/lamna-over"), [&] {
            page::hidden_field(h, "enhet", form.to), page::hidden_field(h, "grund", form.ground);
            for (const auto& one : form.what) page::hidden_field(h, "vad", one);
            page::submit(h, visit.t("Lämna över"));
        });
        h.el("p", [&] { page::link(h, visit.url(path_of(o.contact().id) + "/lamna-over"), visit.t("Ändra")); });
    });
}
}

Response hand_over_page(const Visit& visit, const Desk& desk) { return shown(visit, desk, {}, {}); }

Response preview_hand_over(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    const auto form = form_in(visit);
    FieldErrors errors;
    if (id && form.ground == said_no) return Response::see_other(path_of(*id) + "?klart=nej");
    const auto chosen = chosen_in(visit, form, errors);
    if (!chosen) return shown(visit, desk, form, errors);
    const auto o = opened_for(visit, desk);
    if (!o || !o->may_act()) return Response::not_found();
    const auto copy = desk.ground.database.write([&](db::Transaction& tx) { return copied(tx, desk.ground.vault, *visit.request.actor, desk.now(), o->contact(), *chosen); });
    if (copy) return preview(visit, *o, form, *chosen, *copy);
    errors.add(field_of(copy.refusal()), visit.t(words(copy.refusal())));
    return shown(visit, desk, form, errors);
}

Response save_hand_over(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    if (!id) return Response::not_found();
    const auto form = form_in(visit);
    FieldErrors errors;
    const auto chosen = chosen_in(visit, form, errors);
    if (!chosen) return shown(visit, desk, form, errors);
    const auto handover = crypto::new_id<store::HandoverId>(desk.ground.randomness);
    const auto with = desk.ground.vault.new_key(owner_of(handover));
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return hand_over(tx, desk.ground.vault, *visit.request.actor, desk.now(), {*id, *chosen, handover, with}); });
    if (done) return Response::see_other(path_of(*id) + "?klart=skickat");
    if (done.refusal() == DeskRefusal::unknown || done.refusal() == DeskRefusal::closed) return Response::not_found();
    errors.add(field_of(done.refusal()), visit.t(words(done.refusal())));
    return shown(visit, desk, form, errors);
}

Response save_call_back(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    const auto handover = store::HandoverId::from(visit.request.param("vad"));
    if (!id || !handover) return Response::not_found();
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return call_back(tx, desk.ground.vault, *visit.request.actor, desk.now(), *id, *handover); });
    if (done) return Response::see_other(path_of(*id) + "?klart=tillbaka");
    if (done.refusal() == DeskRefusal::unknown) return Response::not_found();
    Typed typed;
    typed.errors.add("", visit.t(words(done.refusal())));
    return contact_page_with(visit, desk, typed);
}
}

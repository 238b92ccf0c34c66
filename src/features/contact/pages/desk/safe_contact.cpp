// /personal/inkorg/{id}/trygg-kontakt: how the person wants to be reached, written down by a member of the team while they talk.
#include "features/contact/own.hpp"
#include "features/contact/pages_call.hpp"
#include "features/contact/store_desk.hpp"
#include "platform/calendar/words.hpp"

namespace contact {
namespace {
using html::Html;
using page::FieldErrors;

struct Form {
    std::vector<std::string> ways;
    std::string own, voicemail, ask_for, present_as;
    std::array<std::string, 7> week;
};
Form form_of(const people::SafeContact& said) {
    Form form{.own = said.own_number ? "ja" : "nej", .voicemail = said.voicemail ? "ja" : "nej", .ask_for = said.ask_for, .present_as = said.present_as};
    for (const auto& [word, yes] : {std::pair{"ring", said.may_call}, {"sms", said.may_sms}, {"mejl", said.may_mail}, {"brev", said.may_write}})
        if (yes) form.ways.emplace_back(word);
    for (std::size_t i = 0; i < form.week.size(); ++i) form.week[i] = calendar::typed(said.week[i]);
    return form;
}
Form form_in(const web::Request& request) {
    Form form{.own = std::string(request.field("eget")), .voicemail = std::string(request.field("rost")), .ask_for = std::string(request.field("fraga-efter")), .present_as = std::string(request.field("presentera"))};
    for (const auto& [name, value] : request.form)
        if (name == "satt") form.ways.push_back(value);
    for (std::size_t i = 0; i < form.week.size(); ++i) form.week[i] = request.field(calendar::day_keys[i]);
    return form;
}
// What was typed as what is kept; errors say where it is not understood.
std::optional<people::CheckedSafeContact> read(const Visit& visit, const Form& form, FieldErrors& errors) {
    const auto way = [&](std::string_view word) { return std::find(form.ways.begin(), form.ways.end(), word) != form.ways.end(); };
    people::SafeContact said{.may_call = way("ring"), .may_sms = way("sms"), .may_mail = way("mejl"), .may_write = way("brev"), .voicemail = form.voicemail == "ja", .own_number = form.own == "ja",
                             .ask_for = form.ask_for, .present_as = form.present_as};
    for (std::size_t i = 0; i < form.week.size(); ++i) {
        const auto day = calendar::typed_day(form.week[i]);
        if (day) said.week[i] = *day;
        else errors.add(calendar::day_keys[i], visit.t(people::words(people::SafeContactFault::hours_wrong)));
    }
    if (form.own != "ja" && form.own != "nej") errors.add("eget", visit.t("Välj vems numret är."));
    const auto all = people::checked(said);
    if (!all)
        for (const auto fault : all.refusal()) {
            const bool asked = fault == people::SafeContactFault::ask_for_too_long || (fault == people::SafeContactFault::not_a_name && !people::checked({.ask_for = said.ask_for}));
            if (fault != people::SafeContactFault::hours_wrong) errors.add(asked ? "fraga-efter" : "presentera", visit.t(people::words(fault)));
        }
    return all && !errors.any() ? std::optional(*all) : std::nullopt;
}

void fields(Html& h, const Visit& visit, const Form& form, const FieldErrors& errors) {
    const auto t = [&](const char* words) { return std::string(visit.t(words)); };
    page::checkboxes(h, visit, {.name = "satt", .label = visit.t("Hur får vi höra av oss?"), .hint = visit.t("Kryssa bara för det som personen har sagt ja till.")},
                     {{"ring", t(i18n::key("Ringa"))}, {"sms", t(i18n::key("Sms som säger att ett meddelande väntar"))}, {"mejl", t(i18n::key("Mejl som säger att ett meddelande väntar"))}, {"brev", t(i18n::key("Brev"))}}, form.ways, errors);
    page::radios(h, visit, {.name = "eget", .label = visit.t("Vems är numret?"), .value = form.own},
                 {{"ja", t(i18n::key("Personens eget, och ingen annan svarar"))}, {"nej", t(i18n::key("Någon annan har lämnat det, eller det delas"))}}, errors);
    h.el("fieldset", {{"class", "safe-week"}}, [&] {
        h.el("legend", visit.t("När är det tryggt?"));
        h.el("p", visit.t("Till exempel 9–11.30, 13–15. Lämna alla tomma om inget är sagt: då ringer vi bara på kontorstid."));
        for (std::size_t i = 0; i < form.week.size(); ++i)
            page::text_field(h, visit, {.name = calendar::day_keys[i], .label = calendar::words(static_cast<calendar::Weekday>(i), visit.language()), .value = form.week[i], .longest = 80, .may_be_empty = false}, errors);
    });
    page::text_field(h, visit, {.name = "fraga-efter", .label = visit.t("Vem ska vi fråga efter?"), .hint = visit.t("Förnamn, eller det namn personen vill."), .value = form.ask_for, .longest = 60, .may_be_empty = true}, errors);
    page::text_field(h, visit, {.name = "presentera", .label = visit.t("Vem ska vi säga att vi är?"), .hint = visit.t("Till exempel ett förnamn. Något som inte väcker frågor hos den som hör."), .value = form.present_as, .longest = 60, .may_be_empty = true}, errors);
    page::radios(h, visit, {.name = "rost", .label = visit.t("Får vi tala in på röstbrevlådan?"), .value = form.voicemail.empty() ? "nej" : form.voicemail},
                 {{"nej", t(i18n::key("Nej"))}, {"ja", t(i18n::key("Ja, ett förnamn och att vi ringer igen"))}}, errors);
}
Response shown(const Visit& visit, const Contact& c, const Form& form, const FieldErrors& errors) {
    return page::staff_page(visit, {.title = std::string(visit.t("Trygg kontakt")), .current = std::string(inbox_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        const auto name = called(visit, c);
        page::breadcrumbs(h, visit, {{std::string(inbox_path), visit.t("Inkorg")}, {path_of(c.id), name}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Trygg kontakt"));
        if (!c.person) return void(h.el("p", visit.t("Den som frågar är anonym, så det finns inget att skriva.")));
        h.el("p", visit.t("Fråga, gissa aldrig. Lotsen följer det som står här, både när något skickas och när ett nummer visas."));
        page::form(h, visit, safe_contact_route, visit.url(safe_contact_path(c.id)), [&] {
            fields(h, visit, form, errors);
            page::submit(h, visit.t("Spara"));
        });
    }, errors.any() ? 422 : 200);
}
std::optional<Contact> contact_in(const Visit& visit, const Desk& desk, db::Transaction& tx) {
    const auto id = id_in(visit);
    const auto c = id ? stored::locked(tx, own_scope(*visit.request.actor, desk.now()), *id) : std::nullopt;
    if (id && !c) refused(tx, *visit.request.actor, desk.now(), *id);
    return c;
}
}

std::string safe_contact_path(const ContactId& id) { return path_of(id) + "/trygg-kontakt"; }

Response safe_contact_page(const Visit& visit, const Desk& desk) {
    std::optional<people::SafeContact> said;
    const auto c = desk.ground.database.write([&](db::Transaction& tx) {
        const auto found = contact_in(visit, desk, tx);
        if (found && found->person) said = people::safe_contact(tx, desk.ground.vault, *visit.request.actor, own_scope(*visit.request.actor, desk.now()), desk.now(), *found->person);
        if (said) store::set_name_seen(tx, *found, desk.now());
        return found;
    });
    if (!c) return Response::not_found();
    return shown(visit, *c, said ? form_of(*said) : Form{}, {});
}
Response save_safe_contact(const Visit& visit, const Desk& desk) {
    FieldErrors errors;
    const auto form = form_in(visit.request);
    const auto said = read(visit, form, errors);
    bool saved = false;
    const auto c = desk.ground.database.write([&](db::Transaction& tx) {
        const auto found = contact_in(visit, desk, tx);
        saved = said && found && found->person && people::set_safe_contact(tx, desk.ground.vault, *visit.request.actor, own_scope(*visit.request.actor, desk.now()), desk.now(), *found->person, *said);
        return found;
    });
    if (!c || (said && !saved)) return Response::not_found();
    return saved ? Response::see_other(path_of(c->id) + "?klart=trygg") : shown(visit, *c, form, errors);
}
}

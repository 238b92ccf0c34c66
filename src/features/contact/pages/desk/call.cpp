// /personal/inkorg/{id}/ring: what one must know before one calls, the number when it is safe, and how it went with one key.
#include "features/contact/notify.hpp"
#include "features/contact/own.hpp"
#include "features/contact/pages_call.hpp"
#include "platform/calendar/words.hpp"

namespace contact {
namespace {
using html::Html;
using page::FieldErrors;
using Why = people::Unreachable::Why;

// The number as one reads it from paper: "070-123 45 67".
std::string spoken(const std::string& e164) {
    if (!e164.starts_with("+467") || e164.size() != 12) return e164;   // how long an area code is differs
    return "0" + e164.substr(3, 2) + "-" + e164.substr(5, 3) + " " + e164.substr(8, 2) + " " + e164.substr(10, 2);
}

void why_covered(Html& h, const Visit& visit, const Calling& c) {
    switch (c.no->why) {
        case Why::outside_hours:
            h.el("p", c.no->next ? visit.t("Det är inte tryggt att ringa nu. Nästa trygga tid är {when}.", {{"when", when(visit, *c.no->next)}}) : std::string(visit.t("Det finns ingen tid då det är tryggt att ringa.")));
            return;
        case Why::not_safe:
            h.el("p", c.said_something ? visit.t("Personen har inte sagt ja till samtal.") : visit.t("Personen har inte sagt hur vi får höra av oss. Då ringer vi inte."));
            return;
        case Why::no_address: return void(h.el("p", visit.t("Vi har inget telefonnummer till personen.")));
        case Why::is_protected: return void(h.el("p", visit.t("Personen har skyddade uppgifter. Lotsen visar inget nummer. Följ er rutin för skyddade uppgifter.")));
        case Why::erased: return void(h.el("p", visit.t("Uppgifterna om personen finns inte kvar.")));
        case Why::unverified: return void(h.el("p", visit.t("Numret är overifierat.")));
    }
}
bool may_be_uncovered(const Calling& c) { return c.no && (c.no->why == Why::outside_hours || c.no->why == Why::not_safe); }

void all_the_same(Html& h, const Visit& visit, const Calling& c, const FieldErrors& errors) {
    std::vector<page::Choice> reasons;
    for (const auto reason : uncovers) reasons.push_back({std::string(key(reason)), std::string(visit.t(words(reason)))});
    h.el("details", {{"class", "ds-details"}, errors.any() ? html::Attr("open", "") : html::Attr::none()}, [&] {
        h.el("summary", visit.t("Visa numret ändå"));
        h.el("div", {{"class", "stack-small"}}, [&] {
            h.el("p", visit.t("Ett samtal vid fel tid kan skada. Det du väljer står i åtkomstloggen."));
            page::form(h, visit, uncover_route, visit.url(call_path(c.contact.id) + "/visa"), [&] {
                page::radios(h, visit, {.name = "skal", .label = visit.t("Varför behöver numret visas?")}, reasons, errors);
                page::submit_quiet(h, visit.t("Visa numret"));
            });
        });
    });
}

void the_number(Html& h, const Visit& visit, const Calling& c, const std::optional<std::string>& shown, const FieldErrors& errors) {
    const auto number = shown ? shown : c.number;
    h.el("section", {{"class", "panel"}, {"aria-labelledby", "nummer"}}, [&] {
        h.el("h2", {{"id", "nummer"}}, number ? visit.t("Numret") : visit.t("Numret är dolt"));
        if (number) {
            h.el("p", {{"class", "call-number"}}, [&] { h.el("a", {{"href", html::Url::phone(*number)}}, spoken(*number)); });
            if (c.until && !shown && calendar::local(*c.until).ms_of_day > 0) h.el("p", visit.t("Tryggt att ringa till {when}.", {{"when", calendar::words(calendar::TimeOfDay{calendar::local(*c.until).ms_of_day / 60'000}, visit.language())}}));
            return;
        }
        why_covered(h, visit, c);
        if (c.own && may_be_uncovered(c)) all_the_same(h, visit, c, errors);
    });
}

void how(Html& h, const Visit& visit, const Calling& c, bool callable) {
    h.el("dl", {{"class", "keys keys-wide panel"}}, [&] {
        const auto fact = [&](std::string_view label, std::string_view says) { h.el("div", [&] { h.el("dt", label), h.el("dd", says); }); };
        if (callable || !c.ask_for.empty()) fact(visit.t("Fråga efter"), c.ask_for.empty() ? visit.t("Inget namn är sagt") : std::string_view(c.ask_for));
        fact(visit.t("Presentera dig som"), c.present_as.empty() ? visit.t("Bara ditt förnamn") : std::string_view(c.present_as));
        fact(visit.t("Röstbrevlåda"), c.voicemail ? visit.t("Ja: säg bara ditt förnamn och att du ringer igen") : visit.t("Nej: lägg på"));
    });
}

void if_somebody_else(Html& h, const Visit& visit, const Calling& c) {
    if (!c.verified)
        page::notice(h, visit.frame, page::Tone::warning, visit.t("Overifierat nummer"), [&] { h.el("p", visit.t("Någon annan har lämnat numret. Säg ingenting förrän du vet vem som svarar.")); });
    page::notice(h, visit.frame, page::Tone::info, visit.t("Om någon annan svarar"), [&] {
        h.el("p", visit.t("Säg: ”Ursäkta, jag har ringt fel.” Lägg på. Säg inte varifrån du ringer och lämna inget meddelande."));
    });
}

void results(Html& h, const Visit& visit, const Calling& c) {
    static constexpr std::array<std::pair<CallResult, const char*>, 3> keys{{{CallResult::reached, "j"}, {CallResult::no_answer, "i"}, {CallResult::wrong_moment, "f"}}};
    h.el("section", {{"class", "stack-small"}, {"aria-labelledby", "resultat"}}, [&] {
        h.el("h2", {{"id", "resultat"}}, visit.t("Hur gick det?"));
        page::form(h, visit, call_made_route, visit.url(call_path(c.contact.id)), [&] {
            h.el("div", {{"class", "call-results"}}, [&] {
                for (const auto& [result, press] : keys)
                    h.el("button", {{"class", "ds-button"}, {"data-variant", result == CallResult::reached ? "primary" : "secondary"}, {"type", "submit"}, {"name", "resultat"}, {"value", key(result)}, {"data-press", press}}, [&] {
                        h.text(visit.t(words(result)));
                        if (visit.request.actor->shortcuts()) h.text(" "), h.el("kbd", {{"aria-hidden", "true"}}, press);
                    });
            });
        });
        h.el("p", {{"class", "subtle"}}, visit.t("Inget svar: en ny påminnelse om att ringa, tidigast om två timmar och på en trygg tid. Fel tillfälle: nästa trygga tid, tidigast i morgon, och kontakten blir ledig för den som kan då."));
    });
}

void other_ways(Html& h, const Visit& visit, const Calling& c) {
    h.el("p", [&] { page::link(h, visit.url(safe_contact_path(c.contact.id)), c.said_something ? visit.t("Ändra hur personen får nås") : visit.t("Skriv hur personen får nås")); });
    if (!c.may_write || !c.contact.open() || c.contact.left_at) return;
    page::form(h, visit, put_letter_route, visit.url(path_of(c.contact.id) + "/brev"), [&] { page::submit_quiet(h, visit.t("Skicka brev i stället")); });
}

Response shown(const Visit& visit, const Calling& c, const std::optional<std::string>& number = {}, const FieldErrors& errors = {}) {
    return page::staff_page(visit, {.title = std::string(visit.t("Ring")) + " " + text_of(c.contact.number), .current = std::string(inbox_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        const auto name = called(visit, c.contact);
        page::breadcrumbs(h, visit, {{std::string(inbox_path), visit.t("Inkorg")}, {path_of(c.contact.id), name}});
        say_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Ring"));
        if (!c.contact.person) return void(h.el("p", visit.t("Den som frågar är anonym, så det finns inget nummer. Svara skriftligt på kontaktens sida.")));
        const bool callable = c.number || number;
        if (callable) if_somebody_else(h, visit, c);
        the_number(h, visit, c, number, errors);
        how(h, visit, c, callable);
        if (callable && c.own && c.contact.open()) results(h, visit, c);
        if (c.own) other_ways(h, visit, c);
    }, errors.any() ? 422 : 200);
}
std::optional<Calling> opened(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    if (!id) return std::nullopt;
    return desk.ground.database.write([&](db::Transaction& tx) { return calling(tx, desk.ground.vault, *visit.request.actor, desk.now(), *id); });
}
std::string_view done_word(CallResult result) {
    switch (result) {
        case CallResult::reached: return "nadd";
        case CallResult::no_answer: return "inget-svar";
        case CallResult::wrong_moment: return "fel-tillfalle";
    }
    throw base::Bug("a result of a call without a word");
}
}

std::string call_path(const ContactId& id) { return path_of(id) + "/ring"; }

Response call_page(const Visit& visit, const Desk& desk) {
    const auto found = opened(visit, desk);
    return found ? shown(visit, *found) : Response::not_found();
}
Response show_number(const Visit& visit, const Desk& desk) {
    const auto found = opened(visit, desk);
    if (!found) return Response::not_found();
    if (!found->own || !may_be_uncovered(*found)) return shown(visit, *found);
    const auto reason = uncover_from(visit.request.field("skal"));
    FieldErrors errors;
    if (!reason) errors.add("skal", visit.t("Välj varför numret behöver visas."));
    if (errors.any()) return shown(visit, *found, {}, errors);
    return shown(visit, *found, desk.ground.database.write([&](db::Transaction& tx) { return uncovered(tx, desk.ground.vault, *visit.request.actor, desk.now(), found->contact.id, *reason); }));
}
Response save_call(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    const auto result = call_result_from(visit.request.field("resultat"));
    if (!id || !result) return Response::not_found();
    const auto next = crypto::new_id<outbox::MessageId>(desk.ground.randomness);
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return note_call(tx, desk.ground.vault, *visit.request.actor, desk.now(), {*id, *result, next}); });
    if (!done) return done.refusal() == DeskRefusal::unknown ? Response::not_found() : Response::see_other(path_of(*id));
    return Response::see_other(path_of(*id) + "?klart=" + std::string(done_word(*result)));
}
Response save_put_letter(const Visit& visit, const Desk& desk) {
    const auto id = id_in(visit);
    if (!id) return Response::not_found();
    const auto letter = crypto::new_id<outbox::MessageId>(desk.ground.randomness);
    const auto& actor = *visit.request.actor;
    const bool put = desk.ground.database.write([&](db::Transaction& tx) {
        const auto scope = own_scope(actor, desk.now());
        const auto c = stored::locked(tx, scope, *id);
        if (!c || !c->open() || !c->person || c->left_at) return refused(tx, actor, desk.now(), *id), false;
        put_letter(tx, scope, desk.now(), *c, letter);
        wrote(tx, actor, desk.now(), *c, "letter");
        return true;
    });
    return put ? Response::see_other(std::string(post_path)) : Response::not_found();
}
}

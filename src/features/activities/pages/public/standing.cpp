// Where somebody stands who has signed up: her place, her number in the line, what she is offered, and another time.
#include "base/text.hpp"
#include "features/activities/parts_place.hpp"
#include <algorithm>

namespace activities {
namespace {
// Told to one, or to two who come as one.
std::string_view said(const Visit& visit, const Entry& e, const char* one, const char* two) { return visit.t(e.size == 2 ? two : one); }

void offered(Html& h, const Visit& visit, const Entry& e) {
    const auto until = calendar::words(*e.offer_until, visit.language());
    h.el("p", {{"class", "lead"}}, e.size == 2 ? visit.t("Det finns plats till er båda. Svara senast {time}.", {{"time", until}}) : visit.t("Det finns en plats till dig. Svara senast {time}.", {{"time", until}}));
    h.el("p", said(visit, e, i18n::key("Svarar du inte i tid går platsen till nästa, och du står inte längre i kön."), i18n::key("Svarar ni inte i tid går platserna till nästa, och ni står inte längre i kön.")));
}
void lapsed(Html& h, const Visit& visit, const Place& p) {
    h.el("p", {{"class", "lead"}}, said(visit, p.entry, i18n::key("Tiden för erbjudandet gick ut. Platsen går till nästa, och du står inte längre i kön."), i18n::key("Tiden för erbjudandet gick ut. Platserna går till nästa, och ni står inte längre i kön.")));
    if (takes_sign_ups(p.activity)) h.el("p", said(visit, p.entry, i18n::key("Vill du fortfarande vara med? Anmäl dig igen, så står du sist i kön."), i18n::key("Vill ni fortfarande vara med? Anmäl er igen, så står ni sist i kön.")));
}
// Her own individual time; nothing of what is no time of hers.
const Session* own_time(const Place& p) {
    if (p.activity.kind != Kind::individual) return nullptr;
    const auto found = std::find_if(p.sessions.begin(), p.sessions.end(), [&](const Session& s) { return s.id.text() == p.entry.slot; });
    return found == p.sessions.end() ? nullptr : &*found;
}
std::string called_off(const Visit& visit, const Place& p) {
    if (p.activity.ended_as == EndedAs::held) return std::string(visit.t("Aktiviteten är slut. Det blev ingen plats den här gången. Fråga oss gärna vad som kommer."));
    const auto* own = p.may_take_another ? own_time(p) : nullptr;
    if (own) return visit.t("Din tid {when} är inställd. Det beror inte på dig.", {{"when", when_words(visit, *own)}});
    return std::string(p.may_take_another ? visit.t("Din tid är inställd. Det beror inte på dig.") : visit.t("Det är inställt. Det beror inte på dig. Fråga oss gärna vad som kommer."));
}
void free_times(Html& h, const Visit& visit, const Place& p) {
    act(h, visit, Act::change_time, [&] {
        std::vector<page::Choice> choices;
        for (const auto& s : p.sessions)
            if (std::find(p.free_times.begin(), p.free_times.end(), s.id) != p.free_times.end()) choices.push_back({std::string(s.id.text()), when_words(visit, s), where_words(visit, s)});
        page::radios(h, visit, {.name = "tillfalle", .label = visit.t("Lediga tider")}, choices, {});
        page::submit(h, visit.t("Byt tid"));
    });
}
}

void act(Html& h, const Visit& visit, Act what, const std::function<void()>& body, const std::optional<SessionId>& session) {
    page::form(h, visit, place_route, visit.url(place_path), [&] {
        page::hidden_field(h, "kod", visit.request.field("kod"));
        page::hidden_field(h, "gor", key(what));
        if (session) page::hidden_field(h, "tillfalle", session->text());
        body();
    });
}

void standing(Html& h, const Visit& visit, const Place& p) {
    const auto& e = p.entry;
    const auto lead = [&](std::string_view words) { h.el("p", {{"class", "lead"}}, words); };
    switch (e.state) {
        case EntryState::placed:
            if (p.activity.state == State::closed) return lead(visit.t("Aktiviteten är slut. Tack för att du var med."));
            if (p.activity.state == State::self_led) return lead(visit.t("Gruppen fortsätter på egen hand. Vi ordnar inte träffarna längre. Du kan alltid fråga oss."));
            return lead(said(visit, e, i18n::key("Du har en plats."), i18n::key("Ni har varsin plats.")));
        case EntryState::waiting:
            lead(number_in_line(visit, p.before));
            h.el("p", visit.t("Kön går efter när var och en anmälde sig, också de som ringde."));
            if (p.activity.terms.preferred != Preferred::nobody) h.el("p", [&] { h.text(visit.t("Kommunens regel om vem som går före:")), h.text(" "), h.el("span", {page::in_language(visit, i18n::Language::sv)}, p.activity.terms.preferred_why); });
            return;
        case EntryState::offered: return offered(h, visit, e);
        case EntryState::interested:
            if (p.activity.state != State::interest) return lead(visit.t("Nu vill tillräckligt många vara med. Vi bestämmer när och var. Sedan får du frågan om du vill ha en plats."));
            return lead(visit.t("Du är med på listan. När {n} vill vara med bestämmer vi när och var.", {{"n", base::to_text(p.activity.terms.wanted)}}));
        case EntryState::declined: return lead(visit.t("Du har tackat nej till platsen. Du kan anmäla dig igen om du vill."));
        case EntryState::lapsed: return lapsed(h, visit, p);
        case EntryState::left: return lead(visit.t("Du är inte längre anmäld. Välkommen tillbaka en annan gång."));
        case EntryState::called_off: return lead(called_off(visit, p));
    }
}
void offer(Html& h, const Visit& visit, const Place& p) {
    if (p.entry.state != EntryState::offered) return;
    h.el("div", {{"class", "row"}}, [&] {
        act(h, visit, Act::accept, [&] { page::submit(h, said(visit, p.entry, i18n::key("Ja, jag tar platsen"), i18n::key("Ja, vi tar platserna"))); });
        act(h, visit, Act::decline, [&] { page::submit_quiet(h, visit.t("Nej tack")); });
    });
}
void other_time(Html& h, const Visit& visit, const Shown& shown, const Place& p) {
    if (p.activity.kind != Kind::individual) return;
    if (p.entry.state == EntryState::placed && !p.free_times.empty()) page::details(h, visit.t("Byt till en annan tid"), [&] { free_times(h, visit, p); });
    if (!p.may_take_another) return;
    h.el("h2", visit.t("Byt till en annan tid"));
    if (!p.free_times.empty()) return free_times(h, visit, p);
    const auto phone = phone_of(shown, p.activity);
    h.el("p", phone.empty() ? std::string(visit.t("Det finns ingen ledig tid just nu. Öppna sidan igen om några dagar, eller fråga oss.")) : visit.t("Det finns ingen ledig tid just nu. Öppna sidan igen om några dagar, eller ring {phone}.", {{"phone", phone}}));
}
}

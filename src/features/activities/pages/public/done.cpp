// What became of it, said plainly, and the code that opens it again.
#include "base/text.hpp"
#include "features/activities/parts_public.hpp"
#include "features/activities/signing.hpp"
#include "features/contact/public.hpp"
#include "platform/calendar/words.hpp"

namespace activities {
namespace {
std::string heading(const Visit& visit, const Entry& e) {
    switch (e.state) {
        case EntryState::placed: return std::string(e.size == 2 ? visit.t("Ni har varsin plats") : visit.t("Du har en plats"));
        case EntryState::offered: return std::string(visit.t("Det finns en plats till dig"));
        case EntryState::waiting: return std::string(visit.t("Du står i kö"));
        case EntryState::interested: return std::string(visit.t("Du är med på listan"));
        case EntryState::declined:
        case EntryState::lapsed:
        case EntryState::left:
        case EntryState::called_off: return std::string(visit.t("Din anmälan är avslutad"));
    }
    throw base::Bug("an unknown state");
}
void what_now(Html& h, const Visit& visit, const Asked& asked, const Done& done) {
    const auto& e = done.signed_up.entry;
    const auto& terms = asked.one.activity.terms;
    if (e.state == EntryState::waiting) {
        h.el("p", {{"class", "lead"}}, visit.t("Du är nummer {n} i kön.", {{"n", base::to_text(done.before + 1)}}));
        h.el("p", visit.t("När en plats blir ledig erbjuds den till den som står först. Ett erbjudande gäller i {n} timmar.", {{"n", base::to_text(terms.offer_hours)}}));
    }
    if (e.state == EntryState::interested) h.el("p", {{"class", "lead"}}, visit.t("När {n} vill vara med bestämmer vi tid och plats. Du väljer då om du vill komma.", {{"n", base::to_text(terms.wanted)}}));
    if (e.state == EntryState::offered && e.offer_until) h.el("p", {{"class", "lead"}}, visit.t("Svara med din kod senast {time}.", {{"time", calendar::words(*e.offer_until, visit.language())}}));
}
void times(Html& h, const Visit& visit, const Asked& asked, const Entry& e) {
    if (e.state != EntryState::placed) return;
    h.el("ul", [&] {
        for (const auto& s : asked.one.sessions)
            if (s.takes_place() && (asked.one.activity.kind != Kind::individual || s.id.text() == e.slot)) h.el("li", when_words(visit, s) + ", " + where_words(visit, s));
    });
    const auto& a = asked.one.activity;
    if (a.kind != Kind::individual) h.el("p", [&] { page::link(h, visit.url(std::string(list_path) + "/" + a.slug + "/kalender.ics"), visit.t("Lägg till i kalendern")); });
}
void code(Html& h, const Visit& visit, const Done& done) {
    h.el("section", {{"class", "panel stack code-panel"}, {"aria-labelledby", "code"}}, [&] {
        h.el("h2", {{"id", "code"}}, visit.t("Din kod"));
        h.el("p", {{"class", "receipt"}}, done.code.printed());
        h.el("p", visit.t("Skriv av den på papper, som om den vore ett telefonnummer. Vi visar den bara nu, och vi kan inte ta fram den igen."));
        h.el("p", [&] { h.text(visit.t("Med koden ser du din plats, ändrar eller lämnar den:")), h.text(" "), page::link(h, visit.url(place_path), visit.t("Min plats")); });
    });
}
// A question to those who can decide, in her own name or none; never booked from here (feature D8; SoL 11:1).
void respite(Html& h, const Visit& visit, const Asked& asked, const Answers& a) {
    if (!a.respite) return;
    std::string time;
    for (const auto& s : asked.one.sessions)
        if (time.empty() && s.takes_place() && (a.time.empty() || s.id.text() == a.time)) time = when_words(visit, s);
    const auto text = time.empty() ? std::string(visit.t("Jag vill vara med på en träff. Någon behöver vara hos den jag hjälper under tiden. Kan ni ordna det?"))
                                   : visit.t("Jag ska vara borta {time}. Någon behöver vara hos den jag hjälper under tiden. Kan ni ordna det?", {{"time", time}});
    h.el("section", {{"class", "panel stack"}, {"aria-labelledby", "respite"}}, [&] {
        h.el("h2", {{"id", "respite"}}, visit.t("Att någon är hos den du hjälper"));
        h.el("p", visit.t("Det kan behövas ett beslut, och därför bokas det inte här. Skicka frågan till dem som kan svara. Du får läsa och ändra den först:"));
        h.el("blockquote", text);
        page::form(h, visit, contact::bring_route, visit.url(contact::bring_path), [&] {
            page::hidden_field(h, contact::bring_field, text);
            page::submit_quiet(h, visit.t("Ställ frågan"));
        });
    });
}
}

Response done_page(const Visit& visit, const Shown&, const Asked& asked, const Answers& a, const Done& done) {
    const auto& e = done.signed_up.entry;
    const bool can_be_told = asked.by_name() && (a.reach.sms || a.reach.mail || a.reach.call);
    return own_frame(visit, Leaf::done, heading(visit, e), "", [&](Html& h) {
        h.el("h1", heading(visit, e));
        title(h, visit, "p", asked.one.activity);
        what_now(h, visit, asked, done);
        times(h, visit, asked, e);
        code(h, visit, done);
        h.el("p", can_be_told ? visit.t("Ändras något säger vi till på det sätt som du har valt. Det står aldrig vad det gäller.") : visit.t("Vi vet inte hur vi når dig. Titta på Min plats med din kod då och då, så ser du om något har ändrats."));
        respite(h, visit, asked, a);
        h.el("p", visit.t("Inget finns kvar i telefonen eller datorn när du har stängt sidan. Stäng den med Lämna sidan om fler använder enheten."));
    });
}
}

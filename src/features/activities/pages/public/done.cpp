// What became of it, said plainly, and the code that opens it again.
#include "base/text.hpp"
#include "features/activities/parts_public.hpp"
#include "features/activities/sign_up/signing.hpp"
#include "features/contact/public.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"

namespace activities {
namespace {
// Of a child it is said of the child: whoever reads it is the guardian.
std::string heading_of_child(const Visit& visit, const Entry& e) {
    const bool two = e.size == 2;
    if (e.state == EntryState::placed) return std::string(two ? visit.t("Barnen har varsin plats") : visit.t("Barnet har en plats"));
    if (e.state == EntryState::waiting) return std::string(two ? visit.t("Barnen står i kö") : visit.t("Barnet står i kö"));
    return std::string(two ? visit.t("Barnen är med på listan") : visit.t("Barnet är med på listan"));
}
std::string heading(const Visit& visit, const Asked& asked, const Entry& e) {
    if (asked.for_child() && (e.state == EntryState::placed || e.state == EntryState::waiting || e.state == EntryState::interested)) return heading_of_child(visit, e);
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
        h.el("p", {{"class", "lead"}}, number_in_line(visit, done.before));
        h.el("p", visit.t("När en plats blir ledig erbjuds den till den som står först. Ett erbjudande gäller i {n} timmar.", {{"n", base::to_text(terms.offer_hours)}}));
    }
    if (e.state == EntryState::interested) h.el("p", {{"class", "lead"}}, visit.t("När {n} vill vara med bestämmer vi tid och plats. Du väljer då om du vill komma.", {{"n", base::to_text(terms.wanted)}}));
    if (e.state == EntryState::offered && e.offer_until) h.el("p", {{"class", "lead"}}, visit.t("Svara med din kod senast {time}.", {{"time", calendar::words(*e.offer_until, visit.language())}}));
}
void times(Html& h, const Visit& visit, const Asked& asked, const Entry& e) {
    if (e.state != EntryState::placed) return;
    h.el("ul", [&] {
        for (const auto& s : asked.one.sessions)
            if (s.takes_place() && (asked.one.activity.kind != Kind::individual || s.id.text() == e.slot)) h.el("li", when_and_where(visit, s));
    });
    const auto& a = asked.one.activity;
    if (a.kind != Kind::individual) h.el("p", [&] { page::link(h, visit.url(std::string(list_path) + "/" + a.slug + "/kalender.ics"), visit.t("Lägg till i kalendern")); });
}
void code(Html& h, const Visit& visit, const Done& done) {
    if (!done.shows_code) return void(h.el("p", [&] { h.text(visit.t("Det här är samma anmälan som förut. Koden visade vi då, och vi visar den inte igen.")), h.text(" "), page::link(h, visit.url("/sa-fragar-du"), visit.t("Så frågar du")); }));
    h.el("section", {{"class", "panel stack code-panel"}, {"aria-labelledby", "code"}}, [&] {
        h.el("h2", {{"id", "code"}}, visit.t("Din kod"));
        h.el("p", {{"class", "receipt"}}, done.code.printed());
        h.el("p", visit.t("Skriv av den på papper, som om den vore ett telefonnummer. Vi visar den bara nu, och vi kan inte ta fram den igen."));
        h.el("p", [&] { h.text(visit.t("Med koden ser du din plats, ändrar eller lämnar den:")), h.text(" "), page::link(h, visit.url(place_path), visit.t("Min plats")); });
    });
}
// Who cannot be told must look herself, and who waits more often than others: an offer ends.
std::string how_she_is_told(const Visit& visit, const Asked& asked, const Done& done) {
    if (done.can_be_told) return std::string(visit.t("Vi hör av oss på det sätt som du har valt: om något ändras, och dagen före med sms eller mejl. Det står aldrig vad det gäller."));
    if (done.signed_up.entry.state == EntryState::waiting) return visit.t("Vi hör inte av oss till dig om det här. Titta på Min plats varje dag: får du ett erbjudande gäller det bara i {n} timmar.", {{"n", base::to_text(asked.one.activity.terms.offer_hours)}});
    return std::string(visit.t("Vi hör inte av oss till dig om det här. Titta på Min plats före varje träff, så ser du om något har ändrats."));
}
// A question to those who can answer, never a booking (feature D8; SoL 11:1): what needs a decision is applied for.
void respite(Html& h, const Visit& visit, const Shown& shown, const Activity& activity, const Answers& a, const Done& done, const std::string& question) {
    if (!a.respite || (done.signed_up.again && !done.respite_answered_by)) return;
    h.el("section", {{"class", "panel stack"}, {"aria-labelledby", "respite"}}, [&] {
        h.el("h2", {{"id", "respite"}}, visit.t("Att någon är hos den du hjälper"));
        if (done.respite_answered_by) {
            h.el("p", visit.t("Frågan är ställd. Du får svar senast {day}.", {{"day", calendar::words(calendar::date(*done.respite_answered_by), visit.language())}}));
            h.el("p", [&] { h.text(visit.t("Du läser svaret med samma kod:")), h.text(" "), page::link(h, visit.url(contact::code_path), visit.t("Läs ett svar")); });
            h.el("p", visit.t("Det här frågade vi:"));
            h.el("blockquote", question);
            h.el("p", visit.t("Frågan skickas utan ditt namn, men den som läser den kan förstå att den hör till en anmälan. Frågar vi något tillbaka, svara med samma kod."));
        } else {
            const auto phone = phone_of(shown, activity);
            h.el("p", visit.t("Frågan kunde inte skickas härifrån just nu. Din anmälan gäller ändå. Ring, så hjälper vi dig:"));
            if (phone.empty()) h.el("p", [&] { page::link(h, visit.url("/sa-fragar-du"), visit.t("Så frågar du")); });
            else h.el("p", [&] { page::link(h, Url::phone(phone), phone); });
        }
        h.el("p", visit.t("Det är en fråga, ingen bokning och inget beslut. Behöver den du hjälper ansöka, säger vi hur."));
    });
}
}

std::string respite_question(const Visit& visit, const Asked& asked, const Answers& a) {
    if (!a.respite || asked.for_interest()) return "";
    std::string time;   // of a sensitive activity the question tells none: the calendar would tell which it is
    for (const auto& s : asked.one.sessions)
        if (time.empty() && !asked.one.activity.sensitive && s.takes_place() && (a.time.empty() || s.id.text() == a.time)) time = when_words(visit, s);
    return time.empty() ? std::string(visit.t("Jag vill vara med på en träff. Någon behöver vara hos den jag hjälper under tiden. Kan ni ordna det?"))
                        : visit.t("Jag ska vara borta {time}. Någon behöver vara hos den jag hjälper under tiden. Kan ni ordna det?", {{"time", time}});
}

Response done_page(const Visit& visit, const Shown& shown, const Asked& asked, const Answers& a, const Done& done) {
    const auto& e = done.signed_up.entry;
    return own_frame(visit, Leaf::done, heading(visit, asked, e), "", [&](Html& h) {
        h.el("h1", heading(visit, asked, e));
        title(h, visit, "p", asked.one.activity);
        what_now(h, visit, asked, done);
        // The code is shown only once: it stands before a long list of dates, and under no floating way out.
        code(h, visit, done);
        times(h, visit, asked, e);
        if (const auto* s = asked.chosen(a); s && e.state == EntryState::placed && e.slot == s->id.text()) how_it_comes_about(h, visit, *s, asked.agreed(a), asked.phone);
        h.el("p", how_she_is_told(visit, asked, done));
        respite(h, visit, shown, asked.one.activity, a, done, respite_question(visit, asked, a));
        if (!done.background_ticket.empty()) ask_background(h, visit, done.background_ticket);
        h.el("p", [&] {
            h.text(visit.t("Den här sidan sparas inte i webbläsaren. Men adressen finns kvar i historiken, och en fil som du har laddat ner ligger kvar. Tryck på Lämna sidan om fler använder enheten."));
            h.text(" "), page::link(h, visit.url("/spar-i-enheten"), visit.t("Spår i telefonen eller datorn"));
        });
    });
}
}

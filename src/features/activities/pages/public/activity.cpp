// /aktiviteter/{slug}
#include "features/activities/show/event_json.hpp"
#include "features/activities/parts_public.hpp"
#include "features/activities/use_cases.hpp"
#include "features/directory/cards.hpp"
#include "platform/calendar/words.hpp"
#include "platform/documents/documents.hpp"

namespace activities {
namespace {
using page::Fact;
constexpr std::size_t most_sessions = 12;

void when(Html& h, const Visit& visit, const Listed& one) {
    if (one.sessions.empty()) h.el("dd", visit.t("Inte bestämt än"));
    std::size_t shown = 0;
    for (const auto& s : one.sessions) {
        if (++shown > most_sessions) continue;
        h.el("dd", [&] {
            if (!s.takes_place()) h.el("b", visit.t("Inställt:")), h.text(" ");
            h.text(when_words(visit, s));
        });
    }
    if (shown > most_sessions) h.el("dd", {{"class", "small"}}, visit.t("Fler tider finns i kalendern."));
}
// Each place once, in the order of the occasions.
void where(Html& h, const Visit& visit, const Listed& one) {
    std::vector<std::string> said;
    for (const auto& s : one.sessions)
        if (const auto words = where_words(visit, s); s.takes_place() && std::find(said.begin(), said.end(), words) == said.end()) said.push_back(words);
    if (said.empty()) h.el("dd", visit.t("Inte bestämt än"));
    for (const auto& words : said) h.el("dd", words);
    if (std::any_of(one.sessions.begin(), one.sessions.end(), [](const Session& s) { return on_the_net(s.way) && s.takes_place(); }))
        h.el("dd", {{"class", "small"}}, visit.t("Länken får bara den som har en plats, samma dag."));
}
void text_or_missing(Html& h, const Visit& visit, const i18n::Text& text) {
    if (text.sv.empty()) h.el("dd", [&] { page::not_filled_in(h, visit); });
    else page::say(h, visit, "dd", text);
}
void who_answers(Html& h, const Visit& visit, const municipality::Contact* contact) {
    if (contact && !contact->phone.empty()) h.el("dd", [&] { page::link(h, Url::phone(contact->phone), contact->phone); });
    if (contact && !contact->hours.empty()) h.el("dd", {{"class", "small"}}, contact->hours);
    h.el("dd", [&] { page::link(h, visit.url("/fraga"), visit.t("Fråga oss, också utan att säga vem du är")); });
}

std::vector<Fact> facts(Html& h, const Visit& visit, const Board& board, const Listed& one, const directory::Offer* offer) {
    const auto& a = one.activity;
    std::vector<Fact> out;
    out.push_back({"clock", visit.t("När"), [&] { when(h, visit, one); }});
    out.push_back({"pin", visit.t("Var"), [&] { where(h, visit, one); }});
    out.push_back({"people", visit.t("För vem"), [&] { h.el("dd", words(visit, a.for_whom)); }});
    out.push_back({"group", visit.t("Platser"), [&] { h.el("dd", seats_words(visit, one, board.now)); }});
    if (a.terms.stop_day && !takes_interest(a)) out.push_back({"pencil", visit.t("Sista dag att anmäla sig"), [&] { h.el("dd", calendar::words(*a.terms.stop_day, visit.language())); }});
    if (offer) {
        out.push_back({"wallet", visit.t("Kostnad"), [&h, &visit, offer] { text_or_missing(h, visit, offer->cost); }});
        out.push_back({"compass", visit.t("Så får du det"), [&h, &visit, offer] { text_or_missing(h, visit, offer->how); }});
    }
    if (!a.partner.empty()) out.push_back({"heart", visit.t("Tillsammans med"), [&] { h.el("dd", {page::in_language(visit, i18n::Language::sv)}, a.partner); }});
    out.push_back({"phone", visit.t("Vem som svarar"), [&h, &visit, &board, offer] { who_answers(h, visit, offer ? board.shown.municipality->contact(offer->contact) : nullptr); }});
    return out;
}

void go(Html& h, const Visit& visit, const Activity& a, const char* words) {
    h.el("p", [&] { page::button_link(h, visit.url(std::string(list_path) + "/" + a.slug + "/anmal"), visit.t(words)); });
}
// What can be done now, in a sentence and a button.
void way_in_block(Html& h, const Visit& visit, const Board& board, const Listed& one) {
    const auto& a = one.activity;
    const auto way = way_in(one, board.now);
    if (way == WayIn::come_as_you_are) {
        page::notice(h, visit.frame, page::Tone::info, visit.t("Kom som du är"), [&] { h.el("p", visit.t("Du behöver inte anmäla dig och inte säga vad du heter. Vi räknar bara hur många som kommer.")); });
        return;
    }
    h.el("p", {{"class", "lead"}}, seats_words(visit, one, board.now) + (seats_words(visit, one, board.now).ends_with('.') ? "" : "."));
    if (way == WayIn::closed) return void(h.el("p", [&] { page::link(h, visit.url("/fraga"), visit.t("Fråga oss om det som kommer")); }));
    if (!permit_for(*board.shown.decisions, *board.shown.catalogue, a, board.now)) return void(h.el("p", visit.t("Nämndens beslut om det här stödet är inte ifyllt. Därför kan du inte anmäla dig här, bara fråga.")));
    if (needs_guardian(a.for_whom)) h.el("p", visit.t("Det är en vårdnadshavare som anmäler barn under 15 år. Är du själv barn: fråga oss, du behöver inte säga vem du är. Eller be en vuxen som du litar på."));
    switch (way) {
        case WayIn::seat: return go(h, visit, a, i18n::key("Anmäl dig"));
        case WayIn::line: return go(h, visit, a, i18n::key("Ställ dig i kö"));
        case WayIn::interest: return go(h, visit, a, i18n::key("Säg att du vill vara med"));
        case WayIn::time: return go(h, visit, a, i18n::key("Välj en tid"));
        case WayIn::come_as_you_are:
        case WayIn::closed: return;
    }
}
void to_the_calendar(Html& h, const Visit& visit, const Activity& a) {
    h.el("p", {{"class", "row"}}, [&] {
        if (a.kind != Kind::individual) page::link(h, visit.url(std::string(list_path) + "/" + a.slug + "/kalender.ics"), visit.t("Lägg till i kalendern"));
        page::link(h, visit.url("/skarm/" + a.slug), visit.t("Affisch att skriva ut"));
    });
    if (a.kind != Kind::individual) h.el("p", {{"class", "small subtle"}}, a.sensitive ? visit.t("I kalendern står det bara: {title}.", {{"title", a.neutral_title}}) : std::string(visit.t("Om du prenumererar på länken ändras tiden i din kalender när vi ändrar den.")));
}
void about_the_offer(Html& h, const Visit& visit, const directory::Offer& offer) {
    page::say(h, visit, "p", offer.summary);
    h.el("p", [&] { page::link(h, visit.url("/stod/" + offer.name), visit.t("Mer om stödet")); });
    directory::what_must_be_said(h, visit, offer);
}
// On paper a link is of no use.
void printed_address(Html& h, const Visit& visit, const Shown& shown, const Activity& a) {
    const auto own = own_address(visit, shown, std::string(list_path) + "/" + a.slug);
    if (own.empty()) return;
    h.el("div", {{"class", "only-print"}}, [&] {
        h.el("div", {{"class", "qr"}}, [&] { h.raw(documents::qr_svg(own, visit.t("Sidans adress som QR-kod"))); });
        h.el("p", own);
    });
}
page::Head head(const Visit& visit, const Board& board, const Listed& one) {
    const auto& a = one.activity;
    page::Head out{.title = a.title, .path = std::string(list_path) + "/" + a.slug, .no_store = true, .current = std::string(list_path)};
    if (a.sensitive) out.neutral_title = a.neutral_title;
    else if (!one.sessions.empty()) out.description = when_words(visit, one.sessions.front()), out.json_ld = event_json(visit, board, one);
    return out;
}
}

Response activity_page(const Visit& visit, const Board& board, const Listed& one) {
    const auto& a = one.activity;
    const auto* offer = board.shown.catalogue->find(a.offer);
    return page::page(visit, head(visit, board, one), [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {{std::string(list_path), visit.t("Aktiviteter")}});
            h.el("div", {{"class", "offer-head"}}, [&] {
                title(h, visit, "h1", a);
                if (const auto* next = one.next()) h.el("p", {{"class", "lead"}}, when_words(visit, *next));
                page::tags(h, visit.frame, {{"calendar", words(visit, a.kind)}});
            });
            h.el("div", {{"class", "columns side-end offer-body"}}, [&] {
                h.el("div", {{"class", "stack"}}, [&] {
                    h.el("div", {{"class", "article stack"}}, [&] {
                        way_in_block(h, visit, board, one);
                        if (!one.sessions.empty()) to_the_calendar(h, visit, a);
                        if (offer) about_the_offer(h, visit, *offer);
                    });
                });
                page::facts(h, visit.frame, visit.t("Kort om aktiviteten"), facts(h, visit, board, one, offer), [&] { page::print_button(h, visit); });
            });
            printed_address(h, visit, board.shown, a);
        });
    });
}
}

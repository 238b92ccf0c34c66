// What the pages of an occasion share: its frame, the way between its pages, and what has just been done.
#include "base/text.hpp"
#include "features/activities/pages_run.hpp"
#include "features/activities/refusal_words.hpp"

namespace activities {
namespace {
struct Leads {
    std::string_view more;
    const char* words;
};
constexpr std::array pages_of_room{Leads{"", i18n::key("Närvaro")}, Leads{"/underlag", i18n::key("Underlag")}, Leads{"/meddelande", i18n::key("Meddelande")}, Leads{"/efter", i18n::key("Efteråt")}, Leads{"/andra", i18n::key("Flytta, byt, ställ in")}};
constexpr std::array done_here{Leads{"kryssat", i18n::key("Sparat.")},
                               Leads{"angrat", i18n::key("Krysset är borttaget.")},
                               Leads{"alla", i18n::key("Alla som återstod är ikryssade.")},
                               Leads{"raknat", i18n::key("Antalet är sparat.")},
                               Leads{"underlag", i18n::key("Underlaget är sparat.")},
                               Leads{"erfarenhet", i18n::key("Antalet är sparat.")},
                               Leads{"skickat", i18n::key("Meddelandet finns nu på Min plats. De som går att nå tryggt får besked om att det finns.")},
                               Leads{"installt", i18n::key("Tillfället är inställt. De som berörs får besked.")},
                               Leads{"flyttat", i18n::key("Tillfället är flyttat. De som berörs får besked.")},
                               Leads{"bytt", i18n::key("Bytet är sparat. De som berörs får besked.")},
                               Leads{"ringt", i18n::key("Samtalet är markerat som klart.")},
                               Leads{"anteckning", i18n::key("Anteckningen är sparad.")},
                               Leads{"oppen", i18n::key("Nu går det att svara med koden.")},
                               Leads{"stangd", i18n::key("Det går inte längre att svara med koden.")},
                               Leads{"svar", i18n::key("Svaren är inräknade i årets antal. Lägg pappren i sekretesskärlet.")},
                               Leads{"borttagna", i18n::key("Svaren är borttagna ur årets antal.")}};

void way_between(Html& h, const Visit& visit, const Room& room, std::string_view here) {
    h.el("nav", {{"class", "no-print room-nav"}, {"aria-label", visit.t("Tillfällets sidor")}}, [&] {
        h.el("ul", {{"class", "row plain"}, {"role", "list"}}, [&] {
            for (const auto& [more, words] : pages_of_room) h.el("li", [&] { h.el("a", {{"href", visit.url(room_path(room.session.id, more))}, more == here ? html::Attr("aria-current", "page") : html::Attr::none()}, visit.t(words)); });
        });
    });
}
void said(Html& h, const Visit& visit) {
    for (const auto& [word, words] : done_here)
        if (word == visit.request.asked("klart")) page::done(h, visit, visit.t(words));
    const auto why = visit.request.asked("nej");
    if (why.empty()) return;
    for (const auto refusal : {Refusal::cancelled, Refusal::over, Refusal::too_early, Refusal::not_placed, Refusal::heads_wrong, Refusal::not_changed, Refusal::not_asked, Refusal::faulty})
        if (why == base::to_text(static_cast<int>(refusal))) page::notice(h, visit.frame, page::Tone::warning, visit.t("Det gick inte"), [&] { h.el("p", visit.t(words(refusal))); });
}
}

std::string room_path(const SessionId& id, std::string_view more) { return std::string(session_path) + "/" + std::string(id.text()) + std::string(more); }
Response back_to(const Visit& visit, const SessionId& id, std::string_view more, std::string_view done, std::string_view anchor) {
    auto url = visit.url(room_path(id, more)).with("klart", done);
    return Response::see_other(anchor.empty() ? url.text() : url.at(anchor).text());
}
Response back_refused(const Visit& visit, const SessionId& id, std::string_view more, Refusal why) {
    if (why == Refusal::unknown) return Response::not_found();
    return Response::see_other(visit.url(room_path(id, more)).with("nej", base::to_text(static_cast<int>(why))).text());
}
std::optional<SessionId> session_asked(const Visit& visit) { return SessionId::from(visit.request.param("session")); }
std::optional<Room> room_asked(const Visit& visit, const Ground& ground) {
    const auto id = session_asked(visit);
    if (!id) return std::nullopt;
    return ground.database.write([&](db::Transaction& tx) { return open_room(tx, ground.vault, *visit.request.actor, ground.clock.now(), *id, visit.t); });
}
std::vector<std::string> names_around(const Visit& visit, const Ground& ground, const Room& room) {
    const auto now = ground.clock.now();
    return ground.database.write([&](db::Transaction& tx) { return names_not_to_write(tx, ground.vault, *visit.request.actor, now, room); });
}

Response room_page(const Visit& visit, const Room& room, const RoomHead& head, const std::function<void(Html&)>& main) {
    const auto& a = room.activity;
    const auto name = discreet_title(a);
    const bool first = head.here.empty();
    return page::staff_page(visit, {.title = first ? name : head.title, .current = std::string(plan_path), .errors = head.status == 422, .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(plan_path), visit.t("Aktiviteter")}, {path_of(a), name}});
        said(h, visit);
        page::staff_heading(h, first ? name : head.title);
        h.el("p", {{"class", "room-when"}}, [&] {
            if (!room.session.takes_place()) h.el("b", visit.t("Inställt:")), h.text(" ");
            if (!first) h.el("span", {page::in_language(visit, i18n::Language::sv)}, name), h.text(". ");
            h.text(capital(when_words(visit, room.session)) + ". " + place_words(visit, room.session));
        });
        way_between(h, visit, room, head.here);
        if (!room.own) page::notice(h, visit.frame, page::Tone::info, visit.t("Du kan läsa men inte ändra här"), [&] { h.el("p", visit.t("Området är nödöppnat. Det som står här får bara läsas.")); });
        main(h);
    }, head.status);
}

void who_is_told(Html& h, const Visit& visit, const ByWay& ways) {
    page::notice(h, visit.frame, page::Tone::info, visit.t("Så får de besked"), [&] {
        h.el("p", words(visit, ways));
        h.el("p", visit.t("Mejl och sms säger bara att det finns ett meddelande hos oss. Vad det gäller står på Min plats."));
        if (ways.call > 0) h.el("p", visit.t("Den som bara får ringas står sedan under Att ringa, vid tillfället."));
    });
}

void typed_text(Html& h, std::string_view text) {
    for (const auto line : base::split(text, '\n')) {
        const auto words = base::trimmed(line);
        if (words.empty()) continue;
        h.el("p", [&] {
            bool first = true;
            for (const auto word : base::split(words, ' ')) {
                if (!std::exchange(first, false)) h.text(" ");
                const auto url = word.starts_with("https://") ? Url::outside(word) : std::nullopt;
                if (url) h.el("a", {{"href", *url}, {"rel", "external noreferrer noopener"}}, word);
                else h.text(word);
            }
        });
    }
}
}

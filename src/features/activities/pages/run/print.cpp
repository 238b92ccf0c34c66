// …/lista: on paper. What each is called, and a box for each occasion; nothing else of anybody, and a heading that tells nothing of a sensitive group.
#include "base/text.hpp"
#include "features/activities/pages_run.hpp"

namespace activities {
namespace {
constexpr std::size_t most_columns = 10;
constexpr int empty_rows = 3;

std::string short_day(const Session& s) { return base::to_text(s.times.day().day) + "/" + base::to_text(s.times.day().month); }
// This occasion first of all, and those round it that there is room for.
std::vector<const Session*> columns_of(const Room& room) {
    std::vector<const Session*> out;
    for (const auto& s : room.sessions)
        if (room.activity.kind == Kind::individual ? s.id == room.session.id : s.takes_place()) out.push_back(&s);
    const auto here = std::find_if(out.begin(), out.end(), [&](const Session* s) { return s->id == room.session.id; });
    if (here == out.end()) return {&room.session};
    const auto at = static_cast<std::size_t>(here - out.begin());
    if (at >= most_columns) out.erase(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(at + 1 - most_columns));
    if (out.size() > most_columns) out.resize(most_columns);
    return out;
}
void row(Html& h, const Visit& visit, const std::string& called, const std::vector<const Session*>& columns) {
    h.el("tr", [&] {
        h.el("th", {{"scope", "row"}}, [&] { called.empty() ? void(h.el("span", {{"class", "visually-hidden"}}, visit.t("Tom rad"))) : void(h.text(called)); });
        for (const auto* s : columns) h.el("td", [&] { h.el("span", {{"class", "visually-hidden"}}, short_day(*s)); });
    });
}
void boxes(Html& h, const Visit& visit, const Room& room) {
    const auto columns = columns_of(room);
    h.el("table", {{"class", "boxes"}}, [&] {
        h.el("caption", {{"class", "visually-hidden"}}, visit.t("Namn och rutor att kryssa i"));
        h.el("thead", [&] {
            h.el("tr", [&] {
                h.el("th", {{"scope", "col"}}, visit.t("Namn"));
                for (const auto* s : columns) h.el("th", {{"scope", "col"}}, short_day(*s));
            });
        });
        h.el("tbody", [&] {
            for (const auto& c : room.coming) row(h, visit, c.called, columns);
            for (int i = 0; i < empty_rows; ++i) row(h, visit, "", columns);
        });
    });
}
}

Response print_page(const Visit& visit, const Ground& ground, const Shown&) {
    const auto room = room_asked(visit, ground);
    if (!room) return Response::not_found();
    return room_page(visit, *room, {"/lista", std::string(visit.t("Lista att skriva ut"))}, [&](Html& h) {
        h.el("p", {{"class", "no-print"}}, visit.t("Listan har namn eller alias och rutor, inget annat. Ta med den till kontoret igen. Lägg den i sekretesskärlet när den är inskriven."));
        page::print_button(h, visit);
        h.el("section", {{"class", "paper"}}, [&] {
            h.el("h2", {page::in_language(visit, i18n::Language::sv)}, discreet_title(room->activity));
            h.el("p", capital(when_words(visit, room->session)));
            boxes(h, visit, *room);
        });
    });
}
}

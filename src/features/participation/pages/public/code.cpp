// /tyck-till/kod: what became of a view, by its code. The text itself is not shown again. Whoever finds the code learns that somebody wrote that
// day and of which point, and which of the public answers is hers; never that the text was taken as somebody in need (T1, T2).
#include "features/participation/parts.hpp"

namespace participation {
namespace {
Response ask_for_code(const Visit& visit, const TypedCode& typed) {
    return code_form(visit, typed, {.title = visit.t("Se svaret på det du har skrivit"), .route = code_route, .path = code_path, .wrong = i18n::key("Koden stämmer inte. Se efter att alla 16 siffror är rätt."),
        .lead = [&](Html& h) { h.el("p", visit.t("Här ser du vad det blev av ditt förslag om riktlinjen.")); }}, true);
}
void what_became(Html& h, const Visit& visit, const View& v, const std::vector<Point>& points) {
    switch (v.kind) {
        case Kind::unsorted: return void(h.el("p", {{"class", "lead"}}, visit.t("Vi har inte gått igenom det än. Titta igen om några dagar.")));
        case Kind::no_proposal:
        case Kind::handed_over: return void(h.el("p", {{"class", "lead"}}, visit.t("Det är läst. Tack.")));
        case Kind::proposal: break;
    }
    if (points.empty()) return void(h.el("p", {{"class", "lead"}}, visit.t("Det är läst. Förslaget ska sammanfattas och få svar.")));
    h.el("p", {{"class", "lead"}}, v.answered() ? visit.t("Det är läst, och så här svarar vi:") : visit.t("Det är läst, och så här har vi förstått det:"));
    h.el("ul", {{"class", "offers"}, {"role", "list"}}, [&] { for (const auto& p : points) point_shown(h, visit, p, "h2"); });
}
}

Response code_page(const Visit& visit, const Desk&) { return ask_for_code(visit, {}); }

Response show_by_code(const Visit& visit, const Desk& desk) {
    auto typed = contact::typed_code(visit);
    struct Found {
        View view;
        std::vector<Point> points;
    };
    const auto found = opened_by_code(visit, desk.ground, typed, [&](const crypto::Receipt& code) {
        return desk.ground.database.read([&](db::Reader& reader) -> std::optional<Found> {
            const auto v = store::by_code(reader, view_hash(desk.ground.vault, code));
            if (!v) return std::nullopt;
            auto points = store::points_of(reader, v->area, v->id);
            std::erase_if(points, [](const Point& p) { return !p.is_public(); });
            return Found{*v, std::move(points)};
        });
    });
    if (!found) return ask_for_code(visit, typed);
    return form_frame(visit, {.title = std::string(visit.t("Se svaret")), .neutral = true}, [&](Html& h) {
        h.el("h1", visit.t("Det du skrev {day}", {{"day", day(visit, found->view.arrived_at)}}));
        h.el("p", {{"class", "subtle"}}, paragraph_words(visit, found->view.paragraph));
        what_became(h, visit, found->view, found->points);
        h.el("p", [&] {
            h.text(visit.t("Vi vet inte vem du är, och kan inte skriva till dig här. Vill du ha hjälp, eller ett svar som bara du läser: skriv till oss på Fråga oss. Där får du en ny kod att läsa svaret med. Du kan också ringa."));
            h.text(" "), page::link(h, visit.url("/fraga"), visit.t("Fråga oss"));
        });
        h.el("p", [&] { page::link(h, visit.url(we_did_path), visit.t("Ni sa – vi gjorde")); });
    });
}
}

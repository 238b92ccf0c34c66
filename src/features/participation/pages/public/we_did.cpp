// /ni-sa-vi-gjorde: each proposal in the staff's words, with its answer. No text of anybody's is read here.
#include "features/participation/parts.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/json.hpp"

namespace participation {
namespace {
struct Told {
    std::vector<Draft> drafts;
    std::vector<Point> points;
    std::vector<store::Counts> counts;   // as the drafts
};
constexpr std::int64_t enough = 5;   // of so few, a number points at somebody
Told told(const Desk& desk) {
    const auto midnight = calendar::start_of(calendar::date(desk.now()));
    return desk.ground.database.read([&](db::Reader& reader) {
        Told out{desk.ground.drafts ? desk.ground.drafts(reader) : std::vector<Draft>(), store::points(reader), {}};
        auto now = store::all_counts(reader), yesterday = store::all_counts(reader, midnight);
        for (const auto& d : out.drafts) out.counts.push_back((d.open ? yesterday : now)[d.id]);
        return out;
    });
}
std::vector<const Point*> of(const Told& all, const Draft& d) {
    std::vector<const Point*> out;
    for (const auto& p : all.points)
        if (p.draft == d.id && p.is_public()) out.push_back(&p);
    return out;
}
// How many have been heard: never so few that it points at somebody, and while people are asked once a day, so that nobody sees when one wrote.
std::string heard(const Visit& visit, const Draft& d, const store::Counts& c) {
    if (c.all < enough) return std::string(visit.t("Färre än fem synpunkter har kommit in."));
    if (d.open) return visit.t("Till och med i går har {n} synpunkter kommit in.", {{"n", number(c.all)}});
    auto out = visit.t("{n} synpunkter har kommit in.", {{"n", number(c.all)}});
    for (const auto& [perspective, n] : c.each)
        if (perspective != Perspective::unsaid && n >= enough) out += " " + std::string(visit.t(words(perspective))) + ": " + number(n) + ".";
    return out;
}
void about(Html& h, const Visit& visit, const Told& all, std::size_t i) {
    const auto& d = all.drafts[i];
    const auto points = of(all, d);
    h.el("section", {{"class", "stack"}, {"aria-labelledby", d.id}}, [&] {
        h.el("h2", {{"id", d.id}, page::in_language(visit, i18n::Language::sv)}, d.title);
        h.el("p", heard(visit, d, all.counts[i]));
        if (d.open) h.el("p", {{"class", "no-print"}}, [&] { page::link(h, visit.url(std::string(open_path) + "/" + d.id), visit.t("Läs utkastet och tyck till")); });
        if (points.empty()) return void(h.el("p", visit.t("Inget förslag är sammanfattat än.")));
        std::int64_t waiting = 0;
        for (const auto* p : points) waiting += p->last().status == Status::newly;
        if (waiting > 0) h.el("p", waiting == 1 ? std::string(visit.t("Ett förslag väntar på svar.")) : visit.t("{n} förslag väntar på svar.", {{"n", number(waiting)}}));
        h.el("ul", {{"class", "offers"}, {"role", "list"}}, [&] { for (const auto* p : points) point_shown(h, visit, *p, "h3"); });
    });
}
}

Response we_did_page(const Visit& visit, const Desk& desk) {
    const auto all = told(desk);
    page::Head head{.title = std::string(visit.t("Ni sa – vi gjorde")), .description = std::string(visit.t("Förslag om riktlinjen för anhörigstöd, och vad kommunen svarar.")), .path = std::string(we_did_path), .current = "/riktlinje"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page stack-large"}}, [&] {
            page::breadcrumbs(h, visit, {{"/riktlinje", visit.t("Riktlinjen")}});
            h.el("div", {{"class", "offer-head stack"}}, [&] {
                h.el("h1", visit.t("Ni sa – vi gjorde"));
                h.el("p", {{"class", "lead"}}, visit.t("Här står vilka förslag som har kommit in om riktlinjen, och vad kommunen svarar på vart och ett."));
                h.el("p", visit.t("Kommunen sammanfattar förslagen med egna ord. Det som någon har skrivit läggs inte ut här."));
                h.el("p", {{"class", "row no-print"}}, [&] { page::print_button(h, visit), page::link(h, visit.url(open_path), visit.t("Tyck till om riktlinjen")), page::link(h, Url::path("/ni-sa-vi-gjorde.json"), visit.t("Som data (JSON)")); });
            });
            for (std::size_t i = 0; i < all.drafts.size(); ++i) about(h, visit, all, i);
            if (all.drafts.empty()) h.el("p", visit.t("Inget utkast har varit ute för synpunkter än."));
        });
    });
}

Response we_did_json(const Visit&, const Desk& desk) {
    const auto all = told(desk);
    page::Json json;
    json.object([&] {
        json.text("language", "sv");
        json.list("drafts", [&] {
            for (std::size_t i = 0; i < all.drafts.size(); ++i)
                json.object([&] {
                    json.text("id", all.drafts[i].id), json.text("title", all.drafts[i].title), json.flag("open", all.drafts[i].open);
                    if (all.counts[i].all >= enough) json.number("views", all.counts[i].all);
                    if (all.counts[i].all >= enough && !all.drafts[i].open) json.number("unanswered", all.counts[i].unanswered);
                    json.list("proposals", [&] {
                        for (const auto* p : of(all, all.drafts[i]))
                            json.object([&] {
                                json.text_or_null("summary", p->summary), json.text_or_null("paragraph", p->paragraph);
                                json.list("answers", [&] {
                                    for (const auto& a : p->answers) json.object([&] { json.text("status", key(a.status)), json.text_or_null("words", a.words), json.text_or_null("changes", a.paragraph), json.text("day", calendar::day(a.at)); });
                                });
                            });
                    });
                });
        });
    });
    Response response;
    response.type = "application/json; charset=utf-8";
    response.body = json.view();
    return response;
}
}

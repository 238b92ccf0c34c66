// /personal/logg/granskning: the months, and which of them nobody has reviewed.
#include "features/privacy/pages.hpp"
#include "features/privacy/review.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"

namespace privacy {
namespace {
using html::Html;
struct Shown {
    staff::Organisation all;
    std::vector<MonthState> months;
};
Shown read(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    return audit::read(ground.database, *visit.request.actor, now, {.act = audit::Act::review, .kind = "audit.review"}, [&](db::Reader& reader, audit::Seen&) {
        Shown shown{staff::organisation(reader, now), {}};
        for (const auto& controller : controllers_of(*visit.request.actor, rights::Role::log_reviewer, shown.all))
            for (auto& month : months(reader, controller, now)) shown.months.push_back(std::move(month));
        return shown;
    });
}
std::string path_of(const MonthState& m) { return std::string(review_path) + "/" + std::string(m.controller.text()) + "/" + text_of(m.month); }
std::string_view state(const Visit& visit, const MonthState& m) {
    if (m.signature) return visit.t("Granskad");
    if (m.overdue) return visit.t("Försenad");
    return m.picked ? visit.t("Påbörjad") : visit.t("Väntar");
}
void next_step(Html& h, const Visit& visit, const MonthState& m) {
    const auto name = words(m.month, visit.language());
    if (m.picked || m.signature) return page::link_about(h, visit.url(path_of(m)), m.signature ? visit.t("Läs") : visit.t("Fortsätt"), name);
    page::form(h, visit, pick_route, visit.url(review_path), [&] {
        page::hidden_field(h, "ansvarig", m.controller.text());
        page::hidden_field(h, "manad", text_of(m.month));
        h.el("button", {{"class", "quiet"}, {"type", "submit"}}, [&] { h.text(visit.t("Börja")), h.el("span", {{"class", "visually-hidden"}}, ": " + name); });
    });
}
void list(Html& h, const Visit& visit, const Shown& shown) {
    const std::vector<page::Column> columns{{"", visit.t("Månad")}, {"", visit.t("Ansvarig")}, {"", visit.t("Läge")}, {"", visit.t("Nästa steg"), false, true}};
    page::table(h, visit, {visit.t("Den senaste månaden först"), columns, {}, visit.url(review_path)}, shown.months.size(), [&](std::size_t row, std::size_t column) {
        const auto& m = shown.months[row];
        const auto* controller = shown.all.controller(m.controller);
        if (column == 0) h.text(words(m.month, visit.language()));
        else if (column == 1) h.text(controller ? controller->name : "");
        else if (column == 2 && m.overdue) h.el("span", {{"class", "soon"}}, state(visit, m));
        else if (column == 2) h.text(state(visit, m));
        else next_step(h, visit, m);
    });
}
}

Response review_page(const Visit& visit, const Ground& ground) {
    const auto shown = read(visit, ground);
    return page::staff_page(visit, {.title = std::string(visit.t("Granskning av loggen")), .current = std::string(log_path)}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(log_path), visit.t("Åtkomstloggen")}});
        page::staff_heading(h, visit.t("Granskning av loggen"));
        h.el("p", visit.t("Loggen granskas varje månad (SoLPuL 10 §). Lotsen drar ett stickprov som ingen kan välja. Det som bryter ett mönster är också med."));
        h.el("p", visit.t("Granskningen skyddar dem som uppgifterna handlar om. Den räknar inget per medarbetare."));
        if (shown.months.empty()) return page::nothing_here(h, visit.t("Ingen månad är slut än"), [&] { h.el("p", visit.t("Den första granskningen görs när månaden är slut.")); });
        list(h, visit, shown);
    });
}

Response begin_review(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto controller = staff::ControllerId::from(visit.request.field("ansvarig"));
    const auto month = month_from(visit.request.field("manad"));
    const auto all = ground.database.read([&](db::Reader& reader) { return staff::organisation(reader, now); });
    const auto own = controllers_of(actor, rights::Role::log_reviewer, all);
    if (!controller || !month || std::find(own.begin(), own.end(), *controller) == own.end() || !(*month < month_of(now))) return Response::not_found();
    pick(ground, actor, now, *controller, *month);
    return Response::see_other(std::string(review_path) + "/" + std::string(controller->text()) + "/" + text_of(*month));
}
}

// /personal/aktiviteter/{slug}/steg/{steg}: what the step means, and who is told by which way, before it is taken.
#include "base/text.hpp"
#include "features/activities/parts_plan.hpp"

namespace activities {
namespace {
std::string_view means(const Visit& visit, const Activity& a, Step step) {
    switch (step) {
        case Step::plan: return visit.t("Intresselistan står kvar. Du bestämmer tid och lokal i lugn och ro. När du öppnar får de på listan som går att nå besked.");
        case Step::open: return a.terms.wanted > 0 ? visit.t("Alla på intresselistan ställs i kö i den ordning de kom, och får ett erbjudande så långt platserna räcker. Sedan kan vem som helst anmäla sig.") : visit.t("Aktiviteten syns på webbplatsen, och vem som helst kan anmäla sig.");
        case Step::start: return visit.t("Aktiviteten pågår. Den som väntar kan fortfarande få en ledig plats.");
        case Step::hand_over: return visit.t("Gruppen träffas på egen hand. Ni tar inte längre emot anmälningar. De som har plats och går att nå får veta att ni lämnar över.");
        case Step::close_held: return visit.t("Aktiviteten är genomförd. Den tas bort från webbplatsen.");
        case Step::call_off: return visit.t("Aktiviteten blir inte av. De som går att nå får veta det. Andra ser det på Min plats. Har någon anmält sig går det inte att ångra.");
    }
    throw base::Bug("an unknown step");
}
struct Preview {
    ByWay by;
    std::optional<Refusal> hinders;
};
Preview preview(const PlanDesk& desk, const Activity& a, Step step) {
    return desk.ground.database.read([&](db::Reader& reader) { return Preview{by_way(reader, desk.scope, desk.now, concerned(reader, desk.scope, a, step)), hinders(reader, desk.scope, desk.now, a, step)}; });
}
Response shown(const Visit& visit, const PlanDesk& desk, const Activity& a, Step step, const std::optional<Refusal>& refused) {
    const auto found = preview(desk, a, step);
    FieldErrors errors;
    if (refused) errors.add("", says(visit, *refused));
    return plan_frame(visit, &a, {.title = std::string(words(visit, step)), .errors = errors.any(), .status = errors.any() ? 422 : 200}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::staff_heading(h, words(visit, step));
        h.el("p", {{"class", "lead"}}, a.title);
        if (found.hinders) {
            page::notice(h, visit.frame, page::Tone::info, visit.t("Det går inte än"), [&] { h.el("p", says(visit, *found.hinders)); });
            return void(h.el("p", [&] { page::link(h, visit.url(path_of(a)), visit.t("Tillbaka")); }));
        }
        h.el("p", means(visit, a, step));
        h.el("section", {{"class", "panel stack-small"}}, [&] {
            h.el("h2", visit.t("Besked"));
            h.el("p", words(visit, found.by));
            if (found.by.all() > 0) h.el("p", {{"class", "subtle"}}, visit.t("Var och en nås på det sätt som är tryggt. Det står bara att det finns något nytt, aldrig vad det gäller."));
            if (found.by.at_place > 0) h.el("p", {{"class", "subtle"}}, visit.t("Vissa går inte att nå, för vi vet inte vem det är eller har inget tryggt sätt. Den som har sin kod ser det på Min plats."));
            if (step == Step::call_off) be_there(h, visit, found.by);
        });
        page::form(h, visit, step_route, visit.url(path_of(a, "/steg/" + std::string(key(step)))), [&] {
            h.el("p", {{"class", "row"}}, [&] { page::submit(h, words(visit, step)), page::link(h, visit.url(path_of(a)), visit.t("Nej, gå tillbaka")); });
        });
    });
}
std::optional<Step> step_in(const Visit& visit, const Activity& a) {
    const auto step = step_from(visit.request.param("steg"));
    const auto all = steps_from(a);
    return step && std::find(all.begin(), all.end(), *step) != all.end() ? step : std::nullopt;
}
}

Response step_page(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    const auto step = step_in(visit, a);
    return step ? shown(visit, desk, a, *step, {}) : Response::not_found();
}
Response save_step(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    const auto step = step_from(visit.request.param("steg"));
    if (!step) return Response::not_found();
    const auto done = desk.ground.database.write([&](db::Transaction& tx) { return take_step(tx, desk.actor, desk.scope, desk.now, a.id, *step); });
    if (done) return Response::see_other(visit.url(path_of(a)).with("klart", "steg").text());
    return done.refusal() == Refusal::unknown ? Response::not_found() : shown(visit, desk, a, *step, done.refusal());
}
}

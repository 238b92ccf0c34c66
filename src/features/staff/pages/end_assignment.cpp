// …/uppdrag/{id}/avsluta: says what it means before it is done.
#include "base/text.hpp"
#include "features/staff/pages.hpp"
#include "features/staff/store.hpp"
#include "platform/calendar/calendar.hpp"

namespace staff {
namespace {
using html::Html;
using page::FieldErrors;

struct Ending {
    Assignment assignment;
    Unit unit;
    std::string name;
};
std::optional<Ending> ending(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto id = AssignmentId::from(visit.request.param("id"));
    if (!id) return std::nullopt;
    return ground.database.write([&](db::Transaction& tx) -> std::optional<Ending> {
        const auto a = store::assignment(tx, *id);
        const auto operation = store::operation_of(tx, a ? a->unit : *UnitId::from(*id));   // asked also about nobody's: no answer comes sooner (security T7)
        if (!a || !operation || !may_see(actor, operation->id) || a->ended_at || (a->until && *a->until < calendar::date(now))) return std::nullopt;
        const auto names = Names::of(tx, ground.vault, actor, now, organisation(tx, now), {a->account});
        return Ending{*a, store::unit(tx, a->unit)->unit, name_of(visit, names, a->account)};
    });
}
Response shown(const Visit& visit, const Ending& e, std::string_view when, std::string_view until, const FieldErrors& errors) {
    const std::string role(visit.t(rights::words(e.assignment.role)));
    return page::staff_page(visit, {.title = std::string(visit.t("Avsluta uppdrag")), .current = std::string(home), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Organisation")}, {path_of(e.unit), e.unit.name}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Avsluta uppdrag"));
        h.el("p", visit.t("{name}, {role} i {unit}.", {{"name", e.name}, {"role", role}, {"unit", e.unit.name}}));
        page::form(h, visit, "staff.end_assignment", visit.url(std::string(home) + "/uppdrag/" + std::string(e.assignment.id.text()) + "/avsluta"), [&] {
            page::radios(h, visit, {.name = "when", .label = visit.t("När ska det sluta?"), .value = when},
                         {{"now", std::string(visit.t("Nu")), visit.t("{name} kan inte längre öppna det som hör till uppdraget, från och med nu.", {{"name", e.name}})},
                          {"later", std::string(visit.t("En senare dag")), std::string(visit.t("Uppdraget gäller till och med den dagen."))}}, errors);
            page::text_field(h, visit, {.name = "until", .label = visit.t("Sista dag"), .hint = visit.t("Bara om uppdraget ska sluta en senare dag."), .value = until, .type = "date", .may_be_empty = true}, errors);
            page::submit(h, visit.t("Avsluta uppdraget"));
        });
        h.el("p", [&] { page::link(h, visit.url(path_of(e.unit)), visit.t("Avbryt")); });
    }, errors.any() ? 422 : 200);
}
}

Response end_assignment_page(const Visit& visit, const Ground& ground) {
    const auto e = ending(visit, ground);
    if (!e || may_end(*visit.request.actor, e->unit.operation, e->assignment.role) == Refusal::unknown) return Response::not_found();
    return shown(visit, *e, "now", e->assignment.until ? calendar::iso(*e->assignment.until) : "", {});
}

Response save_end_assignment(const Visit& visit, const Ground& ground) {
    const auto e = ending(visit, ground);
    if (!e) return Response::not_found();
    const auto& r = visit.request;
    FieldErrors errors;
    const bool later = r.field("when") == "later";
    const auto until = later ? day_in(visit, "until", errors) : std::nullopt;
    if (!later && r.field("when") != "now") errors.add("when", visit.t("Välj när uppdraget ska sluta."));
    if (later && !until && !errors.any()) errors.add("until", visit.t("Skriv den sista dagen."));
    if (errors.any()) return shown(visit, *e, r.field("when"), r.field("until"), errors);
    const auto done = ground.database.write([&](db::Transaction& tx) { return end_assignment(tx, *r.actor, ground.clock.now(), e->assignment.id, until); });
    if (done) return Response::see_other(path_of(e->unit) + "?klart=" + (later ? "sparat" : "avslutat"));
    add(errors, visit, done.refusal(), "when");
    return shown(visit, *e, r.field("when"), r.field("until"), errors);
}
}

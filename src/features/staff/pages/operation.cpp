// …/verksamhet/ny and …/verksamhet/{id}: an operation, its controller and its area.
#include "features/staff/building.hpp"
#include "features/staff/pages.hpp"

namespace staff {
namespace {
using html::Html;
using page::FieldErrors;

struct Form {
    std::string name, kind, controller, area;
};
Form form_in(const web::Request& r) { return {std::string(r.field("name")), std::string(r.field("kind")), std::string(r.field("controller")), std::string(r.field("area"))}; }
Form form_of(const Operation& o) { return {o.name, std::string(key(o.kind)), std::string(o.controller.text()), std::string(o.area.text())}; }

template <class Things> std::vector<page::Choice> choices(const Visit& visit, const Things& things) {
    std::vector<page::Choice> out{{"", std::string(visit.t("Välj"))}};
    for (const auto& thing : things) out.push_back({std::string(thing.id.text()), thing.name});
    return out;
}
void fields(Html& h, const Visit& visit, const Organisation& all, const Operation* existing, const Form& form, const FieldErrors& errors) {
    page::text_field(h, visit, {.name = "name", .label = visit.t("Verksamhetens namn"), .value = form.name, .longest = 120}, errors);
    std::vector<page::Choice> kinds{{"", std::string(visit.t("Välj"))}};
    for (const auto kind : operation_kinds) kinds.push_back({std::string(key(kind)), std::string(visit.t(words(kind)))});
    page::select(h, visit, {.name = "kind", .label = visit.t("Inriktning"), .value = form.kind}, kinds, errors);
    page::select(h, visit, {.name = "controller", .label = visit.t("Personuppgiftsansvarig"), .value = form.controller}, choices(visit, all.controllers), errors);
    if (!existing) page::select(h, visit, {.name = "area", .label = visit.t("Sekretessområde"), .hint = visit.t("Kan inte bytas sedan, eftersom uppgifter om personer lagras där."), .value = form.area}, choices(visit, all.areas), errors);
    else h.el("p", visit.t("Sekretessområde: {area}. Det kan inte bytas.", {{"area", all.area(existing->area)->name}}));
}
Response shown(const Visit& visit, const Organisation& all, const Operation* existing, const Form& form, const FieldErrors& errors) {
    const auto title = existing ? visit.t("Ändra {name}", {{"name", existing->name}}) : std::string(visit.t("Ny verksamhet"));
    const auto path = std::string(home) + "/verksamhet/" + (existing ? std::string(existing->id.text()) : "ny");
    return page::staff_page(visit, {.title = title, .current = std::string(home), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Organisation")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        if (all.areas.empty() || all.controllers.empty()) {
            h.el("p", visit.t("Lägg först till en personuppgiftsansvarig och ett sekretessområde."));
            return page::button_link(h, visit.url(std::string(home) + "/omrade"), visit.t("Till områden och ansvariga"));
        }
        page::form(h, visit, existing ? "staff.save_operation" : "staff.save_new_operation", visit.url(path), [&] {
            fields(h, visit, all, existing, form, errors);
            page::submit(h, visit.t("Spara"));
        });
    }, errors.any() ? 422 : 200);
}
// The operation as the form says, or nothing when something is not chosen.
std::optional<Operation> operation_in(const Visit& visit, const Organisation& all, const Form& form, const OperationId& id, std::optional<AreaId> area, FieldErrors& errors) {
    const auto kind = operation_kind_from(form.kind);
    const auto controller = ControllerId::from(form.controller);
    if (!area) area = AreaId::from(form.area);
    if (const auto no = wrong_name(form.name)) add(errors, visit, *no, "name");
    if (!kind) errors.add("kind", visit.t("Välj en inriktning."));
    if (!controller || !all.controller(*controller)) errors.add("controller", visit.t("Välj vem som är personuppgiftsansvarig."));
    if (!area || !all.area(*area)) errors.add("area", visit.t("Välj ett sekretessområde."));
    if (errors.any()) return std::nullopt;
    return Operation{id, *controller, *area, form.name, *kind};
}
}

Response new_operation_page(const Visit& visit, const Ground& ground) { return shown(visit, seen(visit, ground), nullptr, {}, {}); }
Response operation_page(const Visit& visit, const Ground& ground) {
    const auto all = seen(visit, ground);
    const auto id = OperationId::from(visit.request.param("id"));
    const auto* existing = id ? all.operation(*id) : nullptr;
    return existing ? shown(visit, all, existing, form_of(*existing), {}) : Response::not_found();
}

Response save_new_operation(const Visit& visit, const Ground& ground) {
    const auto all = seen(visit, ground);
    const auto form = form_in(visit.request);
    FieldErrors errors;
    const auto made = operation_in(visit, all, form, crypto::new_id<OperationId>(ground.randomness), {}, errors);
    if (!made) return shown(visit, all, nullptr, form, errors);
    const auto done = ground.database.write([&](db::Transaction& tx) { return add_operation(tx, *visit.request.actor, ground.clock.now(), *made); });
    if (done) return Response::see_other(std::string(home) + "?klart=sparat");
    add(errors, visit, done.refusal(), "name");
    return shown(visit, all, nullptr, form, errors);
}
Response save_operation(const Visit& visit, const Ground& ground) {
    const auto all = seen(visit, ground);
    const auto id = OperationId::from(visit.request.param("id"));
    const auto* existing = id ? all.operation(*id) : nullptr;
    if (!existing) return Response::not_found();
    const auto form = form_in(visit.request);
    FieldErrors errors;
    const auto changed = operation_in(visit, all, form, *id, existing->area, errors);
    if (!changed) return shown(visit, all, existing, form, errors);
    const auto done = ground.database.write([&](db::Transaction& tx) { return change_operation(tx, *visit.request.actor, ground.clock.now(), *changed); });
    if (done) return Response::see_other(std::string(home) + "?klart=sparat");
    add(errors, visit, done.refusal(), "name");
    return shown(visit, all, existing, form, errors);
}
}

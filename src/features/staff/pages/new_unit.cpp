// …/enhet/ny: a unit begins with office hours.
#include "features/staff/building.hpp"
#include "features/staff/pages.hpp"

namespace staff {
namespace {
using html::Html;
using page::FieldErrors;

struct Form {
    std::string operation, name;
};
Response shown(const Visit& visit, const Organisation& all, const Form& form, const FieldErrors& errors) {
    return page::staff_page(visit, {.title = std::string(visit.t("Ny enhet")), .current = std::string(home), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Organisation")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Ny enhet"));
        std::vector<page::Choice> choices{{"", std::string(visit.t("Välj en verksamhet"))}};
        for (const auto& operation : all.operations) choices.push_back({std::string(operation.id.text()), operation.name});
        page::form(h, visit, "staff.save_new_unit", visit.url(std::string(home) + "/enhet/ny"), [&] {
            page::select(h, visit, {.name = "operation", .label = visit.t("Verksamhet"), .value = form.operation}, choices, errors);
            page::text_field(h, visit, {.name = "name", .label = visit.t("Enhetens namn"), .value = form.name, .longest = 120}, errors);
            h.el("p", visit.t("Enheten börjar med kontorstid, måndag till fredag. Ändra den sedan på enhetens sida."));
            page::submit(h, visit.t("Lägg till enheten"));
        });
    }, errors.any() ? 422 : 200);
}
}

Response new_unit_page(const Visit& visit, const Ground& ground) { return shown(visit, seen(visit, ground), {std::string(visit.request.asked("verksamhet")), ""}, {}); }

Response save_new_unit(const Visit& visit, const Ground& ground) {
    const Form form{std::string(visit.request.field("operation")), std::string(visit.request.field("name"))};
    const auto operation = OperationId::from(form.operation);
    FieldErrors errors;
    if (!operation) errors.add("operation", visit.t("Välj en verksamhet."));
    if (const auto no = wrong_name(form.name)) add(errors, visit, *no, "name");
    if (errors.any()) return shown(visit, seen(visit, ground), form, errors);
    const Unit unit{crypto::new_id<UnitId>(ground.randomness), *operation, form.name};
    const auto done = ground.database.write([&](db::Transaction& tx) { return add_unit(tx, *visit.request.actor, ground.clock.now(), unit, calendar::office_hours()); });
    if (done) return Response::see_other(path_of(unit) + "?klart=sparat");
    add(errors, visit, done.refusal(), "operation");
    return shown(visit, seen(visit, ground), form, errors);
}
}

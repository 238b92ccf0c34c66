// …/person/{id}/uppdrag: one more assignment for somebody who has an account.
#include "base/text.hpp"
#include "features/staff/attention.hpp"
#include "features/staff/pages.hpp"
#include "features/staff/store.hpp"
#include "platform/calendar/calendar.hpp"

namespace staff {
namespace {
using html::Html;
using page::FieldErrors;

struct Form {
    std::string role, unit, from, until;
};
struct To {
    Organisation all;
    Member member;
    std::string name;
};
std::optional<To> to(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto account = AccountId::from(visit.request.param("id"));
    if (!account) return std::nullopt;
    return ground.database.write([&](db::Transaction& tx) -> std::optional<To> {
        const auto who = store::member(tx, *account);
        if (!who || who->ended_at || !may_see_member(actor, store::operations_of(tx, *account))) return std::nullopt;
        const auto whole = organisation(tx, now);
        const auto names = Names::of(tx, ground.vault, actor, now, whole, {*account});
        return To{seen_by(actor, whole), *who, name_of(visit, names, *account)};
    });
}
Response shown(const Visit& visit, const To& to, const Form& form, const FieldErrors& errors) {
    const auto path = std::string(home) + "/person/" + std::string(to.member.account.text());
    return page::staff_page(visit, {.title = std::string(visit.t("Ge ett uppdrag")), .current = std::string(home), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Organisation")}, {path, visit.t("Person")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Ge {name} ett uppdrag", {{"name", to.name}}));
        auto units = unit_choices(to.all);
        if (units.size() > 1) units.insert(units.begin(), {"", std::string(visit.t("Välj en enhet"))});
        page::form(h, visit, "staff.save_new_assignment", visit.url(path + "/uppdrag"), [&] {
            page::select(h, visit, {.name = "unit", .label = visit.t("Enhet"), .value = form.unit}, units, errors);
            page::select(h, visit, {.name = "role", .label = visit.t("Roll"), .value = form.role}, role_choices(visit), errors);
            first_day_field(h, visit, form.from, errors);
            last_day_field(h, visit, form.until, errors);
            page::submit(h, visit.t("Ge uppdraget"));
        });
    }, errors.any() ? 422 : 200);
}
}

Response new_assignment_page(const Visit& visit, const Ground& ground) {
    const auto whom = to(visit, ground);
    if (!whom) return Response::not_found();
    const auto from = visit.request.asked("fran");
    return shown(visit, *whom, {std::string(visit.request.asked("roll")), std::string(visit.request.asked("enhet")), from.empty() ? calendar::day(ground.clock.now()) : std::string(from), ""}, {});
}

Response save_new_assignment(const Visit& visit, const Ground& ground) {
    const auto whom = to(visit, ground);
    if (!whom) return Response::not_found();
    const auto& r = visit.request;
    const Form form{std::string(r.field("role")), std::string(r.field("unit")), std::string(base::trimmed(r.field("from"))), std::string(base::trimmed(r.field("until")))};
    FieldErrors errors;
    const auto unit = UnitId::from(form.unit);
    const auto role = rights::role_from(form.role);
    if (!unit || !whom->all.unit(*unit)) errors.add("unit", visit.t("Välj en enhet."));
    if (!role) errors.add("role", visit.t("Välj en roll."));
    const auto from = day_in(visit, "from", errors), until = day_in(visit, "until", errors);
    if (errors.any()) return shown(visit, *whom, form, errors);
    const auto now = ground.clock.now();
    const NewAssignment wanted{crypto::new_id<AssignmentId>(ground.randomness), whom->member.account, *unit, *role, from.value_or(calendar::date(now)), until};
    const auto done = ground.database.write([&](db::Transaction& tx) { return start_assignment(tx, *r.actor, now, wanted); });
    if (done) return Response::see_other(std::string(home) + "/person/" + std::string(wanted.account.text()) + "?klart=uppdrag");
    add(errors, visit, done.refusal(), "role");
    return shown(visit, *whom, form, errors);
}
}

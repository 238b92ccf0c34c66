// …/person/ny: somebody who works for the municipality, and her first assignment.
#include "base/text.hpp"
#include "features/staff/pages.hpp"
#include "features/staff/scope.hpp"
#include "features/staff/store.hpp"
#include "platform/calendar/calendar.hpp"

namespace staff {
namespace {
using html::Html;
using page::FieldErrors;

struct Form {
    std::string name, email, phone, role, unit, from, until;
};
Form form_in(const web::Request& r) {
    const auto text = [&](std::string_view field) { return std::string(base::trimmed(r.field(field))); };
    return {text("name"), text("email"), text("phone"), text("role"), text("unit"), text("from"), text("until")};
}
void fields(Html& h, const Visit& visit, const Organisation& all, const Form& form, const FieldErrors& errors) {
    page::text_field(h, visit, {.name = "name", .label = visit.t("Namn"), .value = form.name}, errors);
    page::text_field(h, visit, {.name = "email", .label = visit.t("E-postadress i arbetet"), .value = form.email, .type = "email"}, errors);
    page::text_field(h, visit, {.name = "phone", .label = visit.t("Telefon i arbetet"), .value = form.phone, .type = "tel", .longest = 40, .may_be_empty = true}, errors);
    auto units = unit_choices(all);
    if (units.size() > 1) units.insert(units.begin(), {"", std::string(visit.t("Välj en enhet"))});
    page::select(h, visit, {.name = "unit", .label = visit.t("Enhet"), .value = form.unit}, units, errors);
    page::select(h, visit, {.name = "role", .label = visit.t("Roll"), .value = form.role}, role_choices(visit), errors);
    first_day_field(h, visit, form.from, errors);
    last_day_field(h, visit, form.until, errors);
}
Response shown(const Visit& visit, const Organisation& all, const Form& form, const FieldErrors& errors) {
    return page::staff_page(visit, {.title = std::string(visit.t("Lägg till person")), .current = std::string(home), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Organisation")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Lägg till person"));
        h.el("p", visit.t("Har personen redan ett uppdrag? Ge då ett till på personens sida i stället."));
        page::form(h, visit, "staff.save_new_person", visit.url(std::string(home) + "/person/ny"), [&] {
            fields(h, visit, all, form, errors);
            page::submit(h, visit.t("Lägg till"));
        });
    }, errors.any() ? 422 : 200);
}

std::string_view field_of(people::DetailsFault fault) {
    using people::DetailsFault;
    if (fault == DetailsFault::email_not_understood) return "email";
    return fault == DetailsFault::phone_not_understood ? "phone" : "name";
}
std::optional<people::CheckedDetails> details_in(const Visit& visit, const Form& form, base::Instant now, FieldErrors& errors) {
    auto checked = people::checked({.name = form.name, .phone = form.phone, .email = form.email}, now);
    if (checked && !form.email.empty()) return *std::move(checked);
    if (!checked)
        for (const auto fault : checked.refusal()) errors.add(field_of(fault), visit.t(people::words(fault)));
    if (form.email.empty()) errors.add("email", visit.t("Skriv en e-postadress. Den skiljer personer med samma namn åt."));
    return std::nullopt;
}
std::optional<NewAssignment> assignment_in(const Visit& visit, const Ground& ground, const Organisation& all, const Form& form, FieldErrors& errors) {
    const auto unit = UnitId::from(form.unit);
    const auto role = rights::role_from(form.role);
    if (!unit || !all.unit(*unit)) errors.add("unit", visit.t("Välj en enhet."));
    if (!role) errors.add("role", visit.t("Välj en roll."));
    const auto from = day_in(visit, "from", errors), until = day_in(visit, "until", errors);
    if (errors.any()) return std::nullopt;
    return NewAssignment{crypto::new_id<AssignmentId>(ground.randomness), crypto::new_id<AccountId>(ground.randomness), *unit, *role, from.value_or(calendar::date(ground.clock.now())), until};
}
// Somebody on the staff of that area with the same address: it would be the same person twice.
bool known(const Visit& visit, const Ground& ground, const AreaId& area, const std::string& email) {
    const auto scope = area_of_staff(area);
    const auto hits = people::find_by_email({ground.database, ground.vault, *visit.request.actor, scope, people::Reason::staffing, ground.clock.now()}, email);
    return std::any_of(hits.names.begin(), hits.names.end(), [](const people::Name& name) { return name.kind == people::Kind::staff; });
}
// Person and assignment together; a refused assignment leaves no person behind, so it is asked for first.
std::optional<Refusal> refused(const Visit& visit, const Organisation& all, const NewAssignment& wanted, base::Instant now) {
    if (const auto no = may_give(*visit.request.actor, all.operation_of(wanted.unit)->id, wanted.account, wanted.role)) return no;
    if (wanted.until && *wanted.until < wanted.from) return Refusal::days_backwards;
    if (wanted.until && *wanted.until < calendar::date(now)) return Refusal::ends_before_today;
    return std::nullopt;
}
void store_both(const Visit& visit, const Ground& ground, const people::NewPerson& person, const NewAssignment& wanted, base::Instant now) {
    ground.database.write([&](db::Transaction& tx) {
        const bool stored = add_member(tx, *visit.request.actor, now, {wanted.account, person}) && start_assignment(tx, *visit.request.actor, now, wanted);
        if (!stored) throw db::Unavailable("the organisation was changed while a person was added");
    });
}
}

Response new_person_page(const Visit& visit, const Ground& ground) {
    const auto& r = visit.request;
    return shown(visit, seen(visit, ground), {.role = std::string(r.asked("roll")), .unit = std::string(r.asked("enhet")), .from = calendar::day(ground.clock.now())}, {});
}

Response save_new_person(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto all = seen(visit, ground);
    const auto form = form_in(visit.request);
    FieldErrors errors;
    const auto details = details_in(visit, form, now, errors);
    const auto wanted = assignment_in(visit, ground, all, form, errors);
    if (!details || !wanted) return shown(visit, all, form, errors);
    if (const auto no = refused(visit, all, *wanted, now)) add(errors, visit, *no, "unit");
    const auto area = all.operation_of(wanted->unit)->area;
    if (!errors.any() && known(visit, ground, area, form.email)) errors.add("email", visit.t("Det finns redan en person med den e-postadressen. Ge uppdraget på den personens sida."));
    if (errors.any()) return shown(visit, all, form, errors);
    const auto person = people::sealed(ground.vault, ground.randomness, area, people::Kind::staff, people::Protection::none, *details);
    store_both(visit, ground, person, *wanted, now);
    return Response::see_other(std::string(home) + "/person/" + std::string(wanted->account.text()) + "?klart=tillagd");
}
}

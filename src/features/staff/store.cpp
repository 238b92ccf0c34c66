#include "features/staff/store.hpp"
#include "features/staff/hours.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/db/stored.hpp"

namespace staff::store {
namespace {
using db::instant;
using db::known;
constexpr db::Sql held_now{"staff.held_now",
                           "SELECT a.id, a.role, a.unit, u.operation, o.area FROM staff_assignment a JOIN staff_member m ON m.account = a.account "
                           "JOIN staff_unit u ON u.id = a.unit JOIN staff_operation o ON o.id = u.operation "
                           "WHERE a.account = ?1 AND a.from_day <= ?2 AND (a.until_day IS NULL OR a.until_day >= ?2) "
                           "AND (a.ended_at IS NULL OR a.ended_at > ?3) AND (m.ended_at IS NULL OR m.ended_at > ?3) ORDER BY a.from_day, a.created_at, a.id"};
constexpr db::Sql find_member{"staff.find_member", "SELECT account, area, person, created_at, ended_at FROM staff_member WHERE account = ?1"};
constexpr db::Sql operations_of_member{"staff.operations_of_member",
                                       "SELECT DISTINCT u.operation FROM staff_assignment a JOIN staff_unit u ON u.id = a.unit WHERE a.account = ?1 ORDER BY u.operation"};
constexpr db::Sql find_assignment{"staff.find_assignment", "SELECT id, account, unit, role, from_day, until_day, source, ended_at FROM staff_assignment WHERE id = ?1"};
constexpr db::Sql assignments_of{"staff.assignments_of",
                                 "SELECT id, account, unit, role, from_day, until_day, source, ended_at FROM staff_assignment WHERE account = ?1 AND ended_at IS NULL ORDER BY from_day, id"};
constexpr db::Sql assignments_as{"staff.assignments_as",
                                 "SELECT id, account, unit, role, from_day, until_day, source, ended_at FROM staff_assignment WHERE role = ?1 AND ended_at IS NULL ORDER BY from_day, id"};
constexpr db::Sql former_of{"staff.former_of",
                            "SELECT id, account, unit, role, from_day, until_day, source, ended_at FROM staff_assignment "
                            "WHERE account = ?1 AND (ended_at IS NOT NULL OR until_day < ?2) ORDER BY from_day DESC, id"};
constexpr db::Sql find_unit{"staff.find_unit", "SELECT id, operation, name, hours FROM staff_unit WHERE id = ?1"};
constexpr db::Sql closed_of{"staff.closed_of", "SELECT first_day, last_day, reason FROM staff_closed WHERE unit = ?1 ORDER BY first_day"};
constexpr db::Sql find_operation{"staff.find_operation", "SELECT id, controller, area, name, kind FROM staff_operation WHERE id = ?1"};
constexpr db::Sql find_operation_of{"staff.find_operation_of",
                                    "SELECT o.id, o.controller, o.area, o.name, o.kind FROM staff_operation o JOIN staff_unit u ON u.operation = o.id WHERE u.id = ?1"};
constexpr db::Sql all_areas{"staff.all_areas", "SELECT id, name FROM staff_area ORDER BY name"};
constexpr db::Sql all_controllers{"staff.all_controllers", "SELECT id, name, kind, number FROM staff_controller ORDER BY name"};
// One that nothing is remembered of (stored by the former version of the program) was always called as it is.
constexpr db::Sql operations_then{"staff.operations_at",
                                  "SELECT o.id, w.controller, o.area, w.name, o.kind FROM staff_operation_was w JOIN staff_operation o ON o.id = w.operation "
                                  "WHERE w.at = (SELECT MAX(x.at) FROM staff_operation_was x WHERE x.operation = w.operation AND x.at <= ?1) "
                                  "UNION ALL SELECT o.id, o.controller, o.area, o.name, o.kind FROM staff_operation o WHERE NOT EXISTS (SELECT 1 FROM staff_operation_was x WHERE x.operation = o.id)"};
constexpr db::Sql all_operations{"staff.all_operations", "SELECT id, controller, area, name, kind FROM staff_operation ORDER BY name"};
constexpr db::Sql all_units{"staff.all_units", "SELECT id, operation, name FROM staff_unit ORDER BY name"};
constexpr db::Sql all_members{"staff.all_members", "SELECT account, area, person, created_at, ended_at FROM staff_member ORDER BY created_at, account"};
constexpr db::Sql all_assignments{"staff.all_assignments",
                                  "SELECT id, account, unit, role, from_day, until_day, source, ended_at FROM staff_assignment "
                                  "WHERE ended_at IS NULL AND (until_day IS NULL OR until_day >= ?1) ORDER BY from_day, id"};
constexpr db::Sql all_needed{"staff.all_needed", "SELECT unit, role, count FROM staff_needed ORDER BY unit, role"};

template <class AnId> AnId id(const db::Row& row, int column) { return AnId::stored(row.text(column)); }
calendar::Date day(std::string_view text) {
    const auto found = calendar::date_from(text);
    base::require(found.has_value(), "a day in staff_* is not a day");
    return *found;
}
std::optional<calendar::Date> optional_day(const db::Row& row, int column) {
    const auto text = row.optional_text(column);
    return text ? std::optional(day(*text)) : std::nullopt;
}

Assignment assignment_in(const db::Row& row) {
    return {id<AssignmentId>(row, 0), id<AccountId>(row, 1), id<UnitId>(row, 2), known(rights::role_from(row.text(3))),
            day(row.text(4)),         optional_day(row, 5),  known(source_from(row.text(6))), instant(row.optional_integer(7))};
}
Member member_in(const db::Row& row) {
    std::optional<Named> named;
    if (row.optional_text(1)) named = Named{id<AreaId>(row, 1), id<PersonId>(row, 2)};
    return {id<AccountId>(row, 0), named, {row.integer(3)}, instant(row.optional_integer(4))};
}
Operation operation_in(const db::Row& row) {
    return {id<OperationId>(row, 0), id<ControllerId>(row, 1), id<AreaId>(row, 2), std::string(row.text(3)), known(operation_kind_from(row.text(4)))};
}
Unit unit_in(const db::Row& row) { return {id<UnitId>(row, 0), id<OperationId>(row, 1), std::string(row.text(2))}; }
}

std::vector<rights::Assignment> held(db::Reader& reader, const AccountId& account, base::Instant now) {
    return reader.query(held_now, {account, calendar::day(now), now.ms}, [](const db::Row& row) {
        return rights::Assignment{id<AssignmentId>(row, 0), known(rights::role_from(row.text(1))), id<UnitId>(row, 2), id<OperationId>(row, 3), id<AreaId>(row, 4)};
    });
}
std::optional<Member> member(db::Reader& reader, const AccountId& account) { return reader.optional_one(find_member, {account}, member_in); }
std::vector<OperationId> operations_of(db::Reader& reader, const AccountId& account) {
    return reader.query(operations_of_member, {account}, [](const db::Row& row) { return id<OperationId>(row, 0); });
}
std::optional<Assignment> assignment(db::Reader& reader, const AssignmentId& which) { return reader.optional_one(find_assignment, {which}, assignment_in); }
std::vector<Assignment> of_account(db::Reader& reader, const AccountId& account) { return reader.query(assignments_of, {account}, assignment_in); }
std::vector<Assignment> with_role(db::Reader& reader, Role role) { return reader.query(assignments_as, {rights::key(role)}, assignment_in); }
std::vector<Assignment> former(db::Reader& reader, const AccountId& account, base::Instant now) {
    return reader.query(former_of, {account, calendar::day(now)}, assignment_in);
}

std::optional<Stored> unit(db::Reader& reader, const UnitId& which) {
    auto found = reader.optional_one(find_unit, {which}, [](const db::Row& row) { return Stored{unit_in(row), known(hours_from(row.text(3)))}; });
    if (found)
        found->hours.closed = reader.query(closed_of, {which}, [](const db::Row& row) {
            return calendar::ClosedPeriod{day(row.text(0)), day(row.text(1)), std::string(row.text(2))};
        });
    return found;
}
std::optional<Operation> operation(db::Reader& reader, const OperationId& which) { return reader.optional_one(find_operation, {which}, operation_in); }
std::vector<Operation> operations_at(db::Reader& reader, base::Instant then) { return reader.query(operations_then, {then.ms}, operation_in); }
std::optional<Operation> operation_of(db::Reader& reader, const UnitId& unit) { return reader.optional_one(find_operation_of, {unit}, operation_in); }

Organisation all(db::Reader& reader, calendar::Date today) {
    return {reader.query(all_areas, {}, [](const db::Row& row) { return Area{id<AreaId>(row, 0), std::string(row.text(1))}; }),
            reader.query(all_controllers, {}, [](const db::Row& row) {
                return Controller{id<ControllerId>(row, 0), std::string(row.text(1)), known(controller_kind_from(row.text(2))), std::string(row.text(3))};
            }),
            reader.query(all_operations, {}, operation_in),
            reader.query(all_units, {}, unit_in),
            reader.query(all_members, {}, member_in),
            reader.query(all_assignments, {calendar::iso(today)}, assignment_in),
            reader.query(all_needed, {}, [](const db::Row& row) { return Needed{id<UnitId>(row, 0), known(rights::role_from(row.text(1))), static_cast<int>(row.integer(2))}; })};
}
}

#include "features/staff/hours.hpp"
#include "features/staff/store.hpp"

namespace staff::store {
namespace {
constexpr db::Sql insert_area{"staff.insert_area", "INSERT INTO staff_area (id, name) VALUES (?1, ?2) ON CONFLICT DO NOTHING"};
constexpr db::Sql insert_controller{"staff.insert_controller", "INSERT INTO staff_controller (id, name, kind, number) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING"};
constexpr db::Sql insert_operation{"staff.insert_operation", "INSERT INTO staff_operation (id, controller, area, name, kind) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING"};
constexpr db::Sql insert_unit{"staff.insert_unit", "INSERT INTO staff_unit (id, operation, name, hours) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING"};
constexpr db::Sql rename_area{"staff.rename_area", "UPDATE staff_area SET name = ?2 WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM staff_area o WHERE o.name = ?2 AND o.id <> ?1)"};
constexpr db::Sql change_controller{"staff.change_controller",
                                    "UPDATE staff_controller SET name = ?2, kind = ?3, number = ?4 WHERE id = ?1 "
                                    "AND NOT EXISTS (SELECT 1 FROM staff_controller o WHERE o.name = ?2 AND o.id <> ?1)"};
constexpr db::Sql change_operation{"staff.change_operation",
                                   "UPDATE staff_operation SET controller = ?2, name = ?3, kind = ?4 WHERE id = ?1 "
                                   "AND NOT EXISTS (SELECT 1 FROM staff_operation o WHERE o.controller = ?2 AND o.name = ?3 AND o.id <> ?1)"};
constexpr db::Sql remember_operation{"staff.remember_operation", "INSERT INTO staff_operation_was (operation, at, controller, name) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (operation, at) DO UPDATE SET controller = ?3, name = ?4"};
constexpr db::Sql rename_unit{"staff.rename_unit",
                              "UPDATE staff_unit SET name = ?2 WHERE id = ?1 AND NOT EXISTS "
                              "(SELECT 1 FROM staff_unit o WHERE o.operation = staff_unit.operation AND o.name = ?2 AND o.id <> ?1)"};
constexpr db::Sql update_hours{"staff.update_hours", "UPDATE staff_unit SET hours = ?2 WHERE id = ?1"};
constexpr db::Sql insert_closed{"staff.insert_closed", "INSERT INTO staff_closed (unit, first_day, last_day, reason) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING"};
constexpr db::Sql delete_closed{"staff.delete_closed", "DELETE FROM staff_closed WHERE unit = ?1 AND first_day = ?2"};
constexpr db::Sql delete_needed{"staff.delete_needed", "DELETE FROM staff_needed WHERE unit = ?1 AND role = ?2"};
constexpr db::Sql insert_needed{"staff.insert_needed", "INSERT INTO staff_needed (unit, role, count) VALUES (?1, ?2, ?3)"};
constexpr db::Sql insert_member{"staff.insert_member", "INSERT INTO staff_member (account, area, person, created_at) VALUES (?1, ?2, ?3, ?4)"};
constexpr db::Sql insert_assignment{"staff.insert_assignment",
                                    "INSERT INTO staff_assignment (id, account, unit, role, from_day, until_day, source, created_at, created_by) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING"};
constexpr db::Sql take_assignment_away{"staff.take_assignment_away", "UPDATE staff_assignment SET ended_at = ?2, ended_by = ?3 WHERE id = ?1 AND ended_at IS NULL"};
constexpr db::Sql hold_role{"staff.hold_role", "UPDATE staff_assignment SET role = role WHERE role = ?1 AND ended_at IS NULL"};
constexpr db::Sql update_until{"staff.update_until", "UPDATE staff_assignment SET until_day = ?2 WHERE id = ?1"};
constexpr db::Sql end_account{"staff.end_account", "UPDATE staff_member SET ended_at = ?2 WHERE account = ?1 AND ended_at IS NULL"};
}

bool insert(db::Transaction& tx, const Area& a) { return tx.execute(insert_area, {a.id, a.name}) == 1; }
bool insert(db::Transaction& tx, const Controller& c) { return tx.execute(insert_controller, {c.id, c.name, key(c.kind), c.number}) == 1; }
bool insert(db::Transaction& tx, const Operation& o) { return tx.execute(insert_operation, {o.id, o.controller, o.area, o.name, key(o.kind)}) == 1; }
bool insert(db::Transaction& tx, const Unit& u, const calendar::Hours& hours) { return tx.execute(insert_unit, {u.id, u.operation, u.name, text_of(hours)}) == 1; }
bool rename(db::Transaction& tx, const Area& a) { return tx.execute(rename_area, {a.id, a.name}) == 1; }
bool change(db::Transaction& tx, const Controller& c) { return tx.execute(change_controller, {c.id, c.name, key(c.kind), c.number}) == 1; }
bool change(db::Transaction& tx, const Operation& o) { return tx.execute(change_operation, {o.id, o.controller, o.name, key(o.kind)}) == 1; }
void remember(db::Transaction& tx, const Operation& o, base::Instant now) { tx.execute(remember_operation, {o.id, now.ms, o.controller, o.name}); }
bool rename(db::Transaction& tx, const Unit& u) { return tx.execute(rename_unit, {u.id, u.name}) == 1; }
void set_hours(db::Transaction& tx, const UnitId& unit, const calendar::Hours& hours) { tx.execute(update_hours, {unit, text_of(hours)}); }
bool add_closed(db::Transaction& tx, const UnitId& unit, const calendar::ClosedPeriod& p) {
    return tx.execute(insert_closed, {unit, calendar::iso(p.first), calendar::iso(p.last), p.reason}) == 1;
}
bool remove_closed(db::Transaction& tx, const UnitId& unit, calendar::Date first) { return tx.execute(delete_closed, {unit, calendar::iso(first)}) == 1; }
void set_needed(db::Transaction& tx, const UnitId& unit, Role role, int count) {
    tx.execute(delete_needed, {unit, rights::key(role)});
    if (count > 0) tx.execute(insert_needed, {unit, rights::key(role), count});
}
void insert(db::Transaction& tx, const AccountId& account, const Named& named, base::Instant now) { tx.execute(insert_member, {account, named.area, named.person, now.ms}); }
bool insert(db::Transaction& tx, const NewAssignment& a, const AccountId& by, base::Instant now) {
    const auto until = a.until ? std::optional(calendar::iso(*a.until)) : std::nullopt;
    return tx.execute(insert_assignment, {a.id, a.account, a.unit, rights::key(a.role), calendar::iso(a.from), until, key(a.source), now.ms, by}) == 1;
}
void take_away(db::Transaction& tx, const AssignmentId& id, const AccountId& by, base::Instant now) { tx.execute(take_assignment_away, {id, now.ms, by}); }
void hold(db::Transaction& tx, Role role) { tx.execute(hold_role, {rights::key(role)}); }
void set_until(db::Transaction& tx, const AssignmentId& id, calendar::Date last_day) { tx.execute(update_until, {id, calendar::iso(last_day)}); }
void end(db::Transaction& tx, const AccountId& account, base::Instant now) { tx.execute(end_account, {account, now.ms}); }
}

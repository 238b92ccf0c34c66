#pragma once
#include "features/staff/rules.hpp"
// All SQL on staff_*. Nothing here asks who may: rules.hpp does, before.
namespace staff::store {

// ---- read
std::vector<rights::Assignment> held(db::Reader&, const AccountId&, base::Instant now);
std::optional<Member> member(db::Reader&, const AccountId&);
// A member's operations: of every assignment, also those that are over.
std::vector<OperationId> operations_of(db::Reader&, const AccountId&);
std::optional<Assignment> assignment(db::Reader&, const AssignmentId&);
// Not taken away, whatever their days.
std::vector<Assignment> of_account(db::Reader&, const AccountId&);
std::vector<Assignment> with_role(db::Reader&, Role);
// Over or taken away, newest first.
std::vector<Assignment> former(db::Reader&, const AccountId&, base::Instant now);
struct Stored {
    Unit unit;
    calendar::Hours hours;
};
std::optional<Stored> unit(db::Reader&, const UnitId&);
std::optional<Operation> operation(db::Reader&, const OperationId&);
std::optional<Operation> operation_of(db::Reader&, const UnitId&);
Organisation all(db::Reader&, calendar::Date today);

// ---- changed; false when a name or a day is taken, or there is none
bool insert(db::Transaction&, const Area&);
bool insert(db::Transaction&, const Controller&);
bool insert(db::Transaction&, const Operation&);
bool insert(db::Transaction&, const Unit&, const calendar::Hours&);
bool rename(db::Transaction&, const Area&);
bool change(db::Transaction&, const Controller&);
bool change(db::Transaction&, const Operation&);
// From that moment it is called so; after each insert and change.
void remember(db::Transaction&, const Operation&, base::Instant now);
std::vector<Operation> operations_at(db::Reader&, base::Instant);
bool rename(db::Transaction&, const Unit&);
void set_hours(db::Transaction&, const UnitId&, const calendar::Hours&);
bool add_closed(db::Transaction&, const UnitId&, const calendar::ClosedPeriod&);
bool remove_closed(db::Transaction&, const UnitId&, calendar::Date first);
void set_needed(db::Transaction&, const UnitId&, Role, int count);
void insert(db::Transaction&, const AccountId&, const Named&, base::Instant now);
bool insert(db::Transaction&, const NewAssignment&, const AccountId& by, base::Instant now);
void take_away(db::Transaction&, const AssignmentId&, const AccountId& by, base::Instant now);
// Until the transaction ends, whoever else would change somebody's assignment in that role waits: what is counted stays so. PostgreSQL lets two
// who read the same write at once.
void hold(db::Transaction&, Role);
void set_until(db::Transaction&, const AssignmentId&, calendar::Date last_day);
void end(db::Transaction&, const AccountId&, base::Instant now);
}

#pragma once
#include "base/result.hpp"
#include "features/people/public.hpp"
#include "features/staff/organisation.hpp"
#include "platform/calendar/working.hpp"
#include "platform/db/database.hpp"
// Who works where, as what, and until when. Rights are asked here on each request (security T10): nothing is kept between two.
namespace staff {

using rights::Actor;

// ---- questions ----------------------------------------------------------------------------------------------------------------------

// What an account may act as at that moment: begun, not over, not taken away, and the member not ended. In the order they began.
std::vector<rights::Assignment> assignments_now(db::Reader&, const AccountId&, base::Instant now);
// Nothing when there is no such account. An ended one is still there: sign_in must refuse it by ended_at.
std::optional<Member> member(db::Reader&, const AccountId&);
// Accounts that have one of these roles now, in any unit.
std::vector<AccountId> accounts_with(db::Reader&, rights::Roles, base::Instant now);
// Heads and others of one area, for what the area must be told (an alert of features/people).
std::vector<AccountId> accounts_with(db::Reader&, rights::Roles, const AreaId&, base::Instant now);
// The operations there were at that moment, under the names they had then.
std::vector<Operation> operations_at(db::Reader&, base::Instant);
// When the unit works. A unit that nobody has is a Bug; stored hours are always sound.
calendar::WorkingCalendar working_calendar(db::Reader&, const UnitId&);
std::optional<Unit> unit(db::Reader&, const UnitId&);
// Everything, for lists and choices. Filter it by what the actor may see (may_see) before it is shown.
Organisation organisation(db::Reader&, base::Instant now);
// What members are called, for a page whose rule has said that its reader may know (the log's reviewer, the head of an area). The erased are
// left out. Writes a line for each area, with a subject for each name.
struct Called {
    AccountId account;
    people::Name name;
};
std::vector<Called> called(db::Transaction&, const vault::Vault&, const Actor&, base::Instant now, const std::vector<AccountId>&, people::Reason);
// Whether the actor's page may show that operation: administrator and director all, a head her own, any other role none.
bool may_see(const Actor&, const OperationId&);

// ---- changes: one verb a file. Each writes its line in the access log in the same transaction ----------------------------------------

enum class Refusal {
    unknown,                // no such unit, operation, person or assignment, or not the actor's: say 404
    not_yours,              // the actor may look but not change
    role_not_yours,         // a head may not give or end that role
    yourself,               // nobody gives herself a role
    last_administrator,     // somebody must be left who can let others in
    overlaps,               // the same role in the same unit on some of the same days
    days_backwards, ends_before_today, ends_later_than_before,
    already_ended, member_ended, name_missing, name_too_long, name_taken, hours_wrong, count_wrong, closed_wrong,
};
const char* words(Refusal); // the Swedish sentence to translate

// Sealed before the transaction: people::sealed(vault, randomness, area, Kind::staff, …).
struct NewMember {
    AccountId account;
    const people::NewPerson& person; // holds a key, so it is never copied
};
base::Result<AccountId, Refusal> add_member(db::Transaction&, const Actor&, base::Instant now, const NewMember&);

struct NewAssignment {
    AssignmentId id;
    AccountId account;
    UnitId unit;
    Role role;
    calendar::Date from;
    std::optional<calendar::Date> until = {};
    Source source = Source::desk;
};
base::Result<AssignmentId, Refusal> start_assignment(db::Transaction&, const Actor&, base::Instant now, const NewAssignment&);
// Without a last day: at this moment, so that the next request is refused. With one: that day is the last; never later than before.
base::Result<AssignmentId, Refusal> end_assignment(db::Transaction&, const Actor&, base::Instant now, const AssignmentId&, std::optional<calendar::Date> last_day = {});
// All assignments now, and the account cannot be used again. Administrators only.
base::Result<AccountId, Refusal> end_member(db::Transaction&, const Actor&, base::Instant now, const AccountId&);

// The place of the very first administrator (`lotsen user add`): the unit that is there already, or a board, an operation and a unit.
struct Founding {
    AreaId area;
    ControllerId controller;
    OperationId operation;
    UnitId unit;
    std::string board; // "Socialnämnden"
};
Founding founding(crypto::Randomness&, std::string board);
struct Place {
    AreaId area;
    UnitId unit;
};
Place found(db::Transaction&, const Actor&, base::Instant now, const Founding&);
}

#pragma once
#include "features/staff/public.hpp"
// Who may change what in the organisation, and when an assignment is in force. Pure: the actor and the time are handed in.
namespace staff {

// By the Swedish date: both days counted. Taken away at ended_at, also in the middle of a day.
bool current(const Assignment&, base::Instant now);
// Whether two spans of days, both ends counted, have a day in common. Without an end: for ever.
bool share_a_day(calendar::Date from, std::optional<calendar::Date> until, calendar::Date other_from, std::optional<calendar::Date> other_until);

bool at_the_terminal(const Actor&);
bool heads(const Actor&, const OperationId&);
// Hours, closed days and needed roles of an operation's units: an administrator, and its head.
std::optional<Refusal> may_run(const Actor&, const OperationId&);
// Areas, controllers, operations and new units: an administrator.
std::optional<Refusal> may_build(const Actor&);
// Roles that reach outside an operation, or check it: only an administrator gives and ends them.
inline constexpr rights::Roles beyond_a_head{Role::administrator, Role::director, Role::log_reviewer, Role::registrar};
std::optional<Refusal> may_give(const Actor&, const OperationId&, const AccountId& to, Role);
std::optional<Refusal> may_end(const Actor&, const OperationId&, Role);
// Whom the actor may see at all: somebody with, or who had, an assignment in an operation of hers, or has none yet.
bool may_see_member(const Actor&, const std::vector<OperationId>& of_the_member);
// Whether nobody could let others in any more once those end: after `last_day`, or from now when there is none. `administrators`: all
// assignments in that role that are not over.
bool leaves_no_administrator(const std::vector<Assignment>& administrators, const std::vector<AssignmentId>& ending, base::Instant now, std::optional<calendar::Date> last_day);

// Trimmed; nothing wrong when it has 1–120 characters.
std::optional<Refusal> wrong_name(std::string_view);
inline constexpr std::size_t longest_name = 120;
}

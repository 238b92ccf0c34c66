#include "features/staff/line.hpp"
#include "features/staff/store.hpp"
#include "platform/calendar/calendar.hpp"

namespace staff {
namespace {
std::optional<Refusal> wrong_end(const Assignment& a, base::Instant now, std::optional<calendar::Date> last_day) {
    const auto today = calendar::date(now);
    if (a.ended_at || (a.until && *a.until < today)) return Refusal::already_ended;
    if (!last_day) return std::nullopt;
    if (*last_day < today) return Refusal::ends_before_today;
    if (*last_day < a.from) return Refusal::days_backwards;
    if (a.until && *a.until < *last_day) return Refusal::ends_later_than_before;
    return std::nullopt;
}
}

base::Result<AssignmentId, Refusal> end_assignment(db::Transaction& tx, const Actor& actor, base::Instant now, const AssignmentId& id, std::optional<calendar::Date> last_day) {
    auto a = store::assignment(tx, id);
    // Two administrators who end each other at the same time: the second sees what the first has done.
    if (a && a->role == Role::administrator) store::hold(tx, Role::administrator), a = store::assignment(tx, id);
    const auto operation = a ? store::operation_of(tx, a->unit) : std::nullopt;
    if (!operation) return base::refused(Refusal::unknown);
    if (const auto no = may_end(actor, operation->id, a->role)) return line::refused(tx, actor, now, line::Thing::assignment, id, *no);
    if (const auto no = wrong_end(*a, now, last_day)) return line::refused(tx, actor, now, line::Thing::assignment, id, *no);
    if (a->role == Role::administrator && leaves_no_administrator(store::with_role(tx, Role::administrator), {id}, now, last_day))
        return line::refused(tx, actor, now, line::Thing::assignment, id, Refusal::last_administrator);
    if (last_day) store::set_until(tx, id, *last_day);
    else store::take_away(tx, id, actor.account(), now);
    line::record(tx, actor, now, line::Thing::assignment, line::Done::ended, id, operation->area);
    return id;
}
}

#include "features/staff/line.hpp"
#include "features/staff/store.hpp"
#include "platform/calendar/calendar.hpp"

namespace staff {
namespace {
std::optional<Refusal> wrong_days(const NewAssignment& wanted, base::Instant now) {
    if (!wanted.until) return std::nullopt;
    if (*wanted.until < wanted.from) return Refusal::days_backwards;
    if (*wanted.until < calendar::date(now) && wanted.source == Source::desk) return Refusal::ends_before_today;
    return std::nullopt;
}
std::optional<Refusal> wrong_member(db::Reader& reader, const Actor& actor, const AccountId& account) {
    const auto who = store::member(reader, account);
    if (!who || !may_see_member(actor, store::operations_of(reader, account))) return Refusal::unknown;
    if (who->ended_at) return Refusal::member_ended;
    return std::nullopt;
}
bool overlaps(db::Reader& reader, const NewAssignment& wanted) {
    const auto all = store::of_account(reader, wanted.account);
    return std::any_of(all.begin(), all.end(), [&](const Assignment& a) {
        return a.unit == wanted.unit && a.role == wanted.role && share_a_day(a.from, a.until, wanted.from, wanted.until);
    });
}
}

base::Result<AssignmentId, Refusal> start_assignment(db::Transaction& tx, const Actor& actor, base::Instant now, const NewAssignment& wanted) {
    const auto operation = store::operation_of(tx, wanted.unit);
    if (!operation) return base::refused(Refusal::unknown);
    if (const auto no = may_give(actor, operation->id, wanted.account, wanted.role)) return line::refused(tx, actor, now, line::Thing::assignment, wanted.id, *no);
    if (const auto no = wrong_member(tx, actor, wanted.account)) return line::refused(tx, actor, now, line::Thing::assignment, wanted.id, *no);
    if (const auto no = wrong_days(wanted, now)) return line::refused(tx, actor, now, line::Thing::assignment, wanted.id, *no);
    if (overlaps(tx, wanted) || !store::insert(tx, wanted, actor.account(), now)) return base::refused(Refusal::overlaps);
    line::record(tx, actor, now, line::Thing::assignment, line::Done::added, wanted.id, operation->area);
    return wanted.id;
}
}

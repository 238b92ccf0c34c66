#include "features/staff/line.hpp"
#include "features/staff/scope.hpp"
#include "features/staff/store.hpp"

namespace staff {

base::Result<AccountId, Refusal> add_member(db::Transaction& tx, const Actor& actor, base::Instant now, const NewMember& wanted) {
    if (may_build(actor) && !actor.is(Role::head_of_operations)) return base::refused(Refusal::not_yours);
    base::require(wanted.person.kind == people::Kind::staff, "a member of staff is stored as staff");
    if (!people::add(tx, actor, area_of_staff(wanted.person.area), now, wanted.person)) return base::refused(Refusal::unknown);
    store::insert(tx, wanted.account, {wanted.person.area, wanted.person.id}, now);
    line::record(tx, actor, now, line::Thing::member, line::Done::added, wanted.account, wanted.person.area);
    return wanted.account;
}
}

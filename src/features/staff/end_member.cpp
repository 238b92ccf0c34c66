#include "features/staff/line.hpp"
#include "features/staff/store.hpp"

namespace staff {

base::Result<AccountId, Refusal> end_member(db::Transaction& tx, const Actor& actor, base::Instant now, const AccountId& account) {
    if (const auto no = may_build(actor)) return line::refused(tx, actor, now, line::Thing::member, account, *no);
    store::hold(tx, Role::administrator);   // as in end_assignment
    const auto who = store::member(tx, account);
    if (!who) return base::refused(Refusal::unknown);
    if (who->ended_at) return base::refused(Refusal::already_ended);
    std::vector<AssignmentId> ending;
    for (const auto& a : store::of_account(tx, account)) ending.push_back(a.id);
    if (leaves_no_administrator(store::with_role(tx, Role::administrator), ending, now, {})) return line::refused(tx, actor, now, line::Thing::member, account, Refusal::last_administrator);
    for (const auto& id : ending) store::take_away(tx, id, actor.account(), now);
    store::end(tx, account, now);
    line::record(tx, actor, now, line::Thing::member, line::Done::ended, account, who->named ? std::optional(who->named->area) : std::nullopt);
    return account;
}
}

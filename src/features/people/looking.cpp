// A person is looked at: opened, or named in a list.
#include "features/people/line.hpp"
#include "features/people/protection.hpp"
#include "features/people/sealing.hpp"

namespace people {

std::optional<Person> open(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const PersonId& id, Reason reason) {
    const auto stored = visible(tx, actor, scope, now, id, reason);
    if (!stored) return std::nullopt;
    line::read(tx, actor, now, stored->area, id, reason);
    return unsealed(vault, *stored);
}

std::vector<Name> names(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const std::vector<PersonId>& ids, Reason reason) {
    std::vector<Name> out, shown;
    for (const auto& id : ids) {
        const auto stored = store::find(tx, scope, id);
        if (!stored) continue;
        const bool masked = stored->protection != Protection::none && !store::may_see_protected(tx, scope, stored->area, actor.account(), now);
        out.push_back({id, stored->area, stored->kind, masked ? std::string() : unsealed_name(vault, *stored), masked});
        if (!masked) shown.push_back(out.back());
    }
    if (!shown.empty()) line::listed(tx, actor, now, shown, reason);
    return out;
}
}

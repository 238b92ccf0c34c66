#include "features/staff/scope.hpp"
#include "features/staff/store.hpp"
#include <map>

namespace staff {

std::vector<Called> called(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const std::vector<AccountId>& accounts, people::Reason reason) {
    std::map<AreaId, std::map<PersonId, AccountId>> by_area;
    for (const auto& account : accounts)
        if (const auto who = store::member(tx, account); who && who->named) by_area[who->named->area].emplace(who->named->person, account);
    std::vector<Called> out;
    for (const auto& [area, persons] : by_area) {
        std::vector<PersonId> ids;
        for (const auto& [person, account] : persons) ids.push_back(person);
        for (const auto& name : people::names(tx, vault, actor, area_of_staff(area), now, ids, reason)) out.push_back({persons.at(name.id), name});
    }
    return out;
}
}

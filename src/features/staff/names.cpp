#include "features/staff/names.hpp"
#include "features/staff/scope.hpp"

namespace staff {

Names Names::of(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const Organisation& all, const std::vector<AccountId>& accounts) {
    std::map<AreaId, std::map<PersonId, AccountId>> by_area;
    for (const auto& account : accounts)
        if (const auto* who = all.member(account); who && who->named) by_area[who->named->area].emplace(who->named->person, account);
    Names out;
    for (const auto& [area, persons] : by_area) {
        std::vector<PersonId> ids;
        for (const auto& [person, account] : persons) ids.push_back(person);
        for (const auto& name : people::names(tx, vault, actor, area_of_staff(area), now, ids, people::Reason::staffing)) out.names_.emplace(persons.at(name.id), name);
    }
    return out;
}
const people::Name* Names::find(const AccountId& account) const {
    const auto found = names_.find(account);
    return found == names_.end() ? nullptr : &found->second;
}
std::vector<AccountId> accounts_in(const std::vector<Assignment>& assignments) {
    std::vector<AccountId> out;
    for (const auto& a : assignments)
        if (std::find(out.begin(), out.end(), a.account) == out.end()) out.push_back(a.account);
    return out;
}
}

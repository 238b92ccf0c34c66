#pragma once
#include "features/staff/public.hpp"
#include <map>
namespace staff {
// Names of members as a list shows them. Reading them writes a line in the access log, with a subject for each.
class Names {
    std::map<AccountId, people::Name> names_;

public:
    static Names of(db::Transaction&, const vault::Vault&, const Actor&, base::Instant now, const Organisation&, const std::vector<AccountId>&);
    // Nothing when the person has been erased.
    const people::Name* find(const AccountId&) const;
};
// Those that the assignments name, each once.
std::vector<AccountId> accounts_in(const std::vector<Assignment>&);
}

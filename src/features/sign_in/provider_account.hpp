#pragma once
#include "features/sign_in/ground.hpp"
#include "features/sign_in/public.hpp"
#include "features/people/public.hpp"
#include "features/staff/public.hpp"
#include "platform/oidc/id_token.hpp"
// Whose account somebody from the provider gets, and which assignments the groups there give.
namespace sign_in {

// Drawn and sealed before the transaction. `person`: only when she is not known and a group gives her a role.
struct AccountPlan {
    AccountId account;
    std::optional<people::NewPerson> person = {};
    std::vector<rights::AssignmentId> ids = {};   // for assignments that may begin, one for each group of the settings
};
AccountPlan plan_account(const Ground&, const Settings&, const oidc::Identity&);

enum class Admission { admitted, unknown, no_assignment };
// Makes the account when it is not there, begins the assignments of her groups, and ends those whose group she has left (only such as a
// group once gave).
Admission stored_account(db::Transaction&, const Ground&, const Settings&, const oidc::Identity&, const AccountPlan&, base::Instant now);
}

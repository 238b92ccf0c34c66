#pragma once
#include "features/sign_in/ground.hpp"
#include "features/sign_in/public.hpp"
#include "features/staff/public.hpp"
// A link made at the desk, by whoever may let that person in.
namespace sign_in {

// Whoever makes the link could use it herself, so a head makes them only for those who have something, and nothing but what she may give:
// assignments in her own operations, in no role that reaches beyond them. An administrator makes any but her own. Both leave a line, and what the account had
// before stops working, which its owner notices. Nothing: 404, as for nobody.
std::optional<staff::Member> may_invite(db::Reader&, const rights::Actor&, const AccountId&, base::Instant now);
}

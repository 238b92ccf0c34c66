#pragma once
#include "features/sign_in/public.hpp"
#include "features/sign_in/session.hpp"
// The feature's lines in the access log. Never a login name, never what was typed.
namespace sign_in::line {

void signed_in(db::Transaction&, const rights::Actor&, base::Instant now, const Session&, std::string_view how);
// Somebody tried in vain; `account` is whose name was typed, when there is such a one.
void tried(db::Transaction&, base::Instant now, const std::optional<AccountId>& account, std::string_view why);
void signed_out(db::Transaction&, const rights::Actor&, base::Instant now);
void confirmed(db::Transaction&, const rights::Actor&, base::Instant now);
void not_confirmed(db::Transaction&, const rights::Actor&, base::Instant now);
void not_admitted(db::Transaction&, const rights::Actor&, base::Instant now, std::string_view route);
// "account.opened", "account.invited", "account.password", "account.totp", "account.codes", "account.closed", "account.joined", "sessions.ended"
void changed(db::Transaction&, const rights::Actor&, base::Instant now, std::string_view what, const AccountId&);
}

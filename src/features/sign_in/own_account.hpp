#pragma once
#include "features/sign_in/ground.hpp"
#include "features/sign_in/pages.hpp"
// What somebody changes in her own account. Each ends her other sessions, and has its line in the log.
namespace sign_in {

AccountShown own_account(const Ground&, const page::Visit&);
page::FieldErrors change_password(const Ground&, const page::Visit&);
// `sealed`: the new secret as the form has carried it, bound to the account. False when the code was wrong.
bool change_app(const Ground&, const web::Request&, const crypto::Secret&);
std::string carried(const Ground&, const web::Request&, const crypto::Secret&);
std::optional<crypto::Secret> carried_back(const Ground&, const web::Request&);
std::vector<std::string> change_codes(const Ground&, const web::Request&);
void change_shortcuts(const Ground&, const web::Request&, bool on);
void end_own_sessions(const Ground&, const web::Request&);
void sign_out(const Ground&, const web::Request&);
}

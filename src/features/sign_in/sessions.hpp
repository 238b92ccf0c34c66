#pragma once
#include "features/sign_in/ground.hpp"
#include "features/sign_in/public.hpp"
#include "features/sign_in/session.hpp"
#include "platform/web/web.hpp"
namespace sign_in {

// A session that is to begin; drawn before the transaction.
struct NewSession {
    std::string secret;   // for the cookie
    Session session;
};
NewSession new_session(const Ground&, const AccountId&, Method, std::string acr = {});
// Begins it, with its line in the log. `how`: "password_totp", "password_recovery", "oidc", "invitation", "demo". `former`: the secret in
// the browser's cookie until now; whatever session it was ends, so that no id known before signing in is worth anything after (T19).
void begin(db::Transaction&, const vault::Vault&, const NewSession&, std::string_view how, std::string_view former);
// The answer that gives the browser its cookie.
web::Response signed_in(const NewSession&, const std::string& to);

// The person has shown again who they are: the cookie's secret is exchanged, the session stays (its forms in other tabs too). Nothing when
// the session is over meanwhile.
struct Confirming {
    std::string session, former, secret;
};
Confirming confirming(const Ground&, const web::Request&);
[[nodiscard]] bool confirm(db::Transaction&, const vault::Vault&, const rights::Actor&, const Confirming&, base::Instant now);
}

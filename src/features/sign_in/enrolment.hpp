#pragma once
#include "features/sign_in/ground.hpp"
#include "features/sign_in/pages.hpp"
#include "features/sign_in/store.hpp"
// The first time: link → password → telephone → printed codes. Until the last step nothing of the account changes.
namespace sign_in {

inline constexpr std::int64_t welcome_ms = 30 * minute_ms;   // from the link's button to the end

// The link's button: a cookie for the next half hour. Nothing when the link is unknown, used or too old.
std::optional<std::string> enter_invitation(const Ground&, std::string_view code);
// Whether the link could be entered; changes nothing (mail scanners open links).
bool invitation_waits(const Ground&, std::string_view code);
// Whose cookie it is, while it counts.
std::optional<store::Invited> entered_by(const Ground&, const web::Request&);

page::FieldErrors choose_password(const Ground&, const page::Visit&, const store::Invited&);
// The secret that waits to be confirmed.
std::optional<crypto::Secret> chosen_secret(const Ground&, const store::Invited&);
// The account is in use from now on. Printed codes to be shown once; nothing when the code was wrong, or the link was used meanwhile.
std::optional<std::vector<std::string>> choose_app(const Ground&, const store::Invited&, std::string_view code);
// Signed in; only for whoever has just come through all of it.
std::optional<web::Response> finish_welcome(const Ground&, const web::Request&, const store::Invited&, const std::string& to);

// A new password of the form's two fields, or what is wrong with it. `login`: "" when it is not known.
std::string new_password(const page::Visit&, std::string_view login, page::FieldErrors&);
}

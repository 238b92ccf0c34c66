#pragma once
#include "platform/oidc/provider.hpp"
#include <span>
#include <utility>
// The two halves of a sign-in. Between them the visitor is at the provider, and the caller keeps what Begun holds, bound to the
// visitor's browser by a cookie (SameSite=Lax, since the way back is from another site), used once.
namespace oidc {

// Where to send the visitor (303), and what to keep until they come back. All but url is secret: state is a key to look up by (hash it),
// nonce and code_verifier are sealed.
struct Begun {
    std::string url, state, nonce, code_verifier;
};
// max_age: for step-up, how long ago they may have proved who they are; asked for together with prompt=login.
base::Result<Begun, Refusal> begin(Provider&, crypto::Randomness&, base::Instant now, std::optional<std::chrono::seconds> max_age = {});

// What was kept.
struct Expected {
    std::string state, nonce, code_verifier;
    base::Instant began_at{};
    std::optional<std::chrono::seconds> max_age{};
};
// The address's fields as web::Request::query holds them: decoded, in the order sent.
using Callback = std::span<const std::pair<std::string, std::string>>;

// Blocks while the code is exchanged. Strike out the kept state before calling, whatever comes back: an answer works once.
base::Result<Identity, Refusal> finish(Provider&, crypto::Randomness&, const Expected&, Callback, base::Instant now);
// The state the answer names, to look up what was kept; nothing when there is not exactly one of the right shape.
std::optional<std::string> state_of(Callback);

inline constexpr std::chrono::minutes longest_sign_in{15};
}

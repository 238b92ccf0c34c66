#pragma once
#include "base/instant.hpp"
#include "base/result.hpp"
#include "platform/oidc/refusal.hpp"
#include "platform/oidc/settings.hpp"
#include <memory>
#include <optional>
// An ID token judged: compact JWS (RFC 7515), OpenID Connect Core 3.1.3.7. Pure: no network, no clock of its own.
namespace oidc {

struct VerifyingKey; // OpenSSL's, in signature.cpp
enum class Algorithm { rs256, es256 };

// One key of the provider. Those we do not accept stand among the others, so that a refusal can say why.
struct PublicKey {
    std::string id;                                 // kid, "" when it has none
    std::optional<Algorithm> algorithm{};           // what it verifies; nothing: a type, use or size we do not accept
    std::shared_ptr<const VerifyingKey> key{};
};
// The provider's keys (JWKS, RFC 7517).
struct KeySet {
    std::vector<PublicKey> keys;
};
base::Result<KeySet, Refusal> parsed_keys(std::string_view jwks);

// Who signed in. Personal data: it belongs to nobody but the feature that asked, and in no log.
struct Identity {
    std::string subject;                            // the value of settings.subject_claim
    std::string provider_subject;                   // sub, as the provider knows them
    std::string name{};                             // "" when the provider does not say
    std::vector<std::string> groups{};
    std::string acr{};                              // "" when the provider does not say
    std::optional<base::Instant> authenticated_at{};
};

// What the token must answer to.
struct Demanded {
    std::string nonce;
    base::Instant began_at{};                       // an older sign-in is not accepted: each one asks for prompt=login
    std::optional<std::chrono::seconds> max_age{};  // step-up: auth_time must then be there, and no older
};
base::Result<Identity, Refusal> verified(std::string_view id_token, const KeySet&, const Settings&, const Demanded&, base::Instant now);
}

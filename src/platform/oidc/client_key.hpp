#pragma once
#include "base/instant.hpp"
#include "base/result.hpp"
#include "platform/crypto/random.hpp"
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
// Our own key, with which we say at the token endpoint who we are (private_key_jwt, RFC 7523).
namespace oidc {

struct SigningKey; // OpenSSL's, in signature.cpp

// For the terminal and the settings page; in_words says what to do.
enum class KeyTrouble { absent, open_to_others, not_a_private_key, unfit };
std::string_view in_words(KeyTrouble); // Swedish, known to i18n

// Moved and copied cheaply; thread-safe.
class ClientKey {
public:
    // PEM without a pass phrase, at most 16 KiB, that only its owner may open (0400, 0600, 0440, 0640).
    static base::Result<ClientKey, KeyTrouble> load(const std::filesystem::path&, std::string key_id = {});
    static base::Result<ClientKey, KeyTrouble> from_pem(std::string_view pem, std::string key_id = {});
    const std::string& key_id() const { return key_id_; }
    // {"keys":[…]}: what the provider must have of us. Holds nothing secret.
    std::string public_jwks() const;
    // A new assertion: lives 60 seconds, works once (jti of 128 bits).
    std::string assertion(std::string_view client_id, std::string_view audience, base::Instant now, crypto::Randomness&) const;

private:
    ClientKey(std::shared_ptr<const SigningKey>, std::string key_id);
    std::shared_ptr<const SigningKey> key_;
    std::string key_id_;
};
}

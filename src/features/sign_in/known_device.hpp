#pragma once
#include "base/instant.hpp"
#include "platform/crypto/random.hpp"
#include "platform/vault/vault.hpp"
// A browser on which an account has signed in before. It opens nothing: whoever comes from it only waits for her own wrong tries, not for
// those of somebody who tries her name from elsewhere. A cookie that proves itself; nothing is stored.
namespace sign_in::known_device {

inline constexpr std::string_view cookie = "__Host-lotsen-enhet";
inline constexpr std::int64_t days = 90;

// The cookie's value for that login.
std::string made(const vault::Vault&, crypto::Randomness&, std::string_view login_hash, base::Instant now);
// The device's random id when the value was made for that login within the last 90 days; else "".
std::string read(const vault::Vault&, std::string_view value, std::string_view login_hash, base::Instant now);
}

#pragma once
#include "base/instant.hpp"
#include "platform/crypto/secret.hpp"
#include <cstdint>
#include <optional>
// One-time codes of an app (RFC 6238: HMAC-SHA-1, six digits, 30 seconds: what every app can). liboath, because libsodium has no SHA-1.
namespace crypto {

// A new account's secret: 20 random bytes (RFC 4226, 4). Stored sealed.
Secret totp_secret();
// For typing into the app, in groups of four: "JBSW Y3DP …".
std::string totp_text(const Secret&);
// For the QR code: "otpauth://totp/Lotsen%20Danderyd:anna?secret=…".
std::string totp_address(const Secret&, std::string_view issuer, std::string_view account);

// The number of the 30 seconds the code belongs to, when it is right now, just before or just after (a clock may be half a minute wrong)
// and later than `last_step`. Store what comes back as the next `last_step`, in the same transaction as the sign-in: a code works once.
// For an account that has used none yet, last_step is -1. Spaces in the code are ignored. Takes the same time for right and wrong.
std::optional<std::int64_t> accepted_step(const Secret&, std::string_view typed, base::Instant now, std::int64_t last_step);
// The code the app shows, for tests and for trying out a new app. digits: 6, 7 or 8.
std::string totp_code(const Secret&, base::Instant, unsigned digits = 6);
}

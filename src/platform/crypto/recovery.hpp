#pragma once
#include "platform/crypto/keyed_hash.hpp"
#include "platform/crypto/random.hpp"
// Codes printed when a local account is made, for the day the telephone is gone. Each works once.
namespace crypto {

// 16 of the 32 letters and digits that are not mistaken for one another (Crockford's base 32): 80 random bits, so a keyed hash is enough
// and no slow one is needed.
struct RecoveryCodes {
    std::vector<std::string> printed; // "7KQD-M2XR-0HWE-9TBA": shown once, never stored
    std::vector<Digest> stored;       // in the same order
};
RecoveryCodes recovery_codes(Randomness&, const KeyedHash&, std::size_t how_many = 10);
// Which of the unused ones was typed; then strike it out in the same transaction as the sign-in. Small letters, spaces and hyphens are
// allowed, O is read as 0, I and L as 1. Looks at all of them.
std::optional<std::size_t> recovery_code_at(std::string_view typed, const KeyedHash&, std::span<const Digest> unused);
}

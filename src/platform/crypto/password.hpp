#pragma once
#include "base/result.hpp"
#include <chrono>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>
// Passwords of local accounts: argon2id, kept as libsodium's text "$argon2id$v=19$m=19456,t=2,p=1$…" with its own cost and salt.
namespace crypto {

// OWASP's smallest for argon2id: 19 MiB, two passes, one lane (libsodium always has one).
struct Cost {
    unsigned long long passes = 2;
    std::size_t bytes = 19 * 1024 * 1024;
};
// too_long: over 1024 bytes. busy: others were being checked all the while; the visitor gets 503 and may try again.
enum class PasswordRefusal { too_long, busy };
enum class Match { right, right_but_rehash, wrong };

// Thread-safe. At most `at_once` calculations run at a time, so that signing in never takes the memory of those who read.
class Passwords {
public:
    explicit Passwords(Cost = {}, int at_once = 2, std::chrono::milliseconds patience = std::chrono::seconds(5));
    // The bytes are taken as they are: the form has already made them NFC if it wants that.
    base::Result<std::string, PasswordRefusal> hashed(std::string_view password);
    // Nothing stored (no such account) is wrong after the same time. What is stored but is not argon2id, or asks for over 256 MiB or 16
    // passes, is wrong: who writes in the database may not stop the program. right_but_rehash: hash the same password again and store it.
    base::Result<Match, PasswordRefusal> check(std::string_view password, const std::optional<std::string>& stored);
    bool needs_rehash(const std::string& stored) const;

private:
    class Turn;
    Cost cost_;
    std::chrono::milliseconds patience_;
    std::counting_semaphore<64> free_;
};
}

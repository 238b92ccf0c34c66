#include "platform/crypto/password.hpp"
#include "platform/crypto/errors.hpp"
#include "platform/crypto/secret.hpp"
#include <array>
#include <charconv>
#include <sodium.h>

namespace crypto {
namespace {
constexpr std::size_t longest_password = 1024;

std::optional<std::uint64_t> after(std::string_view stored, std::string_view name) {
    const auto at = stored.find(name);
    if (at == std::string_view::npos) return {};
    std::uint64_t value = 0;
    const auto digits = stored.substr(at + name.size());
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && end != digits.data() ? std::optional(value) : std::nullopt;
}
bool bearable(std::string_view stored) {
    if (stored.size() >= crypto_pwhash_STRBYTES || stored.find('\0') != std::string_view::npos || !stored.starts_with("$argon2id$")) return false;
    const auto kib = after(stored, "$m="), passes = after(stored, ",t=");
    return kib && passes && *kib <= 256 * 1024 && *passes <= 16;
}
std::string calculated(std::string_view password, const Cost& cost) {
    std::array<char, crypto_pwhash_STRBYTES> out;
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), cost.passes, cost.bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw CannotRun("no memory left to check a password");
    return out.data();
}
}

// One of the places at the table, given back when it goes.
class Passwords::Turn {
    std::counting_semaphore<64>& free_;
    bool got_;

public:
    Turn(std::counting_semaphore<64>& free, std::chrono::milliseconds patience) : free_(free), got_(free.try_acquire_for(patience)) {}
    Turn(const Turn&) = delete;
    ~Turn() {
        if (got_) free_.release();
    }
    explicit operator bool() const { return got_; }
};

Passwords::Passwords(Cost cost, int at_once, std::chrono::milliseconds patience) : cost_(cost), patience_(patience), free_(at_once) {
    ready();
    base::require(at_once > 0 && at_once <= 64, "between 1 and 64 passwords are checked at once");
    base::require(bearable("$argon2id$v=19$m=" + std::to_string(cost.bytes / 1024) + ",t=" + std::to_string(cost.passes)), "a cost that check() accepts");
}

base::Result<std::string, PasswordRefusal> Passwords::hashed(std::string_view password) {
    if (password.size() > longest_password) return base::refused(PasswordRefusal::too_long);
    const Turn turn(free_, patience_);
    if (!turn) return base::refused(PasswordRefusal::busy);
    return calculated(password, cost_);
}

base::Result<Match, PasswordRefusal> Passwords::check(std::string_view password, const std::optional<std::string>& stored) {
    if (password.size() > longest_password) return base::refused(PasswordRefusal::too_long);
    const Turn turn(free_, patience_);
    if (!turn) return base::refused(PasswordRefusal::busy);
    if (!stored || !bearable(*stored)) {
        (void)calculated(password, cost_);
        return Match::wrong;
    }
    if (crypto_pwhash_str_verify(stored->c_str(), password.data(), password.size()) != 0) return Match::wrong;
    return needs_rehash(*stored) ? Match::right_but_rehash : Match::right;
}

bool Passwords::needs_rehash(const std::string& stored) const {
    return !bearable(stored) || crypto_pwhash_str_needs_rehash(stored.c_str(), cost_.passes, cost_.bytes) != 0;
}
}

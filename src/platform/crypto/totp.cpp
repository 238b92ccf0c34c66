#include "platform/crypto/totp.hpp"
#include "platform/crypto/errors.hpp"
#include <fmt/format.h>
#include <liboath/oath.h>
#include <sodium.h>

namespace crypto {
namespace {
constexpr std::int64_t step_ms = 30'000;

void oath_ready() {
    static const int outcome = oath_init();
    if (outcome != OATH_OK) throw CannotRun("liboath cannot start");
}
std::string code_of(const Secret& secret, std::int64_t step, unsigned digits) {
    oath_ready();
    std::array<char, 16> out{};
    const auto* key = reinterpret_cast<const char*>(secret.read().data());
    if (oath_hotp_generate(key, secret.size(), static_cast<std::uint64_t>(step), digits, false, OATH_HOTP_DYNAMIC_TRUNCATION, out.data()) != OATH_OK)
        throw CannotRun("liboath made no code");
    return out.data();
}
std::string base32(const Secret& secret) {
    oath_ready();
    char* made = nullptr;
    std::size_t size = 0;
    if (oath_base32_encode(reinterpret_cast<const char*>(secret.read().data()), secret.size(), &made, &size) != OATH_OK) throw CannotRun("liboath made no text");
    std::string out(made, size);
    sodium_memzero(made, size);
    std::free(made); // NOLINT: liboath allocates with malloc
    return out;
}
std::string escaped(std::string_view text) {
    std::string out;
    for (const unsigned char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        out += plain ? std::string(1, static_cast<char>(c)) : fmt::format("%{:02X}", c);
    }
    return out;
}
}

Secret totp_secret() { return Secret::random(20); }
std::string totp_text(const Secret& secret) {
    const auto whole = base32(secret);
    std::string out;
    for (std::size_t i = 0; i < whole.size(); ++i) (out += i > 0 && i % 4 == 0 ? " " : "") += whole[i];
    return out;
}
std::string totp_address(const Secret& secret, std::string_view issuer, std::string_view account) {
    return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}&algorithm=SHA1&digits=6&period=30", escaped(issuer), escaped(account), base32(secret));
}

std::string totp_code(const Secret& secret, base::Instant now, unsigned digits) { return code_of(secret, now.ms / step_ms, digits); }

std::optional<std::int64_t> accepted_step(const Secret& secret, std::string_view typed, base::Instant now, std::int64_t last_step) {
    std::string code;
    std::copy_if(typed.begin(), typed.end(), std::back_inserter(code), [](char c) { return c != ' '; });
    const auto current = now.ms / step_ms;
    std::optional<std::int64_t> out;
    for (auto step = std::max<std::int64_t>(0, current - 1); step <= current + 1; ++step) {
        const bool same = equal(bytes(code), bytes(code_of(secret, step, 6)));
        if (same && step > last_step && !out) out = step;
    }
    return out;
}
}

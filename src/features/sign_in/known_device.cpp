#include "features/sign_in/known_device.hpp"
#include "base/text.hpp"
#include "features/sign_in/hashes.hpp"
#include <charconv>

namespace sign_in::known_device {
namespace {
constexpr std::int64_t day_ms = 24 * 60 * 60 * 1000;

// 22 characters of the keyed hash are 128 bits: enough for something that opens nothing.
std::string proof(const vault::Vault& vault, std::string_view id, std::string_view day, std::string_view login_hash) {
    const auto whole = hashed(vault, Secretly::device, std::string(id) + "." + std::string(day) + "." + std::string(login_hash));
    crypto::RandomId half{};
    std::copy_n(whole.begin(), half.size(), half.begin());
    return crypto::text_of(half);
}
}

std::string made(const vault::Vault& vault, crypto::Randomness& randomness, std::string_view login_hash, base::Instant now) {
    const auto id = crypto::text_of(crypto::random_id(randomness)), day = base::to_text(now.ms / day_ms);
    return id + "." + day + "." + proof(vault, id, day, login_hash);
}

std::string read(const vault::Vault& vault, std::string_view value, std::string_view login_hash, base::Instant now) {
    const auto parts = base::split(value, '.');
    if (parts.size() != 3 || !crypto::id_from(parts[0]) || parts[1].size() > 8) return {};
    std::int64_t day = 0;
    const auto* end = parts[1].data() + parts[1].size();
    if (std::from_chars(parts[1].data(), end, day).ptr != end) return {};
    const auto age = now.ms / day_ms - day;
    if (age < 0 || age > days) return {};
    return crypto::equal(crypto::bytes(parts[2]), crypto::bytes(proof(vault, parts[0], parts[1], login_hash))) ? std::string(parts[0]) : std::string();
}
}

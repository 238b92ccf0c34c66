#include "platform/crypto/recovery.hpp"
#include <sodium.h>

namespace crypto {
namespace {
constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t length = 16;
static_assert(letters.size() == 32); // divides 256, so every letter is equally likely

std::string drawn(Randomness& randomness) {
    std::array<unsigned char, length> random;
    randomness.fill(random);
    std::string out;
    for (const auto byte : random) out += letters[byte % letters.size()];
    sodium_memzero(random.data(), random.size());
    return out;
}
std::string printed(const std::string& code) {
    return code.substr(0, 4) + "-" + code.substr(4, 4) + "-" + code.substr(8, 4) + "-" + code.substr(12);
}
char meant(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
}
std::string meant(std::string_view typed) {
    std::string out;
    if (typed.size() > 4 * length) return out; // no code has that many spaces
    for (const char c : typed)
        if (c != ' ' && c != '-') out += meant(c);
    return out;
}
}

RecoveryCodes recovery_codes(Randomness& randomness, const KeyedHash& hash, std::size_t how_many) {
    RecoveryCodes out;
    while (out.printed.size() < how_many) {
        auto code = drawn(randomness);
        out.printed.push_back(printed(code));
        out.stored.push_back(hash.of(code));
        wipe(code);
    }
    return out;
}

std::optional<std::size_t> recovery_code_at(std::string_view typed, const KeyedHash& hash, std::span<const Digest> unused) {
    auto code = meant(typed);
    std::optional<std::size_t> out;
    for (std::size_t i = 0; i < unused.size(); ++i)
        if (hash.matches(code, unused[i]) && !out) out = i;
    wipe(code);
    return out;
}
}

#include "platform/crypto/random.hpp"
#include "platform/crypto/secret.hpp"
#include <cstring>
#include <sodium.h>

namespace crypto {
namespace {
constexpr std::uint64_t receipts = 10'000'000'000'000'000; // 10^16
// The numbers from here on are drawn again: with them the low receipts would be likelier.
constexpr std::uint64_t unfair = std::numeric_limits<std::uint64_t>::max() / receipts * receipts;

std::string_view without_mark(std::string_view typed, std::size_t& at) {
    for (const std::string_view mark : {" ", "-", "\t", "\xC2\xA0", "\xE2\x80\x91", "\xE2\x80\x93"})
        if (typed.substr(at).starts_with(mark)) return at += mark.size(), mark;
    return {};
}
}

void SystemRandomness::fill(std::span<unsigned char> out) {
    ready();
    randombytes_buf(out.data(), out.size());
}

RandomId random_id(Randomness& randomness) {
    RandomId out;
    randomness.fill(out);
    return out;
}
std::string text_of(const RandomId& id) {
    std::array<char, sodium_base64_ENCODED_LEN(16, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> out;
    return sodium_bin2base64(out.data(), out.size(), id.data(), id.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}
std::optional<RandomId> id_from(std::string_view typed) {
    RandomId out;
    std::size_t length = 0;
    if (typed.size() != 22 || sodium_base642bin(out.data(), out.size(), typed.data(), typed.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0) return {};
    return length == out.size() ? std::optional(out) : std::nullopt;
}

Receipt Receipt::random(Randomness& randomness) {
    std::uint64_t number = 0;
    do {
        std::array<unsigned char, 8> drawn;
        randomness.fill(drawn);
        std::memcpy(&number, drawn.data(), drawn.size());
    } while (number >= unfair);
    Receipt out;
    for (auto digit = out.digits_.rbegin(); digit != out.digits_.rend(); ++digit, number /= 10) *digit = static_cast<char>('0' + number % 10);
    return out;
}
std::optional<Receipt> Receipt::from(std::string_view typed) {
    Receipt out;
    std::size_t found = 0;
    for (std::size_t at = 0; at < typed.size();) {
        if (!without_mark(typed, at).empty()) continue;
        if (typed[at] < '0' || typed[at] > '9' || found == out.digits_.size()) return {};
        out.digits_[found++] = typed[at++];
    }
    return found == out.digits_.size() ? std::optional(out) : std::nullopt;
}
std::string Receipt::printed() const {
    std::string out;
    for (std::size_t group = 0; group < 16; group += 4) out.append(group == 0 ? "" : " ").append(digits().substr(group, 4));
    return out;
}
bool Receipt::operator==(const Receipt& other) const { return equal(bytes(digits()), bytes(other.digits())); }
Receipt::~Receipt() { sodium_memzero(digits_.data(), digits_.size()); }
}

#include "platform/crypto/derived_receipt.hpp"

namespace crypto {
Receipt receipt_of(const Digest& digest) {
    constexpr std::uint64_t codes = 10'000'000'000'000'000;
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = number << 8 | digest[i];
    const auto digits = std::to_string(number % codes);
    return *Receipt::from(std::string(16 - digits.size(), '0') + digits);
}
}

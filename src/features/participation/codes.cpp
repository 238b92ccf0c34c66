#include "features/participation/codes.hpp"
#include "platform/crypto/keyed_hash.hpp"

namespace participation {

crypto::Receipt code_of_form(const vault::Vault& vault, std::string_view opened) {
    constexpr std::uint64_t codes = 10'000'000'000'000'000;
    const auto digest = vault.hash("participation", "of_form").of(opened);
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = number << 8 | digest[i];
    const auto digits = std::to_string(number % codes);
    return *crypto::Receipt::from(std::string(16 - digits.size(), '0') + digits);
}
std::string form_hash(const vault::Vault& vault, std::string_view opened) { return std::string(crypto::text(vault.hash("participation", "form").of(opened))); }
std::string view_hash(const vault::Vault& vault, const crypto::Receipt& code) { return std::string(crypto::text(vault.hash("participation", "view").of(code.digits()))); }
std::string code_hash(const vault::Vault& vault, const crypto::Receipt& code) { return std::string(crypto::text(vault.hash("participation", "code").of(code.digits()))); }
}

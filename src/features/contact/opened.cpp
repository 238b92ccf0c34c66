#include "features/contact/opened.hpp"
#include "base/text.hpp"
#include <charconv>

namespace contact {
namespace {
// Half of the keyed hash, as an id is written.
std::string mark(const vault::Vault& vault, std::string_view text) {
    const auto digest = vault.hash("contact", "opened").of(text);
    crypto::RandomId half{};
    std::copy_n(digest.begin(), half.size(), half.begin());
    return crypto::text_of(half);
}
}

Opened opened_now(const vault::Vault& vault, crypto::Randomness& randomness, base::Instant now) {
    const auto said = base::to_text(now.ms) + "." + crypto::text_of(crypto::random_id(randomness));
    return {now, said + "." + mark(vault, said)};
}
std::optional<Opened> opened_from(const vault::Vault& vault, std::string_view text) {
    const auto dot = text.rfind('.');
    if (dot == text.npos || text.size() > 100) return std::nullopt;
    const auto said = text.substr(0, dot);
    if (!crypto::equal(crypto::bytes(mark(vault, said)), crypto::bytes(text.substr(dot + 1)))) return std::nullopt;
    base::Instant at;
    std::from_chars(said.data(), said.data() + said.size(), at.ms);
    return Opened{at, std::string(text)};
}
}

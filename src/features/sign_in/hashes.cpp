#include "features/sign_in/hashes.hpp"
#include "platform/crypto/random.hpp"

namespace sign_in {
namespace {
constexpr std::array<std::string_view, 11> columns{"account.login", "session.secret", "invitation.code", "invitation.entered", "attempt.state", "attempt.browser",
                                                   "subject",       "recovery.code",  "device",          "failure.place",      "failure.network"};
constexpr std::size_t token_size = 2 * 22;
}

std::string hashed(const vault::Vault& vault, Secretly what, std::string_view text) {
    const auto digest = vault.hash("sign_in", columns[static_cast<std::size_t>(what)]).of(text);
    return std::string(crypto::text(digest));
}
std::string subject_hash(const vault::Vault& vault, std::string_view issuer, std::string_view subject) {
    return hashed(vault, Secretly::subject, std::to_string(issuer.size()) + ":" + std::string(issuer) + std::string(subject));
}
crypto::KeyedHash recovery_hash(const vault::Vault& vault) { return vault.hash("sign_in", columns[static_cast<std::size_t>(Secretly::recovery)]); }

// Two ids of 128 bits each, as text.
std::string new_token(crypto::Randomness& randomness) { return crypto::text_of(crypto::random_id(randomness)) + crypto::text_of(crypto::random_id(randomness)); }
bool is_token(std::string_view text) { return text.size() == token_size && crypto::id_from(text.substr(0, token_size / 2)) && crypto::id_from(text.substr(token_size / 2)); }
}

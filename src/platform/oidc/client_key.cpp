#include "platform/oidc/client_key.hpp"
#include "platform/i18n/language.hpp"
#include "platform/oidc/base64url.hpp"
#include "platform/oidc/json.hpp"
#include "platform/oidc/signature.hpp"
#include <fstream>
#include <iterator>

namespace oidc {
namespace {
namespace fs = std::filesystem;
constexpr std::size_t most_pem = 16'384;
constexpr auto closed_to_others = fs::perms::group_write | fs::perms::group_exec | fs::perms::others_all;

std::string name(Algorithm algorithm) { return algorithm == Algorithm::rs256 ? "RS256" : "ES256"; }
std::string encoded(std::string_view bytes) { return base64url(crypto::bytes(bytes)); }

// The members in the order of RFC 7638, 3.2: the same text names the key and describes it.
std::string members(const PublicParts& key) {
    const auto a = json_text(encoded(key.a)), b = json_text(encoded(key.b));
    if (key.algorithm == Algorithm::rs256) return R"("e":)" + b + R"(,"kty":"RSA","n":)" + a;
    return R"("crv":"P-256","kty":"EC","x":)" + a + R"(,"y":)" + b;
}
std::string thumbprint(const SigningKey& key) { return encoded(sha256("{" + members(public_parts(key)) + "}")); }
}

std::string_view in_words(KeyTrouble trouble) {
    switch (trouble) {
    case KeyTrouble::absent: return i18n::key("Filen med Lotsens nyckel för inloggning finns inte, eller kan inte läsas.");
    case KeyTrouble::open_to_others: return i18n::key("Andra än Lotsen kan öppna filen med nyckeln för inloggning. Stäng den: chmod 600.");
    case KeyTrouble::not_a_private_key: return i18n::key("Filen är inte en privat nyckel i PEM utan lösenord.");
    case KeyTrouble::unfit: return i18n::key("Nyckeln måste vara RSA med minst 2048 bitar, eller EC P-256.");
    }
    return {};
}

ClientKey::ClientKey(std::shared_ptr<const SigningKey> key, std::string key_id) : key_(std::move(key)), key_id_(std::move(key_id)) {
    if (key_id_.empty()) key_id_ = thumbprint(*key_);
}
base::Result<ClientKey, KeyTrouble> ClientKey::load(const fs::path& path, std::string key_id) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (error || !fs::is_regular_file(status)) return base::refused(KeyTrouble::absent);
    if ((status.permissions() & closed_to_others) != fs::perms::none) return base::refused(KeyTrouble::open_to_others);
    std::ifstream file(path, std::ios::binary);
    if (!file) return base::refused(KeyTrouble::absent);
    std::string pem(most_pem + 1, '\0');
    file.read(pem.data(), static_cast<std::streamsize>(pem.size()));
    pem.resize(static_cast<std::size_t>(file.gcount()));
    auto out = from_pem(pem, std::move(key_id));
    crypto::wipe(pem);
    return out;
}
base::Result<ClientKey, KeyTrouble> ClientKey::from_pem(std::string_view pem, std::string key_id) {
    bool unfit = false;
    auto key = pem.size() <= most_pem ? signing_key(pem, unfit) : nullptr;
    if (!key) return base::refused(unfit ? KeyTrouble::unfit : KeyTrouble::not_a_private_key);
    return ClientKey(std::move(key), std::move(key_id));
}

std::string ClientKey::public_jwks() const {
    const auto parts = public_parts(*key_);
    return R"({"keys":[{"alg":)" + json_text(name(parts.algorithm)) + R"(,"kid":)" + json_text(key_id_) + R"(,"use":"sig",)" + members(parts) + "}]}";
}
std::string ClientKey::assertion(std::string_view client_id, std::string_view audience, base::Instant now, crypto::Randomness& randomness) const {
    const auto seconds = now.ms / 1000;
    const auto who = json_text(client_id);
    const auto head = R"({"alg":)" + json_text(name(public_parts(*key_).algorithm)) + R"(,"kid":)" + json_text(key_id_) + R"(,"typ":"JWT"})";
    const auto claims = R"({"iss":)" + who + R"(,"sub":)" + who + R"(,"aud":)" + json_text(audience) + R"(,"jti":)" + json_text(crypto::text_of(crypto::random_id(randomness))) +
                        R"(,"iat":)" + std::to_string(seconds) + R"(,"exp":)" + std::to_string(seconds + 60) + "}";
    const auto text = encoded(head) + "." + encoded(claims);
    return text + "." + encoded(signature(*key_, text));
}
}

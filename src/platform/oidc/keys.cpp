#include "platform/oidc/base64url.hpp"
#include "platform/oidc/json.hpp"
#include "platform/oidc/signature.hpp"
#include <algorithm>

namespace oidc {
namespace {
constexpr std::size_t most_bytes = 262'144, most_keys = 100;

std::string bytes_of(const Json& jwk, std::string_view member) { return from_base64url(jwk.text_of(member)).value_or(""); }

// RFC 7517, 4.2–4.3: a key that says what it is for is for nothing else.
bool for_verifying(const Json& jwk) {
    const auto* use = jwk.find("use");
    const auto operations = jwk.texts_of("key_ops");
    return (!use || jwk.text_of("use") == "sig") && (!jwk.find("key_ops") || std::find(operations.begin(), operations.end(), "verify") != operations.end());
}
bool says(const Json& jwk, std::string_view algorithm) { return !jwk.find("alg") || jwk.text_of("alg") == algorithm; }

PublicKey read(const Json& jwk) {
    PublicKey out{jwk.text_of("kid")};
    if (!for_verifying(jwk)) return out;
    const auto type = jwk.text_of("kty");
    if (type == "RSA" && says(jwk, "RS256")) out.key = rsa_key(bytes_of(jwk, "n"), bytes_of(jwk, "e"));
    if (type == "EC" && jwk.text_of("crv") == "P-256" && says(jwk, "ES256")) out.key = p256_key(bytes_of(jwk, "x"), bytes_of(jwk, "y"));
    if (out.key) out.algorithm = type == "RSA" ? Algorithm::rs256 : Algorithm::es256;
    return out;
}
}

base::Result<KeySet, Refusal> parsed_keys(std::string_view jwks) {
    const auto document = Json::object(jwks, most_bytes);
    const auto* keys = document ? document->find("keys") : nullptr;
    if (!keys || !keys->list() || keys->list()->size() > most_keys) return base::refused(Refusal::keys_malformed);
    KeySet out;
    for (const auto& jwk : *keys->list()) {
        if (!jwk.is_object()) return base::refused(Refusal::keys_malformed);
        out.keys.push_back(read(jwk));
    }
    return out;
}
}

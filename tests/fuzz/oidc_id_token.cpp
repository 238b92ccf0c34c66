#include "platform/oidc/client_key.hpp"
#include "platform/oidc/id_token.hpp"
#include "platform/oidc/provider.hpp"
#include <cstdlib>

// Any bytes as an ID token, as a key set and as a provider's document. Nobody knows the key that would sign for these settings, so no
// token is ever accepted; and what a document is accepted with stays within what we go to.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // The public half of a pair whose private half was thrown away; the seeds name it.
    static const auto keys = oidc::parsed_keys(R"({"keys":[{"kty":"EC","crv":"P-256","kid":"e1","x":"wntm4Tm2IKOGSJ-rK2V-ssf0x3Ic_BnXlpxzvPbGqq8","y":"e5WsimgjkFrgN-4YXBImzySz2lvnkhFbTLovtDEQy_Y"}]})");
    static const oidc::Settings settings{.issuer = "https://login.kommun.test", .client_id = "lotsen"};
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (!keys || !keys->keys[0].algorithm) std::abort();
    if (oidc::verified(bytes, *keys, settings, {"nonce"}, {1'795'341'600'000})) std::abort();
    if (const auto set = oidc::parsed_keys(bytes)) {
        for (const auto& key : set->keys)
            if (key.algorithm.has_value() != (key.key != nullptr)) std::abort();
        (void)oidc::verified(R"(eyJhbGciOiJSUzI1NiIsImtpZCI6InIxIn0.e30.AAAA)", *set, settings, {"nonce"}, {1'795'341'600'000});
    }
    if (const auto document = oidc::parsed_metadata(bytes, "https://login.kommun.test"); document && (!oidc::is_https(document->token_endpoint) || !oidc::is_https(document->jwks_uri))) std::abort();
    return 0;
}

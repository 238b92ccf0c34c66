#include "base/result.hpp"
#include "platform/oidc/openssl.hpp"
#include "platform/oidc/signature.hpp"
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/pem.h>

namespace oidc {
struct SigningKey {
    Pkey key;
    Algorithm algorithm;
};

namespace {
using Number = std::unique_ptr<BIGNUM, With<BN_free>>;
using Memory = std::unique_ptr<BIO, With<BIO_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, With<ECDSA_SIG_free>>;
constexpr int coordinate = 32;

// A pass phrase would have to stand beside the key, so there is none.
int no_pass_phrase(char*, int, int, void*) { return -1; }

std::optional<Algorithm> algorithm_of(EVP_PKEY* key) {
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) >= 2048) return Algorithm::rs256;
    char group[40] = "";
    std::size_t length = 0;
    const bool ec = EVP_PKEY_get_base_id(key) == EVP_PKEY_EC && EVP_PKEY_get_group_name(key, group, sizeof group, &length) == 1;
    return ec && std::string_view(group) == "prime256v1" ? std::optional(Algorithm::es256) : std::nullopt;
}
std::string bytes_of(const BIGNUM* number, int at_least = 0) {
    std::string out(static_cast<std::size_t>(std::max(BN_num_bytes(number), at_least)), '\0');
    base::require(BN_bn2binpad(number, raw(out), static_cast<int>(out.size())) >= 0, "a number fits its own length");
    return out;
}
std::string part(const SigningKey& key, const char* name, int at_least) {
    BIGNUM* number = nullptr;
    base::require(EVP_PKEY_get_bn_param(key.key.get(), name, &number) == 1, "a key has its public parts");
    return bytes_of(Number(number).get(), at_least);
}
std::string from_asn1(const std::string& asn1) {
    const auto* at = raw(asn1);
    const EcdsaSignature both(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(asn1.size())));
    base::require(both != nullptr, "OpenSSL reads its own signature");
    return bytes_of(ECDSA_SIG_get0_r(both.get()), coordinate) + bytes_of(ECDSA_SIG_get0_s(both.get()), coordinate);
}
}

std::shared_ptr<const SigningKey> signing_key(std::string_view pem, bool& unfit) {
    const CleanQueue clean;
    const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    Pkey key(memory ? PEM_read_bio_PrivateKey(memory.get(), nullptr, no_pass_phrase, nullptr) : nullptr);
    const auto algorithm = key ? algorithm_of(key.get()) : std::nullopt;
    unfit = key && !algorithm;
    return algorithm ? std::make_shared<const SigningKey>(std::move(key), *algorithm) : nullptr;
}

std::string signature(const SigningKey& key, std::string_view text) {
    const CleanQueue clean;
    const DigestContext context(EVP_MD_CTX_new());
    std::size_t length = 0;
    std::string out;
    base::require(context && EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.key.get()) == 1, "OpenSSL signs with a key it has read");
    base::require(EVP_DigestSign(context.get(), nullptr, &length, raw(text), text.size()) == 1, "OpenSSL says how long a signature is");
    out.resize(length);
    base::require(EVP_DigestSign(context.get(), raw(out), &length, raw(text), text.size()) == 1, "OpenSSL signs");
    out.resize(length);
    return key.algorithm == Algorithm::rs256 ? out : from_asn1(out);
}

PublicParts public_parts(const SigningKey& key) {
    const CleanQueue clean;
    if (key.algorithm == Algorithm::rs256) return {key.algorithm, part(key, OSSL_PKEY_PARAM_RSA_N, 0), part(key, OSSL_PKEY_PARAM_RSA_E, 0)};
    return {key.algorithm, part(key, OSSL_PKEY_PARAM_EC_PUB_X, coordinate), part(key, OSSL_PKEY_PARAM_EC_PUB_Y, coordinate)};
}
}

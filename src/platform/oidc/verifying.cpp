#include "platform/oidc/openssl.hpp"
#include "platform/oidc/signature.hpp"
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/param_build.h>

namespace oidc {
struct VerifyingKey {
    Pkey key;
};

namespace {
using Number = std::unique_ptr<BIGNUM, With<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, With<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, With<OSSL_PARAM_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, With<ECDSA_SIG_free>>;
constexpr std::size_t coordinate = 32;

Number number(std::string_view bytes) { return Number(BN_bin2bn(raw(bytes), static_cast<int>(bytes.size()), nullptr)); }

std::shared_ptr<const VerifyingKey> made(const char* type, OSSL_PARAM_BLD* builder) {
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const PkeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* made = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
    if (EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) return nullptr;
    return std::make_shared<const VerifyingKey>(Pkey(made));
}

// OpenSSL reads ECDSA signatures as ASN.1, JWS writes them as two numbers beside each other.
std::string as_asn1(std::string_view raw_signature) {
    const EcdsaSignature both(ECDSA_SIG_new());
    Number r = number(raw_signature.substr(0, coordinate)), s = number(raw_signature.substr(coordinate));
    if (!both || !r || !s || ECDSA_SIG_set0(both.get(), r.get(), s.get()) != 1) return {};
    (void)r.release(), (void)s.release(); // now both's
    unsigned char* out = nullptr;
    const int length = i2d_ECDSA_SIG(both.get(), &out);
    if (length <= 0) return {};
    std::string asn1(reinterpret_cast<const char*>(out), static_cast<std::size_t>(length));
    OPENSSL_free(out);
    return asn1;
}
}

std::shared_ptr<const VerifyingKey> rsa_key(std::string_view modulus, std::string_view exponent) {
    const CleanQueue clean;
    if (modulus.size() < 256 || modulus.size() > 1024 || modulus[0] == 0 || exponent.empty() || exponent.size() > 4) return nullptr;
    const Number n = number(modulus), e = number(exponent);
    if (!n || !e || BN_num_bits(n.get()) < 2048 || !BN_is_odd(n.get()) || !BN_is_odd(e.get()) || BN_is_one(e.get())) return nullptr;
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1) return nullptr;
    if (OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1) return nullptr;
    return made("RSA", builder.get());
}

std::shared_ptr<const VerifyingKey> p256_key(std::string_view x, std::string_view y) {
    const CleanQueue clean;
    if (x.size() != coordinate || y.size() != coordinate) return nullptr;
    const std::string point = '\x04' + std::string(x) + std::string(y);
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!builder || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1) return nullptr;
    if (OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) != 1) return nullptr;
    const auto key = made("EC", builder.get());
    const PkeyContext context(key ? EVP_PKEY_CTX_new(key->key.get(), nullptr) : nullptr);
    return context && EVP_PKEY_public_check(context.get()) == 1 ? key : nullptr;
}

bool verifies(const VerifyingKey& key, Algorithm algorithm, std::string_view signed_text, std::string_view signature) {
    const CleanQueue clean;
    const bool rsa = algorithm == Algorithm::rs256;
    if (EVP_PKEY_get_base_id(key.key.get()) != (rsa ? EVP_PKEY_RSA : EVP_PKEY_EC)) return false;
    if (!rsa && signature.size() != 2 * coordinate) return false;
    const std::string read = rsa ? std::string(signature) : as_asn1(signature);
    const DigestContext context(EVP_MD_CTX_new());
    if (!context || EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.key.get()) != 1) return false;
    return EVP_DigestVerify(context.get(), raw(read), read.size(), raw(signed_text), signed_text.size()) == 1;
}
}

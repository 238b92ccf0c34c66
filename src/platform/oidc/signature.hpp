#pragma once
#include "platform/oidc/id_token.hpp"
// OpenSSL behind two structs. Inside platform/oidc only.
namespace oidc {
struct SigningKey;

// Modulus and exponent, or the point's coordinates, as bytes. Null when too weak (under 2048 bits), too long, or no key at all.
std::shared_ptr<const VerifyingKey> rsa_key(std::string_view modulus, std::string_view exponent);
std::shared_ptr<const VerifyingKey> p256_key(std::string_view x, std::string_view y);
// RS256: PKCS#1 v1.5. ES256: r and s of 32 bytes each (RFC 7518, 3.4).
bool verifies(const VerifyingKey&, Algorithm, std::string_view signed_text, std::string_view signature);

// Null when the text is not a PEM of an unencrypted private key; unfit when it is one that we do not sign with.
std::shared_ptr<const SigningKey> signing_key(std::string_view pem, bool& unfit);
std::string signature(const SigningKey&, std::string_view text);
// RSA: a is the modulus, b the exponent. P-256: a is x, b is y.
struct PublicParts {
    Algorithm algorithm;
    std::string a, b;
};
PublicParts public_parts(const SigningKey&);
}

#pragma once
#include "platform/crypto/keys.hpp"
// Keyed hashes: to find a row by something that is compared whole (personal number, phone in E.164, e-mail, receipt, session) without
// keeping it. Useless to who takes the database without the keys. Normalise before hashing; the hash sees bytes.
namespace crypto {

using Digest = std::array<unsigned char, 32>;

// HMAC-SHA-256 (RFC 2104, FIPS 198-1) with its own key for each purpose and column, so that two columns can never be compared.
class KeyedHash {
public:
    // `root`: the site's hash key, wrapped as any key (it survives rotation of the master key). The key is derived with crypto_kdf;
    // its number is the first 64 bits of BLAKE2b over purpose and column ("lookup", "person.personal_number").
    KeyedHash(const Key& root, std::string_view purpose, std::string_view column);
    Digest of(std::string_view) const;
    bool matches(std::string_view, Bytes stored) const; // constant time

private:
    Key key_;
};

// Plain HMAC with a key of any length.
Digest hmac_sha256(Bytes key, Bytes message);
std::array<unsigned char, 64> hmac_sha512(Bytes key, Bytes message);
}

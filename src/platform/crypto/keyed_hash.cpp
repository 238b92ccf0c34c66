#include "platform/crypto/keyed_hash.hpp"
#include "platform/crypto/envelope.hpp"
#include <cstring>
#include <sodium.h>

namespace crypto {
namespace {
std::uint64_t number(std::string_view purpose, std::string_view column) {
    const auto name = associated({purpose, column});
    std::array<unsigned char, crypto_generichash_BYTES_MIN> digest;
    crypto_generichash(digest.data(), digest.size(), bytes(name).data(), name.size(), nullptr, 0);
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < 8; ++i) out |= std::uint64_t{digest[i]} << 8 * i;
    return out;
}
Key derived(const Key& root, std::string_view purpose, std::string_view column) {
    base::require(!purpose.empty() && !column.empty(), "a keyed hash has a purpose and a column");
    Secret out(Key::size, Keep::wiped);   // made at each question: the root alone is locked in memory
    crypto_kdf_derive_from_key(out.write().data(), out.size(), number(purpose, column), "lotsenKH", root.read().data());
    return Key(std::move(out));
}
}

KeyedHash::KeyedHash(const Key& root, std::string_view purpose, std::string_view column) : key_(derived(root, purpose, column)) {}
Digest KeyedHash::of(std::string_view message) const { return hmac_sha256(key_.read(), bytes(message)); }
bool KeyedHash::matches(std::string_view message, Bytes stored) const { return equal(of(message), stored); }

Digest hmac_sha256(Bytes key, Bytes message) {
    ready();
    Digest out;
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key.data(), key.size());
    crypto_auth_hmacsha256_update(&state, message.data(), message.size());
    crypto_auth_hmacsha256_final(&state, out.data());
    sodium_memzero(&state, sizeof state);
    return out;
}
std::array<unsigned char, 64> hmac_sha512(Bytes key, Bytes message) {
    ready();
    std::array<unsigned char, 64> out;
    crypto_auth_hmacsha512_state state;
    crypto_auth_hmacsha512_init(&state, key.data(), key.size());
    crypto_auth_hmacsha512_update(&state, message.data(), message.size());
    crypto_auth_hmacsha512_final(&state, out.data());
    sodium_memzero(&state, sizeof state);
    return out;
}
}

#include "platform/crypto/envelope.hpp"
#include <sodium.h>

namespace crypto {
namespace {
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(nonce_size + tag_size == envelope_cost);
}

std::string associated(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const auto part : parts) {
        for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>(part.size() >> shift & 0xFF);
        out += part;
    }
    return out;
}

void append_sealed(std::string& out, Bytes key, Bytes plain, std::string_view said) {
    ready();
    const auto at = out.size();
    out.resize(at + plain.size() + envelope_cost);
    auto* nonce = reinterpret_cast<unsigned char*>(out.data()) + at;
    randombytes_buf(nonce, nonce_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonce_size, nullptr, plain.data(), plain.size(), bytes(said).data(), said.size(), nullptr, nonce, key.data());
}

std::optional<Secret> opened(Bytes key, Bytes sealed, std::string_view said, Keep keep) {
    if (sealed.size() < envelope_cost) return {};
    const auto cipher = sealed.subspan(nonce_size);
    Secret out(cipher.size() - tag_size, keep);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(out.write().data(), nullptr, nullptr, cipher.data(), cipher.size(), bytes(said).data(), said.size(), sealed.data(), key.data()) != 0) return {};
    return out;
}
}

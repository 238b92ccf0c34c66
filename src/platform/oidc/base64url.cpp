#include "platform/oidc/base64url.hpp"
#include <sodium.h>

namespace oidc {
namespace {
constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
}

std::string base64url(crypto::Bytes bytes) {
    std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), variant);
    out.pop_back(); // the closing NUL
    return out;
}
std::optional<std::string> from_base64url(std::string_view text) {
    std::string out(text.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    const auto to = reinterpret_cast<unsigned char*>(out.data());
    if (sodium_base642bin(to, out.size(), text.data(), text.size(), nullptr, &length, nullptr, variant) != 0) return {};
    out.resize(length);
    return out;
}
std::string sha256(std::string_view text) {
    std::string out(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(out.data()), crypto::bytes(text).data(), text.size());
    return out;
}
}

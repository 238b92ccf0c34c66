#pragma once
#include "platform/crypto/secret.hpp"
#include <optional>
#include <string>
namespace oidc {
// base64url without padding (RFC 7515, 2). Decoded only when written in the one right way: no padding, no blanks, no bits left over.
std::string base64url(crypto::Bytes);
std::optional<std::string> from_base64url(std::string_view);
// SHA-256, its 32 bytes.
std::string sha256(std::string_view);
}

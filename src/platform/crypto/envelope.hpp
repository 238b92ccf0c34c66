#pragma once
#include "platform/crypto/secret.hpp"
#include <initializer_list>
#include <optional>
// Inside platform/crypto only: XChaCha20-Poly1305 with a random nonce in front, and associated data that cannot be read in two ways.
namespace crypto {
inline constexpr std::size_t envelope_cost = 24 + 16; // nonce and tag
// Each part with its length before it.
std::string associated(std::initializer_list<std::string_view> parts);
void append_sealed(std::string& out, Bytes key, Bytes plain, std::string_view associated);
// Nothing when key, bytes or associated data differ from those of sealing.
std::optional<Secret> opened(Bytes key, Bytes sealed, std::string_view associated, Keep = Keep::wiped);
}

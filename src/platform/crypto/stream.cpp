#include "platform/crypto/stream.hpp"
#include <sodium.h>

namespace crypto {
struct StreamState {
    crypto_secretstream_xchacha20poly1305_state inside;
};
static_assert(stream_preamble == crypto_secretstream_xchacha20poly1305_HEADERBYTES && stream_block_cost == crypto_secretstream_xchacha20poly1305_ABYTES);
static_assert(Key::size == crypto_secretstream_xchacha20poly1305_KEYBYTES);

namespace {
unsigned char* start(std::string& s) { return reinterpret_cast<unsigned char*>(s.data()); }
}

void ForgetStream::operator()(StreamState* state) const {
    sodium_memzero(state, sizeof *state);
    delete state;
}

SealingStream::SealingStream(const Key& key, std::string_view said) : state_(new StreamState), preamble_(stream_preamble, '\0'), said_(said) {
    ready();
    crypto_secretstream_xchacha20poly1305_init_push(&state_->inside, start(preamble_), key.read().data());
}
void SealingStream::append_sealed(std::string& out, std::string_view plain, Block block) {
    const auto at = out.size();
    out.resize(at + plain.size() + stream_block_cost);
    const unsigned char tag = block == Block::last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    crypto_secretstream_xchacha20poly1305_push(&state_->inside, start(out) + at, nullptr, bytes(plain).data(), plain.size(), bytes(said_).data(), said_.size(), tag);
}

OpeningStream::OpeningStream(const Key& key, std::string_view preamble, std::string_view said) : state_(new StreamState), said_(said) {
    ready();
    base::require(preamble.size() == stream_preamble, "a stream's preamble has 24 bytes");
    const int started = crypto_secretstream_xchacha20poly1305_init_pull(&state_->inside, bytes(preamble).data(), key.read().data());
    base::require(started == 0, "a stream could not be started");
}
std::optional<Block> OpeningStream::open(std::string& plain, std::string_view sealed) {
    if (sealed.size() < stream_block_cost) return std::nullopt;
    plain.resize(sealed.size() - stream_block_cost);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&state_->inside, start(plain), nullptr, &tag, bytes(sealed).data(), sealed.size(), bytes(said_).data(), said_.size()) != 0) return std::nullopt;
    return tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL ? Block::last : Block::more;
}
}

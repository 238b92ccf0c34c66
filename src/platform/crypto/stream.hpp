#pragma once
#include "platform/crypto/keys.hpp"
#include <memory>
// A long text sealed block by block (XChaCha20-Poly1305, libsodium's secretstream): blocks cannot be changed, exchanged, repeated, left out
// or cut off at the end without being noticed, and none needs the others in memory.
namespace crypto {

struct StreamState;
struct ForgetStream {
    void operator()(StreamState*) const;
};
enum class Block { more, last };
inline constexpr std::size_t stream_preamble = 24, stream_block_cost = 17; // bytes before the first block, and around each

class SealingStream {
    std::unique_ptr<StreamState, ForgetStream> state_;
    std::string preamble_, said_;

public:
    // `said` (a header in clear) is not sealed, but the stream does not open beside another.
    SealingStream(const Key&, std::string_view said);
    const std::string& preamble() const { return preamble_; }
    void append_sealed(std::string& out, std::string_view plain, Block);
};

class OpeningStream {
    std::unique_ptr<StreamState, ForgetStream> state_;
    std::string said_;

public:
    OpeningStream(const Key&, std::string_view preamble, std::string_view said); // throws Bug unless the preamble has its size
    // Replaces `plain`. Nothing when the block is not the next one of this stream.
    std::optional<Block> open(std::string& plain, std::string_view sealed);
};
}

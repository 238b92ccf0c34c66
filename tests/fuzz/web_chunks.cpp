#include "platform/web/chunks.hpp"
#include <cstdlib>

// Any bytes as a chunked body: never more than the limit, and the same body however it is cut.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    web::ChunkReader whole, pieces;
    std::string body, same;
    std::size_t at = 0, piece = 0;
    const auto refusal = whole.take(bytes, at, body, 1000);
    std::optional<web::Refusal> second;
    for (std::size_t end = 0; end <= size && !second; ++end) second = pieces.take(bytes.substr(0, end), piece, same, 1000);
    if (body.size() > 1000 || at > size || refusal.has_value() != second.has_value() || whole.done() != pieces.done()) std::abort();
    if (!refusal && body != same) std::abort();
    if (refusal && refusal->status != 400 && refusal->status != 413) std::abort();
    return 0;
}

#include "platform/crypto/seal.hpp"
#include "platform/crypto/envelope.hpp"
#include <sodium.h>

namespace crypto {
namespace {
constexpr std::string_view version{"\x01", 1};
constexpr std::size_t block = 32;
std::string said(const Place& place) { return associated({"lotsen sealed field", version, place.column, place.row}); }
}

std::string sealed(const Key& key, const Place& place, std::string_view plain) {
    Secret padded((plain.size() / block + 1) * block);
    std::copy(plain.begin(), plain.end(), padded.write().begin());
    std::size_t length = 0;
    if (sodium_pad(&length, padded.write().data(), plain.size(), block, padded.size()) != 0) throw base::Bug("padding does not fit");
    std::string out(version);
    append_sealed(out, key.read(), padded.read(), said(place));
    return out;
}

base::Result<Secret, OpenRefusal> opened(const Key& key, const Place& place, std::string_view envelope) {
    if (!envelope.starts_with(version)) return base::refused(OpenRefusal::other_version);
    const auto padded = opened(key.read(), bytes(envelope.substr(version.size())), said(place));
    std::size_t length = 0;
    if (!padded || sodium_unpad(&length, padded->read().data(), padded->size(), block) != 0) return base::refused(OpenRefusal::closed);
    return Secret(padded->read().first(length));
}
}

#include "platform/backup/header.hpp"
#include <cstdlib>

// Any bytes as the front of a backup file: what is taken for a header is exactly what we would write.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto found = backup::header_from(bytes)) {
        if (found->second > size || found->second > backup::most_header) std::abort();
        if (backup::text_of(found->first) != bytes.substr(0, found->second)) std::abort();
    }
    return 0;
}

#include "base/text.hpp"
#include "platform/web/fields.hpp"
#include <cstdlib>

// Any bytes as a form, a query or a path: sound text or nothing, and what was read can be written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto fields = web::parsed_fields(bytes, 200)) {
        for (const auto& [name, value] : *fields)
            if (name.empty() || !base::valid_utf8(name) || !base::valid_utf8(value) || (name + value).find('\0') != std::string::npos) std::abort();
        if (fields->size() > 200 || web::parsed_fields(web::urlencoded(*fields), 200) != fields) std::abort();
    }
    if (const auto path = web::decoded_path(bytes)) {
        if (!path->starts_with('/') || path->find('\\') != path->npos || !base::valid_utf8(*path)) std::abort();
        for (const auto part : base::split(*path, '/'))
            if (part == ".." || part == ".") std::abort();
    }
    return 0;
}

#include "platform/web/compression.hpp"
#include "base/text.hpp"
#include "platform/web/web.hpp"
#include <libdeflate.h>
#include <memory>

namespace web {
namespace {
constexpr std::size_t worth_it = 1400;   // smaller answers fit in one packet as they are

struct Freed {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, Freed>;

bool is_text(std::string_view type) {
    return type.starts_with("text/") || type.starts_with("application/json") || type.starts_with("application/xml") || type.starts_with("application/ld+json");
}
bool says(const Response& response, std::string_view lower_name) {
    return std::any_of(response.headers.begin(), response.headers.end(), [&](const auto& h) { return base::lower(h.first) == lower_name; });
}
}

std::string gzip(std::string_view in, Effort effort) {
    thread_local const Compressor fast(libdeflate_alloc_compressor(1));
    const Compressor small(effort == Effort::small ? libdeflate_alloc_compressor(12) : nullptr);
    auto* compressor = effort == Effort::small ? small.get() : fast.get();
    base::require(compressor != nullptr, "libdeflate starts");
    std::string out(libdeflate_gzip_compress_bound(compressor, in.size()), '\0');
    out.resize(libdeflate_gzip_compress(compressor, in.data(), in.size(), out.data(), out.size()));
    base::require(!out.empty(), "libdeflate packs in one go");
    return out;
}

bool accepts_gzip(std::string_view accept_encoding) {
    for (auto part : base::split(accept_encoding, ',')) {
        const auto pieces = base::split(part, ';');
        const auto coding = base::lower(base::trimmed(pieces[0]));
        if (coding != "gzip" && coding != "x-gzip" && coding != "*") continue;
        const auto weight = pieces.size() > 1 ? base::trimmed(pieces[1]) : std::string_view("q=1");
        return weight.find_first_of("123456789") != weight.npos;
    }
    return false;
}

void compress(Response& response, std::string_view accept_encoding) {
    if (response.body.size() < worth_it || !is_text(response.type) || says(response, "content-encoding")) return;
    if (!says(response, "vary")) response.header("Vary", "Accept-Encoding");
    if (!accepts_gzip(accept_encoding)) return;
    response.body = gzip(response.body, Effort::fast);
    response.header("Content-Encoding", "gzip");
}
}

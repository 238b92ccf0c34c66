#include "platform/search/stem.hpp"
#include "base/result.hpp"
#include <libstemmer.h>
#include <memory>

namespace search {
namespace {
struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
}

std::string_view stem(std::string_view word) {
    // A stemmer holds the word it works on, so each thread has its own.
    thread_local const std::unique_ptr<sb_stemmer, Delete> stemmer(sb_stemmer_new("swedish", "ISO_8859_1"));
    base::require(stemmer != nullptr, "libstemmer lacks Swedish in ISO_8859_1");
    const auto* letters = sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    base::require(letters != nullptr, "libstemmer ran out of memory");
    return {reinterpret_cast<const char*>(letters), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

}

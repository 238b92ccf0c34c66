#pragma once
#include <string>
#include <string_view>
namespace search {
// Snowball's Swedish stem of a word in ISO 8859-1; valid until the next call on this thread.
std::string_view stem(std::string_view word);
// Endings that Snowball leaves ("stödet", "pappan", "barnets"): calls `known(stem)` for each shorter reading, longest first,
// until one is known. Which readings are words only the vocabulary can tell.
template <class Known> bool shorter_reading(std::string_view word, Known&& known) {
    for (const std::string_view ending : {"s", "n", "t", "na", "en", "et", "ns", "ts", "nas", "ens", "ets"}) {
        if (word.size() < ending.size() + 3 || word.substr(word.size() - ending.size()) != ending) continue;
        if (known(stem(word.substr(0, word.size() - ending.size())))) return true;
    }
    return false;
}
}

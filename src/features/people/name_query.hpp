#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>
// How names are compared: word by word, in any order, each word typed may be the beginning of one. Case and accents do not count, å, ä
// and ö do. What sounds alike in names is equal: c and k, ch and k, ph and f, th and t, w and v, x and ks, double letters, and with
// them -son and -sson (design 6).
namespace people {

// A word as it is compared, from letters as platform/search writes them.
std::string sounded(std::string_view letters);

class NameQuery {
    struct Word {
        std::string begins;
        std::string or_begins; // "Kristop" may become Kristopher; empty: no other
    };
    std::vector<Word> words_;

public:
    explicit NameQuery(std::string_view typed);
    // Fewer than two letters: finds nobody, so that nobody leafs through the alphabet.
    bool empty() const { return words_.empty(); }
    // Nothing when some word begins no word of the name; otherwise how many were whole words.
    std::optional<int> whole_words(std::string_view name) const;
};
}

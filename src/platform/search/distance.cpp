#include "platform/search/distance.hpp"
#include "platform/search/letters.hpp"
#include <algorithm>
#include <array>

namespace search {
namespace {
// Letters that sound alike share a bit.
constexpr auto sounds = [] {
    std::array<unsigned char, 256> bits{};
    unsigned char bit = 1;
    for (const std::string_view set : {"kcq", "scz", "vw", "jgh", "ae"}) {
        for (const char c : set) bits[static_cast<unsigned char>(c)] |= bit;
        bit = static_cast<unsigned char>(bit << 1);
    }
    return bits;
}();
}

unsigned distance(std::string_view a, std::string_view b, unsigned most) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
    while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
    if (a.size() < b.size()) std::swap(a, b);
    if (a.size() - b.size() > most || a.size() > longest_word) return most + 1;
    if (b.empty()) return static_cast<unsigned>(a.size());
    std::array<unsigned, longest_word + 1> before{}, row{}, next{};
    for (unsigned j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        next[0] = static_cast<unsigned>(i);
        unsigned least = next[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            unsigned edits = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) edits = std::min(edits, before[j - 2] + 1);
            next[j] = edits;
            least = std::min(least, edits);
        }
        if (least > most) return most + 1;
        before = row;
        row = next;
    }
    return std::min(row[b.size()], most + 1);
}

bool may_begin_alike(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return false;
    if (a[0] == b[0]) return true;
    if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]) return true;
    return (sounds[static_cast<unsigned char>(a[0])] & sounds[static_cast<unsigned char>(b[0])]) != 0;
}

}

#pragma once
#include <cstdint>
#include <string_view>
namespace search {
// Edits between two words: letters added, left out, changed, or two neighbours swapped (restricted Damerau–Levenshtein).
// More than `most` (at most 3) gives most + 1. Words of at most 40 letters.
unsigned distance(std::string_view a, std::string_view b, unsigned most);
// How many edits may be forgiven in a word of this length: none up to 3 letters, 1 up to 5, then 2.
constexpr unsigned forgiven(std::size_t letters) { return letters <= 3 ? 0 : letters <= 5 ? 1 : 2; }
// Whether a misspelling may begin with `a` when the word begins with `b`: people seldom miss the first letter,
// except between letters that sound alike (k/c/q, s/c/z, v/w, j/g/h, å/o, ä/e).
bool may_begin_alike(std::string_view a, std::string_view b);
}

#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
// What differs between two texts, in words: for a reader, so whole words and punctuation marks, never letters.
namespace guideline {

enum class Differs { same, removed, added };
struct Piece {
    Differs how;
    std::string text;
    bool operator==(const Piece&) const = default;
};
// The pieces in reading order, what is removed before what stands in its place. Without those removed it is `after`, without those added `before`,
// but for white space. A short word that is alone between two changes is told as changed, so that nobody reads in bits.
std::vector<Piece> word_difference(std::string_view before, std::string_view after);

// Words, and punctuation marks as words of their own, without the spaces between them.
std::vector<std::string_view> words_of(std::string_view);
// Places of a longest common subsequence, in order.
std::vector<std::pair<std::size_t, std::size_t>> longest_common(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after);
}

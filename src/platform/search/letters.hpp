#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>
// Words are kept in lower case as ISO 8859-1, one byte a letter, so that distances, stems and compounds count letters and not bytes.
// Only a–z, å, ä, ö and digits are left: é becomes e, ø becomes ö, other scripts part words.
namespace search {

constexpr std::size_t longest_word = 40;  // letters beyond this are dropped

// One character of UTF-8 at `at` (moved past it): a letter, or one of the two below. Bad bytes part words.
constexpr unsigned char between_words = 0, joins_words = 1, ring_above = 2, two_dots_above = 3;
unsigned char next_letter_beyond_ascii(std::string_view utf8, std::size_t& at);
constexpr auto ascii_letters = [] {
    std::array<unsigned char, 128> table{};
    for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32] = c;
    for (unsigned char c = '0'; c <= '9'; ++c) table[c] = c;
    return table;
}();
inline unsigned char next_letter(std::string_view utf8, std::size_t& at) {
    const auto c = static_cast<unsigned char>(utf8[at]);
    return c < 0x80 ? (++at, ascii_letters[c]) : next_letter_beyond_ascii(utf8, at);
}

// å or ä or ö where the letter before and a combining mark make one; otherwise the letter as it was.
char marked(char letter, unsigned char mark);

// Calls take(letters, begin, end) for each word with its place in the text; stops when take gives false.
template <class Take> void each_word(std::string_view utf8, Take&& take) {
    char word[longest_word];
    std::size_t size = 0, begin = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t start = at;
        const unsigned char letter = next_letter(utf8, at);
        if (letter == between_words) {
            if (size > 0 && !take(std::string_view(word, size), begin, start)) return;
            size = 0;
        } else if (letter <= two_dots_above) {
            if (size > 0) word[size - 1] = marked(word[size - 1], letter);
        } else {
            if (size == 0) begin = start;
            if (size < longest_word) word[size++] = static_cast<char>(letter);
        }
    }
    if (size > 0) take(std::string_view(word, size), begin, utf8.size());
}

std::vector<std::string> words_of(std::string_view utf8);
std::string to_utf8(std::string_view letters);
// å and ä as a, ö as o: how the words look from a foreign keyboard.
char plain(char letter);
std::string plain(std::string_view letters);
bool is_number(std::string_view letters);

}

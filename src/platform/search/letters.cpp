#include "platform/search/letters.hpp"
#include <algorithm>

namespace search {
namespace {
constexpr char a_ring = '\xE5', a_dots = '\xE4', o_dots = '\xF6';

// Latin-1 from à to ÿ and Latin Extended-A from Ā to ž, as their nearest letter in Swedish; a space parts words.
constexpr std::string_view latin_1 = "aaaa\xE4\xE5\xE4" "ceeeeiiiidnoooo\xF6 \xF6uuuuyty";
constexpr std::string_view extended_a =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooo"
    "\xF6\xF6\xF6\xF6rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_1.size() == 32 && extended_a.size() == 128);

unsigned char as_letter(char c) { return c == ' ' ? between_words : static_cast<unsigned char>(c); }

unsigned char folded(std::uint32_t point) {
    if (point >= 0xC0 && point <= 0xDE && point != 0xD7) point += 0x20;
    if (point == 0xDF) return 's';
    if (point >= 0xE0 && point <= 0xFF) return as_letter(latin_1[point - 0xE0]);
    if (point >= 0x100 && point <= 0x17F) return as_letter(extended_a[point - 0x100]);
    if (point == 0x30A) return ring_above;
    if (point == 0x308) return two_dots_above;
    if ((point >= 0x300 && point <= 0x36F) || point == 0xAD || (point >= 0x200B && point <= 0x200D) || point == 0xFEFF) return joins_words;
    return between_words;
}

// The code point at `at` and how many bytes it took; 0 and 1 for bytes that are not UTF-8.
std::pair<std::uint32_t, std::size_t> code_point(std::string_view s, std::size_t at) {
    const auto first = static_cast<unsigned char>(s[at]);
    const std::size_t size = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
    if (size == 0 || at + size > s.size()) return {0, 1};
    std::uint32_t point = first & (0x7FU >> size);
    for (std::size_t k = 1; k < size; ++k) {
        const auto next = static_cast<unsigned char>(s[at + k]);
        if ((next & 0xC0) != 0x80) return {0, 1};
        point = point << 6 | (next & 0x3F);
    }
    return {point, size};
}
}

unsigned char next_letter_beyond_ascii(std::string_view s, std::size_t& at) {
    const auto [point, size] = code_point(s, at);
    at += size;
    return folded(point);
}

char marked(char letter, unsigned char mark) {
    if (mark == ring_above && letter == 'a') return a_ring;
    if (mark == two_dots_above && letter == 'a') return a_dots;
    if (mark == two_dots_above && letter == 'o') return o_dots;
    return letter;
}

std::vector<std::string> words_of(std::string_view utf8) {
    std::vector<std::string> words;
    each_word(utf8, [&](std::string_view word, std::size_t, std::size_t) {
        words.emplace_back(word);
        return true;
    });
    return words;
}

std::string to_utf8(std::string_view letters) {
    std::string out;
    for (const char c : letters) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
        } else {
            out += static_cast<char>(0xC0 | (byte >> 6));
            out += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return out;
}

char plain(char letter) { return letter == a_ring || letter == a_dots ? 'a' : letter == o_dots ? 'o' : letter; }

std::string plain(std::string_view letters) {
    std::string out(letters);
    for (char& c : out) c = plain(c);
    return out;
}

bool is_number(std::string_view letters) {
    return std::any_of(letters.begin(), letters.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}

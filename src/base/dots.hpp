#pragma once
#include <algorithm>
#include <string_view>
namespace base {

// "[a.a.a…]" makes a table in a table for each dot, and toml++ takes them down by recursion: a line of 300 000 dots ends the program.
// Whoever parses TOML asks here first. The number of the first line with too many, or 0.
inline constexpr std::ptrdiff_t most_dots = 300;
inline int line_with_too_many_dots(std::string_view text) {
    for (int number = 1;; ++number) {
        const auto line = text.substr(0, text.find('\n'));
        if (std::count(line.begin(), line.end(), '.') > most_dots) return number;
        if (line.size() == text.size()) return 0;
        text.remove_prefix(line.size() + 1);
    }
}
}

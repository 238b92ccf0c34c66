#pragma once
#include "base/result.hpp"
#include <string>
#include <string_view>
#include <vector>
// Tables as text: UTF-8 (a byte order mark is passed over), ";" between cells, quotes as in RFC 4180, lines ended by LF or CRLF. A cell that
// a spreadsheet could take for a formula is written with ' before it, and read without (security, V1.2.10).
namespace staff::csv {

struct Row {
    int line = 0; // where it begins in the file, from 1
    std::vector<std::string> cells;
};
enum class Why { not_text, quote_not_closed, text_after_quote, too_large };
const char* words(Why); // the Swedish sentence to translate
struct Fault {
    int line = 0;
    Why why = Why::not_text;
};
inline constexpr std::size_t most_bytes = 4 << 20;

// Lines without anything in them are left out.
base::Result<std::vector<Row>, Fault> parsed(std::string_view);
// One line with its end.
std::string written(const std::vector<std::string>& cells);
}

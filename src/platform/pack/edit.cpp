#include "platform/pack/edit.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include <fmt/format.h>

namespace pack {
namespace {
using Lines = std::vector<std::string>;

std::string_view without_indent(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    return line;
}
bool heading(std::string_view line) { return without_indent(line).starts_with('['); }
bool heading_of(std::string_view line, std::string_view table) {
    line = without_indent(line);
    return line.starts_with("[" + std::string(table) + "]");
}
bool sets(std::string_view line, std::string_view key) {
    line = without_indent(line);
    if (!line.starts_with(key)) return false;
    const auto after = without_indent(line.substr(key.size()));
    return after.starts_with('=');
}

// Where the value that begins at `at` ends: before the blanks and the comment after it.
std::size_t end_of_value(std::string_view line, std::size_t at) {
    char quote = 0;
    int depth = 0;
    auto i = at;
    for (; i < line.size(); ++i) {
        const char c = line[i];
        if (quote) {
            if (c == '\\' && quote == '"') ++i;
            else if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') quote = c;
        else if (c == '[' || c == '{') ++depth;
        else if (c == ']' || c == '}') --depth;
        else if (c == '#') break;
    }
    base::require(quote == 0 && depth == 0 && !line.substr(at).starts_with("\"\"\"") && !line.substr(at).starts_with("'''"), "the value goes over several lines");
    while (i > at && (line[i - 1] == ' ' || line[i - 1] == '\t' || line[i - 1] == '\r')) --i;
    return i;
}

std::string replaced_value(std::string_view line, std::string_view value) {
    const auto equals = line.find('=');
    const auto begin = std::min(line.find_first_not_of(" \t", equals + 1), line.size());
    const auto end = end_of_value(line, begin);
    return std::string(line.substr(0, begin)) + std::string(value) + std::string(line.substr(end));
}

// The lines of the table: from after its heading to the next one. Nothing when the table is not there.
std::optional<std::pair<std::size_t, std::size_t>> range_of(const Lines& lines, std::string_view table) {
    std::size_t begin = 0;
    if (!table.empty()) {
        while (begin < lines.size() && !heading_of(lines[begin], table)) ++begin;
        if (begin == lines.size()) return std::nullopt;
        ++begin;
    }
    auto end = begin;
    while (end < lines.size() && !heading(lines[end])) ++end;
    return std::pair(begin, end);
}
}

std::string toml_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\', out += c;
        else if (c == '\n') out += "\\n";
        else if (c == '\t') out += "\\t";
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) out += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
        else out += c;
    }
    return out + "\"";
}
std::string toml_texts(const std::vector<std::string>& texts) {
    std::vector<std::string> quoted;
    for (const auto& text : texts) quoted.push_back(toml_text(text));
    return "[" + base::joined(quoted, ", ") + "]";
}

std::string with_value(std::string_view source, std::string_view table, std::string_view key, std::string_view value) {
    Lines lines;
    for (const auto line : base::split(source, '\n')) lines.emplace_back(line);
    if (!lines.empty() && lines.back().empty()) lines.pop_back();
    const auto added = std::string(key) + " = " + std::string(value);
    const auto range = range_of(lines, table);
    if (!range) {
        for (const auto& line : {std::string(), "[" + std::string(table) + "]", added}) lines.push_back(line);
    } else {
        const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(range->first), end = lines.begin() + static_cast<std::ptrdiff_t>(range->second);
        const auto found = std::find_if(begin, end, [&](const std::string& line) { return sets(line, key); });
        if (found != end) *found = replaced_value(*found, value);
        else {
            // After the table's last value, before the empty lines and comments that belong to the next heading.
            auto at = end;
            while (at != begin && (without_indent(*(at - 1)).empty() || without_indent(*(at - 1)).starts_with('#'))) --at;
            lines.insert(at, added);
        }
    }
    return base::joined(lines, "\n") + "\n";
}
}

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

bool no_value(std::string_view line) { return line.empty() || line.starts_with('#') || line.starts_with('['); }

// Follows a value over the lines it stands on.
class Following {
    std::string_view quotes_;   // of the text that is open
    int depth_ = 0;

    std::string_view opening(std::string_view rest) const {
        for (const std::string_view quotes : {"\"\"\"", "'''", "\"", "'"})
            if (rest.starts_with(quotes)) return quotes;
        return {};
    }

public:
    bool open() const { return !quotes_.empty() || depth_ > 0; }
    // Reads a line from where the value begins or goes on. Gives where it ends: before the blanks and the comment after it.
    std::size_t read(std::string_view line, std::size_t at) {
        auto i = at;
        while (i < line.size()) {
            const auto rest = line.substr(i);
            if (!quotes_.empty()) {
                const bool ends = rest.starts_with(quotes_);
                i += ends ? quotes_.size() : rest[0] == '\\' && quotes_[0] == '"' ? 2 : 1;
                if (ends) quotes_ = {};
            } else if (quotes_ = opening(rest); !quotes_.empty()) i += quotes_.size();
            else if (rest[0] == '#') break;
            else depth_ += rest[0] == '[' || rest[0] == '{' ? 1 : rest[0] == ']' || rest[0] == '}' ? -1 : 0, ++i;
        }
        if (quotes_.size() == 1) quotes_ = {};   // only the long quotes go over lines
        i = std::min(i, line.size());
        while (i > at && (line[i - 1] == ' ' || line[i - 1] == '\t' || line[i - 1] == '\r')) --i;
        return i;
    }
};

// Where the value of the line's key ends: the line, and the place in it.
std::pair<std::size_t, std::size_t> end_of_value(const Lines& lines, std::size_t line) {
    Following value;
    auto end = value.read(lines[line], lines[line].find('=') + 1);
    while (value.open() && line + 1 < lines.size()) end = value.read(lines[++line], 0);
    return {line, end};
}

void replace_value(Lines& lines, std::size_t line, std::string_view value) {
    const auto [last, end] = end_of_value(lines, line);
    const auto begin = std::min(lines[line].find_first_not_of(" \t", lines[line].find('=') + 1), lines[line].size());
    lines[line] = lines[line].substr(0, begin) + std::string(value) + lines[last].substr(end);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(line) + 1, lines.begin() + static_cast<std::ptrdiff_t>(last) + 1);
}

// The line after this one that is not the rest of its value.
std::size_t next_line(const Lines& lines, std::size_t line) {
    const auto text = without_indent(lines[line]);
    return no_value(text) || text.find('=') == text.npos ? line + 1 : end_of_value(lines, line).first + 1;
}

// The lines of the table: from after its heading to the next one. Nothing when the table is not there.
std::optional<std::pair<std::size_t, std::size_t>> range_of(const Lines& lines, std::string_view table) {
    std::size_t begin = 0;
    if (!table.empty()) {
        while (begin < lines.size() && !heading_of(lines[begin], table)) begin = next_line(lines, begin);
        if (begin >= lines.size()) return std::nullopt;
        ++begin;
    }
    auto end = begin;
    while (end < lines.size() && !heading(lines[end])) end = next_line(lines, end);
    return std::pair(begin, end);
}

Lines lines_of(std::string_view source) {
    Lines lines;
    for (const auto line : base::split(source, '\n')) lines.emplace_back(line);
    if (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

void put_value(Lines& lines, std::size_t begin, std::size_t end, std::string_view key, std::string_view value) {
    for (auto line = begin; line < end; line = next_line(lines, line))
        if (sets(lines[line], key)) return replace_value(lines, line, value);
    // After the table's last value, before the empty lines and comments that belong to the next heading.
    while (end != begin && (without_indent(lines[end - 1]).empty() || without_indent(lines[end - 1]).starts_with('#'))) --end;
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(end), std::string(key) + " = " + std::string(value));
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
    auto lines = lines_of(source);
    if (const auto range = range_of(lines, table)) put_value(lines, range->first, range->second, key, value);
    else
        for (const auto& line : {std::string(), "[" + std::string(table) + "]", std::string(key) + " = " + std::string(value)}) lines.push_back(line);
    return base::joined(lines, "\n") + "\n";
}

std::string without_tables(std::string_view source, std::string_view name) {
    const auto lines = lines_of(source);
    const auto wanted = "[[" + std::string(name) + "]]";
    Lines kept;
    bool inside = false;
    for (std::size_t line = 0; line < lines.size();) {
        const auto next = next_line(lines, line);
        const auto text = without_indent(lines[line]);
        if (heading(text)) inside = text.starts_with(wanted);
        if (!inside || text.starts_with('#')) kept.insert(kept.end(), lines.begin() + static_cast<std::ptrdiff_t>(line), lines.begin() + static_cast<std::ptrdiff_t>(next));
        line = next;
    }
    return kept.empty() ? std::string() : base::joined(kept, "\n") + "\n";
}
}

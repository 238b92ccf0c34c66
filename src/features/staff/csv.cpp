#include "features/staff/csv.hpp"
#include "base/text.hpp"
#include "platform/i18n/language.hpp"

namespace staff::csv {
namespace {
// Whether it needs a ' before it: a formula, or a formula that already has some, so that as many come back as went out.
bool needs_guard(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

// Reads one character after the other; what is left to read is never looked at twice.
class Reading {
    std::string_view left_;
    int line_ = 1;
    std::vector<Row> rows_;
    Row row_{1, {}};

    char take() {
        const char c = left_.front();
        left_.remove_prefix(1);
        if (c == '\n') ++line_;
        return c;
    }
    bool at_line_end() const { return left_.empty() || left_.front() == '\n' || left_.starts_with("\r\n"); }

    std::optional<Fault> quoted(std::string& cell) {
        const int began = line_;
        take();
        while (true) {
            if (left_.empty()) return Fault{began, Why::quote_not_closed};
            const char c = take();
            if (c != '"') cell += c;
            else if (left_.starts_with('"')) cell += take();
            else break;
        }
        if (at_line_end() || left_.front() == ';') return std::nullopt;
        return Fault{line_, Why::text_after_quote};
    }
    void plain(std::string& cell) {
        while (!at_line_end() && left_.front() != ';') cell += take();
    }
    std::optional<Fault> cell() {
        std::string text;
        if (left_.starts_with('"')) {
            if (const auto fault = quoted(text)) return fault;
        } else plain(text);
        if (text.starts_with('\'') && needs_guard(text)) text.erase(0, 1);
        row_.cells.push_back(std::move(text));
        return std::nullopt;
    }
    void end_row() {
        if (left_.starts_with("\r\n")) take();
        if (!left_.empty()) take();
        if (std::any_of(row_.cells.begin(), row_.cells.end(), [](const auto& cell) { return !base::trimmed(cell).empty(); })) rows_.push_back(std::move(row_));
        row_ = {line_, {}};
    }

public:
    explicit Reading(std::string_view text) : left_(text) {}
    std::optional<Fault> all() {
        while (!left_.empty()) {
            if (const auto fault = cell()) return fault;
            if (left_.starts_with(';')) {
                take();
                if (!at_line_end()) continue;
                row_.cells.emplace_back();
            }
            end_row();
        }
        return std::nullopt;
    }
    std::vector<Row> rows() { return std::move(rows_); }
};
}

base::Result<std::vector<Row>, Fault> parsed(std::string_view text) {
    if (text.size() > most_bytes) return base::refused(Fault{1, Why::too_large});
    // The mark of UTF-8 says nothing, wherever files that were laid together have left it.
    const auto unmarked = base::replaced(text, "\xEF\xBB\xBF", "");
    text = unmarked;
    if (!base::valid_utf8(text) || text.find('\0') != std::string_view::npos) return base::refused(Fault{1, Why::not_text});
    Reading reading(text);
    if (const auto fault = reading.all()) return base::refused(*fault);
    return reading.rows();
}

std::string written(const std::vector<std::string>& cells) {
    std::string out;
    for (const auto& cell : cells) {
        if (&cell != &cells.front()) out += ';';
        const auto safe = needs_guard(cell) ? "'" + cell : cell;
        out += safe.find_first_of(";\"\n\r") == std::string::npos ? safe : "\"" + base::replaced(safe, "\"", "\"\"") + "\"";
    }
    return out + "\r\n";
}

const char* words(Why why) {
    switch (why) {
    case Why::not_text: return i18n::key("Filen är inte text i UTF-8. Spara den som ”CSV UTF-8”.");
    case Why::quote_not_closed: return i18n::key("Ett citattecken öppnas här men stängs inte.");
    case Why::text_after_quote: return i18n::key("Efter ett stängt citattecken ska det stå semikolon eller ny rad.");
    case Why::too_large: return i18n::key("Filen är för stor. Dela upp den.");
    }
    throw base::Bug("an unknown fault of a CSV file");
}
}

#include "platform/db/sql.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include <charconv>

namespace db {
namespace {

bool word_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

std::size_t until(std::string_view text, std::string_view end, std::size_t from) {
    const auto at = text.find(end, from);
    return at == text.npos ? text.size() : at + end.size();
}

// Length of the string, quoted name, comment or $$ body that begins here; 0 when none does.
std::size_t quoted(std::string_view rest) {
    if (rest.front() == '\'') return until(rest, "'", 1);
    if (rest.front() == '"') return until(rest, "\"", 1);
    if (rest.starts_with("--")) return until(rest, "\n", 2);
    if (rest.starts_with("/*")) return until(rest, "*/", 2);
    if (rest.starts_with("$$")) return until(rest, "$$", 2);
    return 0;
}

std::string without_comments(std::string_view statement) {
    std::string out;
    walk(
        statement, [](std::string_view) { return std::size_t{0}; },
        [&](std::string_view part) {
            if (!part.starts_with("--") && !part.starts_with("/*")) out += part;
        });
    return out;
}
}

void walk(std::string_view text, const std::function<std::size_t(std::string_view)>& at, const std::function<void(std::string_view)>& keep) {
    while (!text.empty()) {
        auto size = quoted(text);
        if (size == 0) size = at(text);
        else keep(text.substr(0, size));
        if (size == 0) {
            size = 1;
            if (word_character(text.front()))
                while (size < text.size() && word_character(text[size])) ++size;
            keep(text.substr(0, size));
        }
        text.remove_prefix(size);
    }
}

Rewritten with_dollar_parameters(std::string_view text) {
    Rewritten out;
    const auto parameter = [&](std::string_view rest) -> std::size_t {
        if (rest.front() != '?') return 0;
        int number = 0;
        const auto end = std::from_chars(rest.data() + 1, rest.data() + rest.size(), number).ptr;
        if (number < 1) throw base::Bug("a parameter without number in: " + std::string(text));
        out.parameters = std::max(out.parameters, number);
        out.text += "$" + base::to_text(number);
        return static_cast<std::size_t>(end - rest.data());
    };
    walk(text, parameter, [&](std::string_view part) { out.text += part; });
    return out;
}

std::vector<std::string> statements_of(std::string_view script) {
    std::vector<std::string> out;
    std::string current;
    const auto finish = [&] {
        if (!base::trimmed(without_comments(current)).empty()) out.emplace_back(base::trimmed(current));
        current.clear();
    };
    const auto semicolon = [&](std::string_view rest) -> std::size_t {
        if (rest.front() != ';') return 0;
        finish();
        return 1;
    };
    walk(script, semicolon, [&](std::string_view part) { current += part; });
    finish();
    return out;
}

std::string with_word_replaced(std::string_view text, std::string_view word, std::string_view by) {
    std::string out;
    const auto wanted = base::lower(word);
    walk(
        text, [](std::string_view) { return std::size_t{0}; },
        [&](std::string_view part) { out += base::lower(part) == wanted ? by : part; });
    return out;
}

bool begins_with_words(std::string_view statement, std::string_view words) {
    const auto plain = without_comments(statement);
    auto rest = base::trimmed(plain);
    for (const auto word : base::split(words, ' ')) {
        if (base::lower(rest.substr(0, word.size())) != base::lower(word)) return false;
        rest = rest.substr(word.size());
        if (!rest.empty() && word_character(rest.front())) return false;
        rest = base::trimmed(rest);
    }
    return true;
}

void require_text(const Sql& sql, std::string_view text) {
    if (text.find('\0') != text.npos || !base::valid_utf8(text))
        throw base::Bug(std::string(sql.name) + ": a text parameter is not UTF-8 without NUL");
}

void require_count(const Sql& sql, int wanted, std::size_t given) {
    if (static_cast<std::size_t>(wanted) != given)
        throw base::Bug(std::string(sql.name) + ": takes " + base::to_text(wanted) + " parameters, got " + base::to_text(static_cast<long long>(given)));
}
}

#include "features/guideline/word_diff.hpp"
#include "base/text.hpp"

namespace guideline {
namespace {
constexpr std::string_view marks = ".,;:!?()";
bool space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool mark(char c) { return marks.find(c) != marks.npos; }

// A word with whether a space follows it.
struct Token {
    std::string_view word;
    bool spaced;
};
std::vector<Token> tokens(std::string_view text) {
    std::vector<Token> out;
    for (std::size_t i = 0; i < text.size();) {
        if (space(text[i])) {
            ++i;
            continue;
        }
        auto end = i + 1;
        if (!mark(text[i]))
            while (end < text.size() && !space(text[end]) && !mark(text[end])) ++end;
        out.push_back({text.substr(i, end - i), end < text.size() && space(text[end])});
        i = end;
    }
    return out;
}
std::vector<std::string_view> only_words(const std::vector<Token>& all) {
    std::vector<std::string_view> out;
    for (const auto& token : all) out.push_back(token.word);
    return out;
}

// One stretch where both texts agree (equal), or where they do not.
struct Stretch {
    bool equal;
    std::size_t before, before_end, after, after_end;
};
std::vector<Stretch> stretches(const std::vector<Token>& before, const std::vector<Token>& after) {
    std::vector<Stretch> out;
    std::size_t i = 0, j = 0;
    for (const auto& [x, y] : longest_common(only_words(before), only_words(after))) {
        if (x > i || y > j) out.push_back({false, i, x, j, y});
        if (!out.empty() && out.back().equal) ++out.back().before_end, ++out.back().after_end;
        else out.push_back({true, x, x + 1, y, y + 1});
        i = x + 1, j = y + 1;
    }
    if (i < before.size() || j < after.size()) out.push_back({false, i, before.size(), j, after.size()});
    return out;
}
// Alone between two changes, and too short to be read as a thing of its own.
bool short_between(const std::vector<Stretch>& all, std::size_t at, const std::vector<Token>& before) {
    const auto& s = all[at];
    return s.equal && at > 0 && at + 1 < all.size() && s.before_end - s.before == 1 && base::length(before[s.before].word) <= 3;
}
std::vector<Stretch> joined(const std::vector<Stretch>& all, const std::vector<Token>& before) {
    std::vector<Stretch> out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool equal = all[i].equal && !short_between(all, i, before);
        if (!out.empty() && !equal && !out.back().equal) out.back().before_end = all[i].before_end, out.back().after_end = all[i].after_end;
        else out.push_back({equal, all[i].before, all[i].before_end, all[i].after, all[i].after_end});
    }
    return out;
}
std::string text_of(const std::vector<Token>& all, std::size_t from, std::size_t until) {
    std::string out;
    for (auto i = from; i < until; ++i) out += std::string(all[i].word) + (all[i].spaced ? " " : "");
    return out;
}
}

std::vector<std::string_view> words_of(std::string_view text) { return only_words(tokens(text)); }

std::vector<std::pair<std::size_t, std::size_t>> longest_common(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after) {
    const auto n = before.size(), m = after.size();
    std::vector<std::vector<unsigned>> longest(n + 1, std::vector<unsigned>(m + 1, 0));   // of what is left from (i, j)
    for (auto i = n; i-- > 0;)
        for (auto j = m; j-- > 0;) longest[i][j] = before[i] == after[j] ? longest[i + 1][j + 1] + 1 : std::max(longest[i + 1][j], longest[i][j + 1]);
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
        if (before[i] == after[j]) out.emplace_back(i++, j++);
        else if (longest[i + 1][j] >= longest[i][j + 1]) ++i;
        else ++j;
    }
    return out;
}

std::vector<Piece> word_difference(std::string_view before, std::string_view after) {
    const auto old_words = tokens(before), new_words = tokens(after);
    std::vector<Piece> out;
    for (const auto& s : joined(stretches(old_words, new_words), old_words)) {
        if (s.equal) {
            auto text = text_of(new_words, s.after, s.after_end);
            if (old_words[s.before_end - 1].spaced && !text.ends_with(' ')) text += ' ';   // what was removed after it stands apart
            out.push_back({Differs::same, std::move(text)});
            continue;
        }
        if (s.before < s.before_end) out.push_back({Differs::removed, text_of(old_words, s.before, s.before_end)});
        if (s.after < s.after_end) out.push_back({Differs::added, text_of(new_words, s.after, s.after_end)});
    }
    return out;
}
}

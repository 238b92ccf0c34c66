#include "features/people/name_query.hpp"
#include "platform/search/letters.hpp"

namespace people {
namespace {
constexpr std::size_t most_words = 8, most_typed = 200;

char at(std::string_view letters, std::size_t place) { return place < letters.size() ? letters[place] : '\0'; }
}

std::string sounded(std::string_view letters) {
    std::string out;
    const auto add = [&](char c) {
        if (out.empty() || out.back() != c) out += c;
    };
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char c = letters[i], next = at(letters, i + 1);
        switch (c) {
            case 'c': add('k'), i += next == 'h'; break;
            case 'p': add(next == 'h' ? 'f' : 'p'), i += next == 'h'; break;
            case 't': add('t'), i += next == 'h'; break;
            case 'w': add('v'); break;
            case 'x': add('k'), add('s'); break;
            default: add(c);
        }
    }
    return out;
}

NameQuery::NameQuery(std::string_view typed) {
    std::size_t letters = 0;
    search::each_word(typed.substr(0, most_typed), [&](std::string_view word, std::size_t, std::size_t) {
        letters += word.size();
        Word made{sounded(word), {}};
        if (word.back() == 'p') made.or_begins = sounded(std::string(word) + "h");
        words_.push_back(std::move(made));
        return words_.size() < most_words;
    });
    if (letters < 2) words_.clear();
}

std::optional<int> NameQuery::whole_words(std::string_view name) const {
    std::vector<std::string> own;
    search::each_word(name, [&](std::string_view word, std::size_t, std::size_t) {
        own.push_back(sounded(word));
        return true;
    });
    int whole = 0;
    for (const auto& word : words_) {
        bool begins = false, is = false;
        for (const auto& part : own) {
            begins |= part.starts_with(word.begins) || (!word.or_begins.empty() && part.starts_with(word.or_begins));
            is |= part == word.begins;
        }
        if (!begins) return std::nullopt;
        whole += is;
    }
    return whole;
}
}

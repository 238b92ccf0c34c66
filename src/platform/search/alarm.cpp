#include "platform/search/alarm.hpp"
#include "platform/search/distance.hpp"
#include "platform/search/letters.hpp"
#include <algorithm>

namespace search {
namespace {
constexpr std::size_t most_words = 32, shortest_joined = 7;

std::string without_doubles(std::string_view word) {
    std::string out(word);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

// Both without dots. Words of up to four letters are too close to each other for edits: only
// swapped or doubled letters, or one letter too many in four.
bool misspelt(std::string_view written, std::string_view word) {
    if (!may_begin_alike(written, word)) return false;
    const unsigned edits = word.size() <= 4 ? (word.size() == 4 && written.size() == 5 ? 1 : 0) : word.size() <= 7 ? 1 : 2;
    if (edits > 0) return distance(written, word, edits) <= edits;
    if (written.size() == word.size()) return std::is_permutation(written.begin(), written.end(), word.begin()) && distance(written, word, 1) == 1;
    return without_doubles(written) == without_doubles(word);
}
}

std::uint32_t Alarm::word(std::string letters) {
    const auto at = std::find(words_.begin(), words_.end(), letters);
    if (at != words_.end()) return static_cast<std::uint32_t>(at - words_.begin());
    words_.push_back(std::move(letters));
    alone_.push_back(false);
    return static_cast<std::uint32_t>(words_.size() - 1);
}

void Alarm::add(std::string_view phrase) {
    std::vector<std::uint32_t> ids;
    std::string joined;
    for (const auto& letters : words_of(phrase)) {
        ids.push_back(word(plain(letters)));
        joined += plain(letters);
    }
    if (ids.empty()) return;
    if (std::find(phrases_.begin(), phrases_.end(), ids) == phrases_.end()) phrases_.push_back(ids);
    if (ids.size() == 1) return alone_[ids[0]] = true, void();
    // The whole phrase written as one word.
    if (ids.size() > 3 || joined.size() < shortest_joined || joined.size() > longest_word) return;
    if (const std::vector<std::uint32_t> run_together{word(joined)}; std::find(phrases_.begin(), phrases_.end(), run_together) == phrases_.end())
        phrases_.push_back(run_together);
}

bool Alarm::heard(std::span<const std::string> written, const std::function<bool(std::string_view)>& known) const {
    std::vector<std::uint32_t> where(words_.size(), 0);  // for each word, the places where it stands, as bits
    const auto note = [&](std::string_view letters, std::size_t place, bool may_be_misspelt, bool only_alone) {
        for (std::size_t id = 0; id < words_.size(); ++id)
            if ((alone_[id] || !only_alone) && (letters == words_[id] || (may_be_misspelt && misspelt(letters, words_[id])))) where[id] |= 1U << place;
    };
    std::string before;
    for (std::size_t place = 0; place < std::min(written.size(), most_words); ++place) {
        const auto letters = plain(written[place]);
        note(letters, place, !known(written[place]), false);
        if (before.size() + letters.size() >= shortest_joined) note(before + letters, place, true, true);
        before = letters;
    }
    return std::any_of(phrases_.begin(), phrases_.end(), [&](const auto& phrase) {
        std::uint32_t ends = where[phrase[0]];
        for (std::size_t i = 1; i < phrase.size() && ends != 0; ++i) ends = (ends << 1 | ends << 2) & where[phrase[i]];
        return ends != 0;
    });
}

}

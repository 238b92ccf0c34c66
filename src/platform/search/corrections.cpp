#include "platform/search/distance.hpp"
#include "platform/search/letters.hpp"
#include "platform/search/vocabulary.hpp"
#include <algorithm>
#include <bit>

// Misspellings are found as SymSpell does it: a word and its misspelling become equal when the right letters are left out of both.
// Only the first letters are indexed, so that the index stays small; the true distance is then measured.
namespace search {
namespace {
constexpr std::size_t indexed_letters = 7;

// Calls see(hash) for the beginning and for each way to leave out up to `deletes` of its letters.
template <class See> void each_delete(std::string_view beginning, unsigned deletes, std::size_t from, See&& see) {
    see(hash_of(beginning));
    if (deletes == 0 || beginning.size() < 2) return;
    char shorter[indexed_letters];
    for (std::size_t i = from; i < beginning.size(); ++i) {
        if (i > from && beginning[i] == beginning[i - 1]) continue;
        std::copy_n(beginning.begin(), i, shorter);
        std::copy(beginning.begin() + static_cast<std::ptrdiff_t>(i) + 1, beginning.end(), shorter + i);
        each_delete(std::string_view(shorter, beginning.size() - 1), deletes - 1, i, see);
    }
}

std::string beginning_of(std::string_view word) { return plain(word.substr(0, indexed_letters)); }
}

void Vocabulary::settle_deletes() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> entries;  // bucket, form
    const auto buckets = std::bit_ceil(std::max<std::size_t>(1024, forms() * 16));
    entries.reserve(forms() * 24);
    for (std::uint32_t id = 0; id < forms(); ++id)
        if (!is_number(forms_[id]))
            each_delete(beginning_of(forms_[id]), forgiven(forms_[id].size() + 1), 0,
                        [&](std::uint64_t hash) { entries.emplace_back(static_cast<std::uint32_t>(hash & (buckets - 1)), id); });
    bucket_begin_.assign(buckets + 1, 0);
    for (const auto& entry : entries) ++bucket_begin_[entry.first + 1];
    for (std::size_t i = 0; i < buckets; ++i) bucket_begin_[i + 1] += bucket_begin_[i];
    bucket_.resize(entries.size());
    auto next = bucket_begin_;
    for (const auto& [bucket, form] : entries) bucket_[next[bucket]++] = form;
}

template <class See> void Vocabulary::each_near(std::string_view word, unsigned deletes, See&& see) const {
    const std::size_t mask = bucket_begin_.size() - 2;
    each_delete(beginning_of(word), deletes, 0, [&](std::uint64_t hash) {
        const auto bucket = hash & mask;
        for (auto i = bucket_begin_[bucket]; i < bucket_begin_[bucket + 1]; ++i) see(bucket_[i]);
    });
}

std::uint32_t Vocabulary::without_dots(std::string_view word) const {
    std::uint32_t best = none;
    const auto wanted = plain(word);
    each_near(word, 0, [&](std::uint32_t form) {
        if (forms_[form].size() == wanted.size() && plain(forms_[form]) == wanted && (best == none || times_[form] > times_[best])) best = form;
    });
    return best;
}

std::vector<Guess> Vocabulary::corrections(std::string_view word, std::size_t most) const {
    const unsigned edits = forgiven(word.size());
    std::vector<Guess> guesses;
    if (edits == 0 || is_number(word)) return guesses;
    const auto meant = plain(word);
    std::vector<std::uint32_t> near;
    each_near(word, edits, [&](std::uint32_t form) {
        const auto size = forms_[form].size();
        if (size + edits >= word.size() && size <= word.size() + edits && size >= 3) near.push_back(form);
    });
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    for (const auto form : near) {
        const auto letters = plain(forms_[form]);
        if (!may_begin_alike(meant, letters)) continue;
        const auto found = distance(meant, letters, edits);
        // Short words have many neighbours: a word of five letters or fewer is never reached by two edits.
        if (found > std::min(edits, forgiven(letters.size() + 1))) continue;
        const float strange_start = meant[0] != letters[0] ? 0.4F : 0;
        const float dots = distance(word, forms_[form], 3) > found ? 0.2F : 0;
        guesses.push_back({form, static_cast<float>(found) + strange_start + dots});
    }
    std::sort(guesses.begin(), guesses.end(), [&](const Guess& a, const Guess& b) {
        if (a.cost != b.cost) return a.cost < b.cost;
        return times_[a.form] != times_[b.form] ? times_[a.form] > times_[b.form] : a.form < b.form;
    });
    if (guesses.size() > most) guesses.resize(most);
    return guesses;
}

std::vector<std::uint32_t> Vocabulary::corrected_parts(std::string_view word) const {
    const auto meant = [&](std::string_view letters) {
        const auto guesses = letters.size() >= 5 ? corrections(letters, 1) : std::vector<Guess>{};
        return guesses.empty() || guesses[0].cost >= 2 ? none : guesses[0].form;
    };
    if (word.size() < shortest_compound) return {};
    for (std::size_t at = word.size() - 4; at >= 4; --at)
        for (const std::size_t skip : {std::size_t{0}, std::size_t{1}}) {
            if (skip == 1 && word[at] != 's') continue;
            const auto head = word.substr(0, at), tail = word.substr(at + skip);
            const auto first = known_part(head, Place::head), last = known_part(tail, Place::tail);
            if (first == none && last == none) continue;
            const std::vector<std::uint32_t> both{first != none ? first : meant(head), last != none ? last : meant(tail)};
            if (both[0] != none && both[1] != none) return both;
        }
    return {};
}

}

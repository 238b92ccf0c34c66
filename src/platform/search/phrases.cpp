#include "platform/search/phrases.hpp"
#include "platform/search/letters.hpp"
#include <algorithm>

namespace search {
namespace {
std::uint64_t hash_of(std::span<const std::uint32_t> terms) {
    std::uint64_t h = 0x9E3779B97F4A7C15ULL * (terms.size() + 1);
    for (const auto term : terms) {
        h = (h ^ term) * 0xFF51AFD7ED558CCDULL;
        h ^= h >> 32;
    }
    return h;
}
}

std::vector<std::uint32_t> terms_of(const Vocabulary& words, std::string_view text) {
    std::vector<std::uint32_t> terms;
    each_word(text, [&](std::string_view word, std::size_t, std::size_t) {
        terms.push_back(words.term(word));
        return true;
    });
    return terms;
}

void Phrases::add(const Vocabulary& words, std::string_view phrase, Means means, std::uint32_t id, float strength) {
    auto terms = terms_of(words, phrase);
    if (terms.empty() || terms.size() > longest) return;
    targets_.push_back({hash_of(terms), id, strength, means});
    const auto all = terms.size();
    std::erase_if(terms, [&](std::uint32_t term) { return words.is_stop(term); });
    if (terms.size() >= 2 && terms.size() < all) targets_.push_back({hash_of(terms), id, strength * 0.9F, means});
}

void Phrases::settle() {
    const auto place = [](const Target& t) { return std::tuple(t.hash, t.means, t.id, -t.strength); };
    std::sort(targets_.begin(), targets_.end(), [&](const Target& a, const Target& b) { return place(a) < place(b); });
    const auto same = [](const Target& a, const Target& b) { return a.hash == b.hash && a.means == b.means && a.id == b.id; };
    targets_.erase(std::unique(targets_.begin(), targets_.end(), same), targets_.end());
    targets_.shrink_to_fit();
}

std::span<const Target> Phrases::find(std::span<const std::uint32_t> terms) const {
    const auto hash = hash_of(terms);
    const auto first = std::lower_bound(targets_.begin(), targets_.end(), hash, [](const Target& t, std::uint64_t h) { return t.hash < h; });
    auto last = first;
    while (last != targets_.end() && last->hash == hash) ++last;
    return {first, last};
}

}

#include "platform/search/vocabulary.hpp"
#include "platform/search/distance.hpp"
#include "platform/search/letters.hpp"
#include "platform/search/stem.hpp"
#include <algorithm>
#include <numeric>

namespace search {

std::uint32_t Vocabulary::add(std::string_view word, std::uint32_t times) {
    const auto id = forms_.add(word);
    if (id == times_.size()) times_.push_back(0);
    times_[id] += times;
    return id;
}

void Vocabulary::add_stop(std::string_view word) { stop_forms_.push_back(add(word)); }

void Vocabulary::settle() {
    settle_terms();
    settle_order();
    settle_parts();
    settle_deletes();
}

// Stems first; then forms whose stem is another's with an ending that Snowball leaves join that other ("stödet" joins "stöd").
void Vocabulary::settle_terms() {
    term_of_.resize(forms());
    for (std::uint32_t id = 0; id < forms(); ++id) term_of_[id] = terms_.add(stem(forms_[id]));
    const auto stems = term_of_;
    for (std::uint32_t id = 0; id < forms(); ++id)
        if (forms_[id].size() >= 5 && !is_number(forms_[id]))
            shorter_reading(forms_[id], [&](std::string_view reading) {
                const auto other = terms_.find(reading);
                if (other == none || other == stems[id] || reading.size() < 3) return false;
                term_of_[id] = other;
                return true;
            });
    for (auto& term : term_of_) {  // "stödets" joined "stödet", which itself joined "stöd"
        const auto form = forms_.find(terms_[term]);
        if (form != none && stems[form] == term) term = term_of_[form];
    }
    stop_.assign(terms_.size(), false);
    for (const auto form : stop_forms_) stop_[term_of_[form]] = true;
}

void Vocabulary::settle_order() {
    order_.resize(forms());
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [&](auto a, auto b) { return forms_[a] < forms_[b]; });
}

std::uint32_t Vocabulary::known_part(std::string_view letters, Place place) const {
    if (letters.size() < shortest_part || is_number(letters)) return none;
    const auto id = forms_.find(letters);
    if (id == none) return none;
    // "…hjälp" ends a compound although "hjälp" says nothing by itself; "över…" and "till…" begin words that are no compounds.
    const bool may_be = !is_stop(term_of_[id]) || (place == Place::tail && letters.size() >= 4);
    return may_be ? id : none;
}

std::vector<std::uint32_t> Vocabulary::split(std::string_view word) const {
    const auto part = [this](std::string_view letters, Place place) { return known_part(letters, place); };
    auto parts = Splitter(part, none)(word);
    for (auto& id : parts) id = term_of_[id];
    std::erase_if(parts, [this](std::uint32_t term) { return is_stop(term); });
    return parts;
}

void Vocabulary::settle_parts() {
    part_ends_.reserve(forms());
    for (std::uint32_t id = 0; id < forms(); ++id) {
        for (const auto part : split(forms_[id]))
            if (part != term_of_[id]) parts_.push_back(part);
        part_ends_.push_back(static_cast<std::uint32_t>(parts_.size()));
    }
}

std::span<const std::uint32_t> Vocabulary::parts_of(std::uint32_t form) const {
    const auto begin = form == 0 ? 0 : part_ends_[form - 1];
    return std::span(parts_).subspan(begin, part_ends_[form] - begin);
}

std::uint32_t Vocabulary::term(std::string_view word) const {
    if (const auto id = forms_.find(word); id != none) return term_of_[id];
    if (word.size() < 3 || is_number(word)) return none;
    const auto settled = [&](std::string_view root) {
        const auto form = forms_.find(root);
        return form != none ? term_of_[form] : terms_.find(root);
    };
    auto found = terms_.find(stem(word));
    if (found != none) return settled(terms_[found]);
    shorter_reading(word, [&](std::string_view reading) {
        found = reading.size() < 3 ? none : settled(reading);
        return found != none;
    });
    return found;
}

std::vector<std::uint32_t> Vocabulary::beginning_with(std::string_view prefix, std::size_t most) const {
    const auto first = std::lower_bound(order_.begin(), order_.end(), prefix, [&](auto id, auto p) { return forms_[id] < p; });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;  // times, term
    constexpr std::ptrdiff_t longest_look = 400;
    for (auto it = first; it != order_.end() && it - first < longest_look && forms_[*it].starts_with(prefix); ++it)
        if (!is_stop(term_of_[*it])) found.emplace_back(times_[*it], term_of_[*it]);
    std::sort(found.rbegin(), found.rend());
    std::vector<std::uint32_t> terms;
    for (const auto& [times, term] : found)
        if (terms.size() < most && std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(term);
    return terms;
}

std::size_t Vocabulary::memory() const {
    return forms_.memory() + terms_.memory() +
           4 * (times_.capacity() + term_of_.capacity() + part_ends_.capacity() + parts_.capacity() + order_.capacity() +
                bucket_begin_.capacity() + bucket_.capacity());
}

}

#pragma once
#include "platform/search/search.hpp"
#include "platform/search/vocabulary.hpp"
#include <array>
#include <unordered_map>
namespace search {

// A document in a term's list: 20 bits of place, 12 bits of weight (0 to 1), in document order.
struct Posting {
    std::uint32_t packed = 0;
    Posting() = default;
    Posting(std::uint32_t place, float weight) : packed(place << 12 | static_cast<std::uint32_t>(weight * 4095.F)) {}
    std::uint32_t place() const { return packed >> 12; }
    float weight() const { return static_cast<float>(packed & 0xFFF) / 4095.F; }
};

// Other names of one word, and those of several, whose words say less each.
enum Field : std::size_t { title, names, phrases, summary, facets, body, field_count };

// Calls take(phrase) for each part of a list like also_called.
template <class Take> void each_phrase(std::string_view list, Take&& take) {
    for (std::size_t at = 0; at < list.size();) {
        const auto end = std::min(list.find_first_of("\n,;|", at), list.size());
        if (end > at) take(list.substr(at, end - at));
        at = end + 1;
    }
}

// The words of all documents in order, as forms of the vocabulary; marks ("facet:key") apart.
struct Texts {
    std::vector<std::uint32_t> forms;
    std::vector<std::size_t> ends;  // field_count per document
    std::vector<std::vector<std::uint32_t>> marks;
    void add(const Document&, Vocabulary&);

private:
    void add_words(std::string_view text, Vocabulary&);
    void add_names(std::string_view list, Vocabulary&);
    void add_facets(std::string_view text, Vocabulary&);
    static void read_facets(std::string_view text, Vocabulary&, std::vector<std::uint32_t>& forms, std::vector<std::uint32_t>& marks);
    std::unordered_map<std::string, std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>> facet_lines_;
};

// For each term the documents that hold it, with weights computed once (BM25 over weighted fields, without rarity).
class Postings {
public:
    static Postings build(const Texts&, const Vocabulary&);
    std::span<const Posting> of(std::uint32_t term) const;
    // How much a term tells: 1 for one that stands in few documents, down to 0.05 for one that stands in all.
    float rarity(std::uint32_t term) const { return rarity_[term]; }
    std::size_t memory() const { return 4 * (begin_.capacity() + entries_.capacity() + rarity_.capacity()); }

private:
    void shorten_lists();
    std::vector<std::uint32_t> begin_;
    std::vector<Posting> entries_;
    std::vector<float> rarity_;
};

}

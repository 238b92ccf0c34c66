#pragma once
#include "platform/i18n/language.hpp"
#include "platform/pack/value.hpp"
#include <bitset>
#include <optional>
#include <string>
#include <vector>
namespace directory {

// The questions one can filter by, in the order they are shown.
enum class Facet { situation, relation, need, worry, target_group, age, form, kind, group, support, national };
inline constexpr std::array facets{Facet::situation, Facet::relation, Facet::need, Facet::worry, Facet::target_group, Facet::age,
                                   Facet::form, Facet::kind, Facet::group, Facet::support, Facet::national};
std::string_view key(Facet);
std::optional<Facet> facet(std::string_view key);

inline constexpr std::size_t most_terms = 128;
using Terms = std::bitset<most_terms>;

// One word of the vocabulary. `number` is its place in every Terms.
struct Term {
    std::size_t number;
    Facet facet;
    std::string key;
    i18n::Text name;
};

class Vocabulary {
    std::vector<Term> terms_;

public:
    static Vocabulary parse(std::string_view source, const std::string& file, pack::Problems&);
    const std::vector<Term>& terms() const { return terms_; }
    std::vector<const Term*> of(Facet) const;
    const Term* find(Facet, std::string_view key) const;
    // "need:respite"
    const Term* find(std::string_view facet_and_key) const;
    Terms all(Facet) const;
};
}

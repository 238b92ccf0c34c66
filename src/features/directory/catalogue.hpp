#pragma once
#include "features/directory/offer.hpp"
#include <functional>
#include <unordered_map>
namespace directory {

// What somebody has narrowed the list to: within a question any of the chosen words, between questions all of them.
struct Choice {
    Terms terms;
    bool none() const { return terms.none(); }
};
struct Narrowed {
    std::vector<const Offer*> offers;                  // in catalogue order
    std::array<std::size_t, most_terms> counts{};      // per term: how many offers if that word were chosen too
};

// Every offer, in the order shown: by group, then by title. Immutable once built.
class Catalogue {
    Vocabulary vocabulary_;
    std::vector<Offer> offers_;
    std::unordered_map<std::string_view, const Offer*> by_name_;

public:
    Catalogue(Vocabulary, std::vector<Offer>);
    Catalogue(const Catalogue&) = delete;
    const Vocabulary& vocabulary() const { return vocabulary_; }
    const std::vector<Offer>& offers() const { return offers_; }
    const Offer* find(std::string_view name) const;
    Narrowed narrowed(const Choice&) const;
    const Term* group_of(const Offer&) const;
    // Offers it names as related, and those that name it: a link is shown on both (guideline SA5).
    std::vector<const Offer*> related(const Offer&) const;
};

// Faults that only the whole shows: names that lead nowhere; a target group, age band or relation without direct support; a target
// group that lacks one of the four kinds of support (guideline P6, D3, F2).
void check(const Catalogue&, pack::Problems&);
}

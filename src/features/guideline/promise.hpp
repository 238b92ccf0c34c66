#pragma once
#include "features/guideline/public.hpp"
#include <map>
namespace directory {
class Catalogue;
struct Offer;
}
namespace guideline {

// What answers one statement, as the municipality says it (record promises.toml). Routines are keys of the register; the rest of the lists are
// a line each in the municipality's own words.
struct Promise {
    i18n::Text plain;        // the promise in plain words, and in easy Swedish
    i18n::Text doing;        // what is being done now, for everybody to read
    std::vector<std::string> offers, routines, activities, partners, evidence;
    std::string plain_of = {};   // the former text that `plain` was written for; empty: for the text as it is
    bool answered() const { return !offers.empty() || !routines.empty() || !activities.empty() || !partners.empty(); }
    bool operator==(const Promise&) const;
};
using Promises = std::map<std::string, Promise, std::less<>>;   // by the statement's id

inline constexpr std::string_view promises_path = "promises.toml";
Promises parse_promises(std::string_view source, pack::Problems&);
std::string written(const Promises&);
// What a new text leaves of them: what stood for a statement that has gone goes, and plain words keep the text they were written for.
Promises brought_over(Promises, const Guideline& before, const Guideline& after);
// Statements and offers that there are none of.
void check(const Promises&, const Guideline&, const directory::Catalogue&, pack::Problems&);
const Promise& of(const Promises&, std::string_view statement);   // an empty one where nothing is said

// Offers linked by hand, then those that name a part of the guideline the statement belongs to.
std::vector<const directory::Offer*> offers_for(const Statement&, const Promise&, const directory::Catalogue&);
// Promises that the municipality itself shall keep: "ska", and somebody here answers.
std::vector<const Statement*> promises_in(const Guideline&);
}

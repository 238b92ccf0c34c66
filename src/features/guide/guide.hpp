#pragma once
#include "features/articles/public.hpp"
#include "features/directory/public.hpp"
#include <limits>
#include <string>
#include <vector>
namespace guide {

struct Option {
    std::string key;
    i18n::Text text, because;        // because finishes "Visas för att …"
    directory::Terms matches;
    std::vector<std::string> leads_to;  // offers made for exactly this, the best first
    int weight = 1;                  // 1–5: how much it says about what helps
    bool alone = false;              // its reason is given alone: never "somebody has died and you help your partner"
    std::vector<std::string> pages;  // articles shown first
};
struct Question {
    std::string key;
    i18n::Text text, hint;
    bool many = false;
    std::vector<Option> options;
};
struct Guide {
    std::vector<Question> questions;
    std::vector<std::string> when_nothing_is_said;   // offers
};

Guide parse(std::string_view source, const directory::Catalogue&, const articles::Library&, pack::Problems&);

// What somebody answered, by question and option; never stored.
using Answers = std::vector<const Option*>;
Answers answered(const Guide&, const std::function<std::vector<std::string_view>(std::string_view question)>& chosen);

constexpr std::size_t named_by_none = std::numeric_limits<std::size_t>::max();
struct Suggestion {
    const directory::Offer* offer;
    int score;
    std::vector<const Option*> because;
    std::size_t place = named_by_none;   // how early an answer's leads_to names it
};
// Where a suggestion stands in the result.
enum class Placing { direct, needs_decision, own_sake };
Placing placing(const directory::Offer&);

struct Result {
    std::vector<const articles::Article*> pages;
    std::array<std::vector<Suggestion>, 3> groups;   // by Placing
    bool nothing_said = false;
};
Result result(const Guide&, const directory::Catalogue&, const articles::Library&, const Answers&);
}

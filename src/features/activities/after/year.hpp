#pragma once
#include "features/activities/after/outcome.hpp"
#include "features/activities/after/survey.hpp"
#include "platform/facts/table.hpp"
// What the activities of a whole year come to: a fixed catalogue of tables, every number through facts::Publisher, nothing of a table with fewer
// than 20 in it but perhaps its sum (security 7). Pure but for reading the sums.
namespace activities {

// Participation: how many came, each once for each kind of activity. A year's tables, each of its own or crossed with the kind alone.
struct Participation {
    std::int64_t joined = 0, heads = 0, experienced = 0;
    std::vector<facts::Counted> tables = {};     // of who had signed up; empty below 20
    std::vector<facts::Counted> counted = {};    // of heads without names
    std::vector<facts::Counted> left = {};       // why somebody left
    std::vector<facts::Counted> helped = {};     // own experience: as what, in what kind of activity (guideline M3, P2)
    std::vector<facts::Counted> background = {}; // of who answered after a sign-up (feature O2)
    std::vector<std::pair<Kind, std::int64_t>> visits = {};   // how many times they came; of the kinds that 20 came to
};
// Body or mind of one kind: what was answered the first time and the last. Nothing below 20 answers.
struct OutcomeTable {
    Kind kind;
    Part part;
    std::optional<facts::Counted> table;
};
struct SurveyTable {
    std::string question;   // its key
    std::vector<std::pair<Kind, facts::Counted>> of_kinds = {};   // those with enough answers; none: "vet inte"
};
struct YearFigures {
    int year = 0;
    Participation participation;
    std::vector<OutcomeTable> outcomes;     // of the kinds that are asked
    std::vector<SurveyTable> survey;
};
YearFigures year_figures(db::Reader&, int year, const Survey&, const facts::Publisher&);
// Those in which nothing more can be told or taken back, newest first, since there is any fact.
std::vector<int> closed_years(db::Reader&, calendar::Date today);
const char* words_of_kind(Kind);
}

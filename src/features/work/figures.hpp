#pragma once
#include "features/work/codes.hpp"
#include "features/work/period.hpp"
#include "platform/facts/table.hpp"
// What the contacts of a closed period come to: a fixed catalogue of tables, at most two dimensions beside the period, every number through
// facts::Publisher (security 7). Whole municipality, no smaller place. Pure but for reading the sums.
namespace work {

using facts::Counted, facts::Dimension, facts::Group, facts::Sums, facts::TableSpec;
// What is sensitive (children as carers, worry, children in the home) stands only in the year's tables, alone (security 7.6).
const std::vector<TableSpec>& catalogue(const Period&);

struct Figures {
    Period period;
    // Nothing: fewer than 20 in four months, so only the year's are shown.
    std::optional<std::int64_t> contacts;
    std::vector<Counted> tables;          // empty when there are fewer than 20
    std::optional<std::int64_t> concerns; // only of a year
};
// How long something took, how many took part, how often: about groups of staff, so exact.
struct OwnWork {
    const char* words;
    std::int64_t times = 0, heads = 0, minutes = 0;
};
struct OwnFigures {
    std::vector<OwnWork> by_kind, by_focus, by_operation;
};

// Of contacts that were logged and of those that came through the site.
Sums contacts_in(db::Reader&, calendar::Date first, calendar::Date last);
Figures figures(const Period&, const Sums& contacts, const Sums& concerns, const facts::Publisher&);
OwnFigures own_figures(db::Reader&, const Period&);
// Of the month that is not over: nothing but this.
bool twenty_or_more(const Sums& contacts, calendar::Date month, const facts::Publisher&);
}

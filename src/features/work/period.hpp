#pragma once
#include "platform/calendar/date.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>
namespace work {

// Four months, or a year: the only periods figures are shown for, and only once they are over (security 7.2).
struct Period {
    int year = 1970;
    int tertial = 0;   // 1–3; 0: the whole year
    bool operator==(const Period&) const = default;

    static Period tertial_of(calendar::Date);
    static Period year_of(calendar::Date day) { return {day.year, 0}; }
    bool whole_year() const { return tertial == 0; }
    calendar::Date first() const;
    calendar::Date last() const;
    bool closed(calendar::Date today) const { return last() < today; }
    std::string key() const;   // "2026", "2026-t2": in addresses, file names and the names of cells
    static std::optional<Period> from(std::string_view key);
};
// Newest first; those since the first fact that are over.
std::vector<Period> closed_periods(calendar::Date since, calendar::Date today);
}

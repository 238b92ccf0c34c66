#include "features/work/period.hpp"
#include <charconv>

namespace work {

Period Period::tertial_of(calendar::Date day) { return {day.year, (day.month + 3) / 4}; }
calendar::Date Period::first() const { return {year, whole_year() ? 1 : tertial * 4 - 3, 1}; }
calendar::Date Period::last() const {
    const int month = whole_year() ? 12 : tertial * 4;
    return calendar::plus_days(month == 12 ? calendar::Date{year + 1, 1, 1} : calendar::Date{year, month + 1, 1}, -1);
}
std::string Period::key() const { return std::to_string(year) + (whole_year() ? "" : "-t" + std::to_string(tertial)); }

std::optional<Period> Period::from(std::string_view text) {
    Period out;
    if (text.size() != 4 && (text.size() != 7 || text.substr(4, 2) != "-t" || text[6] < '1' || text[6] > '3')) return std::nullopt;
    if (const auto [end, error] = std::from_chars(text.data(), text.data() + 4, out.year); error != std::errc() || end != text.data() + 4) return std::nullopt;
    if (out.year < 2000 || out.year > 2199) return std::nullopt;
    if (text.size() == 7) out.tertial = text[6] - '0';
    return out;
}

std::vector<Period> closed_periods(calendar::Date since, calendar::Date today) {
    std::vector<Period> out;
    for (int year = today.year; year >= since.year; --year)
        for (const int tertial : {0, 3, 2, 1})
            if (const Period p{year, tertial}; p.closed(today) && since <= p.last()) out.push_back(p);
    return out;
}
}

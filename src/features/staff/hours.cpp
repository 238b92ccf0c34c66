#include "features/staff/hours.hpp"
#include "base/text.hpp"
#include "platform/calendar/day_hours.hpp"

namespace staff {
namespace {
using namespace calendar;
constexpr auto& days = calendar::day_keys;

bool take_eve(Hours& hours, std::string_view rest) {
    const auto blank = rest.find(' ');
    if (blank == std::string_view::npos) return false;
    const auto which = eve_named(rest.substr(0, blank));
    const auto ends = time_from(rest.substr(blank + 1));
    return which && ends && hours.eves.emplace(*which, *ends).second;
}
// One clause after the seven days.
bool take_clause(Hours& hours, std::string_view clause) {
    if (clause.starts_with("eve ")) return take_eve(hours, clause.substr(4));
    if (clause != "holidays closed" && clause != "holidays open") return false;
    hours.holidays = clause == "holidays open" ? OnHolidays::as_other_days : OnHolidays::closed;
    return true;
}
bool take_day(Hours& hours, std::size_t number, std::string_view clause) {
    if (!clause.starts_with(days[number])) return false;
    const auto day = day_hours_from(clause.substr(3));
    if (day) hours.week[number] = *day;
    return day.has_value();
}
}

std::string text_of(const Hours& hours) {
    std::string out;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto times = calendar::text_of(hours.week[i]);
        out += std::string(days[i]) + (times.empty() ? "" : " " + times) + "; ";
    }
    for (const auto& [eve, ends] : hours.eves) out += "eve " + std::string(key(eve)) + " " + iso(ends) + "; ";
    return out + (hours.holidays == OnHolidays::closed ? "holidays closed" : "holidays open");
}

std::optional<Hours> hours_from(std::string_view text) {
    Hours hours;
    hours.eves.clear();
    const auto clauses = base::split(text, ';');
    if (clauses.size() < days.size()) return std::nullopt;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        const auto clause = base::trimmed(clauses[i]);
        if (i < days.size() ? !take_day(hours, i, clause) : !take_clause(hours, clause)) return std::nullopt;
    }
    if (!WorkingCalendar::of(hours)) return std::nullopt;
    return hours;
}
}

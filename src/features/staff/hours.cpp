#include "features/staff/hours.hpp"
#include "base/text.hpp"

namespace staff {
namespace {
using namespace calendar;
constexpr std::array<std::string_view, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::optional<Interval> interval_from(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = time_from(base::trimmed(text.substr(0, dash))), to = time_from(base::trimmed(text.substr(dash + 1)));
    if (!from || !to || *from >= *to) return std::nullopt;
    return Interval{*from, *to};
}
bool in_order(const DayHours& day) {
    for (std::size_t i = 1; i < day.size(); ++i)
        if (day[i].from < day[i - 1].to) return false;
    return true;
}
std::optional<DayHours> intervals(std::string_view words) {
    DayHours day;
    for (const auto word : base::split(words, ' ')) {
        if (word.empty()) continue;
        const auto interval = interval_from(word);
        if (!interval) return std::nullopt;
        day.push_back(*interval);
    }
    if (!in_order(day)) return std::nullopt;
    return day;
}
std::string written(const DayHours& day, std::string_view dash, std::string_view between) {
    std::string out;
    for (const auto& i : day) out += (out.empty() ? "" : std::string(between)) + iso(i.from) + std::string(dash) + iso(i.to);
    return out;
}
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
    const auto day = intervals(clause.substr(3));
    if (day) hours.week[number] = *day;
    return day.has_value();
}
}

std::string text_of(const Hours& hours) {
    std::string out;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto times = written(hours.week[i], "-", " ");
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

std::optional<DayHours> day_from(std::string_view typed) {
    auto text = base::lower(typed);
    for (const auto& [from, to] : {std::pair{"–", "-"}, {"—", "-"}, {"och", " "}, {",", " "}, {"kl.", " "}}) text = base::replaced(text, from, to);
    for (const auto* blank : {" -", "- "})
        while (text.find(blank) != std::string::npos) text = base::replaced(text, blank, "-");
    if (base::trimmed(text) == "stängt") return DayHours{};
    return intervals(text);
}
std::string typed(const DayHours& day) { return written(day, "–", ", "); }
}

#include "platform/calendar/day_hours.hpp"
#include "base/text.hpp"
#include <algorithm>

namespace calendar {
namespace {
enum class Written { stored, typed };

// People leave out the minutes of a whole hour.
std::optional<TimeOfDay> time(std::string_view text, Written how) {
    const bool hour = how == Written::typed && !text.empty() && text.size() <= 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return hour ? time_from(std::string(text) + ":00") : time_from(text);
}
std::optional<Interval> interval(std::string_view text, Written how) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = time(base::trimmed(text.substr(0, dash)), how), to = time(base::trimmed(text.substr(dash + 1)), how);
    if (!from || !to || *from >= *to) return std::nullopt;
    return Interval{*from, *to};
}
std::optional<DayHours> intervals(std::string_view text, Written how) {
    DayHours day;
    for (const auto word : base::split(text, ' ')) {
        if (word.empty()) continue;
        const auto found = interval(word, how);
        if (!found || (!day.empty() && found->from < day.back().to)) return std::nullopt;
        day.push_back(*found);
    }
    return day;
}
std::string written(const DayHours& day, std::string_view dash, std::string_view between) {
    std::string out;
    for (const auto& i : day) out += (out.empty() ? "" : std::string(between)) + iso(i.from) + std::string(dash) + iso(i.to);
    return out;
}
}

std::string text_of(const DayHours& day) { return written(day, "-", " "); }
std::optional<DayHours> day_hours_from(std::string_view stored) { return intervals(stored, Written::stored); }
std::optional<DayHours> typed_day(std::string_view text) {
    auto plain = base::lower(text);
    for (const auto& [from, to] : {std::pair{"–", "-"}, {"—", "-"}, {"och", " "}, {",", " "}, {"kl.", " "}}) plain = base::replaced(plain, from, to);
    for (const auto* blank : {" -", "- "})
        while (plain.find(blank) != std::string::npos) plain = base::replaced(plain, blank, "-");
    if (base::trimmed(plain) == "stängt") return DayHours{};
    return intervals(plain, Written::typed);
}
std::string typed(const DayHours& day) { return written(day, "–", ", "); }
}

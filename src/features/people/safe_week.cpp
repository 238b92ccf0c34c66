#include "features/people/safe_week.hpp"
#include "base/text.hpp"

namespace people {
namespace {
using calendar::DayHours, calendar::Hours, calendar::TimeOfDay;

bool no_hours(const SafeWeek& week) { return std::all_of(week.begin(), week.end(), [](const DayHours& day) { return day.empty(); }); }
// What she has said stands on holidays too: it is about who is at home, not about who works.
Hours as_said(const SafeWeek& week) { return {.week = week, .eves = {}, .holidays = calendar::OnHolidays::as_other_days, .closed = {}}; }
std::optional<std::size_t> day_number(std::string_view name) {
    for (std::size_t i = 0; i < calendar::day_keys.size(); ++i)
        if (calendar::day_keys[i] == name) return i;
    return std::nullopt;
}
}
const calendar::Interval daytime{TimeOfDay{8 * 60}, TimeOfDay{20 * 60}};

std::string text_of(const SafeWeek& week) {
    std::string out;
    for (std::size_t i = 0; i < week.size(); ++i)
        if (!week[i].empty()) out += (out.empty() ? "" : "; ") + std::string(calendar::day_keys[i]) + " " + calendar::text_of(week[i]);
    return out;
}
std::optional<SafeWeek> week_from(std::string_view text) {
    SafeWeek week;
    if (text.empty()) return week;
    for (const auto clause : base::split(text, ';')) {
        const auto words = base::trimmed(clause);
        const auto day = day_number(words.substr(0, 3));
        const auto hours = words.size() > 4 ? calendar::day_hours_from(words.substr(4)) : std::nullopt;
        if (!day || !hours || hours->empty() || !week[*day].empty()) return std::nullopt;
        week[*day] = *hours;
    }
    return week;
}

SafeWeek every_day(calendar::Interval interval) {
    SafeWeek week;
    week.fill({interval});
    return week;
}
SafeWeek by_day(const SafeWeek& week) {
    SafeWeek out;
    for (std::size_t i = 0; i < week.size(); ++i)
        for (const auto& hours : week[i]) {
            const calendar::Interval part{std::max(hours.from, daytime.from), std::min(hours.to, daytime.to)};
            if (part.from < part.to) out[i].push_back(part);
        }
    return out;
}

std::optional<Hours> hours_for(Channel channel, const SafeContact& said) {
    switch (channel) {
        case Channel::letter: return std::nullopt;
        case Channel::call: return says_when(said) ? as_said(said.week) : calendar::office_hours();
        case Channel::sms:
        case Channel::mail: return as_said(by_day(says_when(said) ? said.week : every_day(daytime)));
    }
    throw base::Bug("a channel without hours");
}
std::optional<base::Instant> next_within(const std::optional<Hours>& hours, base::Instant now) {
    if (!hours) return now;
    if (no_hours(hours->week)) return std::nullopt;
    const auto calendar = calendar::WorkingCalendar::of(*hours);
    base::require(static_cast<bool>(calendar), "hours of a week that were checked are not sound");
    return calendar->next_open(now);
}
std::optional<base::Instant> end_of_hour(const Hours& hours, base::Instant now) {
    const auto local = calendar::local(now);
    for (const auto& hour : hours.week[static_cast<std::size_t>(calendar::weekday(local.date))])
        if (calendar::at(local.date, hour.from) <= local && local < calendar::at(local.date, hour.to)) return calendar::instant(calendar::at(local.date, hour.to), calendar::Repeated::second);
    return std::nullopt;
}
}

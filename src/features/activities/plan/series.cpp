#include "features/activities/plan/series.hpp"
#include "base/text.hpp"

namespace activities::series {
namespace {
constexpr std::array<std::string_view, 3> every_words{"week", "other_week", "month"};

Proposed proposed(calendar::Date day, calendar::TimeOfDay begins, calendar::TimeOfDay ends) {
    Proposed out{.day = day, .begins = begins, .ends = ends, .holiday = calendar::holiday(day)};
    if (const auto times = Times::of(day, begins, ends); !times) out.wrong = times.refusal();
    return out;
}
calendar::Date next_month(calendar::Date day) { return day.month == 12 ? calendar::Date{day.year + 1, 1, 1} : calendar::Date{day.year, day.month + 1, 1}; }
// The which-th such weekday of a month, or its last.
calendar::Date of_month(calendar::Date first_of_month, calendar::Weekday weekday, int which) {
    auto day = calendar::plus_days(calendar::first_on_or_after(first_of_month, weekday), 7 * (which - 1));
    while (day.month != first_of_month.month) day = calendar::plus_days(day, -7);
    return day;
}
calendar::Date next(calendar::Date day, Every every, calendar::Date first) {
    switch (every) {
        case Every::week: return calendar::plus_days(day, 7);
        case Every::other_week: return calendar::plus_days(day, 14);
        case Every::month: return of_month(next_month(day), calendar::weekday(first), (first.day - 1) / 7 + 1);
    }
    throw base::Bug("an unknown interval");
}
}

std::string_view key(Every every) { return every_words[static_cast<std::size_t>(every)]; }
std::optional<Every> every_from(std::string_view key) {
    for (std::size_t i = 0; i < every_words.size(); ++i)
        if (every_words[i] == key) return everies[i];
    return std::nullopt;
}

std::optional<std::vector<Proposed>> days(calendar::Date first, calendar::Date last, Every every, calendar::TimeOfDay begins, calendar::TimeOfDay ends) {
    std::vector<Proposed> out;
    for (auto day = first; day <= last; day = next(day, every, first)) {
        if (static_cast<int>(out.size()) == most) return std::nullopt;
        out.push_back(proposed(day, begins, ends));
    }
    return out.empty() ? std::nullopt : std::optional(std::move(out));
}
std::optional<std::vector<Proposed>> times_of_a_day(calendar::Date day, calendar::TimeOfDay from, calendar::TimeOfDay to, int minutes) {
    if (minutes < 5) return std::nullopt;
    std::vector<Proposed> out;
    for (int at = from.minutes; at + minutes <= to.minutes && static_cast<int>(out.size()) < most; at += minutes) out.push_back(proposed(day, {at}, {at + minutes}));
    return out.empty() ? std::nullopt : std::optional(std::move(out));
}
std::vector<Proposed> moved_to(const std::vector<Session>& sessions, calendar::Date first) {
    std::vector<Proposed> out;
    std::optional<calendar::Date> began;
    for (const auto& s : sessions) {
        if (!s.takes_place() || static_cast<int>(out.size()) == most) continue;
        if (!began) began = s.times.day();
        out.push_back(proposed(calendar::plus_days(first, calendar::days_between(*began, s.times.day())), s.times.begins(), s.times.ends()));
    }
    return out;
}

std::vector<Proposed> as_of(base::Instant now, std::vector<Proposed> all) {
    for (auto& p : all)
        if (const auto times = Times::of(p.day, p.begins, p.ends)) p.over = times->begins_at() <= now;
    return all;
}

std::string text_of(const Proposed& p) { return calendar::iso(p.day) + " " + calendar::iso(p.begins) + " " + calendar::iso(p.ends); }
std::optional<Times> times_from(std::string_view text) {
    const auto parts = base::split(text, ' ');
    if (parts.size() != 3) return std::nullopt;
    const auto day = calendar::date_from(parts[0]);
    const auto begins = calendar::time_from(parts[1]), ends = calendar::time_from(parts[2]);
    if (!day || !begins || !ends) return std::nullopt;
    const auto times = Times::of(*day, *begins, *ends);
    return times ? std::optional(*times) : std::nullopt;
}
}

#pragma once
#include "features/activities/session.hpp"
#include "platform/calendar/holidays.hpp"
// Days proposed for many occasions at once, so that they can be looked at before anything is kept. Pure.
namespace activities::series {

enum class Every { week, other_week, month };
inline constexpr std::array everies{Every::week, Every::other_week, Every::month};
std::string_view key(Every);
std::optional<Every> every_from(std::string_view key);

// One day of a series. A public holiday is shown and left out; a time that the clock does not show once cannot be kept at all.
struct Proposed {
    calendar::Date day;
    calendar::TimeOfDay begins, ends;
    std::optional<calendar::Holiday> holiday = {};
    std::optional<Times::Refusal> wrong = {};
    bool over = false;   // it has begun already
    bool can_be_kept() const { return !wrong && !over; }
    bool kept_unless_said() const { return !holiday && can_be_kept(); }
};
inline constexpr int most = 104;

// From the first day to the last, both counted, at the same time by the clock on the wall. A month: the same weekday, as its first Tuesday;
// where the month has no fifth, its last. Nothing when it would be more than `most`, or the last comes before the first.
std::optional<std::vector<Proposed>> days(calendar::Date first, calendar::Date last, Every, calendar::TimeOfDay begins, calendar::TimeOfDay ends);
// Times of one day, one after the other; what is left at the end is too short for one.
std::optional<std::vector<Proposed>> times_of_a_day(calendar::Date, calendar::TimeOfDay from, calendar::TimeOfDay to, int minutes);
// The same series beginning on another day: as many days between as before.
std::vector<Proposed> moved_to(const std::vector<Session>&, calendar::Date first);

// Says of each whether it has begun.
std::vector<Proposed> as_of(base::Instant now, std::vector<Proposed>);

// As a form carries it: "2026-12-01 18:00 20:00". Nothing when it is written otherwise, or cannot be kept.
std::string text_of(const Proposed&);
std::optional<Times> times_from(std::string_view);
}

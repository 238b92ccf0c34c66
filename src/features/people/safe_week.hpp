#pragma once
#include "features/people/safe_contact.hpp"
// Hours of a week as one line of text, and what they say of a moment.
namespace people {

std::string text_of(const SafeWeek&);                       // "mon 09:00-11:30 13:00-15:00; thu 17:00-19:00": days without hours are left out
std::optional<SafeWeek> week_from(std::string_view text);   // nothing when it is written otherwise

// What of the week lies from 8 to 20, when a notice may come: outside it a sound wakes, and tells.
SafeWeek by_day(const SafeWeek&);
SafeWeek every_day(calendar::Interval);
extern const calendar::Interval daytime;                    // 8–20

// The hours that a way may be used in. A call: as she said, else in office hours. A notice: as she said and by day. A letter: any time.
std::optional<calendar::Hours> hours_for(Channel, const SafeContact&);
// `now` itself when it lies in the hours, else the next moment that does. Nothing: never. No hours: always.
std::optional<base::Instant> next_within(const std::optional<calendar::Hours>&, base::Instant now);
// When the hour that `now` lies in ends.
std::optional<base::Instant> end_of_hour(const calendar::Hours&, base::Instant now);
}

#pragma once
#include "platform/calendar/working.hpp"
// A unit's week, eves and holidays as one line of text (calendar/day_hours.hpp: one day of it, and as people type it). Closed periods are rows of their own.
//   mon 08:00-12:00 13:00-16:30; tue 08:00-16:30; wed; thu; fri; sat; sun; eve christmas-eve 00:00; holidays closed
// Every weekday is named once, Monday first; a day without times is closed; an eve that is not named is an ordinary day; holidays are
// "closed" or "open".
namespace staff {
std::string text_of(const calendar::Hours&);
// Nothing when it is written otherwise or the hours make no sense (calendar::WorkingCalendar::of).
std::optional<calendar::Hours> hours_from(std::string_view);
}

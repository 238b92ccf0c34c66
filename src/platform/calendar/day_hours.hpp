#pragma once
#include "platform/calendar/working.hpp"
#include <array>
#include <string>
#include <string_view>
// Hours of one day as one line of text: as they are stored, and as people type them.
namespace calendar {
std::string text_of(const DayHours&);                                // "08:00-12:00 13:00-16:30"
std::optional<DayHours> day_hours_from(std::string_view stored);     // nothing when it is written otherwise, backwards or overlapping
// As typed: "8–12 och 13–16.30", "08.00-16.30", "" or "stängt" for none. Nothing when not understood.
std::optional<DayHours> typed_day(std::string_view);
std::string typed(const DayHours&);                                  // "08:00–12:00, 13:00–16:30"
inline constexpr std::array<std::string_view, 7> day_keys{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
}

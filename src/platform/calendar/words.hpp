#pragma once
#include "platform/calendar/working.hpp"
// Dates and hours as people say them. Easy Swedish says it as Swedish does.
namespace calendar {
enum class SayYear { no, yes };
std::string_view words(Weekday, i18n::Language);                                 // "tisdag" / "Tuesday"
std::string words(Date, i18n::Language, SayYear = SayYear::no);                  // "tisdag 29 december" / "Tuesday 29 December"
std::string words(TimeOfDay, i18n::Language);                                    // "kl. 16.00" / "at 16:00"
std::string words(base::Instant, i18n::Language, SayYear = SayYear::no);         // "tisdag 29 december kl. 16.00" / "Tuesday 29 December at 16:00"
std::string words(const DayHours&, i18n::Language);                              // "8.00–12.00 och 13.00–16.30" / "8:00–12:00 and 13:00–16:30"; "stängt" / "closed"
}

#pragma once
#include "platform/calendar/working.hpp"
namespace contact {
// The moment by which the unit has been open for so many minutes since `from`. Nothing when it is not within three years.
std::optional<base::Instant> after_open(const calendar::WorkingCalendar&, base::Instant from, std::int64_t minutes);
}

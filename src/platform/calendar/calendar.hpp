#pragma once
#include "base/instant.hpp"
#include "platform/calendar/date.hpp"
// The only place that knows the time zone: Europe/Stockholm, from the machine's tzdata (throws std::runtime_error when that is missing).
// date.hpp: days and times as values. holidays.hpp: Swedish holidays and eves. working.hpp: when a unit works, and until when it has
// promised to answer. words.hpp: how people say it. Clock changes are tested for 2024–2036; after 2037 they depend on how the machine's
// tzdata was built.
namespace calendar {
// The day it is in Sweden at that moment, "2026-11-22".
std::string day(base::Instant);
Date date(base::Instant);
LocalTime local(base::Instant);

// How often the clock on the wall shows a time: never in the hour that is left out in March, twice in the hour that comes again in October.
enum class Shown { never, once, twice };
Shown shown(LocalTime);

// Which of the two, in the hour that comes again; makes no difference otherwise.
enum class Repeated { first, second };
// The moment when the clock shows that time. For a time that is left out: the moment when the clock was moved (it then shows 03:00),
// so that nothing is ever planned before the hour somebody chose.
base::Instant instant(LocalTime, Repeated = Repeated::first);
base::Instant start_of(Date);
// The moment within that day when the clock is moved, if it is.
std::optional<base::Instant> clock_change(Date);
}

#include "platform/calendar/calendar.hpp"
#include <chrono>
#include <date/tz.h>

namespace calendar {
namespace {
using std::chrono::milliseconds;

const date::time_zone& sweden() {
    static const auto* zone = date::locate_zone("Europe/Stockholm");
    return *zone;
}
date::local_time<milliseconds> wall(LocalTime t) {
    const date::local_days day{date::year{t.date.year} / t.date.month / t.date.day};
    return day + milliseconds(t.ms_of_day);
}
base::Instant moment(date::local_time<milliseconds> wall, std::chrono::seconds offset) { return {(wall.time_since_epoch() - offset).count()}; }
base::Instant moment(date::sys_seconds t) { return {milliseconds(t.time_since_epoch()).count()}; }
}

LocalTime local(base::Instant t) {
    const auto wall = sweden().to_local(date::sys_time<milliseconds>{milliseconds(t.ms)});
    const auto day = date::floor<date::days>(wall);
    const date::year_month_day d{day};
    return {{int(d.year()), static_cast<int>(unsigned(d.month())), static_cast<int>(unsigned(d.day()))}, static_cast<int>((wall - day).count())};
}
Date date(base::Instant t) { return local(t).date; }
std::string day(base::Instant t) { return iso(date(t)); }

Shown shown(LocalTime t) {
    switch (sweden().get_info(wall(t)).result) {
        case date::local_info::nonexistent: return Shown::never;
        case date::local_info::ambiguous: return Shown::twice;
        default: return Shown::once;
    }
}
base::Instant instant(LocalTime t, Repeated which) {
    const auto info = sweden().get_info(wall(t));
    if (info.result == date::local_info::nonexistent) return moment(info.first.end);
    const bool second = info.result == date::local_info::ambiguous && which == Repeated::second;
    return moment(wall(t), second ? info.second.offset : info.first.offset);
}
base::Instant start_of(Date d) { return instant({d, 0}); }

std::optional<base::Instant> clock_change(Date d) {
    const auto start = start_of(d), next = start_of(plus_days(d, 1));
    const auto change = moment(sweden().get_info(date::sys_time<milliseconds>{milliseconds(start.ms)}).end);
    return change < next ? std::optional(change) : std::nullopt;
}
}

#include "platform/calendar/calendar.hpp"
#include <date/tz.h>

namespace calendar {
namespace {
const date::time_zone* sweden() {
    static const auto* zone = date::locate_zone("Europe/Stockholm");
    return zone;
}
}

std::string day(base::Instant instant) {
    const date::sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds(instant.ms)};
    const auto local = date::zoned_time<std::chrono::milliseconds>(sweden(), moment).get_local_time();
    return date::format("%F", date::floor<date::days>(local));
}
}

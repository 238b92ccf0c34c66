#include "features/contact/working_time.hpp"

namespace contact {
namespace {
// When the open time ends that `at` lies in.
std::optional<base::Instant> end_of_interval(const calendar::WorkingCalendar& hours, base::Instant at) {
    const auto here = calendar::local(at);
    for (const auto& open : hours.plan(here.date).hours)
        if (open.from.minutes * 60'000 <= here.ms_of_day && here.ms_of_day < open.to.minutes * 60'000) return calendar::instant(calendar::at(here.date, open.to), calendar::Repeated::second);
    return std::nullopt;
}
}

std::optional<base::Instant> after_open(const calendar::WorkingCalendar& hours, base::Instant from, std::int64_t minutes) {
    auto left = minutes * 60'000;
    auto at = hours.next_open(from);
    while (at) {
        const auto end = end_of_interval(hours, *at);
        if (!end || end->ms <= at->ms) return std::nullopt;
        if (left <= end->ms - at->ms) return base::Instant{at->ms + left};
        left -= end->ms - at->ms;
        at = hours.next_open(*end);
    }
    return std::nullopt;
}
}

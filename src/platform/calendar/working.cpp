#include "platform/calendar/working.hpp"

namespace calendar {
namespace {
constexpr int longest_look = 3 * 366; // days

std::optional<HoursRefusal> fault(const DayHours& day) {
    TimeOfDay earliest{0};
    for (const auto& [from, to] : day) {
        if (from.minutes < 0 || to.minutes > 1440) return HoursRefusal::outside_the_day;
        if (from >= to) return HoursRefusal::interval_backwards;
        if (from < earliest) return HoursRefusal::intervals_overlap;
        earliest = to;
    }
    return {};
}
std::optional<HoursRefusal> fault(const ClosedPeriod& period) {
    if (!exists(period.first) || !exists(period.last) || period.last < period.first) return HoursRefusal::period_backwards;
    if (period.reason.empty()) return HoursRefusal::period_without_reason;
    return {};
}
std::optional<HoursRefusal> fault(const Hours& hours) {
    for (const auto& day : hours.week)
        if (const auto found = fault(day)) return found;
    for (const auto& [eve, end] : hours.eves)
        if (end.minutes < 0 || end.minutes > 1440) return HoursRefusal::outside_the_day;
    for (const auto& period : hours.closed)
        if (const auto found = fault(period)) return found;
    if (std::all_of(hours.week.begin(), hours.week.end(), [](const auto& day) { return day.empty(); })) return HoursRefusal::never_open;
    return {};
}
DayHours until(TimeOfDay end, const DayHours& day) {
    DayHours out;
    for (const auto& [from, to] : day)
        if (from < end) out.push_back({from, std::min(to, end)});
    return out;
}
// One minute after the last that the clock shows: an end at 02:00 is the first 02:00, an end at 02:30 the second 02:30, when both come twice.
base::Instant end_of(Date d, const Interval& i) {
    const auto last = at(d, {i.to.minutes - 1});
    return shown(last) == Shown::never ? instant(last) : base::Instant{instant(last, Repeated::second).ms + 60'000};
}
bool inside(const DayHours& day, TimeOfDay t) {
    return std::any_of(day.begin(), day.end(), [&](const Interval& i) { return i.from <= t && t < i.to; });
}
}

Hours office_hours() {
    Hours out;
    for (std::size_t day = 0; day < 5; ++day) out.week[day] = {{{8 * 60}, {12 * 60}}, {{13 * 60}, {16 * 60 + 30}}};
    return out;
}

base::Result<WorkingCalendar, HoursRefusal> WorkingCalendar::of(Hours hours) {
    if (const auto found = fault(hours)) return base::refused(*found);
    return WorkingCalendar(std::move(hours));
}

DayPlan WorkingCalendar::plan(Date d) const {
    for (const auto& period : hours_.closed)
        if (period.first <= d && d <= period.last) return {{}, Why::period, period.reason};
    const auto feast = holiday(d);
    if (feast && hours_.holidays == OnHolidays::closed) return {{}, Why::holiday, std::string(name(*feast, i18n::Language::sv))};
    const auto& usual = hours_.week[static_cast<std::size_t>(weekday(d))];
    if (usual.empty()) return {{}, Why::weekday, {}};
    const auto before = eve(d);
    const auto ends = before ? hours_.eves.find(*before) : hours_.eves.end();
    if (ends == hours_.eves.end()) return {usual, Why::open, {}};
    auto left = until(ends->second, usual);
    const auto why = left.empty() ? Why::eve : Why::open;
    return {std::move(left), why, std::string(name(*before, i18n::Language::sv))};
}

std::optional<base::Instant> WorkingCalendar::end_of_work(Date d) const {
    std::optional<base::Instant> out;
    for (const auto& i : plan(d).hours)
        if (const auto end = end_of(d, i); instant(at(d, i.from)) < end) out = end; // equal: inside the hour left out in March
    return out;
}
bool WorkingCalendar::is_working_day(Date d) const { return end_of_work(d).has_value(); }

bool WorkingCalendar::is_open(base::Instant t) const {
    const auto [d, ms] = local(t);
    return inside(plan(d).hours, {ms / 60'000});
}

// Work can begin where an interval begins, either time the clock shows it, or where the clock is moved into one.
std::optional<base::Instant> WorkingCalendar::first_open(Date d, base::Instant not_before) const {
    const auto hours = plan(d).hours;
    if (hours.empty()) return {};
    std::vector<base::Instant> starts{not_before};
    for (const auto& i : hours)
        for (const auto which : {Repeated::first, Repeated::second}) starts.push_back(instant(at(d, i.from), which));
    if (const auto change = clock_change(d)) starts.push_back(*change);
    std::optional<base::Instant> out;
    for (const auto t : starts)
        if (t >= not_before && (!out || t < *out) && date(t) == d && is_open(t)) out = t;
    return out;
}
std::optional<base::Instant> WorkingCalendar::next_open(base::Instant from) const {
    const auto today = date(from);
    for (int day = 0; day <= longest_look; ++day)
        if (const auto t = first_open(plus_days(today, day), from)) return t;
    return {};
}

std::optional<base::Instant> WorkingCalendar::deadline(base::Instant asked, int working_days) const {
    base::require(working_days >= 0, "a promise in working days is never negative");
    if (working_days == 0) {
        const auto opens = next_open(asked);
        return opens ? end_of_work(date(*opens)) : std::nullopt;
    }
    const auto today = date(asked);
    for (int day = 1, counted = 0; day <= longest_look; ++day)
        if (const auto end = end_of_work(plus_days(today, day)); end && ++counted == working_days) return end;
    return {};
}
}

#include "platform/calendar/slow_calendar.hpp"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace calendar {
namespace {
constexpr std::int64_t minute = 60'000;
std::int64_t minutes(Date d) { return start_of(d).ms / minute; }
base::Instant moment(std::int64_t minutes) { return {minutes * minute}; }

// Ten years, half of the moments within two days of a change of the clock.
rc::Gen<std::int64_t> a_moment() {
    const auto first = minutes({2024, 1, 1}), last = minutes({2034, 1, 1});
    auto near_change = rc::gen::apply([](int year, int month_after, int distance) {
        const Date first_after{year, month_after, 1};
        const auto last_sunday = plus_days(first_after, -(static_cast<int>(weekday(first_after)) + 1));
        return minutes(last_sunday) + distance;
    }, rc::gen::inRange(2024, 2034), rc::gen::element(4, 11), rc::gen::inRange(-2880, 2880));
    return rc::gen::oneOf(rc::gen::inRange(first, last), near_change);
}
rc::Gen<DayHours> a_day() {
    return rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::oneOf(rc::gen::inRange(0, 1441), rc::gen::inRange(90, 210))), [](std::vector<int> marks) {
        std::sort(marks.begin(), marks.end());
        marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
        DayHours out;
        for (std::size_t i = 0; i + 1 < marks.size() && i < 6; i += 2) out.push_back({{marks[i]}, {marks[i + 1]}});
        return out;
    });
}
Hours some_hours(std::int64_t around) {
    Hours out;
    for (auto& day : out.week) day = *a_day();
    if (*rc::gen::inRange(0, 3) == 0) out = office_hours();
    if (*rc::gen::arbitrary<bool>()) out.eves = {{Eve::maundy_thursday, {*rc::gen::inRange(0, 1441)}}, {Eve::walpurgis_eve, {720}}, {Eve::christmas_eve, {0}}};
    if (*rc::gen::inRange(0, 4) == 0) out.holidays = OnHolidays::as_other_days;
    const auto from = plus_days(date(moment(around)), *rc::gen::inRange(-3, 10));
    if (*rc::gen::arbitrary<bool>()) out.closed = {{from, plus_days(from, *rc::gen::inRange(0, 5)), "planeringsdag"}};
    RC_PRE(std::count_if(out.week.begin(), out.week.end(), [](const auto& d) { return !d.empty(); }) >= 2);
    return out;
}
}

RC_GTEST_PROP(SlowCalendar, agrees_on_what_the_clock_shows, ()) {
    const auto t = *a_moment();
    const auto wall = slow::wall(t);
    RC_ASSERT(local(moment(t)) == (LocalTime{{wall.year, wall.month, wall.day}, wall.minute * 60'000}));
    RC_ASSERT(static_cast<int>(weekday(date(moment(t)))) == wall.weekday);
}
RC_GTEST_PROP(SlowCalendar, a_shown_time_leads_back_to_its_moment, ()) {
    const auto t = moment(*a_moment());
    const auto shows = local(t);
    RC_ASSERT(shown(shows) != Shown::never);
    RC_ASSERT(t == instant(shows, Repeated::first) || t == instant(shows, Repeated::second));
    RC_ASSERT((shown(shows) == Shown::twice) == (instant(shows, Repeated::first) != instant(shows, Repeated::second)));
}
RC_GTEST_PROP(SlowCalendar, agrees_on_when_a_unit_is_open, ()) {
    const auto t = *a_moment();
    const auto hours = some_hours(t);
    RC_CLASSIFY(slow::open(hours, t), "open");
    RC_ASSERT((*WorkingCalendar::of(hours)).is_open(moment(t)) == slow::open(hours, t));
}
RC_GTEST_PROP(SlowCalendar, agrees_on_when_a_unit_opens, ()) {
    const auto t = *a_moment();
    const auto hours = some_hours(t);
    const auto opens = (*WorkingCalendar::of(hours)).next_open(moment(t));
    RC_ASSERT(opens == moment(slow::next_open(hours, t)));
}
RC_GTEST_PROP(SlowCalendar, agrees_on_deadlines, ()) {
    const auto t = *a_moment();
    const auto hours = some_hours(t);
    const auto days = *rc::gen::inRange(0, 6);
    const auto due = (*WorkingCalendar::of(hours)).deadline(moment(t), days);
    RC_ASSERT(due == moment(slow::deadline(hours, t, days)));
}
TEST(SlowCalendar, agrees_on_each_holiday_of_two_centuries) {
    for (Date d{1950, 1, 1}; d.year < 2099; d = plus_days(d, 1))
        ASSERT_EQ(holiday(d).has_value(), slow::holiday({d.year, d.month, d.day, 0, static_cast<int>(weekday(d))})) << iso(d);
}
// All pairs of shifts that begin and end on the half hours around the change, in each of the twenty nights; seen each quarter of the night.
TEST(SlowCalendar, agrees_on_every_night_shift_over_the_twenty_changes) {
    std::vector<DayHours> shifts;
    for (int from = 60; from < 210; from += 30)
        for (int to = from + 30; to <= 210; to += 30)
            for (int next = to + 30; next <= 210; next += 30) shifts.push_back({{{from}, {to}}, {{next}, {next + 10}}, {{300}, {360}}});
    for (int year = 2024; year < 2034; ++year)
        for (const int month : {3, 10}) {
            const auto night = first_on_or_after({year, month, 25}, Weekday::sunday);
            ASSERT_TRUE(clock_change(night));
            for (const auto& shift : shifts) {
                Hours hours;
                hours.week.fill(shift);
                hours.holidays = OnHolidays::as_other_days; // Easter Day is such a night in 2024 and 2027
                const auto unit = *WorkingCalendar::of(hours);
                for (auto t = minutes(night); t < minutes(night) + 6 * 60; t += 15) {
                    ASSERT_EQ(unit.is_open(moment(t)), slow::open(hours, t)) << iso(night) << " " << t;
                    ASSERT_EQ(unit.next_open(moment(t)), moment(slow::next_open(hours, t))) << iso(night) << " " << t;
                }
                hours.week.fill({shift[0]}); // the end of the day's work lies in the night itself
                const auto asked = minutes(plus_days(night, -1)) + 720;
                ASSERT_EQ((*WorkingCalendar::of(hours)).deadline(moment(asked), 1), moment(slow::deadline(hours, asked, 1))) << iso(night);
            }
        }
}
// Every half hour of thirteen years, both changes of the clock each year among them.
TEST(SlowCalendar, agrees_on_each_half_hour_of_thirteen_years) {
    for (auto t = minutes({2024, 1, 1}); t < minutes({2037, 1, 1}); t += 30) {
        const auto wall = slow::wall(t);
        ASSERT_EQ(local(moment(t)), (LocalTime{{wall.year, wall.month, wall.day}, wall.minute * 60'000})) << t;
    }
}
}

#include "platform/calendar/words.hpp"
#include <gtest/gtest.h>

namespace calendar {
namespace {
using i18n::Language;
base::Instant when(std::string_view text) { // "2026-12-23 21:00"
    return instant(at(*date_from(text.substr(0, 10)), *time_from(text.substr(11))));
}
std::string said(std::optional<base::Instant> t) { return t ? words(*t, Language::sv) : "aldrig"; }
WorkingCalendar made(Hours hours) {
    auto out = WorkingCalendar::of(std::move(hours));
    if (!out) throw base::Bug("hours refused");
    return *out;
}
const WorkingCalendar office = made(office_hours());
}

TEST(Working, two_working_days_over_christmas) {
    for (const auto* asked : {"2026-12-23 00:00", "2026-12-23 06:00", "2026-12-23 10:00", "2026-12-23 12:30", "2026-12-23 21:00", "2026-12-24 11:00", "2026-12-26 23:59", "2026-12-27 12:00"})
        EXPECT_EQ(said(office.deadline(when(asked), 2)), "tisdag 29 december kl. 16.30") << asked;
    EXPECT_EQ(said(office.deadline(when("2026-12-28 00:00"), 2)), "onsdag 30 december kl. 16.30");
    EXPECT_EQ(said(office.deadline(when("2026-12-29 09:00"), 2)), "måndag 4 januari kl. 16.30");
}
TEST(Working, a_promise_for_today_is_kept_the_day_it_opens_next) {
    EXPECT_EQ(said(office.deadline(when("2026-11-24 16:29"), 0)), "tisdag 24 november kl. 16.30");
    EXPECT_EQ(said(office.deadline(when("2026-11-24 16:30"), 0)), "onsdag 25 november kl. 16.30");
    EXPECT_THROW((void)office.deadline(when("2026-11-24 16:30"), -1), base::Bug);
}
TEST(Working, opens_after_lunch_the_night_and_the_holidays) {
    EXPECT_EQ(said(office.next_open(when("2026-11-24 09:15"))), "tisdag 24 november kl. 9.15");
    EXPECT_EQ(said(office.next_open(when("2026-11-24 12:00"))), "tisdag 24 november kl. 13.00");
    EXPECT_EQ(said(office.next_open(when("2026-12-23 16:30"))), "måndag 28 december kl. 8.00");
    EXPECT_TRUE(office.is_open(when("2026-11-24 08:00")));
    EXPECT_FALSE(office.is_open(when("2026-11-24 16:30"))) << "the end is not working time";
}
TEST(Working, eves_end_when_the_unit_says_so) {
    auto hours = office_hours();
    hours.eves = {{Eve::maundy_thursday, {12 * 60 + 30}}, {Eve::walpurgis_eve, {0}}};
    const auto unit = made(hours);
    EXPECT_EQ(said(unit.deadline(when("2026-04-01 10:00"), 1)), "torsdag 2 april kl. 12.00") << "12:30 is inside the lunch hour";
    EXPECT_EQ(unit.plan({2026, 4, 2}).reason, "skärtorsdagen");
    EXPECT_EQ(unit.plan({2026, 4, 30}).why, Why::eve);
    EXPECT_TRUE(unit.is_working_day({2026, 12, 24})) << "not named, so an ordinary day";
    EXPECT_FALSE(office.is_working_day({2026, 12, 24}));
}
TEST(Working, says_why_it_is_closed) {
    auto hours = office_hours();
    hours.closed = {{{2026, 12, 28}, {2026, 12, 30}, "Vi flyttar"}};
    const auto unit = made(hours);
    EXPECT_EQ(unit.plan({2026, 12, 29}).reason, "Vi flyttar");
    EXPECT_EQ(unit.plan({2026, 12, 25}).reason, "juldagen");
    EXPECT_EQ(unit.plan({2026, 11, 22}).why, Why::weekday);
    EXPECT_EQ(said(unit.deadline(when("2026-12-23 21:00"), 2)), "tisdag 5 januari kl. 16.30");
}
TEST(Working, night_shifts_over_both_changes_of_the_clock) {
    Hours night;
    night.week.fill({{{90}, {150}}}); // 01:30–02:30
    const auto unit = made(night);
    // 2026-03-29: 02:00 becomes 03:00, so the shift ends after half an hour. 2026-10-25: 03:00 becomes 02:00, so 02:00–02:30 comes twice.
    const auto spring = when("2026-03-29 01:30"), autumn = when("2026-10-25 01:30");
    EXPECT_EQ(unit.deadline(when("2026-03-28 12:00"), 1)->ms - spring.ms, 30 * 60'000);
    EXPECT_EQ(unit.deadline(when("2026-10-24 12:00"), 1)->ms - autumn.ms, 120 * 60'000);
    EXPECT_TRUE(unit.is_open({autumn.ms + 59 * 60'000}));
    EXPECT_FALSE(unit.is_open({autumn.ms + 60 * 60'000}));
    EXPECT_EQ(unit.next_open({autumn.ms + 60 * 60'000})->ms, autumn.ms + 90 * 60'000) << "02:00 comes again";
}
TEST(Working, a_shift_inside_the_hour_left_out_is_no_working_day) {
    Hours night;
    night.week.fill({{{130}, {170}}});
    EXPECT_FALSE(made(night).is_working_day({2026, 3, 29}));
    EXPECT_TRUE(made(night).is_working_day({2026, 10, 25}));
}
TEST(Working, refuses_hours_that_mean_nothing) {
    const auto refused = [](auto change) {
        auto hours = office_hours();
        change(hours);
        const auto out = WorkingCalendar::of(hours);
        return out ? std::optional<HoursRefusal>{} : out.refusal();
    };
    EXPECT_EQ(refused([](Hours& h) { h.week[0] = {{{600}, {600}}}; }), HoursRefusal::interval_backwards);
    EXPECT_EQ(refused([](Hours& h) { h.week[0] = {{{480}, {720}}, {{700}, {900}}}; }), HoursRefusal::intervals_overlap);
    EXPECT_EQ(refused([](Hours& h) { h.week[6] = {{{480}, {1441}}}; }), HoursRefusal::outside_the_day);
    EXPECT_EQ(refused([](Hours& h) { h.eves[Eve::christmas_eve] = {1500}; }), HoursRefusal::outside_the_day);
    EXPECT_EQ(refused([](Hours& h) { h.closed = {{{2026, 2, 2}, {2026, 2, 1}, "x"}}; }), HoursRefusal::period_backwards);
    EXPECT_EQ(refused([](Hours& h) { h.closed = {{{2026, 2, 2}, {2026, 2, 2}, ""}}; }), HoursRefusal::period_without_reason);
    EXPECT_EQ(refused([](Hours& h) { h.week = {}; }), HoursRefusal::never_open);
    EXPECT_EQ(refused([](Hours& h) { h.week[6] = {{{0}, {1440}}}; }), std::nullopt);
}
TEST(Working, a_unit_closed_for_years_has_no_next_time) {
    auto hours = office_hours();
    hours.closed = {{{2026, 1, 1}, {2036, 1, 1}, "Nedlagd"}};
    EXPECT_EQ(made(hours).next_open(when("2026-11-22 12:00")), std::nullopt);
    EXPECT_EQ(made(hours).deadline(when("2026-11-22 12:00"), 2), std::nullopt);
    EXPECT_EQ(made(hours).deadline(when("2026-11-22 12:00"), 0), std::nullopt);
}
TEST(Working, hours_to_midnight_end_when_the_next_day_begins) {
    Hours all_day;
    all_day.week.fill({{{0}, {1440}}});
    EXPECT_EQ(made(all_day).deadline(when("2026-11-23 12:00"), 1), when("2026-11-25 00:00"));
}
TEST(Words, say_dates_and_hours_in_both_languages) {
    EXPECT_EQ(words(when("2026-12-29 16:00"), Language::sv), "tisdag 29 december kl. 16.00");
    EXPECT_EQ(words(when("2026-12-29 16:00"), Language::latt), "tisdag 29 december kl. 16.00");
    EXPECT_EQ(words(when("2026-12-29 16:00"), Language::en, SayYear::yes), "Tuesday 29 December 2026 at 16:00");
    EXPECT_EQ(words(office_hours().week[0], Language::sv), "8.00–12.00 och 13.00–16.30");
    EXPECT_EQ(words(DayHours{{{0}, {60}}, {{120}, {180}}, {{600}, {1440}}}, Language::en), "0:00–1:00, 2:00–3:00 and 10:00–24:00");
    EXPECT_EQ(words(DayHours{}, Language::latt), "stängt");
}
}

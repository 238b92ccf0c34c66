#include "features/activities/session.hpp"
#include "platform/calendar/calendar.hpp"
#include <gtest/gtest.h>

namespace {
using namespace activities;
calendar::Date day(const char* text) { return *calendar::date_from(text); }
calendar::TimeOfDay time(const char* text) { return *calendar::time_from(text); }
Times times(const char* on, const char* from, const char* to) { return *Times::of(day(on), time(from), time(to)); }
std::optional<Times::Refusal> why(const char* on, const char* from, const char* to) {
    const auto t = Times::of(day(on), time(from), time(to));
    return t ? std::nullopt : std::optional(t.refusal());
}
template <class AnId> AnId id(char c) { return *AnId::from(std::string(22, c)); }
const base::Instant now = calendar::instant(calendar::at(day("2026-11-22"), time("10:00")));
Session in_room() {
    return {.id = id<SessionId>('s'), .area = id<AreaId>('o'), .activity = id<ActivityId>('a'), .times = times("2026-12-01", "18:00", "20:00"), .place = "Påhittade lokalen", .changed_at = now};
}
std::optional<SessionRefusal> why(const ChangedSession& s) { return s ? std::nullopt : std::optional(s.refusal()); }

TEST(SessionTimes, run_to_midnight_at_most_and_forwards) {
    EXPECT_EQ(why("2026-12-01", "18:00", "24:00"), std::nullopt);
    EXPECT_EQ(why("2026-12-01", "18:00", "18:00"), Times::Refusal::backwards);
    EXPECT_EQ(why("2026-12-01", "18:00", "17:00"), Times::Refusal::backwards);
}
TEST(SessionTimes, that_the_clock_does_not_show_once_are_refused) {
    EXPECT_EQ(why("2026-03-29", "02:30", "05:00"), Times::Refusal::left_out);
    EXPECT_EQ(why("2026-03-29", "01:00", "02:00"), Times::Refusal::left_out);
    EXPECT_EQ(why("2026-10-25", "02:30", "05:00"), Times::Refusal::comes_twice);
    EXPECT_EQ(why("2026-10-25", "03:00", "05:00"), std::nullopt);
}
TEST(SessionTimes, over_a_change_of_the_clock_last_as_long_as_they_last) {
    constexpr std::int64_t hour = 3'600'000;
    const auto length = [](const Times& t) { return t.ends_at().ms - t.begins_at().ms; };
    EXPECT_EQ(length(times("2026-03-29", "01:00", "04:00")), 2 * hour);
    EXPECT_EQ(length(times("2026-10-25", "01:00", "04:00")), 4 * hour);
    EXPECT_EQ(length(times("2026-10-26", "01:00", "04:00")), 3 * hour);
}
TEST(Series, keeps_the_clock_on_the_wall_over_a_change_of_the_clock) {
    const auto all = *every_weeks(times("2026-10-21", "18:00", "20:00"), 1, 3); // 21 and 28 October, 4 November
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(calendar::iso(all[1].day()), "2026-10-28");
    for (const auto& t : all) EXPECT_EQ(calendar::local(t.begins_at()).ms_of_day, 18 * 3'600'000);
    EXPECT_EQ(all[1].begins_at().ms - all[0].begins_at().ms, (7 * 24 + 1) * 3'600'000LL);
}
TEST(Series, leaves_holidays_out_and_makes_up_for_them) {
    const auto all = *every_weeks(times("2026-12-18", "13:00", "15:00"), 1, 3);
    std::vector<std::string> days;
    for (const auto& t : all) days.push_back(calendar::iso(t.day()));
    EXPECT_EQ(days, (std::vector<std::string>{"2026-12-18", "2027-01-08", "2027-01-15"})); // Christmas Day and New Year's Day
}
TEST(Series, every_other_week) { EXPECT_EQ(calendar::iso((*every_weeks(times("2026-11-24", "13:00", "15:00"), 2, 2))[1].day()), "2026-12-08"); }

TEST(Session, is_cancelled_once_and_says_so_to_calendars) {
    const auto off = *cancelled(in_room(), now);
    EXPECT_FALSE(off.takes_place());
    EXPECT_EQ(off.changed, 1);
    EXPECT_EQ(why(cancelled(off, now)), SessionRefusal::cancelled);
    EXPECT_EQ(why(moved(off, times("2026-12-02", "18:00", "20:00"), now)), SessionRefusal::cancelled);
}
TEST(Session, that_is_over_stays_as_it_was) {
    const auto after = calendar::instant(calendar::at(day("2026-12-01"), time("20:00")));
    EXPECT_EQ(why(cancelled(in_room(), after)), SessionRefusal::over);
    EXPECT_EQ(why(swapped(in_room(), Way::online, "", after)), SessionRefusal::over);
}
TEST(Session, is_moved_to_another_time_to_come) {
    EXPECT_EQ((*moved(in_room(), times("2026-12-02", "18:00", "20:00"), now)).changed, 1);
    EXPECT_EQ(why(moved(in_room(), in_room().times, now)), SessionRefusal::not_changed);
    EXPECT_EQ(why(moved(in_room(), times("2026-11-21", "18:00", "20:00"), now)), SessionRefusal::over);
}
TEST(Session, loses_its_place_on_the_net_and_needs_one_in_a_room) {
    const auto online = *swapped(in_room(), Way::online, "", now);
    EXPECT_EQ(online.place, "");
    EXPECT_EQ(why(swapped(online, Way::room, " ", now)), SessionRefusal::place_missing);
    EXPECT_EQ(why(swapped(online, Way::room, "Teams https://teams.microsoft.com/l/x", now)), SessionRefusal::place_unfit) << "D5";
    EXPECT_EQ((*swapped(online, Way::hybrid, "Påhittade salen", now)).place, "Påhittade salen");
    EXPECT_EQ(why(swapped(online, Way::online, "", now)), SessionRefusal::not_changed);
    for (const auto way : ways) EXPECT_EQ(way_from(key(way)), way);
}
}

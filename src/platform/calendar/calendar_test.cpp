#include "platform/calendar/calendar.hpp"
#include <gtest/gtest.h>

// 2026-03-29 01:00 UTC: Swedish clocks go from 02:00 to 03:00. Midnight before is 2026-03-28 23:00 UTC.
TEST(Calendar, knows_which_day_it_is_in_sweden) {
    EXPECT_EQ(calendar::day({1'774'738'800'000 - 1}), "2026-03-28");
    EXPECT_EQ(calendar::day({1'774'738'800'000}), "2026-03-29");
    EXPECT_EQ(calendar::day({1'782'856'800'000 - 1}), "2026-06-30");
    EXPECT_EQ(calendar::day({1'782'856'800'000}), "2026-07-01");
}

namespace calendar {
TEST(Calendar, the_hour_left_out_in_march_leads_to_the_moment_of_change) {
    for (const int minute : {120, 150, 179}) {
        EXPECT_EQ(shown(at({2026, 3, 29}, {minute})), Shown::never);
        EXPECT_EQ(instant(at({2026, 3, 29}, {minute})), *clock_change({2026, 3, 29}));
    }
    EXPECT_EQ(local(*clock_change({2026, 3, 29})), at({2026, 3, 29}, {180}));
    EXPECT_EQ(instant(at({2026, 3, 29}, {180})), *clock_change({2026, 3, 29}));
}
TEST(Calendar, the_hour_that_comes_again_in_october_has_two_moments) {
    const auto half_past_two = at({2026, 10, 25}, {150});
    EXPECT_EQ(shown(half_past_two), Shown::twice);
    EXPECT_EQ(instant(half_past_two, Repeated::second).ms - instant(half_past_two).ms, 3'600'000);
    EXPECT_EQ(local(instant(half_past_two)), local(instant(half_past_two, Repeated::second)));
    EXPECT_EQ(start_of({2026, 10, 26}).ms - start_of({2026, 10, 25}).ms, 25 * 3'600'000);
    EXPECT_FALSE(clock_change({2026, 10, 24}));
}
TEST(Calendar, reads_dates_and_times_strictly) {
    EXPECT_EQ(date_from("2028-02-29"), (Date{2028, 2, 29}));
    for (const auto* wrong : {"", "2026-02-29", "2026-13-01", "2026-1-01", "2026-01-1 ", "+026-01-01", "2026-01-01T", "2026/01/01"}) EXPECT_FALSE(date_from(wrong)) << wrong;
    EXPECT_EQ(time_from("8.05"), TimeOfDay{485});
    EXPECT_EQ(iso(*time_from("24:00")), "24:00");
    for (const auto* wrong : {"", "8", "8:5", "24:01", "25:00", "08:60", ":30", "-1:30", "008:30", "08:300", "8h30"}) EXPECT_FALSE(time_from(wrong)) << wrong;
}
}

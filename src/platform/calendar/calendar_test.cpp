#include "platform/calendar/calendar.hpp"
#include <gtest/gtest.h>

// 2026-03-29 01:00 UTC: Swedish clocks go from 02:00 to 03:00. Midnight before is 2026-03-28 23:00 UTC.
TEST(Calendar, knows_which_day_it_is_in_sweden) {
    EXPECT_EQ(calendar::day({1'774'738'800'000 - 1}), "2026-03-28");
    EXPECT_EQ(calendar::day({1'774'738'800'000}), "2026-03-29");
    EXPECT_EQ(calendar::day({1'782'856'800'000 - 1}), "2026-06-30");
    EXPECT_EQ(calendar::day({1'782'856'800'000}), "2026-07-01");
}

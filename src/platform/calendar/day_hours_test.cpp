#include "platform/calendar/day_hours.hpp"
#include <gtest/gtest.h>

namespace {
using namespace calendar;
const DayHours office{{TimeOfDay{480}, TimeOfDay{720}}, {TimeOfDay{780}, TimeOfDay{990}}};

TEST(DayHoursText, is_understood_as_people_type_it) {
    for (const auto* text : {"08:00–12:00, 13:00–16:30", "8.00-12.00 och 13.00-16.30", " 08:00 - 12:00  13:00 – 16:30 ", "8–12 och 13–16.30", "kl. 8-12, 13:00-16:30"}) {
        const auto day = typed_day(text);
        ASSERT_TRUE(day) << text;
        EXPECT_EQ(*day, office) << text;
    }
    EXPECT_EQ(typed_day(""), DayHours{});
    EXPECT_EQ(typed_day("stängt"), DayHours{});
    for (const auto* wrong : {"8", "08:00", "12-8", "08:00-12:00 11:00-13:00", "hela dagen", "8-25", "123-130"}) EXPECT_FALSE(typed_day(wrong)) << wrong;
    EXPECT_EQ(typed(office), "08:00–12:00, 13:00–16:30");
}
TEST(DayHoursText, is_stored_one_way) {
    EXPECT_EQ(text_of(office), "08:00-12:00 13:00-16:30");
    EXPECT_EQ(day_hours_from(text_of(office)), office);
    EXPECT_EQ(day_hours_from(""), DayHours{});
    for (const auto* wrong : {"8-12", "08:00–12:00", "12:00-08:00", "08:00-12:00 11:00-13:00"}) EXPECT_FALSE(day_hours_from(wrong)) << wrong;
}
}

#include "features/staff/hours.hpp"
#include <gtest/gtest.h>

namespace {
using namespace staff;
using calendar::Interval;
using calendar::TimeOfDay;

TEST(Hours, of_an_office_are_written_in_the_documented_form) {
    EXPECT_EQ(text_of(calendar::office_hours()),
              "mon 08:00-12:00 13:00-16:30; tue 08:00-12:00 13:00-16:30; wed 08:00-12:00 13:00-16:30; thu 08:00-12:00 13:00-16:30; fri 08:00-12:00 13:00-16:30; sat; sun; "
              "eve midsummers-eve 00:00; eve christmas-eve 00:00; eve new-years-eve 00:00; holidays closed");
}
TEST(Hours, come_back_as_they_were) {
    auto hours = calendar::office_hours();
    hours.week[5] = {{TimeOfDay{600}, TimeOfDay{1440}}};
    hours.eves[calendar::Eve::maundy_thursday] = TimeOfDay{720};
    hours.holidays = calendar::OnHolidays::as_other_days;
    const auto back = hours_from(text_of(hours));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, hours);
}
TEST(Hours, written_otherwise_are_nothing) {
    const auto good = text_of(calendar::office_hours());
    ASSERT_TRUE(hours_from(good));
    for (const auto& [from, to] : std::initializer_list<std::pair<std::string, std::string>>{
             {"mon 08", "måndag 08"}, {"08:00-12:00", "12:00-08:00"}, {"13:00-16:30", "11:00-16:30"}, {"; sun;", ";"}, {"christmas-eve", "birthday"}, {"00:00", "25:00"}, {"holidays closed", "holidays maybe"}}) {
        auto bad = good;
        bad.replace(bad.find(from), from.size(), to);
        EXPECT_FALSE(hours_from(bad)) << bad;
    }
    EXPECT_FALSE(hours_from(""));
    EXPECT_FALSE(hours_from("mon; tue; wed; thu; fri; sat; sun; holidays closed")) << "a unit that never opens";
}
}

#include "features/activities/plan/series.hpp"
#include <gtest/gtest.h>
// Days that are proposed: the weekday kept, holidays said, and the hours that the clock does not show once.
using namespace activities;
using calendar::Date;

namespace {
constexpr calendar::TimeOfDay six{18 * 60}, eight{20 * 60};
std::vector<std::string> kept(const std::vector<series::Proposed>& days) {
    std::vector<std::string> out;
    for (const auto& p : days)
        if (p.kept_unless_said()) out.push_back(calendar::iso(p.day));
    return out;
}
Session held(const char* day, const char* begins, const char* ends) {
    return {.id = *SessionId::from(std::string(22, 's')), .area = *AreaId::from(std::string(22, 'a')), .activity = *ActivityId::from(std::string(22, 'x')), .times = *Times::of(*calendar::date_from(day), *calendar::time_from(begins), *calendar::time_from(ends))};
}
}

TEST(Series, each_week_and_every_other_until_the_last_day_counted) {
    EXPECT_EQ(kept(*series::days({2027, 1, 12}, {2027, 2, 2}, series::Every::week, six, eight)), (std::vector<std::string>{"2027-01-12", "2027-01-19", "2027-01-26", "2027-02-02"}));
    EXPECT_EQ(kept(*series::days({2027, 1, 12}, {2027, 2, 8}, series::Every::other_week, six, eight)), (std::vector<std::string>{"2027-01-12", "2027-01-26"}));
}
TEST(Series, each_month_on_the_same_weekday_also_where_there_is_no_fifth) {
    EXPECT_EQ(kept(*series::days({2026, 12, 1}, {2027, 3, 31}, series::Every::month, six, eight)), (std::vector<std::string>{"2026-12-01", "2027-01-05", "2027-02-02", "2027-03-02"}));
    // The fifth Tuesday of December 2026, then the last of January and February.
    EXPECT_EQ(kept(*series::days({2026, 12, 29}, {2027, 2, 28}, series::Every::month, six, eight)), (std::vector<std::string>{"2026-12-29", "2027-01-26", "2027-02-23"}));
}
TEST(Series, a_holiday_is_shown_and_not_kept) {
    const auto days = *series::days({2026, 12, 18}, {2027, 1, 8}, series::Every::week, six, eight);
    ASSERT_EQ(days.size(), 4u);
    EXPECT_EQ(days[1].holiday, calendar::Holiday::christmas_day);
    EXPECT_EQ(kept(days), (std::vector<std::string>{"2026-12-18", "2027-01-08"})) << "new year's day is one too";
}
TEST(Series, the_clock_on_the_wall_is_kept_over_the_change_and_an_hour_that_is_left_out_is_said) {
    const auto days = *series::days({2027, 3, 22}, {2027, 4, 5}, series::Every::week, six, eight);
    EXPECT_EQ(kept(days), (std::vector<std::string>{"2027-03-22", "2027-04-05"})) << "29 March is Easter Monday";
    EXPECT_EQ(series::times_from(series::text_of(days[2]))->begins_at().ms - series::times_from(series::text_of(days[0]))->begins_at().ms, (14LL * 24 - 1) * 60 * 60'000) << "an hour less between, at the same time on the wall";
    const auto night = *series::days({2027, 3, 28}, {2027, 3, 28}, series::Every::week, {2 * 60 + 30}, {4 * 60});
    EXPECT_EQ(night.front().wrong, Times::Refusal::left_out);
    const auto autumn = *series::days({2026, 10, 25}, {2026, 10, 25}, series::Every::week, {2 * 60 + 30}, {4 * 60});
    EXPECT_EQ(autumn.front().wrong, Times::Refusal::comes_twice);
}
TEST(Series, neither_backwards_nor_without_end) {
    EXPECT_FALSE(series::days({2027, 1, 12}, {2027, 1, 11}, series::Every::week, six, eight));
    EXPECT_FALSE(series::days({2027, 1, 12}, {2030, 1, 11}, series::Every::week, six, eight));
}
TEST(Series, the_times_of_a_day_follow_on_each_other_and_the_rest_is_left) {
    const auto times = *series::times_of_a_day({2027, 1, 14}, {13 * 60}, {16 * 60}, 50);
    ASSERT_EQ(times.size(), 3u);
    EXPECT_EQ(calendar::iso(times[2].begins), "14:40");
    EXPECT_EQ(calendar::iso(times[2].ends), "15:30");
    EXPECT_FALSE(series::times_of_a_day({2027, 1, 14}, {13 * 60}, {13 * 60 + 30}, 45));
    EXPECT_FALSE(series::times_of_a_day({2027, 1, 14}, {13 * 60}, {16 * 60}, 0));
}
TEST(Series, a_copy_keeps_the_days_between_and_leaves_out_what_was_cancelled) {
    auto off = held("2026-12-08", "18:00", "20:00");
    off.cancelled_at = base::Instant{1};
    const auto moved = series::moved_to({off, held("2026-12-15", "18:00", "20:00"), held("2026-12-29", "17:00", "18:00")}, {2027, 2, 2});
    ASSERT_EQ(moved.size(), 2u);
    EXPECT_EQ(series::text_of(moved[0]), "2027-02-02 18:00 20:00");
    EXPECT_EQ(series::text_of(moved[1]), "2027-02-16 17:00 18:00");
}
TEST(Series, what_a_form_carries_is_read_back_and_nothing_else) {
    EXPECT_EQ(*series::times_from("2027-02-02 18:00 20:00"), *Times::of({2027, 2, 2}, six, eight));
    for (const char* wrong : {"", "2027-02-02", "2027-02-30 18:00 20:00", "2027-02-02 20:00 18:00", "2027-03-28 02:30 04:00", "2027-02-02 18:00 20:00 x"}) EXPECT_FALSE(series::times_from(wrong)) << wrong;
}

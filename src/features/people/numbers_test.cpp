#include "features/people/numbers.hpp"
#include <gtest/gtest.h>

namespace {
constexpr calendar::Date today{2026, 11, 22};
std::string number(std::string_view typed) { return people::personal_number(typed, today).value_or("-"); }
std::string phone(std::string_view typed) { return people::phone(typed).value_or("-"); }
std::string email(std::string_view typed) { return people::email(typed).value_or("-"); }
}

// 191212121212 is Skatteverket's own example; the others are from its list of test numbers or reckoned by hand.
TEST(PersonalNumber, is_written_one_way_however_it_is_typed) {
    for (const char* typed : {"19121212-1212", "191212121212", " 19121212 1212 ", "19121212\xE2\x80\x93" "1212", "121212+1212"}) EXPECT_EQ(number(typed), "191212121212") << typed;
    EXPECT_EQ(number("811228-9874"), "198112289874");
    EXPECT_EQ(number("8112289874"), "198112289874");
}
TEST(PersonalNumber, without_century_belongs_to_the_latest_hundred_years) {
    EXPECT_EQ(number("121212-1212"), "201212121212");
    EXPECT_EQ(number("121212+1212"), "191212121212");
    EXPECT_EQ(number("811228+9874"), "188112289874");
}
TEST(PersonalNumber, may_be_a_coordination_number) {
    EXPECT_EQ(number("701063-2391"), "197010632391");
    EXPECT_EQ(number("701093-2391"), "-"); // day 93 − 60 = 33
}
TEST(PersonalNumber, with_a_wrong_digit_day_or_length_is_none) {
    for (const char* typed : {"19121212-1213", "19121312-1212", "19120230-1212", "1912121212", "9121212-1212", "19121212-121", "191212121212x", "", "abc", "000000-0000", "20300101-0000", "18121212-1212"})
        EXPECT_EQ(number(typed), "-") << typed;
    const std::string right = "191212121212";
    for (std::size_t at = 2; at < right.size(); ++at)
        for (char c = '0'; c <= '9'; ++c)
            if (auto wrong = right; wrong[at] != c) {
                wrong[at] = c;
                EXPECT_EQ(number(wrong), "-") << wrong;
            }
}
TEST(Phone, is_written_as_e164) {
    for (const char* typed : {"070-123 45 67", "0701234567", "+46701234567", "+46 (0)70 123 45 67", "0046 70-123.45.67", "070\xC2\xA0" "1234567"}) EXPECT_EQ(phone(typed), "+46701234567") << typed;
    EXPECT_EQ(phone("08-12 34 56 7"), "+4681234567");
    EXPECT_EQ(phone("+358 40 1234567"), "+358401234567");
}
TEST(Phone, that_cannot_be_one_is_none) {
    for (const char* typed : {"", "112", "+", "+0701234567", "070-12x", "1234567", "+1234567890123456", "++46701234567", "+46 00 70 123 45 67", "000701234567", "0701234567 ring kväll"}) EXPECT_EQ(phone(typed), "-") << typed;
}
TEST(Email, is_compared_without_case) {
    EXPECT_EQ(email(" Anna.Bok@Example.SE "), "anna.bok@example.se");
    EXPECT_EQ(email("å@exempel.se"), "å@exempel.se");
    for (const char* typed : {"", "anna", "@a.se", "anna@", "a@b", "a@b@c.se", "a b@c.se", "a@.se", "a@b..se", "<a@b.se>", "a@b.se, c@d.se"}) EXPECT_EQ(email(typed), "-") << typed;
}

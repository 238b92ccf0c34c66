#include "platform/i18n/language.hpp"
#include <gtest/gtest.h>

using namespace i18n;

TEST(Words, says_it_in_english_and_keeps_swedish_for_what_has_no_translation) {
    EXPECT_EQ(Words(Language::sv)("Sök"), "Sök");
    EXPECT_EQ(Words(Language::en)("Sök"), "Search");
    EXPECT_EQ(Words(Language::en)("Detta står inte i någon katalog"), "Detta står inte i någon katalog");
}
TEST(Words, fills_in_names) { EXPECT_EQ(Words(Language::sv)("Fråga {n} av {total}", {{"n", "2"}, {"total", "6"}}), "Fråga 2 av 6"); }
TEST(Text, falls_back_to_swedish_and_says_so) {
    const Text text{"hej", "", "hello"};
    EXPECT_EQ(text.in(Language::en).text, "hello");
    EXPECT_EQ(text.in(Language::latt).language, Language::sv);
}
TEST(Day, is_said_as_people_say_it) {
    EXPECT_EQ(day(Language::sv, "2026-11-02"), "2 november 2026");
    EXPECT_EQ(day(Language::en, "2026-11-22"), "22 November 2026");
    EXPECT_EQ(day(Language::sv, "SAKNAS"), "SAKNAS");
}

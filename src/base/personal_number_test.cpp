#include "base/personal_number.hpp"
#include <gtest/gtest.h>

TEST(PersonalNumber, is_found_however_it_is_typed) {
    for (const char* text : {"ring Anna 19121212-1212", "121212-1212", "(121212+1212)", "121212 1212.", "191212121212", "1212121212", "121272-1212", "Anna,121212-1212,Bo"}) EXPECT_TRUE(base::holds_personal_number(text)) << text;
}
TEST(PersonalNumber, is_nothing_else_that_holds_figures) {
    for (const char* text : {"", "2026-11-22", "2026-11-22 12.00", "08-568 910 00", "dnr SN 2026/0123-4", "121312-1212", "121240-1212", "SoL 10:3", "20261122", "12121212121", "121212-12123", "1121212-1212", "121212--1212"})
        EXPECT_FALSE(base::holds_personal_number(text)) << text;
}

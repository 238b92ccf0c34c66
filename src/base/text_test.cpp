#include "base/text.hpp"
#include <gtest/gtest.h>

TEST(Text, lowers_swedish_letters) { EXPECT_EQ(base::lower("ÅÄÖ Én ×"), "åäö én ×"); }
TEST(Text, cuts_at_a_word_end) {
    EXPECT_EQ(base::shortened("någon att prata med", 10), "någon att…");
    EXPECT_EQ(base::shortened("kort", 10), "kort");
}
TEST(Text, refuses_bytes_that_are_not_utf8) {
    EXPECT_TRUE(base::valid_utf8("å€😀"));
    for (std::string_view bad : {"\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "a\xFF"}) EXPECT_FALSE(base::valid_utf8(bad));
}
TEST(Text, splits_joins_replaces) {
    EXPECT_EQ(base::split("a,,b", ',').size(), 3U);
    EXPECT_EQ(base::joined({"a", "b"}, ", "), "a, b");
    EXPECT_EQ(base::replaced("x{n}y{n}", "{n}", "1"), "x1y1");
}

#include "base/text.hpp"
#include <gtest/gtest.h>

TEST(Text, puts_swedish_names_in_order) {
    std::vector<std::string> names{"Örn", "ärla", "Åkerö", "Zander", "Ådala", "alm"};
    std::sort(names.begin(), names.end(), [](const auto& one, const auto& other) { return base::swedish_order(one) < base::swedish_order(other); });
    EXPECT_EQ(names, (std::vector<std::string>{"alm", "Zander", "Ådala", "Åkerö", "ärla", "Örn"}));
}
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

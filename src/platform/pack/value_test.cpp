#include "platform/pack/value.hpp"
#include <gtest/gtest.h>

using namespace pack;

TEST(Pack, says_file_line_reason_and_remedy) {
    Problems problems;
    const auto document = parse_document("+++\ntitle = \"Avlösning\"\nage = 3\n+++\nText\n", "offers/a.md", problems);
    Fields fields(document.front, "offers/a.md", problems);
    EXPECT_EQ(fields.text("title", Fields::Need::required), "Avlösning");
    fields.text("summary", Fields::Need::required);
    fields.finish();
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[1].line, 3);
    EXPECT_NE(problems[1].reason.find("age"), std::string::npos);
    EXPECT_FALSE(problems[0].remedy.empty());
    EXPECT_EQ(document.body, "Text\n");
    EXPECT_EQ(document.body_line, 5);
}
TEST(Pack, reports_broken_toml_on_its_line_in_the_file) {
    Problems problems;
    (void)parse_document("+++\ntitle = \"a\"\nbroken = [1,\n+++\n", "a.md", problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].grade, Grade::fault);
    EXPECT_GE(problems[0].line, 3);
}
TEST(Pack, lists_what_is_to_be_filled_in) {
    Problems problems;
    const auto value = parse_toml("phone = \"SAKNAS\"\n", "m.toml", 1, problems);
    Fields fields(value, "m.toml", problems);
    EXPECT_EQ(fields.text("phone"), missing);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].grade, Grade::to_fill_in);
}
TEST(Pack, keeps_the_order_of_the_file) {
    Problems problems;
    const auto value = parse_toml("[b]\nx=\"1\"\n[a]\nx=\"2\"\n", "v.toml", 1, problems);
    ASSERT_EQ(value.map()->size(), 2U);
    EXPECT_EQ(value.map()->front().first, "b");
}
TEST(Pack, refuses_a_day_that_is_none) {
    Problems problems;
    const auto value = parse_toml("a = \"2026-13-01\"\nb = 2026-11-22\n", "v.toml", 1, problems);
    Fields fields(value, "v.toml", problems);
    EXPECT_EQ(fields.date("a"), "");
    EXPECT_EQ(fields.date("b"), "2026-11-22");
    EXPECT_EQ(problems.size(), 1U);
}

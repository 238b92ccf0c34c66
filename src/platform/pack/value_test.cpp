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
TEST(Pack, bottomless_nesting_is_a_fault_and_not_the_end_of_the_program) {
    std::string dots = "a";
    for (int i = 0; i < 300'000; ++i) dots += ".a";
    std::string tables;
    for (int i = 0; i < 300; ++i) tables += "{x=";
    for (const auto& text : {"[" + dots + "]\n", dots + " = 1\n", "b = {" + dots + " = 1}\n", "x = " + std::string(500'000, '['), "x = " + tables}) {
        Problems problems;
        const auto value = parse_toml("first = 1\n" + text, "v.toml", 10, problems);
        ASSERT_EQ(problems.size(), 1U) << text.substr(0, 20);
        EXPECT_EQ(problems[0].grade, Grade::fault);
        EXPECT_EQ(problems[0].line, 11);
    }
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

#include "platform/pack/edit.hpp"
#include "base/result.hpp"
#include "platform/pack/value.hpp"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {
const std::string file = "# kommunen\nname = \"Kommunen\"   # syns överst\nlanguages = [\"sv\", \"en\"]\n\n# Vem som svarar\n[contact.a]\ntitle = \"Anhörigstödet # 1\"\nphone = \"SAKNAS\" # fyll i\n\n# Löftet\n[promise]\ndays = \"2\"\n";
std::string changed(std::string_view from, std::string_view to) {
    auto out = file;
    return out.replace(out.find(from), from.size(), to);
}
}

TEST(Edit, changes_one_value_and_keeps_comments_and_order) {
    EXPECT_EQ(pack::with_value(file, "", "name", "\"Andra\""), changed("\"Kommunen\"", "\"Andra\""));
    EXPECT_EQ(pack::with_value(file, "contact.a", "phone", "\"08-1\""), changed("\"SAKNAS\"", "\"08-1\""));
    EXPECT_EQ(pack::with_value(file, "contact.a", "title", "\"B\""), changed("\"Anhörigstödet # 1\"", "\"B\""));
    EXPECT_EQ(pack::with_value(file, "", "languages", pack::toml_texts({"sv"})), changed("[\"sv\", \"en\"]", "[\"sv\"]"));
}
TEST(Edit, adds_a_key_last_in_its_table_before_the_comment_of_the_next) {
    EXPECT_EQ(pack::with_value(file, "contact.a", "email", "\"x\""), changed("# fyll i\n", "# fyll i\nemail = \"x\"\n"));
    EXPECT_EQ(pack::with_value(file, "", "colour", "\"#00567d\""), changed("\"en\"]\n", "\"en\"]\ncolour = \"#00567d\"\n"));
}
TEST(Edit, adds_a_table_last_in_the_file) { EXPECT_EQ(pack::with_value(file, "retention", "draft_days", "7"), file + "\n[retention]\ndraft_days = 7\n"); }
TEST(Edit, takes_no_key_for_another_that_begins_alike) {
    EXPECT_EQ(pack::with_value("names = 1\n", "", "name", "2"), "names = 1\nname = 2\n");
    EXPECT_EQ(pack::with_value("[ab]\nx = 1\n", "a", "x", "2"), "[ab]\nx = 1\n\n[a]\nx = 2\n");
}
TEST(Edit, a_value_over_several_lines_becomes_one) {
    EXPECT_EQ(pack::with_value("a = [\n  \"x\",   # ett\n  [1],\n]  # två\nb = 1\n", "", "a", "2"), "a = 2  # två\nb = 1\n");
    EXPECT_EQ(pack::with_value("a = \"\"\"x\n[t]\nb = 3\n\"\"\"\nb = 1\n[t]\nc = 1\n", "", "b", "2"), "a = \"\"\"x\n[t]\nb = 3\n\"\"\"\nb = 2\n[t]\nc = 1\n");
    EXPECT_EQ(pack::with_value("a = [\n[1],\n]\n[t]\nc = 1\n", "t", "c", "2"), "a = [\n[1],\n]\n[t]\nc = 2\n");
}
TEST(Edit, takes_away_every_table_of_a_name_and_leaves_the_others) {
    EXPECT_EQ(pack::without_tables("a = 1\n\n[[g]]\nx = [\n1]\n\n# om t\n[t]\nb = 2\n[[g]]\nx = 1\n", "g"), "a = 1\n\n# om t\n[t]\nb = 2\n");
    EXPECT_EQ(pack::without_tables("[[g]]\nx = 1\n", "g"), "");
}
// Whatever an administrator types comes back the same, and breaks nothing else of the file.
RC_GTEST_PROP(Edit, any_text_is_read_back_as_it_was, ()) {
    const auto typed = *rc::gen::container<std::string>(rc::gen::inRange<char>(0, 127));
    const auto source = pack::with_value(file, "contact.a", "phone", pack::toml_text(typed));
    pack::Problems problems;
    const auto read = pack::parse_toml(source, "a.toml", 1, problems);
    if (std::count(typed.begin(), typed.end(), '.') > 290) return;
    RC_ASSERT(problems.empty());
    RC_ASSERT(*read.find("contact")->find("a")->find("phone")->text() == typed);
    RC_ASSERT(*read.find("promise")->find("days")->text() == "2");
}

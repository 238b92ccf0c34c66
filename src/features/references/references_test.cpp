#include "features/references/public.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>

namespace {
const std::string law = "[sol]\nact = \"SoL\"\nplace = \"1 §\"\nsays = \"Allas ansvar.\"\nchecked = \"2026-11-22\"\nstatus = \"checked\"\n";
const std::string source = "[bok]\ntitle = \"Bok\"\npublisher = \"Förlag\"\nkind = \"research\"\ndate = \"SAKNAS\"\n";

std::string with(std::string text, std::string_view from, std::string_view to) { return text.replace(text.find(from), from.size(), to); }
}

TEST(References, law_is_dated_data_and_a_source_without_date_stays_without) {
    pack::Problems problems;
    const auto r = references::parse(law, source, problems);
    EXPECT_TRUE(support::of_grade(problems, pack::Grade::fault).empty()) << support::listed(problems);
    ASSERT_TRUE(r.law("sol"));
    EXPECT_EQ(r.law("sol")->checked, "2026-11-22");
    ASSERT_TRUE(r.source("bok"));
    EXPECT_EQ(r.source("bok")->date, "");
    EXPECT_FALSE(r.law("bok"));
}
TEST(References, law_that_nobody_has_checked_is_said_to_be_unchecked) {
    pack::Problems problems;
    const auto r = references::parse(with(law, "\"checked\"\n", "\"to_verify\"\n"), source, problems);
    EXPECT_TRUE(r.law("sol")->to_verify);
    EXPECT_TRUE(support::finding(problems, "är inte kontrollerad"));
}
TEST(References, a_source_of_unknown_kind_and_a_law_without_date_of_checking_are_refused) {
    pack::Problems problems;
    (void)references::parse(with(law, "checked = \"2026-11-22\"\n", ""), with(source, "research", "rykte"), problems);
    EXPECT_TRUE(support::finding(problems, "”checked” saknas."));
    ASSERT_TRUE(support::finding(problems, "Slaget ”rykte” finns inte."));
    EXPECT_EQ(support::finding(problems, "rykte")->line, 4);
}
TEST(References, every_law_that_is_no_longer_in_force_says_until_when) {
    for (const auto& [key, l] : support::danderyds().references.laws)
        if (l.act.find("2001:453") != std::string::npos) {
            EXPECT_FALSE(l.in_force_until.empty()) << key;
        }
}

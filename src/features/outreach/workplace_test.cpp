#include "features/outreach/public.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>

using namespace outreach;

namespace {
std::string text(int signs, int say) {
    const auto list = [](int count) {
        std::string out = "[";
        for (int i = 0; i < count; ++i) out += "\"mening\",";
        return out + "]";
    };
    return "+++\ntitle = \"Biblioteket\"\nsummary = \"Se och säg.\"\nsigns = " + list(signs) + "\nsay = " + list(say) + "\nmay = [\"Lyssna.\"]\nmust = [\"Inget.\"]\ncard = \"Hjälper du någon?\"\nverified = \"2026-11-22\"\n+++\nMer.\n";
}
pack::Problems problems_of(const std::string& source) {
    pack::Problems problems;
    (void)parse("bibliotek", source, "workplaces/bibliotek.md", support::danderyds().references, problems);
    return problems;
}
}

TEST(Workplace, has_exactly_three_signs_and_three_sentences) {   // B15: read in 30 seconds
    EXPECT_TRUE(problems_of(text(3, 3)).empty()) << support::listed(problems_of(text(3, 3)));
    for (const auto& [signs, say] : {std::pair{2, 3}, {4, 3}, {3, 2}, {3, 4}}) EXPECT_TRUE(support::finding(problems_of(text(signs, say)), "tre tecken och tre meningar")) << signs << say;
}
TEST(Workplace, danderyd_has_a_page_for_each_place_where_carers_are_met) {
    EXPECT_GE(support::danderyds().workplaces.size(), 10u);
    for (const auto& w : support::danderyds().workplaces)
        for (const auto& [language, wording] : w.wording) {
            EXPECT_EQ(wording.signs.size(), 3u) << w.name;
            EXPECT_EQ(wording.say.size(), 3u) << w.name;
            EXPECT_FALSE(wording.may.empty() || wording.must.empty()) << w.name;
        }
}
TEST(Workplace, the_card_says_nothing_of_why_somebody_got_it) {   // it may be found by the one they fear
    for (const auto& w : support::danderyds().workplaces)
        for (const char* word : {"våld", "slår", "missbruk", "demens", "rädd"}) EXPECT_EQ(w.in(i18n::Language::sv).card.find(word), std::string::npos) << w.name << ": " << word;
}
TEST(Workplace, an_english_card_that_follows_an_older_text_is_stale) {
    pack::Problems problems;
    auto w = parse("bibliotek", text(3, 3), "workplaces/bibliotek.md", support::danderyds().references, problems);
    auto english = text(3, 3);
    english.replace(english.find("verified = \"2026-11-22\""), 23, "translates = \"000000000000\"\nreviewed = \"inte granskad\"");
    add_translation(w, i18n::Language::en, english, "workplaces/bibliotek.en.md", problems);
    ASSERT_EQ(problems.size(), 1u) << support::listed(problems);
    EXPECT_EQ(problems[0].grade, pack::Grade::stale);
}

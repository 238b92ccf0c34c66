#include "features/articles/public.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>

using namespace articles;
using i18n::Language;

namespace {
const std::string written_page = "+++\ntitle = \"Om våld\"\nsummary = \"Vad du kan göra.\"\nsection = \"safety\"\nverified = \"2026-11-22\"\n+++\nLäs om [stödet](/stod/bris), [dig](#dig) och [andra](https://www.bris.se/x).\n\n## Till dig\n";

Article parsed(const std::string& text, pack::Problems& problems) { return parse("information", text, "pages/information.md", support::danderyds().references, problems); }
std::string with(const std::string& line) { return std::string(written_page).insert(4, line + "\n"); }
}

TEST(Article, a_sensitive_one_without_a_neutral_title_is_refused) {   // security T2: the title stays in the history
    pack::Problems problems;
    parsed(with("sensitive = true"), problems);
    ASSERT_TRUE(support::finding(problems, "ska ha en neutral titel")) << support::listed(problems);
    problems.clear();
    parsed(with("sensitive = true\nneutral_title = \"Information\""), problems);
    EXPECT_TRUE(problems.empty()) << support::listed(problems);
}
TEST(Article, an_unknown_section_or_law_is_refused_with_its_line) {
    pack::Problems problems;
    parsed("+++\ntitle = \"A\"\nsummary = \"B\"\nsection = \"blandat\"\nlaw = [\"sol-99\"]\nverified = \"2026-11-22\"\n+++\n", problems);
    ASSERT_TRUE(support::finding(problems, "Avdelningen ”blandat” finns inte."));
    EXPECT_EQ(support::finding(problems, "blandat")->line, 4);
    ASSERT_TRUE(support::finding(problems, "”sol-99” finns inte"));
    EXPECT_EQ(support::finding(problems, "sol-99")->line, 5);
}
TEST(Article, links_lead_to_the_readers_own_language) {
    pack::Problems problems;
    auto article = parsed(written_page, problems);
    add_translation(article, Language::en, "+++\ntitle = \"On violence\"\nsummary = \"What to do.\"\ntranslates = \"" + article.stamp + "\"\nreviewed = \"inte granskad\"\n+++\nRead [this](/stod/bris), [you](#dig) and [others](https://www.bris.se/x).\n", "pages/information.en.md", problems);
    ASSERT_TRUE(problems.empty()) << support::listed(problems);
    EXPECT_NE(article.in(Language::sv).body.text().find("href=\"/stod/bris\""), std::string::npos);
    const auto& english = article.in(Language::en).body.text();
    EXPECT_NE(english.find("href=\"/en/stod/bris\""), std::string::npos) << english;
    EXPECT_NE(english.find("href=\"https://www.bris.se/x\""), std::string::npos) << english;
    EXPECT_NE(english.find("href=\"#dig\""), std::string::npos) << english;
    EXPECT_EQ(article.in(Language::en).links.front(), "/stod/bris");   // as written, for the check of links
}
TEST(Article, an_untranslated_one_is_shown_in_swedish_and_says_so) {
    pack::Problems problems;
    const auto article = parsed(written_page, problems);
    EXPECT_EQ(article.shown_in(Language::en), Language::sv);
    EXPECT_EQ(article.in(Language::latt).title, "Om våld");
}
TEST(Library, danderyds_pages_about_danger_are_sensitive) {
    const auto* violence = support::danderyds().library->find("information");
    ASSERT_TRUE(violence);
    EXPECT_TRUE(violence->sensitive);
    EXPECT_TRUE(violence->interrupt);
    for (const auto& article : support::danderyds().library->articles()) EXPECT_TRUE(!article.interrupt || article.name == "information") << article.name << ": the question stands before the violence page only";
}
TEST(Library, stands_by_section_then_position) {
    const auto& all = support::danderyds().library->articles();
    for (std::size_t i = 1; i < all.size(); ++i) EXPECT_LE(std::tie(all[i - 1].section, all[i - 1].position), std::tie(all[i].section, all[i].position)) << all[i].name;
    EXPECT_EQ(support::danderyds().library->find("finns-inte"), nullptr);
}

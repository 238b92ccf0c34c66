#include "platform/search/search.hpp"
#include <gtest/gtest.h>

namespace search {

TEST(Synonyms, are_read) {
    std::vector<Problem> problems;
    const auto read = Synonyms::parse(R"(
[[group]]
words = ["vila", "egen tid"]
leads_to = ["vaxelvard"]
facets = ["need:respite"]
[despair]
words = ["självmord"]
phrases = ["vill inte leva"]
leads_to = ["stod"]
[danger]
phrases = ["slår mig"]
[stop]
words = ["och"]
)", problems);
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(read.groups.size(), 1U);
    EXPECT_EQ(read.groups[0].words[1], "egen tid");
    EXPECT_EQ(read.groups[0].leads_to[0], "vaxelvard");
    EXPECT_EQ(read.groups[0].line, 2U);
    EXPECT_EQ(read.despair.phrases.size(), 2U);
    EXPECT_EQ(read.despair.leads_to[0], "stod");
    EXPECT_EQ(read.stop[0], "och");
}

TEST(Synonyms, faults_are_told_with_their_line_and_the_rest_is_kept) {
    std::vector<Problem> problems;
    const auto read = Synonyms::parse("[[group]]\nwords = [\"vila\", 3]\nfacets = [\"respite\"]\n[[group]]\nleads_to = [\"x\"]\n[stopp]\nwords = []\n", problems);
    ASSERT_EQ(problems.size(), 4U);
    std::multiset<std::size_t> lines;
    for (const auto& problem : problems) {
        lines.insert(problem.line);
        EXPECT_FALSE(problem.reason.empty());
        EXPECT_FALSE(problem.remedy.empty());
    }
    EXPECT_EQ(lines, (std::multiset<std::size_t>{2, 3, 4, 6}));
    ASSERT_EQ(read.groups.size(), 1U);
    EXPECT_EQ(read.groups[0].words, std::vector<std::string>{"vila"});
}

TEST(Synonyms, broken_toml_is_one_problem) {
    std::vector<Problem> problems;
    Synonyms::parse("[[group]]\nwords = [\"vila\n", problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].line, 2U);
    problems.clear();
    Synonyms::parse("[[[group]]\n", problems);
    EXPECT_EQ(problems.size(), 1U);
}

TEST(Synonyms, bottomless_nesting_is_one_problem) {
    std::string dots = "a";
    for (int i = 0; i < 300'000; ++i) dots += ".a";
    for (const auto& text : {"\n[" + dots + "]\n", "\n" + dots + " = 1\n"}) {
        std::vector<Problem> problems;
        Synonyms::parse(text, problems);
        ASSERT_EQ(problems.size(), 1U);
        EXPECT_EQ(problems[0].line, 2U);
    }
}

}

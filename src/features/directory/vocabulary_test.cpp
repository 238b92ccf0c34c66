#include "features/directory/vocabulary.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>

using namespace directory;

namespace {
// One word for every question but the last.
std::string all_but_national() {
    std::string out;
    for (const auto f : facets)
        if (f != Facet::national) out += "[" + std::string(key(f)) + "]\nword = { sv = \"Ord\" }\n";
    return out;
}
}

TEST(Vocabulary, a_question_without_words_is_a_fault) {
    pack::Problems problems;
    const auto v = Vocabulary::parse(all_but_national(), "vocabulary.toml", problems);
    ASSERT_EQ(problems.size(), 1u) << support::listed(problems);
    EXPECT_EQ(problems[0].reason, "Ordlistan [national] saknas.");
    EXPECT_TRUE(v.find(Facet::need, "word"));
    EXPECT_FALSE(v.find(Facet::national, "word"));
}
TEST(Vocabulary, more_words_than_an_offer_can_hold_are_refused_not_lost_in_silence) {
    auto text = all_but_national() + "[national]\n";
    for (std::size_t i = 0; i < most_terms; ++i) text += "w" + std::to_string(i) + " = { sv = \"Ord\" }\n";
    pack::Problems problems;
    const auto v = Vocabulary::parse(text, "vocabulary.toml", problems);
    EXPECT_TRUE(support::finding(problems, "fler än 128 ord"));
    EXPECT_EQ(v.terms().size(), most_terms);
}
TEST(Vocabulary, finds_a_word_by_question_and_key_and_nothing_by_anything_else) {
    const auto& v = support::danderyds().catalogue->vocabulary();
    ASSERT_TRUE(v.find("need:respite"));
    EXPECT_EQ(v.find("need:respite")->name.sv, "Vila och egen tid");
    for (const char* odd : {"", ":", "need", "need:", ":respite", "worry:respite", "nead:respite", "need:respite:"}) EXPECT_FALSE(v.find(odd)) << odd;
}
TEST(Vocabulary, numbers_the_words_as_they_stand_so_that_every_set_means_the_same) {
    const auto& v = support::danderyds().catalogue->vocabulary();
    Terms all;
    for (std::size_t i = 0; i < v.terms().size(); ++i) EXPECT_EQ(v.terms()[i].number, i);
    for (const auto f : facets) {
        EXPECT_TRUE((all & v.all(f)).none()) << key(f);
        all |= v.all(f);
    }
    EXPECT_EQ(all.count(), v.terms().size());
}

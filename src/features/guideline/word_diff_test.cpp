#include "features/guideline/word_diff.hpp"
#include "base/text.hpp"
#include <gtest/gtest.h>
#include <random>

using namespace guideline;

namespace {
std::string without_space(std::string text) {
    std::erase(text, ' ');
    return text;
}
std::string left_out(const std::vector<Piece>& pieces, Differs which) {
    std::string out;
    for (const auto& piece : pieces)
        if (piece.how != which) out += piece.text;
    return without_space(out);
}
// Tries every choice of words: slow and sure.
std::size_t longest_by_hand(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b, std::size_t i = 0, std::size_t j = 0) {
    if (i == a.size() || j == b.size()) return 0;
    if (a[i] == b[j]) return 1 + longest_by_hand(a, b, i + 1, j + 1);
    return std::max(longest_by_hand(a, b, i + 1, j), longest_by_hand(a, b, i, j + 1));
}
}

TEST(WordDiff, tells_whole_words_and_leaves_the_full_stop_alone) {
    EXPECT_EQ(word_difference("Anhöriga ska mötas med respekt.", "Anhöriga ska alltid mötas med respekt och värme."),
              (std::vector<Piece>{{Differs::same, "Anhöriga ska "}, {Differs::added, "alltid "}, {Differs::same, "mötas med respekt "}, {Differs::added, "och värme"}, {Differs::same, "."}}));
}
TEST(WordDiff, the_same_text_is_one_piece_and_nothing_is_none) {
    EXPECT_EQ(word_difference("Ett löfte.", "Ett löfte."), (std::vector<Piece>{{Differs::same, "Ett löfte."}}));
    EXPECT_TRUE(word_difference("", " ").empty());
    EXPECT_EQ(word_difference("", "Nytt."), (std::vector<Piece>{{Differs::added, "Nytt."}}));
    EXPECT_EQ(word_difference("Gammalt.", ""), (std::vector<Piece>{{Differs::removed, "Gammalt."}}));
}
TEST(WordDiff, a_short_word_alone_between_two_changes_is_not_read_on_its_own) {
    const auto pieces = word_difference("Stöd ges i grupp.", "Stöd erbjuds i hemmet.");
    ASSERT_EQ(pieces.size(), 4U);
    EXPECT_EQ(pieces[1], (Piece{Differs::removed, "ges i grupp"}));
    EXPECT_EQ(pieces[2], (Piece{Differs::added, "erbjuds i hemmet"}));
}
TEST(WordDiff, gives_back_both_texts_and_finds_as_much_in_common_as_there_is) {
    std::mt19937 random(20261122);
    const auto draw = [&](int most) { return static_cast<std::size_t>(random() % static_cast<unsigned>(most)); };
    const std::array<std::string, 6> known{"stöd", "och", "anhöriga", ",", ".", "i"};
    for (int round = 0; round < 2000; ++round) {
        std::array<std::string, 2> texts;
        for (auto& text : texts)
            for (auto words = draw(9); words-- > 0;) text += known[draw(6)] + (draw(4) > 0 ? " " : "");
        const auto pieces = word_difference(texts[0], texts[1]);
        ASSERT_EQ(left_out(pieces, Differs::added), without_space(texts[0])) << texts[0] << "|" << texts[1];
        ASSERT_EQ(left_out(pieces, Differs::removed), without_space(texts[1])) << texts[0] << "|" << texts[1];
        for (std::size_t i = 1; i < pieces.size(); ++i) ASSERT_FALSE(pieces[i].how == pieces[i - 1].how || (pieces[i - 1].how == Differs::added && pieces[i].how == Differs::removed));
        const auto before = words_of(texts[0]), after = words_of(texts[1]);
        const auto common = longest_common(before, after);
        ASSERT_EQ(common.size(), longest_by_hand(before, after)) << texts[0] << "|" << texts[1];
        for (std::size_t i = 0; i < common.size(); ++i) {
            ASSERT_EQ(before[common[i].first], after[common[i].second]);
            ASSERT_TRUE(i == 0 || (common[i - 1].first < common[i].first && common[i - 1].second < common[i].second));
        }
    }
}

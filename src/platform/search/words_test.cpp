#include "platform/search/distance.hpp"
#include "platform/search/letters.hpp"
#include "platform/search/vocabulary.hpp"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace search {
namespace {
// Tests are written in UTF-8, words are kept in ISO 8859-1.
std::string w(std::string_view utf8) {
    const auto words = words_of(utf8);
    return words.empty() ? "" : words[0];
}
Vocabulary vocabulary(std::initializer_list<std::string_view> words, std::initializer_list<std::string_view> stops = {}) {
    Vocabulary out;
    for (const auto word : words) out.add(w(word));
    for (const auto word : stops) out.add_stop(w(word));
    out.settle();
    return out;
}
std::vector<std::string> split(const Vocabulary& words, std::string_view word) {
    std::vector<std::string> parts;
    for (const auto term : words.split(w(word)))
        for (std::uint32_t form = 0; form < words.forms(); ++form)
            if (words.term_of(form) == term) {
                parts.push_back(to_utf8(words.form(form)));
                break;
            }
    return parts;
}
std::string corrected(const Vocabulary& words, std::string_view word) {
    const auto guesses = words.corrections(w(word), 1);
    return guesses.empty() ? "" : to_utf8(words.form(guesses[0].form));
}
using Parts = std::vector<std::string>;
}

TEST(Letters, are_folded_to_swedish) {
    EXPECT_EQ(to_utf8(w("ÅÄÖ")), "åäö");
    EXPECT_EQ(to_utf8(w("a\xCC\x8A" "a\xCC\x88o\xCC\x88")), "åäö") << "as some systems write them: letter and mark apart";
    EXPECT_EQ(to_utf8(w("Café")), "cafe");
    EXPECT_EQ(to_utf8(w("Øre")), "öre");
    EXPECT_EQ(w("Łódź"), "lodz");
    EXPECT_EQ(words_of("anhörig-grupp, 15–17 år").size(), 5U);
    EXPECT_TRUE(words_of("\xC3 \xFF привет ÷").empty());
    EXPECT_EQ(w(std::string(90, 'x')).size(), longest_word);
}

TEST(Distance, counts_edits_and_swaps) {
    EXPECT_EQ(distance("ledsagning", "ledsagnig", 2), 1U);
    EXPECT_EQ(distance("vila", "vlia", 2), 1U);
    EXPECT_EQ(distance("abcdef", "badcfe", 3), 3U);
    EXPECT_EQ(distance("abcdef", "ghijkl", 2), 3U);
    EXPECT_EQ(distance("", "ab", 2), 2U);
}

RC_GTEST_PROP(DistanceProperty, is_symmetric_and_zero_only_for_equals, (const std::string& a, const std::string& b)) {
    const auto x = a.substr(0, longest_word), y = b.substr(0, longest_word);
    RC_ASSERT(distance(x, y, 3) == distance(y, x, 3));
    RC_ASSERT((distance(x, y, 3) == 0) == (x == y));
}

TEST(Vocabulary, joins_inflections) {
    const auto words = vocabulary({"stöd", "stödet", "barn", "pappa", "pappan", "råd", "rådets"});
    EXPECT_EQ(words.term(w("stödet")), words.term(w("stöd")));
    EXPECT_EQ(words.term(w("stödets")), words.term(w("stöd")));
    EXPECT_EQ(words.term(w("barnen")), words.term(w("barn")));
    EXPECT_EQ(words.term(w("pappan")), words.term(w("pappa")));
    EXPECT_EQ(words.term(w("rådets")), words.term(w("råd")));
    EXPECT_EQ(words.term(w("mamma")), none);
}

TEST(Vocabulary, splits_compounds) {
    const auto words = vocabulary({"avlösning", "kvinna", "jour", "kort", "tid", "boende", "grupp", "anhörig"}, {"hjälp", "över"});
    EXPECT_EQ(split(words, "avlösningshjälp"), Parts({"avlösning"})) << "the stop word tells nothing";
    EXPECT_EQ(split(words, "kvinnojour"), Parts({"kvinna", "jour"}));
    EXPECT_EQ(split(words, "korttidsboende"), Parts({"kort", "tid", "boende"}));
    EXPECT_EQ(split(words, "anhöriggrupp"), Parts({"anhörig", "grupp"}));
    EXPECT_TRUE(split(words, "övergrupp").empty()) << "a stop word begins no compound";
    EXPECT_TRUE(split(words, "boende").empty());
}

TEST(Vocabulary, corrects_as_far_as_the_length_allows) {
    const auto words = vocabulary({"växelvård", "biståndsbedömd", "ledsagning", "paus", "hund", "klaga"});
    EXPECT_EQ(corrected(words, "växelvrd"), "växelvård");
    EXPECT_EQ(corrected(words, "vaxelvrd"), "växelvård");
    EXPECT_EQ(corrected(words, "bistånsbedömd"), "biståndsbedömd");
    EXPECT_EQ(corrected(words, "ledsgaing"), "ledsagning");
    EXPECT_EQ(corrected(words, "puas"), "paus");
    EXPECT_EQ(corrected(words, "pas"), "") << "three letters are never corrected";
    EXPECT_EQ(corrected(words, "hupp"), "") << "two edits in a short word";
    EXPECT_EQ(corrected(words, "kund"), "") << "another first letter is another word";
    EXPECT_EQ(corrected(words, "claga"), "klaga") << "c sounds as k";
    EXPECT_EQ(corrected(words, "ledsagning1"), "");
}

TEST(Vocabulary, corrects_one_part_of_a_compound) {
    const auto words = vocabulary({"avlösning", "grupp"});
    const auto parts = words.corrected_parts(w("avlösnigsgrupp"));
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(to_utf8(words.form(parts[0])), "avlösning");
    EXPECT_TRUE(words.corrected_parts(w("xyzxyzgrupp")).empty());
}

TEST(Vocabulary, knows_beginnings_and_missing_dots) {
    const auto words = vocabulary({"hemtjänst", "hemma", "hus", "båt"});
    EXPECT_EQ(words.beginning_with("hem", 10).size(), 2U);
    EXPECT_EQ(words.beginning_with("hem", 1).size(), 1U);
    EXPECT_EQ(words.without_dots("hemtjanst"), words.form(w("hemtjänst")));
    EXPECT_EQ(words.without_dots("bat"), words.form(w("båt")));
    EXPECT_EQ(words.without_dots("hemtjänstt"), none);
}

// What SymSpell promises: every form within the allowed edits is among the candidates, whatever letters were hit.
RC_GTEST_PROP(VocabularyProperty, one_missed_letter_is_always_found, ()) {
    static const auto words = vocabulary({"korttidsboende", "avlösning", "rättigheter", "samtalsgrupp", "hemtjänst"});
    const auto form = *rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(words.forms()));
    std::string written(words.form(form));
    written.erase(*rc::gen::inRange<std::size_t>(1, written.size()), 1);
    const auto guesses = words.corrections(written, 5);
    RC_ASSERT(std::any_of(guesses.begin(), guesses.end(), [&](const Guess& guess) { return guess.form == form; }));
}

}

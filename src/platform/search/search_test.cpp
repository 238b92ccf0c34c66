#include "platform/search/search.hpp"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace search {
namespace {

Document document(std::uint32_t number, std::string key, std::string title, std::string also_called, std::string summary, std::string body = "") {
    return {number, std::move(key), std::move(title), std::move(also_called), std::move(summary), "need:respite Vila och egen tid", std::move(body), 1};
}

std::vector<Document> documents() {
    return {
        document(1, "avlosning-i-hemmet", "Avlösning i hemmet", "avlösare\nbarnvakt åt pappa", "Någon kommer hem en stund så att du kan vila."),
        document(2, "vaxelvard", "Växelvård", "växelboende", "Bo växelvis hemma och på ett boende."),
        document(3, "korttidsboende", "Korttidsboende", "tillfälligt boende", "Bo någon annanstans en kort tid."),
        document(4, "samtalsgrupp", "Samtalsgrupp", "anhöriggrupp", "Träffa andra i samma läge.", "Gruppen leds av en konsulent för anhöriga."),
        document(5, "hemtjanst", "Hemtjänst", "", "Städning, tvätt och mat hemma.", "En biståndshandläggare beslutar om bistånd."),
        document(6, "page:rattigheter", "Dina rättigheter", "", "Ett beslut kan överklagas.", "Stöd beviljas. Avlösning är ett exempel."),
    };
}

Synonyms synonyms() {
    Synonyms s;
    s.groups.push_back({{"demens", "glömsk", "minnet sviktar"}, {"vaxelvard", "rattigheter"}, {}, 1});
    s.groups.push_back({{"dammsuga", "städning"}, {}, {}, 2});
    s.despair = {{"vill inte leva", "självmord", "vill dö"}, {}};
    s.danger = {{"slår mig", "misshandel"}, {"page:rattigheter"}};
    s.stop = {"jag", "är", "min", "i", "med", "och", "att", "på", "inte", "vill", "mer", "ett", "en", "du", "hjälp", "åt", "så"};
    return s;
}

const Index& index() {
    static const Index index = Index::build(documents(), synonyms());
    return index;
}
std::uint32_t first(std::string_view query) {
    const auto found = index().find(query, 10);
    return found.hits.empty() ? 0 : found.hits[0].number;
}

}

TEST(Search, title_outweighs_text) { EXPECT_EQ(first("avlösning"), 1U); }

TEST(Search, inflections_meet_also_where_snowball_leaves_an_ending) {
    EXPECT_EQ(first("samtalsgrupper"), 4U);
    EXPECT_EQ(first("överklaga"), 6U);
    EXPECT_EQ(first("stödet"), 6U);
    EXPECT_EQ(first("besluten"), 6U);
}

TEST(Search, compound_finds_its_parts_and_parts_find_the_compound) {
    EXPECT_EQ(first("avlösningshjälp"), 1U);
    EXPECT_EQ(first("tvätthjälp"), 5U);
    EXPECT_GE(index().find("boende", 10).total, 2U);
}

TEST(Search, words_written_apart_are_joined) {
    EXPECT_EQ(first("växel vård"), 2U);
    EXPECT_EQ(first("sam tals grupp"), 4U);
    EXPECT_EQ(first("kort boende"), 3U);
}

TEST(Search, misspellings_are_corrected_and_said) {
    const auto found = index().find("Avlösnig i hemet!", 10);  // hemet: read as hem
    ASSERT_FALSE(found.hits.empty());
    EXPECT_EQ(found.hits[0].number, 1U);
    EXPECT_EQ(found.corrected, "avlösning i hemet!");
    EXPECT_EQ(found.as_written, "Avlösnig i hemet!");
    EXPECT_EQ(index().find("växelvrd", 1).corrected, "växelvård");
    EXPECT_EQ(index().find("vxäelvård", 1).corrected, "växelvård");
    EXPECT_EQ(index().find("avlösnigshjälp", 1).corrected, "avlösning hjälp");
}

TEST(Search, nothing_is_corrected_when_the_word_is_known_or_begun) {
    EXPECT_FALSE(index().find("avlösningar", 1).corrected);
    EXPECT_FALSE(index().find("anhöriggrup", 1).corrected);
    EXPECT_FALSE(index().find("vaxelvard", 1).corrected);
    EXPECT_EQ(first("vaxelvard"), 2U);
}

TEST(Search, the_last_word_may_be_unfinished) {
    EXPECT_EQ(first("anhöriggr"), 4U);
    EXPECT_EQ(first("hemtj"), 5U);
    EXPECT_EQ(first("hemtj vaxelvard"), 2U);
}

TEST(Search, synonyms_lead_to_documents_and_to_other_words) {
    EXPECT_EQ(first("min man har demens"), 2U);
    EXPECT_EQ(first("minnet sviktar"), 2U);
    EXPECT_EQ(first("glomsk"), 2U);
    EXPECT_EQ(index().find("demens", 10).hits.at(1).number, 6U);
    EXPECT_EQ(first("dammsuga"), 5U);
}

TEST(Search, stop_words_do_not_decide) {
    EXPECT_EQ(first("jag vill ha hjälp med städning åt min pappa"), 5U);
    EXPECT_EQ(index().find("och jag i", 10).total, 1U) << "only the title with i";
}

TEST(Search, other_names_are_known_as_phrases) { EXPECT_EQ(first("barnvakt åt pappa"), 1U); }

TEST(Search, despair_is_heard_through_misspellings_and_never_corrected) {
    for (const auto* text : {"jag vill inte leva", "vil inte leva", "vill verkligen inte leva", "sjalvmord", "själv mord", "sjelvmord", "vill do", "villinteleva"}) {
        const auto found = index().find(text, 5);
        EXPECT_TRUE(found.despair) << text;
        EXPECT_FALSE(found.danger) << text;
        EXPECT_FALSE(found.corrected) << text;
    }
    EXPECT_FALSE(index().find("vill inte lämna hemmet", 5).despair);
}

TEST(Search, danger_puts_its_page_first_and_known_words_are_no_misspelling) {
    const auto found = index().find("han slar mig avlösnig", 5);
    EXPECT_TRUE(found.danger);
    EXPECT_FALSE(found.corrected);
    ASSERT_FALSE(found.hits.empty());
    EXPECT_EQ(found.hits[0].number, 6U);
    EXPECT_FALSE(index().find("han står mig nära", 5).danger);
}

TEST(Search, exact_guesses_nothing_and_wants_every_word) {
    EXPECT_EQ(index().find("avlösnig", 5, 0, Spelling::exact).total, 0U);
    EXPECT_EQ(index().find("avlösning hemtjänst", 5, 0, Spelling::exact).total, 0U);
    EXPECT_EQ(index().find("avlösning hemmet", 5, 0, Spelling::exact).total, 1U);
    EXPECT_EQ(index().find("avlösning", 5, 0, Spelling::exact).total, 2U);
}

TEST(Search, empty_and_hopeless_questions_find_nothing) {
    for (const auto* text : {"", "   ", "?!", "qwrtzxcvb", "日本語", "\xFF\xFE"}) {
        const auto found = index().find(text, 5);
        EXPECT_EQ(found.total, 0U) << text;
        EXPECT_FALSE(found.corrected) << text;
    }
    EXPECT_EQ(Index::build({}, {}).find("stöd", 5).total, 0U);
}

TEST(Search, questions_are_bounded) {
    const auto found = index().find(std::string(100'000, 'a') + " avlösning", 5);
    EXPECT_EQ(found.as_written.size(), 200U);
    std::string many;
    for (int i = 0; i < 60; ++i) many += "x ";
    EXPECT_EQ(index().find(many + "avlösning", 5).total, 0U);
    EXPECT_EQ(index().find("a\tb\n\x01\xC2\x85 c", 5).as_written, "a b    c");
}

TEST(Search, pages_of_an_answer_join_without_gap) {
    const auto all = index().find("boende beslut", 10);
    ASSERT_GE(all.total, 3U);
    EXPECT_EQ(all.hits.size(), all.total);
    for (std::size_t i = 0; i < all.total; ++i) EXPECT_EQ(index().find("boende beslut", 1, i).hits.at(0).number, all.hits[i].number);
    EXPECT_TRUE(index().find("boende beslut", 10, all.total).hits.empty());
    EXPECT_TRUE(index().find("boende beslut", 10, 1'000'000).hits.empty());
}

TEST(Search, boost_lifts_a_document) {
    auto all = documents();
    all[5].boost = 10;
    EXPECT_EQ(Index::build(all, synonyms()).find("avlösning", 1).hits.at(0).number, 6U);
}

RC_GTEST_PROP(SearchProperty, any_bytes_are_answered_alike_twice, (const std::string& noise)) {
    const auto one = index().find(noise, 5), two = index().find(noise, 5);
    RC_ASSERT(one.total == two.total);
    RC_ASSERT(one.as_written == two.as_written);
    RC_ASSERT(std::equal(one.hits.begin(), one.hits.end(), two.hits.begin(), two.hits.end(),
                         [](const Hit& a, const Hit& b) { return a.number == b.number && a.score == b.score; }));
    RC_ASSERT(std::is_sorted(one.hits.begin(), one.hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; }));
}

RC_GTEST_PROP(SearchProperty, half_words_and_swapped_letters_are_survived, ()) {
    static const std::string words = "avlösning växelvård hemmet slår mig vill inte leva samtalsgrupp biståndsbedömd å\xCC\x88 demens";
    const auto from = *rc::gen::inRange<std::size_t>(0, words.size());
    auto text = words.substr(from, *rc::gen::inRange<std::size_t>(0, 60));
    if (text.size() > 1) std::swap(text[0], text[*rc::gen::inRange<std::size_t>(0, text.size())]);
    const auto found = index().find(text, 3, *rc::gen::inRange<std::size_t>(0, 4));
    RC_ASSERT(found.hits.size() <= std::min<std::size_t>(3, found.total));
    RC_ASSERT(!(found.corrected && (found.despair || found.danger)));
}

}

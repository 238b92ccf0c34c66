#include "platform/html/url.hpp"
#include "support/pages.hpp"
#include <gtest/gtest.h>

using namespace support;

namespace {
Page searched(const std::string& words, const std::string& prefix = "") { return danderyds_site().get(prefix + "/sok?q=" + html::percent_encoded(words)); }
constexpr const char* help = "//section[@aria-labelledby='help-now']";
constexpr const char* corrected = "Vi visar träffar för";
std::string first_hit(const Page& page) { return page.text("(//ul[@class='offers']//h2/a)[1]/@href"); }
}

TEST(SearchPage, words_of_despair_or_danger_put_help_above_everything) {
    for (const char* words : {"jag vill dö", "orkar inte leva", "vill inte leva längre", "han slår mig", "ta mitt liv", "jag vill dö avlösnig"}) {
        const auto page = searched(words);
        EXPECT_EQ(page.count(help), 1u) << words;
        EXPECT_TRUE(page.has(std::string(help) + "/following::h1")) << words << ": the help stands under the heading";
        EXPECT_TRUE(page.has(std::string(help) + "//a[@href='tel:112']")) << words;
        EXPECT_FALSE(page.says(corrected)) << words;
    }
}
TEST(SearchPage, ordinary_words_give_no_alarm) {
    for (const char* words : {"avlastning", "pengar för att vårda", "någon att prata med", ""}) EXPECT_FALSE(searched(words).has(help)) << words;
}
TEST(SearchPage, says_when_it_corrected_and_lets_one_search_as_written) {
    const auto page = searched("avlösnig i hemet");
    EXPECT_TRUE(page.says(corrected));
    EXPECT_EQ(first_hit(page), "/stod/avlosning-i-hemmet");
    EXPECT_TRUE(page.has("//main//a[contains(@href,'exakt=1')]"));
    EXPECT_FALSE(danderyds_site().get(page.text("//main//a[contains(@href,'exakt=1')]/@href")).says(corrected));
}
TEST(SearchPage, the_words_are_in_no_title_and_the_answer_is_never_stored) {   // security T2
    const auto page = searched("min man dricker");
    EXPECT_EQ(page.text("//head").find("dricker"), std::string::npos);
    EXPECT_EQ(page.head().find("dricker"), std::string::npos);
    EXPECT_EQ(page.header("Cache-Control"), "no-store");
    EXPECT_EQ(page.text("//meta[@name='robots']/@content"), "noindex");
    for (const auto& link : page.all("//header//a/@href | //footer//a/@href")) EXPECT_EQ(link.find("dricker"), std::string::npos) << link;
}
TEST(SearchPage, hostile_words_stay_words) {   // security T14
    for (const std::string words : {"\"><script>alert(1)</script>", "' onfocus=alert(1) autofocus='", "</title><img src=x onerror=alert(1)>", "{{7*7}} ${7*7} <%= 7*7 %>"}) {
        const auto page = searched(words);
        EXPECT_EQ(page.status(), 200);
        EXPECT_EQ(page.text("//input[@id='q']/@value"), words);
        EXPECT_EQ(page.count("//main//script | //img | //@onfocus | //@onerror"), 0u) << words;
        EXPECT_EQ(page.count("//h1"), 1u) << words;
    }
}
TEST(SearchPage, bytes_that_are_no_text_are_answered_calmly) {
    for (const std::string path : {"/sok?q=%FF%FE", "/sok?q=%00", "/sok?q=%E2%80%AE", "/sok?q=%", "/sok?q=a&sida=-3", "/sok?q=a&sida=999999999999"}) {
        const auto status = danderyds_site().get(path).status();
        EXPECT_TRUE(status == 200 || status == 400) << path << " " << status;
    }
    EXPECT_EQ(searched(std::string(50'000, 'a')).status(), 200);
}
TEST(SearchPage, an_empty_answer_gives_a_next_step) {
    for (const std::string prefix : {"", "/en", "/latt"}) {
        const auto page = searched("xqzkvwj", prefix);
        EXPECT_FALSE(page.has("//ul[@class='offers']"));
        for (const char* next : {"/lotsen", "/stod", "/sa-fragar-du"}) EXPECT_TRUE(page.has("//main//a[@href='" + prefix + next + "']")) << prefix << next;
    }
}

#include "support/pages.hpp"
#include <gtest/gtest.h>

using namespace support;

namespace {
// A fresh form, as each visitor gets it.
std::string fresh_stamp() { return danderyds_site().get("/lotsen").text("//input[@name='stamp']/@value"); }
web::Fields with_stamp(web::Fields answers) {
    answers.emplace_back("stamp", fresh_stamp());
    return answers;
}
const web::Fields afraid{{"who", "partner"}, {"hardest", "afraid"}};
bool is_result(const Page& page) { return page.text("//h1") == "Det här kan passa"; }
bool is_empty_guide(const Page& page) { return page.count("//fieldset") == danderyds().guide.questions.size() && !page.has("//input[@checked]"); }
}

TEST(GuidePage, has_every_question_in_one_form_that_works_without_script) {
    const auto page = danderyds_site().get("/lotsen");
    EXPECT_TRUE(is_empty_guide(page));
    EXPECT_EQ(page.count("//form[@data-guide]"), 1u);
    EXPECT_EQ(page.text("//form[@data-guide]/@method"), "post");   // answers never in an address
    EXPECT_EQ(page.text("//form[@data-guide]/@autocomplete"), "off");
    EXPECT_EQ(page.count("//fieldset[not(legend)]"), 0u);
    EXPECT_EQ(page.header("Cache-Control"), "no-store");
    EXPECT_EQ(page.count("//fieldset[position()<last()]//button[@type='submit']"), danderyds().guide.questions.size() - 1);   // every question can be the last
}
TEST(GuidePage, a_form_that_is_not_ours_is_refused_and_nothing_of_it_said_back) {   // security T15
    for (const auto& form : {afraid, web::Fields{{"who", "<b>hemlig</b>"}, {"stamp", "AAAA"}}, web::Fields{{"hardest", "afraid"}, {"stamp", std::string(70, 'A')}}}) {
        const auto page = danderyds_site().post("/lotsen", form);
        EXPECT_EQ(page.status(), 403);
        EXPECT_EQ(page.header("Cache-Control"), "no-store");
        for (const char* said : {"afraid", "hemlig", "AAAA", "partner"}) EXPECT_EQ(page.body().find(said), std::string::npos) << said;
    }
}
TEST(GuidePage, a_right_stamp_from_another_site_is_refused) {
    EXPECT_EQ(danderyds_site().post("/lotsen", with_stamp(afraid), "cross-site").status(), 403);
    EXPECT_EQ(danderyds_site().post("/lotsen", with_stamp(afraid), "same-site").status(), 403);
}
TEST(GuidePage, a_form_left_open_since_yesterday_is_refused) {
    const auto form = with_stamp(afraid);
    auto& clock = danderyds_site().clock();
    clock.time.ms += 24 * 3600 * 1000;
    EXPECT_EQ(danderyds_site().post("/lotsen", form).status(), 403);
    clock.time.ms -= 24 * 3600 * 1000;
}
TEST(GuidePage, answers_give_a_result_that_leaves_no_trace) {
    const auto page = danderyds_site().post("/lotsen", with_stamp(afraid));
    ASSERT_EQ(page.status(), 200);
    EXPECT_TRUE(is_result(page));
    EXPECT_EQ(page.header("Cache-Control"), "no-store");
    EXPECT_EQ(page.header("Set-Cookie"), "");
    EXPECT_EQ(page.head().find("afraid"), std::string::npos);
    EXPECT_EQ(page.head().find("partner"), std::string::npos);
    for (const auto& address : page.all("//@href | //@action | //@formaction")) EXPECT_EQ(address.find("afraid"), std::string::npos) << address;
    EXPECT_EQ(page.count("//h1/following::section[@aria-labelledby='help-now']"), 1u);
    EXPECT_EQ(page.text("(//ul[@class='related']//a)[1]/@href"), "/information");
}
TEST(GuidePage, sent_again_gives_the_empty_guide_and_never_the_result) {   // Back, reload, confirm
    const auto form = with_stamp(afraid);
    EXPECT_TRUE(is_result(danderyds_site().post("/lotsen", form)));
    for (int again = 0; again < 2; ++again) {
        const auto page = danderyds_site().post("/lotsen", form);
        EXPECT_TRUE(is_empty_guide(page));
        EXPECT_FALSE(is_result(page));
    }
}
TEST(GuidePage, changing_the_answers_keeps_them) {
    auto form = with_stamp(afraid);
    form.emplace_back("visa", "fragor");
    const auto page = danderyds_site().post("/lotsen", form);
    EXPECT_EQ(page.all("//input[@checked]/@value"), (std::vector<std::string>{"partner", "afraid"}));
    EXPECT_FALSE(is_result(page));
}
TEST(GuidePage, skipping_everything_gives_support_in_all_three_groups) {
    const auto page = danderyds_site().post("/lotsen", with_stamp({}));
    EXPECT_TRUE(is_result(page));
    EXPECT_EQ(page.all("//section[@class='result-group']/h2"), (std::vector<std::string>{"Direkt, utan ansökan", "Kräver beslut, den du hjälper ansöker", "För din egen skull"}));
}
TEST(GuidePage, says_why_in_the_carers_words_and_language) {
    EXPECT_TRUE(danderyds_site().post("/lotsen", with_stamp({{"who", "parent"}, {"help", "respite"}})).says("Visas för att du behöver vila och egen tid"));
    EXPECT_TRUE(danderyds_site().post("/en/lotsen", with_stamp({{"who", "parent"}, {"help", "respite"}})).says("you need rest and time of your own"));
}
TEST(GuidePage, unknown_answers_are_passed_over_and_never_shown) {
    const auto page = danderyds_site().post("/lotsen", with_stamp({{"who", "<script>alert(1)</script>"}, {"hopp", "hemligt-svar"}}));
    EXPECT_TRUE(is_result(page));
    EXPECT_EQ(page.body().find("alert(1)"), std::string::npos);
    EXPECT_EQ(page.body().find("hemligt-svar"), std::string::npos);
}

#include "features/activities/show/public_site.hpp"
#include "features/activities/sign_up/signing.hpp"
#include <gtest/gtest.h>
// What a sign-up shows to whom: nothing of it to who has the database, an old page or much patience.
using namespace activities_tests;

class Safety : public PublicSite {
protected:
    static const std::vector<web::Fields>& anonymous() {
        static const std::vector<web::Fields> pages{{{"antal", "1"}}, {{"name", "Prov"}}, {}};
        return pages;
    }
    // Up to the page where she reads it through; the last button is the caller's.
    Page ready(Browser& b, const std::string& slug) { return through(b, slug, anonymous()); }
    std::string kept_of_the_form() {
        static constexpr db::Sql only{"test.only_form", "SELECT form FROM activities_entry"};
        return database().read([&](db::Reader& r) { return r.one(only, {}, [](const db::Row& row) { return std::string(db::bytes_of(row.blob(0))); }); });
    }
};
LOTSEN_ON_BOTH_DATABASES(Safety);

TEST_P(Safety, T27_what_stands_in_the_database_is_no_form_that_shows_a_code) {
    evening_group("samtal", "samtalsgrupp", 5);
    auto browser = this->browser();
    const auto check = ready(browser, "samtal");
    const auto opened = check.all("//input[@name='opened']/@value").at(0);
    ASSERT_EQ(code_on(browser.send(check, form_of("samtal"), {})).size(), 19u);
    const auto kept = kept_of_the_form();
    EXPECT_EQ(kept, form_mark(*vault, opened));
    EXPECT_EQ(kept.size(), sizeof(crypto::Digest));
    EXPECT_EQ(kept.find(opened), kept.npos);
    EXPECT_NE(code_of_form(*vault, kept).printed(), code_of_form(*vault, opened).printed());
}
TEST_P(Safety, T1_an_old_form_sent_again_shows_no_code) {
    evening_group("samtal", "samtalsgrupp", 5);
    auto browser = this->browser();
    const auto check = ready(browser, "samtal");
    const auto first = browser.send(check, form_of("samtal"), {});
    later(59 * minute);
    EXPECT_EQ(code_on(browser.send(check, form_of("samtal"), {})), code_on(first)) << "no answer is lost on the way";
    later(minute);
    const auto old = browser.send(check, form_of("samtal"), {});
    EXPECT_EQ(old.text("//h1"), "Du har en plats");
    EXPECT_FALSE(old.has("//p[@class='receipt']"));
    EXPECT_FALSE(old.says(code_on(first)));
    EXPECT_TRUE(old.says("Koden visade vi då"));
    EXPECT_EQ(count("activities_entry"), 1);
}
TEST_P(Safety, T22_one_network_never_takes_more_than_six_sign_ups_of_one_activity) {
    evening_group("samtal", "samtalsgrupp", 8);
    evening_group("annan", "samtalsgrupp", 8);
    auto bot = browser(), other = browser();
    other.peer = "198.51.100.7";
    Page last = bot.get("/");
    for (int i = 0; i < 7; ++i) {
        const auto check = ready(bot, "samtal");
        last = bot.send(check, form_of("samtal"), {});
        if (i < 6) EXPECT_EQ(bot.send(check, form_of("samtal"), {}).text("//h1"), "Du har en plats") << "sent again is not one more";
    }
    EXPECT_EQ(last.status(), 429);
    EXPECT_TRUE(last.says("Många har anmält sig härifrån."));
    EXPECT_EQ(count("activities_entry"), 6);
    EXPECT_EQ(bot.send(ready(bot, "annan"), form_of("annan"), {}).text("//h1"), "Du har en plats");
    EXPECT_EQ(other.send(ready(other, "samtal"), form_of("samtal"), {}).text("//h1"), "Du har en plats");
}
TEST_P(Safety, H2_what_the_last_page_promises_is_what_happens) {
    evening_group("situation", "grupper-efter-situation", 5);
    const auto told = [&](web::Fields reach) {
        auto browser = this->browser();
        return through(browser, "situation", {{{"antal", "1"}}, {{"name", "Påhittad Person"}}, std::move(reach), {}, {}}).says("på det sätt som du har valt");
    };
    EXPECT_TRUE(told({{"sms", "1"}, {"phone", "070-123 45 67"}, {"whose", "own"}}));
    EXPECT_FALSE(told({{"sms", "1"}, {"phone", "070-123 45 67"}, {"whose", "other"}})) << "nothing is sent to a number of somebody else";
    EXPECT_FALSE(told({}));
}
TEST_P(Safety, H3_a_sign_up_by_name_says_what_to_do_with_protected_data) {
    evening_group("situation", "grupper-efter-situation", 5);
    evening_group("samtal", "samtalsgrupp", 5);
    auto browser = this->browser();
    const char* way = "//main//a[@href='/fraga/skyddad']";
    EXPECT_TRUE(browser.get(form_of("situation")).has(way));
    EXPECT_FALSE(browser.get(form_of("samtal")).has(way)) << "nobody's name is asked for";
}

#include "features/activities/sign_up/links.hpp"
#include "features/activities/show/public_site.hpp"
#include <gtest/gtest.h>
// A link in what is sent, for whoever has asked for one: it opens one's own place, and looking at it changes nothing.
using namespace activities_tests;

class Links : public PublicSite {
protected:
    Page signed_up(Browser& b, bool link) {
        evening_group("situation", "grupper-efter-situation", 5);
        web::Fields reach{{"sms", "1"}, {"phone", "070-123 45 67"}, {"whose", "own"}};
        if (link) reach.emplace_back("lank", "1");
        return through(b, "situation", {{{"antal", "1"}}, {{"name", "Påhittad Person"}}, reach, {}, {}});
    }
    // As the sender asks for it.
    std::string link(std::string_view own = "https://lotsen.prov.invalid", bool to_another = false) {
        static constexpr db::Sql only{"test.only_entry", "SELECT id FROM activities_entry"}, whose{"test.only_person", "SELECT person FROM activities_entry"};
        return done([&](db::Transaction& tx) {
            const auto about = tx.one(only, {}, [](const db::Row& row) { return std::string(row.text(0)); });
            const outbox::Message m{.id = crypto::new_id<outbox::MessageId>(randomness), .area = unit->area, .person = to_another ? crypto::new_id<rights::PersonId>(randomness) : tx.one(whose, {}, [](const db::Row& row) { return rights::PersonId::stored(row.text(0)); }), .about = about};
            return link_for(tx, *vault, randomness, clock.now(), m, own);
        });
    }
};
LOTSEN_ON_BOTH_DATABASES(Links);

TEST_P(Links, open_ones_place_by_a_button_and_change_nothing_by_being_looked_at) {
    auto browser = this->browser();
    signed_up(browser, true);
    const auto address = link();
    ASSERT_TRUE(address.starts_with("https://lotsen.prov.invalid/p/")) << address;
    const auto token = address.substr(address.rfind('/') + 1);
    EXPECT_EQ(count("activities_link"), 2) << "the code, and the link's hash";
    const auto before = count("audit_line");
    const auto page = browser.get("/p/" + token);
    EXPECT_EQ(page.header("Cache-Control"), "no-store");
    EXPECT_FALSE(page.says("Påhittad"));
    EXPECT_EQ(count("audit_line"), before);
    EXPECT_EQ(page.all("//main//form").size(), 1u);
    EXPECT_TRUE(browser.send(page, "/min-plats", {}).says("Du har en plats."));
    EXPECT_TRUE(with_code(browser, token, {{"gor", "ja-lamna"}}).says("Du är inte längre anmäld."));
    EXPECT_EQ(count("activities_link"), 1) << "what was sent opens nothing when she has left; her code does";
    later(15LL * 24 * hour);
    EXPECT_EQ(browser.post("/min-plats", {{"kod", token}, {"stamp", site->stamps().issue("activities.place")}}).status(), 422) << "its time is over";
}
TEST_P(Links, are_for_who_asked_for_one_and_where_the_site_knows_its_address) {
    auto browser = this->browser();
    signed_up(browser, false);
    EXPECT_EQ(link(), "");
    EXPECT_EQ(count("activities_link"), 1);
    EXPECT_EQ(browser.get("/p/1234").status(), 404);
    EXPECT_EQ(with_code(browser, "AAAAAAAAAAAAAAAAAAAAAA").status(), 422);
}
TEST_P(Links, are_none_without_an_address_of_the_site) {
    auto browser = this->browser();
    signed_up(browser, true);
    EXPECT_EQ(link(""), "");
    EXPECT_EQ(count("activities_link"), 1);
}
TEST_P(Links, T3_a_link_is_taken_back_and_those_sent_open_nothing) {
    auto browser = this->browser();
    const auto code = code_on(signed_up(browser, true));
    const auto address = link(), another = link();
    const auto token = address.substr(address.rfind('/') + 1), other = another.substr(another.rfind('/') + 1);
    EXPECT_TRUE(with_code(browser, code).says("Ta bort länken"));
    EXPECT_TRUE(with_code(browser, token, {{"gor", "ingen-lank"}}).says("Länken är borttagen."));
    EXPECT_EQ(with_code(browser, token).status(), 422);
    EXPECT_EQ(with_code(browser, other).status(), 422);
    EXPECT_EQ(link(), "") << "and none is sent again";
    const auto still = with_code(browser, code);
    EXPECT_TRUE(still.says("Du har en plats."));
    EXPECT_FALSE(still.says("Ta bort länken"));
}
TEST_P(Links, a_link_is_never_sent_to_the_other_of_two) {
    auto browser = this->browser();
    signed_up(browser, true);
    EXPECT_EQ(link("https://lotsen.prov.invalid", true), "");
    EXPECT_NE(link(), "");
}

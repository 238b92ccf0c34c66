#include "support/signed_site.hpp"

using namespace support;
using rights::Role;
namespace {
class Welcome : public SignedSite {};
const web::Fields chosen{{"namn", "anna.ek"}, {"nytt", "kastanj vante moln trappa"}, {"igen", "kastanj vante moln trappa"}};
}

TEST_P(Welcome, opening_the_link_changes_nothing_and_its_button_opens_the_way_once) {   // design 2: links that carry a right
    const auto account = member(Role::consultant);
    const auto link = invited(account, "anna.ek");
    EXPECT_EQ(link.size(), 25U);
    auto scanner = browser(), anna = browser();
    for (int i = 0; i < 5; ++i) EXPECT_EQ(scanner.get(link).status(), 200);
    EXPECT_EQ(scanner.cookie("__Host-lotsen-valkommen"), "");
    EXPECT_EQ(anna.get("/valkommen").status(), 404);
    EXPECT_EQ(anna.send(anna.get(link), link, {}).header("Location"), "/valkommen");
    EXPECT_EQ(anna.get("/valkommen").status(), 200);
    EXPECT_EQ(anna.get("/valkommen").body().find(link), std::string::npos);
    for (const auto& odd : std::vector<std::string>{"/l/AAAAAAAAAAAAAAAAAAAAAA", "/l/x", "/l/" + link.substr(3, 21)}) EXPECT_EQ(anna.get(odd).status(), 404) << odd;
}

TEST_P(Welcome, leads_from_the_link_to_the_desk_and_the_link_is_used_up) {
    auto anna = browser();
    const auto known = enrolled(anna, Role::consultant, "anna.ek");
    EXPECT_EQ(known.codes.size(), 10U);
    EXPECT_EQ(anna.get("/personal").status(), 200);
    EXPECT_EQ(anna.cookie("__Host-lotsen-valkommen"), "");
    EXPECT_EQ(anna.get("/valkommen").status(), 404);
}

TEST_P(Welcome, says_all_that_is_wrong_with_name_and_password) {
    const auto account = member(Role::consultant);
    const auto link = invited(account, "anna.ek");
    auto anna = browser();
    anna.send(anna.get(link), link, {});
    const auto wrong = [&](web::Fields fields, const std::string& field) {
        const auto page = anna.send(anna.get("/valkommen"), "/valkommen", std::move(fields));
        EXPECT_EQ(page.status(), 422);
        EXPECT_TRUE(page.has("//*[contains(@class,'ds-error-summary')]//a[@href='#" + field + "']")) << field;
        EXPECT_FALSE(page.has("//input[@type='password'][@value!='']"));
    };
    wrong({{"namn", "bo.alm"}, {"nytt", "kastanj vante moln trappa"}, {"igen", "kastanj vante moln trappa"}}, "namn");
    wrong({{"namn", "anna.ek"}, {"nytt", "kort"}, {"igen", "kort"}}, "nytt");
    wrong({{"namn", "anna.ek"}, {"nytt", "anna.ek kastanj vante"}, {"igen", "anna.ek kastanj vante"}}, "nytt");
    wrong({{"namn", "anna.ek"}, {"nytt", "kastanj vante moln trappa"}, {"igen", "kastanj vante moln"}}, "igen");
    EXPECT_EQ(anna.get("/valkommen/telefon").status(), 303) << "no step is skipped";
    EXPECT_EQ(anna.send(anna.get("/valkommen"), "/valkommen", chosen).status(), 303);
    const auto telephone = anna.get("/valkommen/telefon");
    EXPECT_TRUE(telephone.has("//svg"));
    EXPECT_EQ(anna.send(telephone, "/valkommen/telefon", {{"kod", "000000"}}).status(), 422);
    EXPECT_EQ(anna.get("/valkommen/telefon").text("//code[@class='key']"), telephone.text("//code[@class='key']")) << "the same key until it is confirmed";
    EXPECT_EQ(anna.post("/valkommen/klar", {{"stamp", "x"}}).status(), 403);
}

TEST_P(Welcome, lasts_three_days_and_half_an_hour_from_the_button) {
    const auto account = member(Role::consultant);
    const auto link = invited(account, "anna.ek");
    auto anna = browser();
    anna.send(anna.get(link), link, {});
    later(30 * minute);
    EXPECT_EQ(anna.get("/valkommen").status(), 404);
    EXPECT_EQ(anna.send(anna.get(link), link, {}).status(), 303) << "the button may be pressed again";
    later(72 * hour);
    EXPECT_EQ(anna.get(link).status(), 404);
    EXPECT_EQ(anna.get("/valkommen").status(), 404);
}

TEST_P(Welcome, a_new_link_in_her_hand_voids_password_telephone_codes_and_sessions) {   // both lost: recovery in person
    auto before = browser();
    const auto known = enrolled(before, Role::consultant, "anna.ek");
    const auto first = invited(known.account, "anna.ek"), link = invited(known.account, "anna.ek");
    EXPECT_EQ(before.get("/personal").status(), 303);
    later(minute);
    auto thief = browser();
    EXPECT_EQ(sign_in(thief, known, code_of(known)).status(), 422);
    EXPECT_EQ(sign_in(thief, known, known.codes[0]).status(), 422);
    EXPECT_EQ(thief.get(first).status(), 404) << "only the newest link counts";
    EXPECT_EQ(thief.get(link).status(), 200);
}

TEST_P(Welcome, the_last_button_signs_in_nobody_who_has_not_come_all_the_way) {
    const auto account = member(Role::consultant);
    const auto link = invited(account, "anna.ek");
    auto anna = browser();
    anna.send(anna.get(link), link, {});
    const auto stamp = site->stamps().issue("sign_in.ready");
    EXPECT_EQ(anna.post("/valkommen/klar", {{"stamp", stamp}}).header("Location"), "/logga-in");
    EXPECT_EQ(anna.cookie("__Host-lotsen"), "");
}
LOTSEN_ON_BOTH_DATABASES(Welcome);

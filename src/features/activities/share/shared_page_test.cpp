#include "features/activities/show/public_site.hpp"
#include "features/activities/share/share.hpp"
#include "features/activities/share/store_shares.hpp"
#include <gtest/gtest.h>
// Seats lent to others, at the counter and by the code (feature D12).
using namespace activities_tests;

class SharedPages : public PublicSite {
protected:
    ShareId lent(const Activity& a, int seats) {
        const auto share = crypto::new_id<ShareId>(randomness);
        done([&](db::Transaction& tx) {
            const Share s{.id = share, .area = a.area, .activity = a.id, .receiver = "Påhittade kommunen", .hash = hash_of_share_code(*vault, code_of_share(*vault, share)), .made_at = clock.now(), .made_by = consultant().account(),
                          .until = {clock.now().ms + 48 * hour}};
            base::require(static_cast<bool>(share_seats(tx, consultant(), all_of_it(), clock.now(), s, seats)), "the test's seats are not lent");
        });
        return share;
    }
    Page open(Browser& b, const ShareId& share, web::Fields also = {}) {
        also.emplace_back("kod", code_of_share(*vault, share).printed()), also.emplace_back("stamp", site->stamps().issue("activities.shared"));
        return b.post("/delade-platser", std::move(also));
    }
    // As the page's own form would be sent.
    Page doing(Browser& b, const ShareId& share, const char* what, web::Fields also = {}) {
        const auto page = open(b, share);
        const auto stamps = page.all("//form[.//input[@name='gor' and @value='" + std::string(what) + "']]//input[@name='en-gang']/@value");
        EXPECT_FALSE(stamps.empty()) << what;
        also.emplace_back("gor", what), also.emplace_back("en-gang", stamps.empty() ? "" : stamps[0]);
        return open(b, share, std::move(also));
    }
};
LOTSEN_ON_BOTH_DATABASES(SharedPages);

TEST_P(SharedPages, D12_are_filled_with_what_the_receiver_chooses_to_call_them) {
    const auto a = evening_group("samtal", "samtalsgrupp", 5);
    const auto share = lent(a, 2);
    auto browser = this->browser(), pia = this->browser();
    through(pia, "samtal", {{{"antal", "1"}}, {{"name", "Egna"}}, {}, {}});
    const auto first = open(browser, share);
    EXPECT_TRUE(first.says("Påhittade kommunen"));
    EXPECT_TRUE(first.says("Lediga platser: 2"));
    EXPECT_FALSE(first.says("Egna")) << "only those from there";
    EXPECT_EQ(doing(browser, share, "fyll", {{"namn", "070-123 45 67"}}).status(), 422);
    EXPECT_TRUE(doing(browser, share, "fyll", {{"namn", "Gäst"}}).says("Gäst"));
    EXPECT_TRUE(doing(browser, share, "fyll").says("Deltagare 1")) << "or nothing at all";
    EXPECT_TRUE(open(browser, share).says("Alla era platser är tagna."));
    EXPECT_EQ(count("activities_entry", "state = 'placed' AND person IS NULL"), 3);

    const auto entries = open(browser, share).all("//input[@name='anmalan']/@value");
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_TRUE(doing(browser, share, "ge-upp", {{"anmalan", entries[0]}}).says("Platsen är ledig igen."));
    EXPECT_TRUE(doing(browser, share, "lamna", {{"antal", "1"}}).says("Någon annan kan få platserna nu."));
    EXPECT_EQ(count("activities_seat", "slot = '" + std::string(a.id.text()) + "' AND entry IS NULL"), 3);
}
TEST_P(SharedPages, D12_the_same_form_sent_again_fills_one_seat) {
    const auto share = lent(evening_group("samtal", "samtalsgrupp", 5), 3);
    auto browser = this->browser();
    const auto stamp = open(browser, share).all("//form[.//input[@value='fyll']]//input[@name='en-gang']/@value").at(0);
    for (int i = 0; i < 2; ++i) open(browser, share, {{"gor", "fyll"}, {"en-gang", stamp}, {"namn", "Gäst"}});
    EXPECT_EQ(count("activities_entry"), 1);
}
TEST_P(SharedPages, D12_T18_a_code_that_opens_nothing_says_so_and_whoever_guesses_waits) {
    const auto share = lent(evening_group("samtal", "samtalsgrupp", 5), 1);
    auto browser = this->browser();
    later(49 * hour);
    EXPECT_EQ(open(browser, share).status(), 422) << "its time is over";
    for (int i = 0; i < 4; ++i) browser.post("/delade-platser", {{"kod", "1234 5678 9012 345" + base::to_text(i)}, {"stamp", site->stamps().issue("activities.shared")}});
    EXPECT_EQ(open(browser, share).status(), 429);
    for (const auto& page : {browser.get("/delade-platser"), open(browser, share)}) {
        EXPECT_EQ(page.header("Cache-Control"), "no-store");
        EXPECT_EQ(page.header("Set-Cookie"), "");
    }
}
TEST_P(SharedPages, SoL_21_2_of_a_childrens_group_the_guardians_yes_is_asked_for) {
    auto child = of("barn", "samtalsgrupp", Kind::group, {.seats = 5});
    child.for_whom = ForWhom::under_15;
    planned(child, {at(child, "2026-12-01", "16:00", "17:00")});
    const auto share = lent(child, 2);
    auto browser = this->browser();
    EXPECT_EQ(doing(browser, share, "fyll").status(), 422);
    EXPECT_EQ(count("activities_entry"), 0);
    EXPECT_TRUE(doing(browser, share, "fyll", {{"vardnadshavare", "1"}}).says("Personen har en plats."));
    EXPECT_EQ(count("activities_entry", "guardian_agreed_at IS NOT NULL"), 1);
}

#include "features/activities/invented.hpp"
#include "features/activities/show/public_site.hpp"
#include "platform/crypto/keyed_hash.hpp"
#include "platform/db/hash.hpp"
#include <gtest/gtest.h>
// What anybody may see of activities, and what other programs read.
using namespace activities_tests;

class PublicPages : public PublicSite {
protected:
    void SetUp() override {
        PublicSite::SetUp();
        evening_group("kvall", "samtalsgrupp", 8);
        const auto day = of("dag", "forelasningar", Kind::lecture, {.seats = 30}), net = of("natet", "digitala-traffar", Kind::series, {.seats = 30});
        planned(day, {at(day, "2026-12-03", "10:00", "11:00")});
        planned(net, {at(net, "2026-12-05", "12:00", "13:00", Way::online)});
        planned(of("vill", "samtalsgrupp", Kind::group, {.wanted = 5, .seats = 8}), {});
    }
};

TEST_P(PublicPages, the_list_is_narrowed_by_the_address_and_each_choice_says_how_many) {
    auto browser = this->browser();
    const auto all = browser.get("/aktiviteter");
    EXPECT_EQ(all.all("//li[@class='offer']").size(), 4u);
    EXPECT_EQ(all.text("//nav//a[contains(@href, 'tid=kvall')]//span[@class='count']"), "1");
    const auto evening = browser.get("/aktiviteter?tid=kvall");
    EXPECT_EQ(evening.all("//li[@class='offer']").size(), 1u);
    EXPECT_TRUE(evening.says("Påhittad kvall"));
    EXPECT_EQ(browser.get("/aktiviteter?tid=kvall&plats=natet").all("//li[@class='offer']").size(), 0u);
    EXPECT_EQ(browser.get("/aktiviteter?plats=natet").all("//li[@class='offer']").size(), 1u);
    EXPECT_EQ(browser.get("/aktiviteter?tid=kvall&tid=dag").all("//li[@class='offer']").size(), 2u) << "any within a question";
    EXPECT_EQ(all.header("Set-Cookie"), "");
}

TEST_P(PublicPages, a_month_shows_its_days_and_leads_to_the_next) {
    auto browser = this->browser();
    const auto december = browser.get("/aktiviteter?visa=manad&manad=2026-12");
    EXPECT_EQ(december.all("//ol[@class='month']/li").size(), 31u);
    EXPECT_EQ(december.all("//ol[@class='month']/li[@class='day has-some']").size(), 4u);
    EXPECT_TRUE(december.has("//ol[@data-begins='2']")) << "1 December 2026 is a Tuesday";
    EXPECT_TRUE(december.has("//a[contains(@href, 'manad=2027-01')]"));
    EXPECT_TRUE(browser.get("/aktiviteter?visa=manad&manad=9999-99").says("november 2026")) << "what is no month is this one";
    EXPECT_TRUE(browser.get("/en/aktiviteter?visa=manad&manad=2026-12").says("December 2026"));
}

TEST_P(PublicPages, SoL_11_6_an_activity_says_when_where_for_whom_and_that_one_may_apply) {
    auto browser = this->browser();
    const auto page = browser.get("/aktiviteter/kvall");
    EXPECT_EQ(page.text("//h1"), "Påhittad kvall");
    for (const char* words : {"tisdag 1 december kl. 18.00–20.00", "tisdag 8 december kl. 18.00–20.00", "Påhittade lokalen", "Alla som hjälper någon", "Det finns platser", "Du kan också ansöka", "Kostnad"}) EXPECT_TRUE(page.says(words)) << words;
    const auto json = page.text("//script[@type='application/ld+json']");
    EXPECT_NE(json.find(R"("startDate":"2026-12-01T18:00:00+01:00")"), std::string::npos);
    EXPECT_NE(json.find("EventScheduled"), std::string::npos);
    EXPECT_EQ(browser.get("/aktiviteter/finns-inte").status(), 404);
    EXPECT_TRUE(browser.get("/stod/samtalsgrupp").has("//a[@href='/aktiviteter/kvall']")) << "the offer's page leads to it";
    EXPECT_FALSE(browser.get("/stod/samtalsgrupp").says("tid och plats är inte ifyllda")) << "there are times";
    EXPECT_NE(browser.get("/sitemap.xml").body().find("/aktiviteter/kvall"), std::string::npos);
}

TEST_P(PublicPages, a_session_that_is_off_is_said_to_be_at_the_next_look) {
    auto browser = this->browser();
    const auto a = *database().read([&](db::Reader& r) { return store::by_slug(r, "kvall"); });
    const auto s = database().read([&](db::Reader& r) { return store::sessions(r, all_of_it(), a.id); }).front();
    done([&](db::Transaction& tx) { return static_cast<bool>(cancel_session(tx, consultant(), all_of_it(), clock.now(), s.id)); });
    EXPECT_FALSE(browser.get("/aktiviteter/kvall").says("Inställt")) << "the pages are shown from memory";
    site->reload();
    EXPECT_TRUE(browser.get("/aktiviteter/kvall").says("Inställt:"));
    EXPECT_NE(browser.get("/aktiviteter/kvall").text("//script[@type='application/ld+json']").find("EventCancelled"), std::string::npos);
}

TEST_P(PublicPages, nothing_is_read_anew_when_nothing_has_changed) {
    activities::Agenda agenda;
    EXPECT_TRUE(agenda.refresh(database(), clock.now()));
    EXPECT_FALSE(agenda.refresh(database(), clock.now()));
    auto browser = this->browser();
    through(browser, "kvall", {{{"antal", "1"}}, {{"name", "Prov"}}, {}, {}});
    EXPECT_TRUE(agenda.refresh(database(), clock.now())) << "a seat is taken";
    EXPECT_EQ(agenda.get()->find("kvall")->free, 7);
}

TEST_P(PublicPages, A8_the_frame_for_other_websites_may_be_framed_reaches_nothing_and_no_other_page_may) {
    auto browser = this->browser();
    const auto frame = browser.get("/inbaddat/aktiviteter"), list = browser.get("/aktiviteter");
    EXPECT_EQ(frame.header("X-Frame-Options"), "");
    EXPECT_EQ(list.header("X-Frame-Options"), "DENY");
    const auto policy = frame.header("Content-Security-Policy");
    EXPECT_NE(policy.find("frame-ancestors *"), std::string::npos);
    EXPECT_NE(policy.find("sandbox"), std::string::npos);
    EXPECT_EQ(policy.find("allow-scripts"), std::string::npos);
    EXPECT_EQ(frame.header("Set-Cookie"), "");
    EXPECT_FALSE(frame.has("//script"));
    EXPECT_EQ(frame.all("//li").size(), 4u);
    EXPECT_TRUE(list.says("<iframe src=\"https://lotsen.prov.invalid/inbaddat/aktiviteter\""));
    // The style that stands in it is the one that the policy names: SHA-256 in base64.
    const auto hex = db::sha256(frame.text("//style"));
    std::string bits;
    for (const char c : hex)
        for (int i = 3; i >= 0; --i) bits += ((c <= '9' ? c - '0' : c - 'a' + 10) >> i & 1) ? '1' : '0';
    std::string base64;
    for (std::size_t i = 0; i < bits.size(); i += 6) base64 += "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[std::stoi((bits + "0000").substr(i, 6), nullptr, 2)];
    EXPECT_NE(policy.find("'sha256-" + base64 + "='"), std::string::npos) << base64;
}

TEST_P(PublicPages, D9_the_atom_feed_holds_each_activity_once) {
    auto browser = this->browser();
    const auto feed = browser.get("/aktiviteter/atom.xml");
    EXPECT_TRUE(feed.type().starts_with("application/atom+xml"));
    EXPECT_EQ(feed.all("//*[local-name()='entry']").size(), 4u);
    EXPECT_EQ(feed.all("//*[local-name()='entry']/*[local-name()='id']").front(), "https://lotsen.prov.invalid/aktiviteter/kvall");
}

TEST_P(PublicPages, D9_calendars_hold_what_is_coming_under_names_that_say_nothing) {
    auto browser = this->browser();
    const auto all = browser.get("/kalender/alla.ics"), group = browser.get("/kalender/samtalsgrupp.ics"), one = browser.get("/aktiviteter/kvall/kalender.ics");
    const auto events = [](const Page& p) {
        int n = 0;
        for (auto at = p.body().find("BEGIN:VEVENT"); at != std::string::npos; at = p.body().find("BEGIN:VEVENT", at + 1)) ++n;
        return n;
    };
    EXPECT_EQ(events(all), 4);
    EXPECT_EQ(events(group), 2);
    EXPECT_EQ(events(one), 2);
    EXPECT_TRUE(one.type().starts_with("text/calendar"));
    EXPECT_NE(one.header("Content-Disposition").find("kalender.ics"), std::string::npos);
    EXPECT_EQ(one.header("Content-Disposition").find("kvall"), std::string::npos);
    EXPECT_EQ(browser.get("/kalender/finns-inte.ics").status(), 404);
}

TEST_P(PublicPages, a_screen_shows_what_comes_and_a_code_to_the_page) {
    auto browser = this->browser();
    EXPECT_TRUE(browser.get("/skarm/aktiviteter").has("//div[@class='qr']//*[local-name()='svg']"));
    EXPECT_TRUE(browser.get("/skarm/kvall").says("tisdag 1 december kl. 18.00–20.00"));
    EXPECT_TRUE(browser.get("/skarm/kvall").says("https://lotsen.prov.invalid/aktiviteter/kvall"));
}

LOTSEN_ON_BOTH_DATABASES(PublicPages);

#include "features/activities/show/public_site.hpp"
#include <gtest/gtest.h>
// Somebody on the telephone needs somebody to be with the one she helps: it becomes the question that she could have asked herself (D8).
namespace {
using namespace activities_tests;

class EnterRespite : public PublicSite {
protected:
    std::optional<Browser> desk;
    void SetUp() override {
        PublicSite::SetUp();
        desk.emplace(browser());
        (void)enrolled(*desk, rights::Role::consultant, "anna.ek");
        evening_group("samtal", "samtalsgrupp", 3);
    }
    // As it is at a site where what is asked is answered.
    support::Records records() const override {
        auto all = PublicSite::records();
        const auto fill = [&](const char* from, const char* to) { all = support::changed(std::move(all), "municipality.toml", from, to); };
        fill("reply_working_days = \"SAKNAS\"", "reply_working_days = \"2\"");
        fill("read_hours = \"SAKNAS\"", "read_hours = \"Vardagar 9–12\"");
        fill("title_latt = \"Socialjouren (kväll, natt och helg)\"\nphone = \"SAKNAS\"", "title_latt = \"Socialjouren (kväll, natt och helg)\"\nphone = \"08-465 004 06\"");
        return all;
    }
    void somebody_reads() {
        database().exclusively([&](db::Connection& c) {
            c.script("INSERT INTO contact_reception (one, area, unit, chosen_at, chosen_by) VALUES (1, '" + std::string(unit->area.text()) + "', '" + std::string(unit->unit.text()) + "', 1, 'k')");
        });
    }
    const std::string path = "/personal/aktiviteter/samtal/anmal";
    Page entered(const Page& form) { return desk->send(form, path, {{"kom", "phone"}, {"kom_dag", form.text("//input[@name='kom_dag']/@value")}, {"kom_tid", form.text("//input[@name='kom_tid']/@value")}, {"antal", "1"}, {"name", "Påhittad Ringer"}, {"behov", "avlosning"}}); }
};
LOTSEN_ON_BOTH_DATABASES(EnterRespite);

TEST_P(EnterRespite, D8_is_a_question_to_the_unit_asked_once_and_answered_by_the_same_code) {
    somebody_reads();
    const auto form = desk->get(path);
    ASSERT_TRUE(form.has("//input[@name='behov'][@value='avlosning']"));
    const auto done = entered(form);
    ASSERT_EQ(done.status(), 200) << done.text("//main");
    EXPECT_TRUE(done.says("Frågan är ställd. Svaret kommer senast"));
    EXPECT_TRUE(done.says("Jag ska vara borta tisdag 1 december kl. 18.00–20.00. Någon behöver vara hos den jag hjälper under tiden."));
    EXPECT_TRUE(done.says("ingen bokning och inget beslut"));
    EXPECT_EQ(count("contact_contact", "way = 'written' AND subject = 'question' AND person IS NULL AND promised_at IS NOT NULL"), 1);
    EXPECT_EQ(count("audit_line", "kind = 'contact' AND reason = 'asked'"), 1);
    EXPECT_TRUE(entered(form).says("Du har en plats."));
    EXPECT_EQ(count("contact_contact"), 1) << "the same form asks once";
    auto hers = browser();
    const auto asked = hers.post("/svar", {{"stamp", site->stamps().issue("contact.open_code")}, {"kod", code_on(done)}});
    EXPECT_EQ(asked.header("Location"), "/svar/samtal") << asked.text("//main");
}
TEST_P(EnterRespite, D8_the_sign_up_stands_when_nobody_can_promise_an_answer) {
    const auto done = entered(desk->get(path));
    EXPECT_TRUE(done.says("Frågan kunde inte skickas härifrån just nu. Anmälan gäller ändå."));
    EXPECT_TRUE(done.has("//main//a[@href='/personal/inkorg']"));
    EXPECT_EQ(count("contact_contact"), 0);
    EXPECT_EQ(count("activities_entry", "state = 'placed' AND came_by = 'phone'"), 1);
}
}

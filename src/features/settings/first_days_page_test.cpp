#include "features/settings/site_for_tests.hpp"

using namespace settings_test;
namespace {
class FirstDaysPage : public SettingsPage {};
}

TEST_P(FirstDaysPage, the_first_days_are_computed_and_what_only_people_know_is_confirmed) {
    const auto list = site->get(home + "/borja");
    EXPECT_EQ(list.status(), 200) << list.text("//main");
    EXPECT_TRUE(list.says("1 av 16 klara.")) << list.text("//main");   // the name
    EXPECT_EQ(list.count("//ol[contains(@class,'steps-list')]/li"), 16U);
    EXPECT_TRUE(site->get("/personal").says("Kom i gång: 1 av 16 klara"));
    const auto confirm = [&](const std::string& step, const std::string& answer) {
        const auto stamp = site->get(home + "/borja").text("//form[@action='" + home + "/borja']//input[@name='stamp']/@value");
        return site->post(home + "/borja", {{"stamp", stamp}, {"step", step}, {"answer", answer}});
    };
    EXPECT_EQ(confirm("nyckelfil", "ja").status(), 303);
    EXPECT_EQ(confirm("inloggning", "ja").status(), 303);
    EXPECT_TRUE(site->get(home + "/borja").says("2 av 15 klara."));
    EXPECT_TRUE(site->get(home + "/borja").says("Bekräftat 22 november 2026."));
    EXPECT_EQ(confirm("nyckelfil", "nej").status(), 303);
    EXPECT_TRUE(site->get(home + "/borja").says("1 av 15 klara."));
    EXPECT_EQ(confirm("texter", "ja").status(), 404);   // what can be seen is never ticked by hand
    EXPECT_EQ(lines("write", "borja/nyckelfil"), 2);
    ASSERT_EQ(save(home + "/loften", {{"reply_working_days", "2"}, {"read_hours", "Vardagar 9–16"}}).status(), 303);
    EXPECT_TRUE(site->get(home + "/borja").says("2 av 15 klara."));
}
LOTSEN_ON_BOTH_DATABASES(FirstDaysPage);

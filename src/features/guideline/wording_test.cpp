// An answer and plain words belong to the wording they were given for.
#include "features/guideline/changes.hpp"
#include "features/guideline/revising_for_tests.hpp"
#include "features/guideline/wording.hpp"
#include "support/danderyd.hpp"
#include <regex>

using namespace revision_tests;

namespace {
const std::string desk = "/personal/riktlinje/", old_plain = "Påhittat löfte om den gamla lydelsen";
class Wording : public Revision {
protected:
    void say(const std::string& state) { ASSERT_EQ(site->send(desk + edited + "/lage", {{"state", state}, {"reason", "Påhittat skäl"}}).status(), 303); }
    Page link(web::Fields fields) {
        const auto action = desk + edited + "/kopplat";
        fields.emplace_back("seen", site->get(desk + edited).text("//form[@action='" + action + "']//input[@name='seen']/@value"));
        return site->send(action, fields);
    }
    std::string promise() { return site->get("/sa-gar-det").text("//li[@id='" + edited + "']"); }
    void changed() {
        enter('d', 'e', Role::director);
        say("met");
        ASSERT_EQ(link({{"plain", old_plain}}).status(), 303);
        later(day);
        enter('k', 'e', Role::consultant);
        decided("2026-11-23");
    }
};
bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }
}

TEST_P(Wording, what_was_said_of_the_former_words_says_nothing_of_the_new) {   // UP3, UP4
    changed();
    const auto now = promise();
    EXPECT_TRUE(has(now, new_words)) << now;
    EXPECT_TRUE(has(now, "Vet inte")) << now;
    EXPECT_TRUE(has(now, "Sagt om en äldre lydelse (22 november 2026: Uppfyllt).")) << now;
    EXPECT_TRUE(has(now, "Så här sades en äldre lydelse med enkla ord: " + old_plain)) << now;
    EXPECT_NE(site->get("/sa-gar-det").text("//li[@id='" + edited + "']//h3"), old_plain);
    const auto json = site->get("/sa-gar-det.json").body();
    EXPECT_TRUE(has(json, "\"of_older_words\":[{\"day\":\"2026-11-22\",\"state\":\"met\"}]")) << json;
    const auto page = site->get(desk + edited);
    EXPECT_TRUE(page.says("Sagt om en äldre lydelse (22 november 2026: Uppfyllt)"));
    EXPECT_FALSE(site->get("/personal/riktlinje?lage=met").has("//li[contains(@class,'statement')]"));
    const auto holes = site->get("/personal/riktlinje/luckor");
    EXPECT_TRUE(holes.says("Löften vars läge är sagt om en äldre lydelse (1)"));
    EXPECT_TRUE(holes.says("Löften vars enkla ord gäller en äldre lydelse (1)"));
}
TEST_P(Wording, said_anew_and_written_anew_they_hold_again) {
    changed();
    enter('d', 'e', Role::director);
    EXPECT_FALSE(site->get(desk + edited).has("//input[@name='state' and @checked]")) << "nothing is chosen for her";
    say("met");
    ASSERT_EQ(link({{"plain", old_plain}}).status(), 303);
    EXPECT_TRUE(has(promise(), "Uppfyllt"));
    EXPECT_TRUE(has(promise(), "äldre lydelse med enkla ord")) << "saved without a look";
    ASSERT_EQ(link({{"plain", old_plain}, {"plain_stands", "ja"}}).status(), 303);
    EXPECT_FALSE(has(promise(), "äldre lydelse"));
    EXPECT_EQ(site->get("/sa-gar-det").text("//li[@id='" + edited + "']//h3"), old_plain);
}
// Said before texts were kept: of the words until the next version comes into force.
TEST_P(Wording, what_was_said_before_texts_were_kept_is_of_the_words_until_the_next_version) {
    database().write([&](db::Transaction& tx) { guideline::store::add(tx, crypto::new_id<guideline::AnswerId>(random), {edited, std::nullopt, guideline::State::met, "", Role::director, now()}); });
    EXPECT_TRUE(has(promise(), "Uppfyllt"));
    enter('k', 'e', Role::consultant);
    decided();
    EXPECT_TRUE(has(promise(), "Sagt om en äldre lydelse (22 november 2026: Uppfyllt)"));
}
TEST(DaysInWords, are_those_that_stand_alone) {
    using guideline::days_in_words;
    EXPECT_EQ(days_in_words("2026-11-22: Lagen (sedan 2025-07-01) gäller."), "22 november 2026: Lagen (sedan 1 juli 2025) gäller.");
    EXPECT_EQ(days_in_words("Från 2026-01-02, till 2026-12-31"), "Från 2 januari 2026, till 31 december 2026");
    for (const char* as_it_is : {"", "2026-13-01", "SON 2026-11-22-3", "https://protokoll.invalid/2026-11-22", "(2025:400)", "2026-11-2"}) EXPECT_EQ(days_in_words(as_it_is), as_it_is);
}
TEST_P(Wording, a_note_and_a_version_say_their_days_as_every_page_does) {
    enter('k', 'e', Role::consultant);
    decided();
    for (const std::string path : {"/riktlinje", "/riktlinje/version/1", "/riktlinje/syfte-1", "/riktlinje/jamfor?fran=1&till=2", "/personal/riktlinje/syfte-1", "/personal/lagkontroll"}) {
        const auto text = site->get(path).text("//main");
        EXPECT_FALSE(text.empty()) << path;
        std::smatch found;
        EXPECT_FALSE(std::regex_search(text, found, std::regex(".{0,60}20\\d\\d-\\d\\d-\\d\\d"))) << path << ": " << found.str();
    }
    EXPECT_TRUE(site->get("/riktlinje/syfte-1").says("22 november 2026: Det här följer i dag av"));
    EXPECT_TRUE(site->get("/riktlinje").says("Ersatt av Socialnämnden 22 november 2026."));
    EXPECT_NE(site->get("/riktlinje.json").body().find("\"note\":\"2026-11-22: "), std::string::npos) << "data is data";
}
LOTSEN_ON_BOTH_DATABASES(Wording);

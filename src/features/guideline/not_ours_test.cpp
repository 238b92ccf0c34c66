// A head says that a promise does not concern her operation: with a reason, seen by those who lead, and counted apart.
#include "features/guideline/changes.hpp"
#include "support/privacy_desk.hpp"

using namespace privacy_test;

namespace {
const std::string year = "/personal/arsuttalande", of_each = "anhorigperspektiv-6", why = "Påhittat bibliotek har inga biståndsbeslut";
class NotOurs : public Municipality {
protected:
    Page say(char where, const std::string& state, const std::string& reason) {
        enter('h', where, Role::head_of_operations);
        return site->send("/personal/riktlinje/" + of_each + "/lage", {{"operation", std::string(22, where)}, {"state", state}, {"reason", reason}});
    }
};
bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }
}

TEST_P(NotOurs, those_it_does_not_concern_are_counted_apart_and_told) {   // UP3
    ASSERT_EQ(say('e', "met", "").status(), 303);
    ASSERT_EQ(say('f', "met", "").status(), 303);
    EXPECT_EQ(say('p', "not_ours", "").status(), 422) << "never without a reason";
    ASSERT_EQ(say('p', "not_ours", why).status(), 303);
    const auto public_page = site->get("/sa-gar-det").text("//li[@id='" + of_each + "']");
    EXPECT_TRUE(has(public_page, "Uppfyllt")) << public_page;
    EXPECT_TRUE(has(public_page, "2 av 2 som det gäller har svarat, 1 säger att det inte gäller dem.")) << public_page;
    EXPECT_FALSE(has(public_page, why)) << "the reason stays behind the counter";
    EXPECT_TRUE(has(site->get("/sa-gar-det.json").body(), "\"answered\":2,\"of\":2,\"not_ours\":1"));
    for (const auto role : {Role::director, Role::consultant}) {
        enter('d', 'e', role);
        EXPECT_TRUE(site->get("/personal/riktlinje/" + of_each).says(why));
        EXPECT_TRUE(site->get("/personal/riktlinje/luckor").says("Privat, 22 november 2026, Verksamhetschef. " + why));
    }
}
TEST_P(NotOurs, when_it_concerns_nobody_nothing_is_known) {
    for (const char where : {'e', 'f', 'p'}) ASSERT_EQ(say(where, "not_ours", why).status(), 303);
    EXPECT_TRUE(has(site->get("/sa-gar-det").text("//li[@id='" + of_each + "']"), "Vet inte"));
}
TEST_P(NotOurs, it_stands_in_what_is_signed_and_is_no_gap) {
    enter('h', 'e', Role::head_of_operations);
    const auto mine = year + "/verksamhet/" + std::string(22, 'e');
    EXPECT_EQ(site->send(mine, {{"lage-" + of_each, "not_ours"}}).status(), 422);
    const auto signed_at = site->send(mine, {{"lage-" + of_each, "not_ours"}, {"skal-" + of_each, why}, {"gor", "underskrift"}});
    ASSERT_EQ(signed_at.status(), 303);
    const auto page = site->get(signed_at.header("Location"));
    EXPECT_TRUE(page.says("16 av 17 saknar svar"));
    EXPECT_TRUE(page.says("Gäller inte oss"));
    EXPECT_TRUE(site->get(mine).has("//input[@name='lage-" + of_each + "' and @value='not_ours' and @checked]"));
}
TEST_P(NotOurs, the_whole_municipality_is_always_concerned) {
    enter('d', 'e', Role::director);
    EXPECT_FALSE(site->get(year).has("//input[@value='not_ours']"));
    EXPECT_EQ(site->send("/personal/riktlinje/uppfoljning-1/lage", {{"state", "not_ours"}, {"reason", why}}).status(), 404);
    EXPECT_EQ(database().read([](db::Reader& reader) { return guideline::store::answers_of(reader, "uppfoljning-1").size(); }), 0U);
}
LOTSEN_ON_BOTH_DATABASES(NotOurs);

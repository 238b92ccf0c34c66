// What has been reads as it was: the text, the operations and their names of that day, and a signed statement's own.
#include "features/guideline/revising_for_tests.hpp"
#include "features/staff/public.hpp"

using namespace revision_tests;

namespace {
const std::string year = "/personal/arsuttalande", of_each = "anhorigperspektiv-6";
class YearPast : public Revision {
protected:
    std::string on(const std::string& day) { return site->get(year + "/dag?dag=" + day).text("//main//table"); }
    std::string row(const std::string& day, const std::string& statement) { return site->get(year + "/dag?dag=" + day).text("//main//table//tr[.//a[text()='" + statement + "']]"); }
    void organisation(const std::function<void(db::Transaction&)>& change) { database().write(change); }
    staff::Operation operation(char c, const std::string& name) { return {id<staff::OperationId>(c), id<staff::ControllerId>('c'), id<staff::AreaId>('e'), name, staff::OperationKind::older}; }
};
bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }
}

TEST_P(YearPast, a_day_reads_with_the_text_it_had) {   // UP3, M6
    enter('d', 'e', Role::director);
    ASSERT_EQ(site->send("/personal/riktlinje/" + edited + "/lage", {{"state", "met"}, {"reason", "Påhittat"}}).status(), 303);
    const auto then = on("2026-11-22");
    later(day);
    enter('k', 'e', Role::consultant);
    decided("2026-11-23");
    EXPECT_EQ(on("2026-11-22"), then);
    EXPECT_TRUE(has(row("2026-11-22", edited), "Uppfyllt"));
    EXPECT_TRUE(has(on("2026-11-23"), new_words));
    EXPECT_TRUE(has(row("2026-11-23", edited), "Sagt om en äldre lydelse"));
    EXPECT_TRUE(site->get(year + "/dag?dag=2026-11-22").says("Version 1 av riktlinjen"));
    EXPECT_TRUE(site->get(year + "/dag?dag=2026-11-23").says("Version 2 av riktlinjen"));
}
TEST_P(YearPast, a_day_reads_with_the_operations_it_had_under_their_names) {
    for (const char where : {'e', 'f', 'p'}) {
        enter('h', where, Role::head_of_operations);
        ASSERT_EQ(site->send("/personal/riktlinje/" + of_each + "/lage", {{"operation", std::string(22, where)}, {"state", "met"}, {"reason", ""}}).status(), 303);
    }
    later(day);
    organisation([&](db::Transaction& tx) { ASSERT_TRUE(staff::add_operation(tx, terminal(), now(), operation('n', "Påhittad ny"))); });
    enter('d', 'e', Role::director);
    EXPECT_TRUE(has(row("2026-11-22", of_each), "Uppfyllt"));
    EXPECT_TRUE(has(row("2026-11-22", of_each), "3 av 3 har svarat"));
    EXPECT_TRUE(has(row("2026-11-23", of_each), "3 av 4 har svarat"));
}
TEST_P(YearPast, a_signed_statement_keeps_the_name_it_was_signed_under) {
    enter('h', 'e', Role::head_of_operations);
    const auto signed_at = site->send(year + "/verksamhet/" + std::string(22, 'e'), {{"lage-" + of_each, "met"}, {"gor", "underskrift"}});
    ASSERT_EQ(signed_at.status(), 303);
    later(day);
    organisation([&](db::Transaction& tx) { ASSERT_TRUE(staff::change_operation(tx, terminal(), now(), operation('e', "Påhittat nytt namn"))); });
    EXPECT_EQ(site->get(signed_at.header("Location")).text("//h1"), "Årsuttalande 2026: Äldreomsorg");
    EXPECT_TRUE(site->get(year).says("2026, Äldreomsorg, 22 november 2026"));
    EXPECT_TRUE(site->get(year).says("Påhittat nytt namn"));
}
TEST_P(YearPast, a_day_to_come_is_refused_in_words) {
    enter('d', 'e', Role::director);
    const auto page = site->get(year + "/dag?dag=2026-11-23");
    EXPECT_EQ(page.status(), 422);
    EXPECT_TRUE(page.says("Den dagen har inte varit än. Välj en dag till och med 22 november 2026."));
    EXPECT_EQ(site->get(year + "/dag?dag=2026-11-22").status(), 200);
}
LOTSEN_ON_BOTH_DATABASES(YearPast);

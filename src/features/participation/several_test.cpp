#include "features/participation/site_for_tests.hpp"
// A flood holds no draft back, and nothing lies unread while the consultant is away.
using namespace participation_tests;

namespace {
const std::string several = "/personal/riktlinje/synpunkter/flera", onwards_said = "Utkastet går vidare när";
class Several : public Consultation {
protected:
    std::vector<std::string> unread() { return site->get(several).all("//input[@name='synpunkt']/@value"); }
    void flood(int texts) {
        outside();
        for (int i = 0; i < texts; ++i) {
            if (i % 10 == 9) later(10 * minute);
            ASSERT_EQ(says("Påhittat skräp nummer " + std::to_string(i) + " som någon har skickat med ett program", "").status(), 200);
        }
        enter('k', 'e', Role::consultant);
    }
    web::Fields all_of(const std::vector<std::string>& ids, web::Fields more) {
        for (const auto& one : ids) more.emplace_back("synpunkt", one);
        more.emplace_back("nej", "ja");
        return more;
    }
    int step_on() { return site->send("/personal/riktlinje/revision/" + draft + "/steg", {{"from", "consultation"}, {"to", "board"}, {"day", "2026-11-22"}, {"words", "Påhittat"}}).status(); }
};
}

TEST_P(Several, a_flood_at_a_humans_pace_is_put_aside_and_the_draft_goes_on) {
    flood(33);
    const auto page = site->get(several);
    EXPECT_EQ(page.count("//input[@name='synpunkt']"), 30U);
    EXPECT_TRUE(page.says("3 till visas när de är sorterade."));
    EXPECT_TRUE(page.says("Påhittat skräp nummer 0 som någon"));
    EXPECT_GE(count("audit_line", "act = 'read' AND kind = 'participation.view' AND object IS NOT NULL"), 30);   // a line for each that is shown
    ASSERT_EQ(site->send(several, all_of(unread(), {{"gor", "undan"}, {"skal", "rubbish"}})).status(), 303);
    EXPECT_EQ(unread().size(), 3U);
    ASSERT_EQ(site->send(several, all_of(unread(), {{"gor", "inget"}})).status(), 303);
    EXPECT_EQ(count("participation_aside", "reason = 'rubbish'"), 30);
    EXPECT_EQ(count("participation_view", "kind = 'no_proposal'"), 3);
    EXPECT_TRUE(site->get("/personal/riktlinje/synpunkter").says("33 synpunkter, varav 0 obesvarade."));
    EXPECT_EQ(step_on(), 303);
}
TEST_P(Several, what_lies_aside_is_taken_back_and_waits_again) {
    flood(2);
    const auto ids = unread();
    ASSERT_EQ(site->send(several, all_of(ids, {{"gor", "undan"}, {"skal", "repeated"}})).status(), 303);
    EXPECT_TRUE(site->get("/personal/riktlinje/synpunkter/" + ids[0]).says("Samma text som har kommit många gånger."));
    EXPECT_FALSE(site->get("/personal").says("på riktlinjen väntar på att läsas"));
    const auto aside = site->get(several + "?visa=undan");
    EXPECT_EQ(aside.count("//input[@name='synpunkt']"), 2U);
    ASSERT_EQ(site->send(several, {{"gor", "tillbaka"}, {"synpunkt", ids[0]}}).status(), 303);
    EXPECT_EQ(unread(), (std::vector<std::string>{ids[0]}));
    EXPECT_EQ(step_on(), 422);
    ASSERT_EQ(site->send("/personal/riktlinje/synpunkter/" + ids[1], sorted("proposal")).status(), 303);   // what is sorted is not aside
    EXPECT_EQ(count("participation_aside"), 0);
    EXPECT_TRUE(logged("write", "participation.view", 'k'));
}
TEST_P(Several, many_say_what_one_proposal_says_and_one_with_its_words_is_told) {
    (void)says();
    const auto point = summed_up("Kommunen ringer upp var fjortonde dag och frågar hur det går. Påhittat.");
    const auto id = point.substr(point.rfind('/') + 1);
    flood(2);
    outside();
    (void)says("Jag vill att kommunen ringer upp var fjortonde dag och frågar hur det går", "");
    enter('k', 'e', Role::consultant);
    const auto page = site->send(several, all_of(unread(), {{"gor", "samma"}, {"forslag", id}}));
    EXPECT_EQ(page.status(), 422);
    EXPECT_TRUE(page.says("En gick inte"));
    EXPECT_TRUE(site->get(point).says("3 synpunkter säger det."));
    EXPECT_EQ(count("participation_view", "kind = 'proposal'"), 4);
}
TEST_P(Several, nothing_is_sorted_before_it_is_said_to_be_read_and_elsewhere_there_is_nothing) {
    flood(1);
    const auto ids = unread();
    EXPECT_EQ(site->send(several, {{"gor", "inget"}, {"synpunkt", ids[0]}}).status(), 422);
    EXPECT_EQ(site->send(several, {{"gor", "inget"}, {"nej", "ja"}}).status(), 422);
    EXPECT_EQ(site->send(several, all_of(ids, {{"gor", "undan"}})).status(), 422);
    EXPECT_EQ(site->send(several, all_of(ids, {{"gor", "samma"}})).status(), 422);
    enter('x', 'f', Role::consultant);
    EXPECT_TRUE(unread().empty());
    EXPECT_EQ(site->send(several, all_of(ids, {{"gor", "inget"}})).status(), 422);
    EXPECT_EQ(count("participation_view", "kind = 'unsorted'"), 1);
}
TEST_P(Several, the_deputy_reads_and_sorts_while_the_consultant_is_away_and_sums_nothing_up) {
    (void)says();
    member('m', "Påhittad Konsulent", 'e', Role::consultant);
    member('s', "Påhittad Stödkontakt", 'e', Role::support_contact);
    enter('s', 'e', Role::support_contact);
    EXPECT_EQ(site->get(path_of_view()).status(), 404);
    EXPECT_TRUE(site->get("/personal/riktlinje/synpunkter").says("Du läser synpunkter när du är ersättare"));
    EXPECT_FALSE(site->get("/personal").says("En synpunkt på riktlinjen väntar på att läsas"));
    enter('h', 'e', Role::head_of_operations);
    EXPECT_TRUE(site->get("/personal").says("Är anhörigkonsulenten borta väljer du vem som läser i stället."));
    database().write([&](db::Transaction& tx) { tx.execute(db::Sql{"test.deputy", "INSERT INTO contact_absence (account, first_day, last_day, deputy) VALUES (?1, '2026-11-20', '2026-12-01', ?2)"}, {std::string(22, 'm'), std::string(22, 's')}); });
    enter('s', 'e', Role::support_contact);
    EXPECT_TRUE(site->get("/personal").says("En synpunkt på riktlinjen väntar på att läsas"));
    EXPECT_TRUE(site->get(path_of_view()).says(written));
    EXPECT_TRUE(logged("read", "participation.view", 's'));
    ASSERT_EQ(site->send(path_of_view(), sorted("proposal")).status(), 303);
    EXPECT_TRUE(site->get(path_of_view()).says("Anhörigkonsulenten sammanfattar förslaget när hen är tillbaka."));
    EXPECT_EQ(site->send(path_of_view() + "/forslag", {{"punkt", "syfte-1"}, {"sammanfattning", "Påhittat"}}).status(), 403);
    later(20 * day);   // she is back
    EXPECT_EQ(site->get(path_of_view()).status(), 404);
}
LOTSEN_ON_BOTH_DATABASES(Several);

#include "features/participation/panel.hpp"
#include "features/participation/personal_data.hpp"
#include "features/participation/site_for_tests.hpp"
// The carers' panel: names and safe contact, and perspectives as figures that nothing joins to anybody (J6).
using namespace participation_tests;

namespace {
class Panel : public Consultation {
protected:
    const std::string path = "/personal/riktlinje/panel";
    Page rule(const std::string& months = "12") { return site->send(path + "/regel", {{"beslut", "SN 2026-9, påhittat"}, {"manader", months}, {"ersattning", "ja"}}); }
    Page join(const std::string& name = "Påhittad Panel") { return site->send(path, {{"ja", "ja"}, {"namn", name}, {"telefon", "070-174 06 01"}, {"satt", "ring"}, {"grupp", group()}}); }
    std::string group() { return site->snapshot().content->catalogue->vocabulary().of(directory::Facet::target_group).front()->key; }
    std::string member() { return site->get(path).text("//tbody//a/@href"); }
    personal::Data data = participation::personal_data();
    rights::AreaScope scope() { return rights::AreaScope::of_the_system(id<rights::AreaId>('e')); }
};
}

TEST_P(Panel, nobody_is_added_before_the_board_has_decided_and_the_person_has_said_yes) {
    enter('k', 'e', Role::consultant);
    EXPECT_EQ(join().status(), 404);
    EXPECT_EQ(rule("0").status(), 422);
    ASSERT_EQ(rule().status(), 303);
    EXPECT_EQ(site->send(path, {{"namn", "Påhittad Panel"}}).status(), 422);
    EXPECT_EQ(count("people_person", "kind = 'carer'"), 0);
    ASSERT_EQ(join().status(), 303);
    EXPECT_EQ(count("people_person", "kind = 'carer'"), 1);
    EXPECT_EQ(count("participation_panel_member", "until = '2027-11-22'"), 1);
    EXPECT_TRUE(site->get(path).says("Påhittad Panel"));
}
TEST_P(Panel, who_has_protected_details_is_marked_as_she_joins_and_seen_by_nobody_who_is_not_named) {   // H3
    enter('k', 'e', Role::consultant);
    (void)rule();
    EXPECT_TRUE(site->get(path).says("Personen har skyddade personuppgifter"));
    const auto done = site->send(path, {{"ja", "ja"}, {"namn", "Påhittad Hemlig"}, {"telefon", "070-174 06 02"}, {"skydd", "ja"}, {"satt", "ring"}, {"grupp", group()}});
    ASSERT_EQ(done.status(), 303);
    EXPECT_EQ(count("people_person", "kind = 'carer' AND protected = 1"), 1);
    EXPECT_EQ(count("people_safe_contact"), 0) << "no way to reach her is kept beside what is masked";
    const auto page = site->get(done.header("Location"));
    EXPECT_TRUE(page.says("Namn och nummer ser bara den som enhetschefen har utsett."));
    EXPECT_FALSE(page.says("Påhittad Hemlig"));
    EXPECT_TRUE(page.says("Skyddade uppgifter"));
    const auto masked = site->get(member());
    EXPECT_EQ(masked.status(), 200);
    EXPECT_FALSE(masked.says("Påhittad Hemlig"));
    EXPECT_FALSE(masked.says("174 06 02"));
    EXPECT_EQ(site->send(member() + "/slutar", {}).status(), 303) << "she leaves as easily as others";
    EXPECT_EQ(count("participation_panel_member", "left_at IS NOT NULL"), 1);
}
TEST_P(Panel, it_is_told_how_one_leaves_and_that_she_has_left) {
    enter('k', 'e', Role::consultant);
    (void)rule();
    EXPECT_TRUE(site->get(path).says("du kan sluta när du vill, utan att säga varför"));
    ASSERT_EQ(join().status(), 303);
    const auto gone = site->send(member() + "/slutar", {});
    EXPECT_TRUE(site->get(gone.header("Location")).says("Personen är inte längre med i panelen."));
}
TEST_P(Panel, perspectives_are_counted_and_stand_beside_no_name) {
    enter('k', 'e', Role::consultant);
    (void)rule();
    ASSERT_EQ(join().status(), 303);
    ASSERT_EQ(join("Påhittad Annan").status(), 303);
    EXPECT_EQ(count("participation_panel_count", "number = 2"), 1);
    EXPECT_FALSE(site->get(member()).says("Ålder"));
    const auto page = site->get(member());
    EXPECT_TRUE(page.says("070") || page.says("+4670"));
    EXPECT_TRUE(page.says("Ringa"));
    EXPECT_TRUE(logged("read", "person", 'k'));
    ASSERT_EQ(site->send(member() + "/slutar", {{"grupp", group()}}).status(), 303);
    EXPECT_EQ(count("participation_panel_count", "number = 1"), 1);
    EXPECT_EQ(count("participation_panel_member", "left_at IS NOT NULL"), 1);
}
TEST_P(Panel, a_panel_of_four_shows_no_figures) {
    enter('k', 'e', Role::consultant);
    (void)rule();
    const auto said = [&] { return std::string(site->snapshot().content->catalogue->vocabulary().of(directory::Facet::target_group).front()->name.sv); };
    const auto facts = "//ul[@class='facts-line']/li[.='" + said() + "']";
    for (int i = 0; i < 4; ++i) ASSERT_EQ(join("Påhittad Nummer " + std::string(1, static_cast<char>('A' + i))).status(), 303);
    EXPECT_TRUE(site->get(path).says("Visas när minst fem är med i panelen."));
    EXPECT_EQ(site->get(path).count(facts), 0U);
    ASSERT_EQ(join("Påhittad Femte").status(), 303);
    EXPECT_EQ(site->get(path).count(facts), 1U);
    EXPECT_FALSE(site->get(path).says(said() + ": 5"));
}
TEST_P(Panel, when_the_day_has_come_it_is_said_that_it_is_somebody_elses_turn) {
    enter('k', 'e', Role::consultant);
    (void)rule("1");
    ASSERT_EQ(join().status(), 303);
    EXPECT_FALSE(site->get(path).says("Dags att byta"));
    later(31 * day);
    EXPECT_TRUE(site->get(path).says("Dags att byta"));
    enter('x', 'f', Role::consultant);
    EXPECT_FALSE(site->get(path).says("Påhittad Panel"));
}
TEST_P(Panel, who_has_left_is_in_her_extract_and_goes_when_it_is_time) {
    enter('k', 'e', Role::consultant);
    (void)rule();
    ASSERT_EQ(join().status(), 303);
    const auto person = database().read([](db::Reader& r) { return r.one(db::Sql{"test.member", "SELECT person FROM participation_panel_member"}, {}, [](const db::Row& row) { return rights::PersonId::stored(row.text(0)); }); });
    const auto parts = database().read([&](db::Reader& r) { return data.extract(r, site->vault(), scope(), person); });
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_EQ(parts.front().facts.front().second, "söndag 22 november 2026");
    EXPECT_TRUE(database().read([&](db::Reader& r) { return data.ended(r, site->vault(), scope()); }).empty());
    EXPECT_EQ(database().read([&](db::Reader& r) { return data.ongoing(r, scope()); }).size(), 1u);
    (void)site->send(member() + "/slutar", {});
    const auto ended = database().read([&](db::Reader& r) { return data.ended(r, site->vault(), scope()); });
    ASSERT_EQ(ended.size(), 1u);
    EXPECT_TRUE(database().read([&](db::Reader& r) { return data.refers(r, scope(), person); }));
    EXPECT_TRUE(database().write([&](db::Transaction& tx) { return data.erase(tx, site->vault(), now(), ended.front().area, ended.front().object); }));
    EXPECT_FALSE(database().write([&](db::Transaction& tx) { return data.erase(tx, site->vault(), now(), ended.front().area, ended.front().object); }));
    EXPECT_FALSE(database().read([&](db::Reader& r) { return data.refers(r, scope(), person); }));
}
TEST_P(Panel, a_text_that_is_answered_may_go_and_that_it_came_stays) {
    (void)says();
    EXPECT_TRUE(database().read([&](db::Reader& r) { return data.ended(r, site->vault(), scope()); }).empty());   // nobody has read it
    const auto point = summed_up();
    ASSERT_EQ(site->send(point, {{"status", "taken_up"}, {"svar", "Påhittat svar"}}).status(), 303);
    const auto ended = database().read([&](db::Reader& r) { return data.ended(r, site->vault(), scope()); });
    ASSERT_EQ(ended.size(), 1u);
    EXPECT_TRUE(ended.front().anonymous && ended.front().opinion) << "its time is a decision of its own";
    EXPECT_TRUE(database().write([&](db::Transaction& tx) { return data.erase(tx, site->vault(), now(), ended.front().area, ended.front().object); }));
    EXPECT_EQ(count("participation_view", "words IS NULL AND kind = 'proposal'"), 1);
    EXPECT_EQ(count("vault_key", "kind = 'view'"), 0);
    EXPECT_TRUE(site->get("/ni-sa-vi-gjorde").says("Färre än fem synpunkter har kommit in."));
    EXPECT_TRUE(site->get(path_of_view()).says("Texten är borttagen."));
}
TEST_P(Panel, a_text_goes_by_the_boards_decision_on_views_and_by_no_other) {
    (void)says();
    enter('k', 'e', Role::consultant);
    ASSERT_EQ(site->send(path_of_view(), sorted("no_proposal")).status(), 303);
    later(1000 * day);
    enter('g', 'e', Role::registrar);
    const auto decided = [&](const std::string& times) {
        database().write([&](db::Transaction& tx) { ASSERT_EQ(tx.execute(db::Sql{"test.retention", "UPDATE content_record SET source = ?1 WHERE path = 'retention.toml'"}, {times + "decision = \"SN 1 § 2\"\n"}), 1); });
        return site->get("/personal/gallring");
    };
    const std::string rule = "Nämndens beslut om synpunkter på riktlinjen";
    EXPECT_FALSE(decided("anonymous_question_days = \"90\"\n").says(rule));
    EXPECT_FALSE(decided("view_days = \"1001\"\n").says(rule)) << "its day has not come";
    EXPECT_TRUE(decided("view_days = \"1000\"\n").says(rule));
}
TEST_P(Panel, the_time_runs_from_the_answer) {
    (void)says();
    later(60 * day);
    const auto point = summed_up();
    later(day);
    enter('k', 'e', Role::consultant);
    ASSERT_EQ(site->send(point, {{"status", "taken_up"}, {"svar", "Påhittat svar"}}).status(), 303);
    const auto ended = database().read([&](db::Reader& r) { return data.ended(r, site->vault(), scope()); });
    ASSERT_EQ(ended.size(), 1u);
    EXPECT_EQ(ended.front().ended_at, now());
}
TEST_P(Panel, a_councils_opinion_is_not_an_anonymous_question) {
    (void)says();
    database().write([&](db::Transaction& tx) {
        tx.execute(db::Sql{"test.council", "INSERT INTO participation_council (id, name, made_at) VALUES ('cccccccccccccccccccccc', 'KFR, påhittat', ?1)"}, {now().ms});
        tx.execute(db::Sql{"test.meeting", "INSERT INTO participation_meeting (id, council, draft, day, minutes, made_at) VALUES ('mmmmmmmmmmmmmmmmmmmmmm', 'cccccccccccccccccccccc', ?1, '2026-11-10', 'Påhittat', ?2)"}, {draft, now().ms});
        tx.execute(db::Sql{"test.said_there", "UPDATE participation_view SET meeting = 'mmmmmmmmmmmmmmmmmmmmmm', way = 'meeting'"}, {});
    });
    enter('k', 'e', Role::consultant);
    ASSERT_EQ(site->send(path_of_view(), sorted("no_proposal")).status(), 303);
    EXPECT_TRUE(database().read([&](db::Reader& r) { return data.ended(r, site->vault(), scope()); }).empty());
    EXPECT_EQ(database().read([&](db::Reader& r) { return data.ongoing(r, scope()); }).size(), 1u);
}
LOTSEN_ON_BOTH_DATABASES(Panel);

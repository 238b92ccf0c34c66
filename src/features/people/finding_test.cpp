#include "support/people_desk.hpp"

namespace {
using namespace people_tests;
class Finding : public Desk {};
LOTSEN_ON_BOTH_DATABASES(Finding);
using Names = std::vector<std::string>;
}

TEST_P(Finding, by_name_the_most_exact_first_and_only_in_own_areas) {
    add({.name = "Karin Carlsson"}), add({.name = "Carl Karlsson"}), add({.name = "Carla Berg"}), add({.name = "Karl Ek"}, family), add({.name = "Östen Åberg"});
    EXPECT_EQ(found(anna, "karl"), (Names{"Carl Karlsson", "Carla Berg", "Karin Carlsson"}));
    EXPECT_EQ(found(anna, "karlson karin"), Names{"Karin Carlsson"});
    EXPECT_EQ(found(bo, "karl"), Names{"Karl Ek"});
    EXPECT_EQ(found(anna, "åb öst"), Names{"Östen Åberg"});
    EXPECT_EQ(found(anna, "aberg"), Names{});
}
TEST_P(Finding, at_most_twenty_and_never_how_many) {
    for (int i = 0; i < 23; ++i) add({.name = "Anders " + std::string(1, static_cast<char>('A' + i)) + "lund"});
    const auto where = scope(anna);
    const auto hits = find_by_name(search(anna, where), "Anders");
    EXPECT_EQ(hits.names.size(), 20u);
    EXPECT_TRUE(hits.more);
    EXPECT_FALSE(find_by_name(search(anna, where), "Anders Clund").more);
}
TEST_P(Finding, nothing_by_one_letter_or_none) {
    add({.name = "Anna A"});
    for (const char* typed : {"", "a", "%", "*", "' OR 1=1 --"}) EXPECT_EQ(found(anna, typed), Names{}) << typed;
}
TEST_P(Finding, by_number_compared_whole) {
    add({"Märta Ek", "070-123 45 67", "Marta@Example.se", "", "19121212-1212"});
    EXPECT_EQ(found(anna, "121212+1212", find_by_personal_number), Names{"Märta Ek"});
    EXPECT_EQ(found(anna, "0046701234567", find_by_phone), Names{"Märta Ek"});
    EXPECT_EQ(found(anna, " marta@EXAMPLE.se", find_by_email), Names{"Märta Ek"});
    for (const char* part : {"1212", "070-123 45 6", "marta", "", "19121212"}) {
        EXPECT_EQ(found(anna, part, find_by_personal_number), Names{}) << part;
        EXPECT_EQ(found(anna, part, find_by_phone), Names{}) << part;
        EXPECT_EQ(found(anna, part, find_by_email), Names{}) << part;
    }
    EXPECT_EQ(found(bo, "0701234567", find_by_phone), Names{});
}
TEST_P(Finding, writes_one_line_with_those_it_showed_and_nothing_that_was_typed) {
    const auto id = add({.name = "Märta Ek"}), other = add({.name = "Olle By"});
    EXPECT_EQ(found(anna, "märta").size(), 1u);
    EXPECT_EQ(found(anna, "finns-inte-xyzzy").size(), 0u);
    EXPECT_EQ(lines("search", "person"), 2);
    EXPECT_EQ(lines_about(id, "search"), 1);
    EXPECT_EQ(lines_about(other, "search"), 0);
    constexpr db::Sql all{"test.all_text", "SELECT object || ' ' || reason || ' ' || kind FROM audit_line"};
    database().read([&](db::Reader& r) { r.query(all, {}, [](const db::Row& row) { EXPECT_EQ(row.text(0).find("xyzzy"), std::string_view::npos); }); });
}

TEST_P(Finding, a_protected_person_is_as_nobody_for_all_who_were_not_named) {
    const auto id = add({"Hemlig Ek", "070-123 45 67", "h@example.se", "", "19121212-1212"}, older, Protection::protected_identity);
    EXPECT_EQ(found(anna, "Hemlig"), Names{});
    EXPECT_EQ(found(anna, "0701234567", find_by_phone), Names{});
    EXPECT_EQ(found(anna, "h@example.se", find_by_email), Names{});
    EXPECT_EQ(found(anna, "191212121212", find_by_personal_number), Names{});
    EXPECT_FALSE(open(anna, id));
    EXPECT_FALSE(database().write([&](db::Transaction& tx) { return erase(tx, vault, anna, scope(anna), now, id); }));
    EXPECT_EQ(lines("refused", "person.protected"), 6);
    const auto told = alerts_of(head);
    ASSERT_EQ(told.size(), 6u);
    for (const auto& alert : told) {
        EXPECT_EQ(alert.kind, AlertKind::protected_person);
        EXPECT_EQ(alert.account, anna.account());
        EXPECT_EQ(alert.area, older);
    }
    EXPECT_TRUE(alerts_of(bo).empty());
}
TEST_P(Finding, one_search_is_one_alert_and_a_line_for_each_it_hid) {
    for (const char* name : {"Hemlig Ek", "Hemlig By", "Hemlig Al"}) add({.name = name}, older, Protection::protected_identity);
    EXPECT_EQ(found(anna, "hemlig"), Names{});
    EXPECT_EQ(alerts_of(head).size(), 1u);
    EXPECT_EQ(lines("refused", "person.protected"), 3);
}
TEST_P(Finding, a_protected_person_is_seen_by_who_was_named_until_the_day_said) {
    const auto id = add({.name = "Hemlig Ek"}, older, Protection::protected_identity);
    const base::Instant until{now.ms + 1000};
    EXPECT_FALSE(database().write([&](db::Transaction& tx) { return grant_protected(tx, bo, scope(bo), now, older, bo.account(), until); }));
    EXPECT_TRUE(database().write([&](db::Transaction& tx) { return grant_protected(tx, head, scope(head), now, older, anna.account(), until); }));
    EXPECT_EQ(found(anna, "hemlig"), Names{"Hemlig Ek"});
    EXPECT_TRUE(open(anna, id));
    EXPECT_FALSE(open(anna, id, until));
    EXPECT_FALSE(open(head, id));
    EXPECT_EQ(database().read([&](db::Reader& r) { return protected_readers(r, scope(head)); }).size(), 1u);
    EXPECT_TRUE(database().write([&](db::Transaction& tx) { return revoke_protected(tx, head, scope(head), now, older, anna.account()); }));
    EXPECT_FALSE(database().write([&](db::Transaction& tx) { return revoke_protected(tx, head, scope(head), now, older, anna.account()); }));
    EXPECT_FALSE(open(anna, id));
    EXPECT_EQ(lines("write", "person.protected_reader"), 2);
}
// Security T9. A loaded machine may push one answer past its step, so the answers get five tries to be alike.
TEST_P(Finding, an_answer_comes_at_a_whole_step_of_time_whatever_it_is) {
    for (int i = 0; i < 30; ++i) add({.name = "Anders Lund"});
    add({.name = "Hemlig Ek"}, older, Protection::protected_identity);
    const auto where = scope(anna);
    auto asked = search(anna, where);
    asked.step = std::chrono::milliseconds(80);
    const auto steps = [&](const char* typed) {
        const auto begun = std::chrono::steady_clock::now();
        (void)find_by_name(asked, typed);
        return (std::chrono::steady_clock::now() - begun) / asked.step;
    };
    bool alike = false;
    for (int attempt = 0; attempt < 5 && !alike; ++attempt) {
        const auto nobody = steps("Ingen"), many = steps("Anders"), hidden = steps("Hemlig"), nothing = steps("");
        for (const auto each : {nobody, many, hidden, nothing}) EXPECT_GE(each, 1);
        alike = nobody == many && many == hidden && hidden == nothing;
    }
    EXPECT_TRUE(alike);
}

TEST_P(Finding, break_glass_opens_an_area_for_an_hour_tells_its_head_and_leaves_the_protected_closed) {
    const auto id = add({.name = "Märta Ek"}), hidden = add({.name = "Hemlig Ek"}, older, Protection::protected_identity);
    const auto broken = database().write([&](db::Transaction& tx) { return break_glass(tx, vault, randomness, bo, now, older, "Kollegan är borta och hon ringde nyss."); });
    ASSERT_TRUE(broken);
    EXPECT_EQ(broken->until.ms - now.ms, 60 * 60 * 1000);
    const auto in_force = [&](base::Instant at) { return database().read([&](db::Reader& r) { return emergencies(r, bo.account(), at); }); };
    ASSERT_EQ(in_force(now).size(), 1u);
    EXPECT_TRUE(in_force(broken->until).empty());
    const auto acting = actor("bo", Role::consultant, family, in_force(now));
    EXPECT_TRUE(open(acting, id));
    EXPECT_FALSE(open(acting, id, broken->until));
    EXPECT_FALSE(open(acting, hidden));
    EXPECT_EQ(found(acting, "Ek"), Names{"Märta Ek"});
    const auto told = alerts_of(head);
    ASSERT_EQ(told.size(), 3u); // the glass, and twice the protected person
    const auto glass = std::find_if(told.begin(), told.end(), [](const Alert& a) { return a.kind == AlertKind::break_glass; });
    ASSERT_NE(glass, told.end());
    EXPECT_EQ(glass->why, "Kollegan är borta och hon ringde nyss.");
    EXPECT_EQ(glass->account, bo.account());
    EXPECT_EQ(glass->until, broken->until);
    EXPECT_EQ(lines("break_glass", "person.emergency"), 1);
    EXPECT_FALSE(database().write([&](db::Transaction& tx) { return seen(tx, bo, scope(bo), now, glass->id); }));
    EXPECT_TRUE(database().write([&](db::Transaction& tx) { return seen(tx, head, scope(head), now, glass->id); }));
    EXPECT_FALSE(database().write([&](db::Transaction& tx) { return seen(tx, head, scope(head), now, glass->id); }));
    EXPECT_EQ(alerts_of(head).size(), 2u);
}
TEST_P(Finding, break_glass_asks_for_a_role_and_a_reason) {
    const auto breaking = [&](const Actor& who, std::string_view why) { return database().write([&](db::Transaction& tx) { return break_glass(tx, vault, randomness, who, now, older, why); }); };
    EXPECT_EQ(breaking(actor("root", Role::administrator, family), "En lång nog anledning").refusal(), BreakGlassRefusal::not_your_role);
    EXPECT_EQ(breaking(actor("chef", Role::director, family), "En lång nog anledning").refusal(), BreakGlassRefusal::not_your_role);
    EXPECT_EQ(breaking(bo, "    kort     ").refusal(), BreakGlassRefusal::reason_missing);
    EXPECT_EQ(breaking(bo, std::string(501, 'x')).refusal(), BreakGlassRefusal::reason_too_long);
    EXPECT_TRUE(alerts_of(head).empty());
}

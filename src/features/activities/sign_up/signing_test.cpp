#include "features/activities/sign_up/signing_for_tests.hpp"
#include "support/audit_lines.hpp"
// Signing up, and what may be kept of who comes.

namespace {
using namespace activities_tests;
using enum EntryState;
LOTSEN_ON_BOTH_DATABASES(Signing);

TEST_P(Signing, gives_seats_as_long_as_there_are_any_and_then_places_in_the_line) {
    open_group(group(3));
    EXPECT_EQ(signed_up(one("a"))->entry.state, placed);
    EXPECT_EQ(signed_up(one("b", 2))->entry.state, placed);
    EXPECT_EQ(signed_up(one("c"))->entry.state, waiting);
    EXPECT_EQ(signed_up(one("d"))->entry.state, waiting);
    EXPECT_EQ(entry("d").position, 3);
    EXPECT_EQ(wrong(), "");
}
TEST_P(Signing, sent_twice_is_one_also_when_it_has_closed_meanwhile) {
    open_group(group(1));
    EXPECT_FALSE(signed_up(one("a"))->again);
    const auto again = signed_up(one("a"), at("2027-06-01", "10:00"));
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->again);
    EXPECT_EQ(again->entry.state, placed);
    auto other = one("other");
    other.form = one("a").form;
    EXPECT_EQ(signed_up(other)->entry.id, id<EntryId>("a"));
}
TEST_P(Signing, is_refused_when_it_cannot_be) {
    auto a = group(2, {.minimum = 1, .stop_day = calendar::date_from("2026-11-25")});
    a.for_whom = ForWhom::under_15;
    open_group(a);
    EXPECT_EQ(why(signed_up(one("a"))), Refusal::guardian_missing);
    auto in = one("a");
    in.guardian_agrees = true;
    in.size = 3;
    EXPECT_EQ(why(signed_up(in)), Refusal::too_many);
    in.size = 1;
    in.not_reached = true;
    EXPECT_EQ(why(signed_up(in)), Refusal::not_asked);
    in.not_reached = false;
    in.been_before = Been::newcomer;
    ASSERT_TRUE(signed_up(in, at("2026-11-25", "23:59")));
    EXPECT_EQ(entry("a").been_before, std::nullopt) << "no rule needs it: asked apart from the sign-up (O2)";
    EXPECT_TRUE(entry("a").guardian_agreed_at);
    in.form = "another";
    EXPECT_EQ(why(signed_up(in, at("2026-11-26", "00:00"))), Refusal::too_late);
    EXPECT_EQ(why(signed_up(one("b", 1, id<ActivityId>("none")))), Refusal::unknown);
    EXPECT_EQ(why(done([&](db::Transaction& tx) { return enter_by_staff(tx, bo, scope_of(bo), now, counting(), one("c"), {CameBy::phone, now}); })), Refusal::unknown);
}
TEST_P(Signing, is_refused_before_it_opens_and_after_the_last_occasion) {
    done([&](db::Transaction& tx) { return static_cast<bool>(add_activity(tx, anna, everything, now, group(2))); });
    EXPECT_EQ(why(signed_up(one("a"))), Refusal::not_open);
    EXPECT_EQ(why(step(Step::open)), Refusal::no_session);
    done([&](db::Transaction& tx) { return static_cast<bool>(add_session(tx, anna, everything, now, session("first", times("2026-12-01", "18:00", "20:00")))); });
    EXPECT_EQ(why(step(Step::open, now, bo)), Refusal::unknown);
    ASSERT_TRUE(step(Step::open));
    EXPECT_EQ(why(signed_up(one("a"), at("2026-12-01", "18:00"))), Refusal::too_late);
    EXPECT_TRUE(signed_up(one("a"), at("2026-12-01", "17:59")));
}

// ---- what may be kept of who comes (domain 1.2, decisions) ----

TEST_P(Signing, keeps_nobody_where_only_counts_are_kept) {
    open_group(group(2));
    const auto name = alias("a");
    auto in = one("a");
    in.alias = &name;
    EXPECT_EQ(why(signed_up(in)), Refusal::too_much);
    const auto somebody = person("Påhittad Person");
    in.alias = nullptr;
    in.newly = {&somebody};
    EXPECT_EQ(why(signed_up(in)), Refusal::too_much);
}
TEST_P(Signing, keeps_an_alias_sealed_where_identity_is_left_out) {
    open_group(group(2));
    const auto name = alias("a", "Påhittade Pia");
    auto in = one("a");
    in.alias = &name;
    ASSERT_TRUE(signed_up(in, now, by_alias()));
    const auto kept = database().read([&](db::Reader& r) { return store::alias(r, vault, everything, *store::find_entry(r, everything, id<EntryId>("a"))); });
    EXPECT_EQ(kept->names(), std::vector<std::string>{"Påhittade Pia"});
    EXPECT_EQ(entry("a").decision, decision.number);
    constexpr db::Sql raw{"test.alias", "SELECT alias FROM activities_alias"};
    database().read([&](db::Reader& r) { r.query(raw, {}, [](const db::Row& row) { EXPECT_EQ(db::bytes_of(row.blob(0)).find("Pia"), std::string_view::npos); }); });
    const auto somebody = person("Påhittad Person");
    auto named = one("b");
    named.newly = {&somebody};
    EXPECT_EQ(why(signed_up(named, now, by_alias())), Refusal::too_much);
}
TEST_P(Signing, keeps_a_person_by_id_where_the_case_system_documents) {
    open_group(group(2));
    EXPECT_EQ(why(signed_up(one("a"), now, by_name())), Refusal::identity_missing);
    const auto pia = person("Påhittade Pia"), pelle = person("Påhittade Pelle");
    auto in = one("a", 2);
    in.newly = {&pia, &pelle};
    ASSERT_TRUE(signed_up(in, now, by_name()));
    EXPECT_EQ(entry("a").person, pia.id);
    EXPECT_EQ(entry("a").companion, pelle.id);
    const auto opened = done([&](db::Transaction& tx) { return people::open(tx, vault, anna, scope_of(anna), now, pia.id, people::Reason::own_task); });
    EXPECT_EQ(opened->details.name, "Påhittade Pia");
    const auto name = alias("b");
    auto both = one("b");
    both.alias = &name;
    EXPECT_EQ(why(signed_up(both, now, by_name())), Refusal::too_much);
    auto second = one("c");
    second.known = {pia.id, pelle.id};
    EXPECT_EQ(why(signed_up(second, now, by_name())), Refusal::too_much);
}
TEST_P(Signing, keeps_no_person_on_another_ground_than_the_permits) {
    open_group(group(2));
    const auto advice = people::sealed(vault, randomness, area, people::Kind::carer, people::Ground::agreed_follow_up(), people::Protection::none, *people::checked({.name = "Påhittade Pia"}, now));
    auto in = one("a");
    in.newly = {&advice};
    EXPECT_THROW((void)signed_up(in, now, by_name()), base::Bug);
    EXPECT_FALSE(database().read([&](db::Reader& r) { return store::find_entry(r, everything, id<EntryId>("a")); }));
}
TEST_P(Signing, forgets_an_erased_person_and_keeps_the_other_of_two) {
    open_group(group(2));
    const auto pia = person("Påhittade Pia"), pelle = person("Påhittade Pelle");
    auto in = one("a", 2);
    in.newly = {&pia, &pelle};
    ASSERT_TRUE(signed_up(in, now, by_name()));
    ASSERT_TRUE(done([&](db::Transaction& tx) { return people::erase(tx, vault, anna, scope_of(anna), now, pelle.id); }));
    EXPECT_EQ(entry("a").companion, std::nullopt);
    EXPECT_EQ(entry("a").person, pia.id);
    ASSERT_TRUE(done([&](db::Transaction& tx) { return people::erase(tx, vault, anna, scope_of(anna), now, pia.id); }));
    EXPECT_EQ(entry("a").person, std::nullopt);
}
TEST_P(Signing, is_held_to_the_permit_by_the_schema_too) {
    open_group(group(2));
    const auto pia = person("Påhittade Pia");
    ASSERT_TRUE(done([&](db::Transaction& tx) { return people::add(tx, anna, everything, now, pia); }));
    ASSERT_TRUE(signed_up(one("a")));
    constexpr db::Sql name{"test.name", "UPDATE activities_entry SET person_area = area, person = ?1"};
    EXPECT_THROW(done([&](db::Transaction& tx) { return tx.execute(name, {pia.id}); }), base::Bug);
}
TEST_P(Signing, writes_its_line_and_what_it_says_is_nobody) {
    open_group(group(1));
    ASSERT_TRUE(signed_up(one("a")));
    ASSERT_TRUE(cancel("a", later(now, 1)));
    std::vector<std::string> said;
    for (const auto& line : support::audit_lines(database()))
        if (line.kind == "activities.entry") said.push_back(line.account + " " + line.reason + " " + line.object);
    EXPECT_EQ(said, (std::vector<std::string>{"visitor--------------- signed_up a---------------------", "visitor--------------- left a---------------------"}));
}
}

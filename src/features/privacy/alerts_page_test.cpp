#include "support/privacy_desk.hpp"

// What the head of an area is told, and whom she lets see protected persons, on both databases.
namespace {
using namespace privacy_test;
const std::string alerts_path = "/personal/larm", protected_path = "/personal/skyddade";

// h heads e, j heads f; k is a consultant in e, x in f.
class AlertsPage : public Municipality {
protected:
    void SetUp() override {
        Municipality::SetUp();
        member('h', "Påhittad Hassel", 'e', Role::head_of_operations), member('k', "Påhittad Körsbär", 'e', Role::consultant);
        member('j', "Påhittad Jasmin", 'f', Role::head_of_operations), member('x', "Påhittad Lind", 'f', Role::consultant);
        member('a', "Påhittad Ask", 'e', Role::administrator);
        head('h', 'e');
    }
    void head(char account, char where, Role role = Role::head_of_operations) { enter(account, where, role); }
    static rights::Actor consultant(char account, char where) { return acting(account, where, Role::consultant); }
    // x, who works in f, opens e.
    rights::Emergency break_glass(const rights::Actor& who, char where, std::string_view why = "Hon ringde och grät, jag måste nå hennes syster.") {
        later(minute);
        return *database().write([&](db::Transaction& tx) { return people::break_glass(tx, site->vault(), random, who, now(), id<rights::AreaId>(where), why); });
    }
    people::PersonId protected_person() { return person({.name = "Påhittad Gömd"}, 'e', people::Protection::protected_identity); }
    rights::AreaScope scope(const rights::Actor& who) { return rights::AreaScope::of(who, {Role::consultant}, now()); }
    bool opens(const people::PersonId& person) {
        const auto who = consultant('k', 'e');
        return database().write([&](db::Transaction& tx) { return people::open(tx, site->vault(), who, scope(who), now(), person, people::Reason::own_task); }).has_value();
    }
    std::string stamp(const Page& page, const std::string& action) { return page.text("//form[@action='" + action + "']//input[@name='stamp']/@value"); }
    Page send(const std::string& on, const std::string& action, web::Fields fields) {
        fields.emplace_back("stamp", stamp(site->get(on), action));
        return site->post(action, fields);
    }
    Page grant(const std::string& who, const std::string& until) { return send(protected_path, protected_path, {{"vem", who}, {"till", until}}); }
    std::string seen_action() { return site->get(alerts_path).text("(//form[contains(@action,'/personal/larm/')])[1]/@action"); }
};
const std::string k_in_e = std::string(22, 'e') + "." + std::string(22, 'k');
}

TEST_P(AlertsPage, is_calm_when_nothing_waits) {
    const auto page = site->get(alerts_path);
    EXPECT_EQ(page.status(), 200);
    EXPECT_TRUE(page.says("Inga larm väntar"));
    EXPECT_FALSE(site->get("/personal").says("larm väntar på dig"));
}
TEST_P(AlertsPage, tells_the_head_of_a_break_glass_in_the_persons_own_words) {
    break_glass(consultant('x', 'f'), 'e');
    EXPECT_TRUE(site->get("/personal").says("Ett larm väntar på dig"));
    const auto page = site->get(alerts_path);
    for (const char* words : {"Nödöppning", "Hon ringde och grät, jag måste nå hennes syster.", "Äldreomsorg", "Anhörigkonsulent, Familj norr", "22 november 2026"}) EXPECT_TRUE(page.says(words)) << words;
    EXPECT_FALSE(page.says("Påhittad Lind")) << "the role, not the name";
    EXPECT_TRUE(logged("list", "person.alert", 'h'));
    head('a', 'e', Role::director);
    EXPECT_TRUE(site->get(alerts_path).says("Nödöppning"));
    EXPECT_TRUE(site->get("/personal").says("Ett larm väntar på dig"));
}
TEST_P(AlertsPage, tells_only_the_heads_of_the_area) {
    break_glass(consultant('x', 'f'), 'e');
    const auto action = seen_action();
    head('j', 'f');
    EXPECT_TRUE(site->get(alerts_path).says("Inga larm väntar"));
    EXPECT_FALSE(site->get("/personal").says("larm väntar på dig"));
    const auto other = site->send(action, {});
    EXPECT_EQ(other.status(), 404);
    for (const auto role : {Role::consultant, Role::administrator, Role::log_reviewer}) {
        head('b', 'e', role);
        EXPECT_EQ(site->get(alerts_path).status(), 403) << rights::key(role);
    }
    head('h', 'e');
    EXPECT_FALSE(site->get(alerts_path).says("Inga larm väntar")) << "it waits still";
}
// Whoever breaks the glass of an area must not be able to put the alert away with the right that it gave her.
TEST_P(AlertsPage, does_not_let_a_head_put_away_an_alert_about_herself) {
    const auto jasmin = actor_with('j', {assigned(Role::head_of_operations, 'f')}).acting(rights::Rule::only(Role::head_of_operations));
    const auto opened = break_glass(jasmin, 'e');
    const auto action = seen_action();
    site->gate().let_in(rights::Actor({.account = id<rights::AccountId>('j'), .assignments = {assigned(Role::head_of_operations, 'f')}, .emergencies = {opened}, .session = "session"}));
    EXPECT_TRUE(site->get(alerts_path).says("Inga larm väntar")) << "the opened area is not her own";
    EXPECT_EQ(site->send(action, {}).status(), 404);
    // And not in her own area either.
    const auto hassel = actor_with('h', {assigned(Role::head_of_operations, 'e')}).acting(rights::Rule::only(Role::head_of_operations));
    head('h', 'e');
    EXPECT_EQ(site->send(action, {}).status(), 303);
    break_glass(hassel, 'e');
    const auto own = site->get(alerts_path);
    EXPECT_TRUE(own.says("Det var du själv."));
    EXPECT_FALSE(own.has("//form[contains(@action,'/personal/larm/')]"));
    head('d', 'e', Role::director);
    const auto directors = seen_action();
    head('h', 'e');
    EXPECT_EQ(site->send(directors, {}).status(), 404);
    head('d', 'e', Role::director);
    EXPECT_EQ(site->send(directors, {}).status(), 303);
}
TEST_P(AlertsPage, is_put_away_once_and_stays_in_the_log) {
    break_glass(consultant('x', 'f'), 'e');
    const auto action = seen_action();
    const auto answer = send(alerts_path, action, {});
    EXPECT_EQ(answer.header("Location"), "/personal/larm?klart=sett");
    const auto page = site->get("/personal/larm?klart=sett");
    EXPECT_TRUE(page.says("Larmet är märkt som sett."));
    EXPECT_TRUE(page.says("Inga larm väntar"));
    EXPECT_TRUE(logged("read", "person.alert", 'h'));
    EXPECT_EQ(site->send(action, {}).status(), 404);
    EXPECT_EQ(site->send(alerts_path + "/" + std::string(22, 'z'), {}).status(), 404);
}
TEST_P(AlertsPage, tells_that_somebody_asked_for_a_protected_person_and_names_neither) {
    const auto person = protected_person();
    later(minute);
    EXPECT_FALSE(opens(person));
    const auto page = site->get(alerts_path);
    EXPECT_TRUE(page.says("Någon frågade efter en skyddad person"));
    EXPECT_TRUE(page.says("Anhörigkonsulent, Äldreomsorg norr"));
    EXPECT_FALSE(page.says("Påhittad Gömd"));
    EXPECT_FALSE(page.says("Påhittad Körsbär"));
    EXPECT_FALSE(page.says(person.text()));
}

// ---- who may see protected persons
TEST_P(AlertsPage, a_head_gives_and_takes_the_right_to_see_protected_persons) {
    const auto person = protected_person();
    EXPECT_TRUE(site->get(protected_path).says("Ingen får se skyddade personer i dina områden just nu."));
    EXPECT_FALSE(opens(person));
    EXPECT_EQ(grant(k_in_e, "2026-11-23").header("Location"), "/personal/skyddade?klart=givet");
    const auto page = site->get(protected_path);
    EXPECT_EQ(page.text("//tbody/tr/td[1]"), "Påhittad Körsbär");
    EXPECT_EQ(page.text("//tbody/tr/td[3]"), "23 november 2026");
    EXPECT_TRUE(opens(person));
    EXPECT_TRUE(logged("write", "person.protected_reader", 'h'));
    site->clock().time.ms += 2LL * 86'400'000;   // the day after the last one
    EXPECT_FALSE(opens(person));
    EXPECT_TRUE(site->get(protected_path).says("har gått ut"));
    EXPECT_EQ(send(protected_path, protected_path + "/ta-bort", {{"omrade", std::string(22, 'e')}, {"konto", std::string(22, 'k')}}).header("Location"), "/personal/skyddade?klart=borta");
    EXPECT_EQ(site->get(protected_path).count("//tbody/tr"), 0u);
}
TEST_P(AlertsPage, a_right_is_taken_at_once) {
    const auto person = protected_person();
    ASSERT_EQ(grant(k_in_e, "2027-11-22").status(), 303) << "a year is allowed";
    ASSERT_TRUE(opens(person));
    ASSERT_EQ(send(protected_path, protected_path + "/ta-bort", {{"omrade", std::string(22, 'e')}, {"konto", std::string(22, 'k')}}).status(), 303);
    EXPECT_FALSE(opens(person));
}
TEST_P(AlertsPage, the_right_is_for_who_works_in_the_area_and_for_a_year_at_most) {
    const auto page = site->get(protected_path);
    EXPECT_TRUE(page.has("//option[@value='" + k_in_e + "']"));
    EXPECT_FALSE(page.has("//option[contains(@value,'" + std::string(22, 'x') + "')]")) << "works in another area";
    EXPECT_FALSE(page.has("//option[contains(@value,'" + std::string(22, 'a') + "')]")) << "runs the system";
    for (const auto& [who, until] : {std::pair<std::string, std::string>{std::string(22, 'e') + "." + std::string(22, 'x'), "2026-12-01"}, {std::string(22, 'f') + "." + std::string(22, 'x'), "2026-12-01"}, {"", "2026-12-01"},
                                     {k_in_e, "2026-11-21"}, {k_in_e, "2027-11-23"}, {k_in_e, "snart"}, {k_in_e, ""}}) {
        const auto answer = grant(who, until);
        EXPECT_EQ(answer.status(), 422) << who << " " << until;
        EXPECT_EQ(answer.text("//input[@name='till']/@value"), until);
    }
    EXPECT_EQ(site->get(protected_path).count("//tbody/tr"), 0u);
}
TEST_P(AlertsPage, another_areas_readers_are_not_seen_and_not_touched) {
    ASSERT_EQ(grant(k_in_e, "2026-12-01").status(), 303);
    head('j', 'f');
    EXPECT_FALSE(site->get(protected_path).says("Påhittad Körsbär"));
    EXPECT_EQ(site->send(protected_path + "/ta-bort", {{"omrade", std::string(22, 'e')}, {"konto", std::string(22, 'k')}}).status(), 404);
    head('h', 'e');
    EXPECT_EQ(site->get(protected_path).count("//tbody/tr"), 1u);
    site->gate().stale();
    EXPECT_EQ(site->get(protected_path).header("Location"), "/bekrafta");
    EXPECT_EQ(site->send(protected_path, {{"vem", k_in_e}, {"till", "2026-12-01"}}).header("Location"), "/bekrafta");
    head('d', 'e', Role::director);
    EXPECT_EQ(site->get(protected_path).status(), 403);
}
LOTSEN_ON_BOTH_DATABASES(AlertsPage);

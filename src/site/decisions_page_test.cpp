#include "support/pages.hpp"
#include "support/standing_gate.hpp"
#include <gtest/gtest.h>

using namespace support;
using rights::Role;
namespace {
rights::Actor as(Role role) {
    return actor_with('a', {{id_of<rights::AssignmentId>('b'), role, id_of<rights::UnitId>('u'), id_of<rights::OperationId>('o'), id_of<rights::AreaId>('A')}});
}

// A new municipality's site, with whoever the test says behind the counter.
class DecisionsPage : public OnBothDatabases {
protected:
    StandingGate gate;
    std::optional<Site> site;
    void SetUp() override {
        OnBothDatabases::SetUp();
        site.emplace(database(), danderyds_records(), &gate);
        gate.let_in(as(Role::registrar));
    }
    web::Fields form(const std::string& path, const std::string& action, web::Fields fields) {
        const auto page = site->get(path);
        const auto in = "//form[@action='" + action + "']//input[@name='";
        fields.emplace_back("stamp", page.text(in + "stamp']/@value"));
        fields.emplace_back("seen", page.text(in + "seen']/@value"));
        return fields;
    }
    Page add(web::Fields fields) { return site->post("/personal/beslut/nytt", form("/personal/beslut/nytt", "/personal/beslut/nytt", std::move(fields))); }
    std::size_t lines() {
        return static_cast<std::size_t>(database().read([](db::Reader& r) { return r.one(db::Sql{"test.lines", "SELECT COUNT(*) FROM audit_line WHERE kind = 'decision'"}, {}, [](const db::Row& row) { return row.integer(0); }); }));
    }
};
const web::Fields good{{"number", "SON 2026/12 § 4"}, {"date", "2026-10-01"}, {"from", "2026-11-01"}, {"says", "without_assessment"}, {"services", "samtalsgrupp"}};
web::Fields but(web::Fields fields, std::string_view name, std::string value) {
    for (auto& [key, was] : fields)
        if (key == name) was = value;
    return fields;
}
const char* no_sign_up = "Därför kan du inte anmäla dig här, bara fråga";
}

TEST_P(DecisionsPage, lists_every_service_that_lacks_a_decision) {   // SoL 11:5
    const auto page = site->get("/personal/beslut");
    EXPECT_EQ(page.status(), 200);
    std::size_t services = 0;
    for (const auto& offer : danderyds().catalogue->offers()) services += offer.municipal() && offer.regime == directory::Regime::service;
    EXPECT_EQ(page.count("//table[1]/tbody/tr"), services);
    EXPECT_TRUE(page.says("Registret är tomt"));
}
TEST_P(DecisionsPage, a_saved_decision_shows_at_once_for_the_carer_and_leaves_a_line_in_the_log) {
    EXPECT_TRUE(site->get("/stod/samtalsgrupp").says(no_sign_up));
    const auto saved = add(good);
    EXPECT_EQ(saved.status(), 303) << saved.text("//main");
    EXPECT_EQ(saved.header("Location"), "/personal/beslut?klart=sparat");
    EXPECT_FALSE(site->get("/stod/samtalsgrupp").says(no_sign_up));
    EXPECT_TRUE(site->get("/stod/syskonstod").says(no_sign_up));
    EXPECT_EQ(lines(), 1U);
    EXPECT_TRUE(site->get("/personal/beslut?klart=sparat").says("Beslutet är sparat."));
    EXPECT_TRUE(site->get("/personal/beslut").says("SON 2026/12 § 4"));
}
TEST_P(DecisionsPage, a_number_without_letters_is_stored_and_its_line_is_no_persons_number) {
    EXPECT_EQ(add(but(good, "number", "2026/118 § 42")).status(), 303);
    EXPECT_EQ(lines(), 1U);
}
TEST_P(DecisionsPage, a_decision_ends_with_its_last_day_also_for_the_carer) {
    auto until = good;
    until.emplace_back("until", "2026-11-30");
    ASSERT_EQ(add(until).status(), 303);
    EXPECT_FALSE(site->get("/stod/samtalsgrupp").says(no_sign_up));
    site->clock().time.ms += 9LL * 86'400'000;   // 1 December
    EXPECT_TRUE(site->get("/stod/samtalsgrupp").says(no_sign_up));
    EXPECT_TRUE(site->get("/personal/beslut").says("Beslutet tog slut 30 november 2026"));
}
TEST_P(DecisionsPage, says_all_that_is_wrong_at_once_and_keeps_what_was_typed) {
    const auto page = add({{"number", "SON 9"}, {"date", "i går"}, {"from", "2026-11-02"}, {"until", "2026-11-01"}, {"says", "without_identity"}, {"conditions", "Mina <villkor>"}});
    EXPECT_EQ(page.status(), 422);
    EXPECT_EQ(page.text("//title").substr(0, 4), "Fel:");
    EXPECT_EQ(page.all("//*[contains(@class,'ds-error-summary')]//li").size(), 4U);
    for (const auto& href : page.all("//*[contains(@class,'ds-error-summary')]//a/@href")) EXPECT_TRUE(page.has("//*[@id='" + href.substr(1) + "']")) << href;
    EXPECT_EQ(page.text("//textarea[@name='conditions']"), "Mina <villkor>");
    EXPECT_EQ(page.text("//input[@name='date']/@value"), "i går");
    EXPECT_EQ(lines(), 0U);
}
TEST_P(DecisionsPage, two_who_change_the_register_at_once_never_overwrite_each_other) {
    const auto first = form("/personal/beslut/nytt", "/personal/beslut/nytt", good), second = form("/personal/beslut/nytt", "/personal/beslut/nytt", but(good, "number", "SON 2026/13"));
    EXPECT_EQ(site->post("/personal/beslut/nytt", first).status(), 303);
    const auto late = site->post("/personal/beslut/nytt", second);
    EXPECT_EQ(late.status(), 422);
    EXPECT_TRUE(late.says("Någon annan ändrade registret medan du skrev"));
    EXPECT_EQ(late.text("//input[@name='number']/@value"), "SON 2026/13");
    EXPECT_FALSE(site->get("/personal/beslut").says("SON 2026/13"));
}
TEST_P(DecisionsPage, is_changed_and_removed) {
    ASSERT_EQ(add(good).status(), 303);
    const std::string at = "/personal/beslut/son-2026-12-4";
    EXPECT_EQ(site->post(at, form(at, at, but(good, "services", "syskonstod"))).status(), 303);
    EXPECT_TRUE(site->get("/stod/samtalsgrupp").says(no_sign_up));
    EXPECT_FALSE(site->get("/stod/syskonstod").says(no_sign_up));
    EXPECT_EQ(site->post(at + "/ta-bort", form(at, at + "/ta-bort", {})).status(), 303);
    EXPECT_EQ(site->get(at).status(), 404);
    EXPECT_TRUE(site->get("/stod/syskonstod").says(no_sign_up));
    EXPECT_EQ(lines(), 3U);
}
TEST_P(DecisionsPage, the_lawyers_answer_about_13_9_opens_or_closes) {
    ASSERT_EQ(site->post("/personal/beslut/stod-enligt-13-9", form("/personal/beslut", "/personal/beslut/stod-enligt-13-9", {{"carer_support", "nej"}})).status(), 303);
    EXPECT_FALSE(site->get("/stod/samtalsgrupp").says(no_sign_up));
    ASSERT_EQ(site->post("/personal/beslut/stod-enligt-13-9", form("/personal/beslut", "/personal/beslut/stod-enligt-13-9", {{"carer_support", ""}})).status(), 303);
    EXPECT_TRUE(site->get("/stod/samtalsgrupp").says(no_sign_up));
}
TEST_P(DecisionsPage, who_may_only_read_gets_no_button_and_cannot_post) {
    const auto ready = form("/personal/beslut/nytt", "/personal/beslut/nytt", good);
    for (const auto role : {Role::consultant, Role::head_of_operations}) {
        gate.let_in(as(role));
        const auto page = site->get("/personal/beslut");
        EXPECT_EQ(page.status(), 200);
        EXPECT_FALSE(page.has("//main//form"));
        EXPECT_FALSE(page.has("//main//a[contains(@href,'/nytt')]"));
        EXPECT_EQ(site->post("/personal/beslut/nytt", ready).status(), 403);
    }
    EXPECT_EQ(lines(), 0U);
}
TEST_P(DecisionsPage, without_a_session_there_is_nothing_but_the_way_to_sign_in) {
    gate.nobody();
    EXPECT_EQ(site->get("/personal/beslut").status(), 303);
    EXPECT_EQ(site->post("/personal/beslut/nytt", good).status(), 303);
}
TEST_P(DecisionsPage, a_stamp_of_another_session_is_refused) {   // security T15
    const auto ready = form("/personal/beslut/nytt", "/personal/beslut/nytt", good);
    auto other = as(Role::registrar);
    gate.let_in(actor_with('a', other.assignments(), "another session"));
    EXPECT_EQ(site->post("/personal/beslut/nytt", ready).status(), 403);
    EXPECT_EQ(lines(), 0U);
}
LOTSEN_ON_BOTH_DATABASES(DecisionsPage);

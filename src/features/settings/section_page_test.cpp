#include "features/settings/site_for_tests.hpp"

using namespace settings_test;
namespace {
class SectionPage : public SettingsPage {};
}

std::int64_t SettingsPage::lines(std::string_view act, std::string_view object) {
    return database().read([&](db::Reader& r) { return r.one(db::Sql{"test.setting_lines", "SELECT COUNT(*) FROM audit_line WHERE kind = 'setting' AND act = ?1 AND object = ?2"}, {act, object}, [](const db::Row& row) { return row.integer(0); }); });
}

TEST_P(SectionPage, shows_what_is_set_and_what_is_missing) {
    const auto page = site->get(home);
    EXPECT_EQ(page.status(), 200) << page.text("//main");
    EXPECT_TRUE(page.says("Danderyds kommun"));
    EXPECT_TRUE(page.says("Bara lokala konton"));
    EXPECT_TRUE(page.says("Självmordslinjen"));
    EXPECT_GE(page.count("//*[contains(@class,'missing')]"), 10U);
    EXPECT_EQ(page.header("Cache-Control"), "no-store");
}
TEST_P(SectionPage, is_the_administrators_alone) {
    for (const auto role : rights::roles) {
        enter(role);
        EXPECT_EQ(site->get(home).status(), role == Role::administrator ? 200 : 403) << rights::key(role);
        EXPECT_EQ(site->get(home + "/kommunen").status(), role == Role::administrator ? 200 : 403);
    }
    gate.nobody();
    EXPECT_EQ(site->get(home).status(), 303);
}
TEST_P(SectionPage, asks_again_who_one_is_for_what_is_sensitive) {   // security T21
    gate.stale();
    for (const char* path : {"/inloggning", "/gallring", "/exportera", "/importera"}) EXPECT_EQ(site->get(home + path).header("Location"), "/bekrafta") << path;
    for (const char* path : {"", "/kommunen", "/farg", "/marke", "/versioner", "/borja"}) EXPECT_EQ(site->get(home + path).status(), 200) << path;
    for (const char* slug : {"inloggning", "gallring"}) EXPECT_EQ(site->post(home + "/" + slug, filled(site->get(home + "/kommunen"), home + "/kommunen", {})).header("Location"), "/bekrafta") << slug;
}
TEST_P(SectionPage, a_saved_name_shows_at_once_with_a_line_in_the_log) {
    const auto before = source("municipality.toml");
    const auto saved = save(home + "/kommunen", {{"name", "Provköpings kommun"}});
    EXPECT_EQ(saved.status(), 303) << saved.text("//main");
    EXPECT_TRUE(site->get("/").says("Provköpings kommun"));
    EXPECT_EQ(lines("write", "kommunen"), 1);
    EXPECT_TRUE(site->get(saved.header("Location")).says("Sparat. Webbplatsen visar det nu."));
    EXPECT_EQ(source("municipality.toml"), base::replaced(before, "name = \"Danderyds kommun\"", "name = \"Provköpings kommun\""));
}
TEST_P(SectionPage, says_all_that_is_wrong_at_once_and_keeps_what_was_typed) {
    const auto page = save(home + "/kommunen", {{"name", ""}, {"address", "danderyd"}, {"exit_to", "javascript:alert(1)"}, {"board", "<b>Nämnden</b>"}});
    EXPECT_EQ(page.status(), 422);
    EXPECT_EQ(page.text("//title").substr(0, 4), "Fel:");
    EXPECT_EQ(page.all("//*[contains(@class,'ds-error-summary')]//li").size(), 3U);
    for (const auto& href : page.all("//*[contains(@class,'ds-error-summary')]//a/@href")) EXPECT_TRUE(page.has("//*[@id='" + href.substr(1) + "']")) << href;
    EXPECT_EQ(page.text("//input[@name='board']/@value"), "<b>Nämnden</b>");
    EXPECT_EQ(page.text("//input[@name='address']/@value"), "danderyd");
    EXPECT_EQ(lines("write", "kommunen"), 0);
}
TEST_P(SectionPage, who_reads_another_language_stays_in_it) {
    const auto page = site->get("/en" + home + "/kommunen");
    EXPECT_TRUE(page.says("Name of the municipality"));
    const auto saved = site->post("/en" + home + "/kommunen", filled(page, "/en" + home + "/kommunen", {{"board", "The board"}}));
    EXPECT_EQ(saved.header("Location"), "/en" + home + "?klart=sparat");
}
TEST_P(SectionPage, two_administrators_never_overwrite_each_other) {
    const auto path = home + "/kontakter/anhorigstod";
    const auto first = filled(site->get(path), path, {{"phone", "08-465 004 01"}});
    enter(Role::administrator, 'c');
    ASSERT_EQ(save(path, {{"phone", "08-465 004 99"}}).status(), 303);
    enter(Role::administrator);
    auto late = first;
    for (auto& [name, value] : late)
        if (name == "stamp") value = filled(site->get(path), path, {})[0].second;
    const auto refused = site->post(path, late);
    EXPECT_EQ(refused.status(), 422) << refused.text("//main");
    EXPECT_TRUE(refused.says("Någon annan ändrade de här uppgifterna medan du skrev."));
    EXPECT_TRUE(refused.says("”Telefon” är nu: 08-465 004 99"));
    EXPECT_EQ(refused.all("//*[contains(@class,'ds-error-summary')]//li").size(), 2U);   // that, and nothing that only looks changed
    EXPECT_EQ(refused.text("//input[@name='phone']/@value"), "08-465 004 01");
    EXPECT_NE(source("municipality.toml").find("08-465 004 99"), std::string::npos);
    EXPECT_EQ(lines("write", "kontakter/anhorigstod"), 1);
}
TEST_P(SectionPage, two_administrators_may_change_different_sections_of_one_record) {
    const auto path = home + "/kontakter/anhorigstod";
    const auto first = filled(site->get(path), path, {{"phone", "08-465 004 01"}});
    ASSERT_EQ(save(home + "/kommunen", {{"board", "Omsorgsnämnden"}}).status(), 303);
    EXPECT_EQ(site->post(path, first).status(), 303);
    EXPECT_NE(source("municipality.toml").find("08-465 004 01"), std::string::npos);
    EXPECT_NE(source("municipality.toml").find("Omsorgsnämnden"), std::string::npos);
}
TEST_P(SectionPage, a_form_from_no_version_there_ever_was_is_refused) {
    EXPECT_EQ(save(home + "/kommunen", {{"board", "Omsorgsnämnden"}, {"seen", "0"}}).status(), 422);
    EXPECT_NE(source("municipality.toml").find("Socialnämnden"), std::string::npos);
}
TEST_P(SectionPage, a_new_contact_is_there_at_once) {
    const auto path = home + "/kontakter/ny";
    EXPECT_EQ(save(path, {{"title", "Anhörigstöd"}}).status(), 422);   // there is one of that name
    const auto saved = save(path, {{"title", "Växeln"}, {"phone", "08-465 004 03"}});
    EXPECT_EQ(saved.status(), 303) << saved.text("//main");
    EXPECT_EQ(site->get(home + "/kontakter/vaxeln").text("//input[@name='phone']/@value"), "08-465 004 03");
    EXPECT_EQ(site->get(home + "/kontakter/ingen").status(), 404);
}
TEST_P(SectionPage, languages_and_lines_are_chosen_among_what_there_is) {
    ASSERT_EQ(save(home + "/sprak", {{"languages", "en"}}).status(), 303);
    EXPECT_NE(source("municipality.toml").find("languages = [\"sv\", \"en\"]\n"), std::string::npos);
    EXPECT_EQ(save(home + "/hjalplinjer", {{"help_lines", "hemtjanst"}}).status(), 422);
    ASSERT_EQ(save(home + "/hjalplinjer", {{"help_lines", "bris"}}).status(), 303);
    EXPECT_NE(source("municipality.toml").find("help_lines = [\"bris\"]"), std::string::npos);
}

TEST_P(SectionPage, sign_in_says_in_words_what_is_wrong_and_keeps_local_accounts) {
    const auto path = home + "/inloggning";
    EXPECT_TRUE(site->get(path).says("Kommunens inloggning är inte kopplad"));
    const auto wrong = save(path, {{"issuer", "https://login.prov.invalid/#del"}, {"client_id", "lotsen"}});
    EXPECT_EQ(wrong.status(), 422);
    EXPECT_EQ(source("sign_in.toml"), "");
    const auto saved = save(path, {{"issuer", "https://login.prov.invalid"}, {"client_id", "lotsen"}, {"local_accounts", "nej"}});
    EXPECT_EQ(saved.status(), 303) << saved.text("//main");
    EXPECT_TRUE(site->get(path).says("Lokala konton visas inte först"));
    EXPECT_EQ(lines("write", "inloggning"), 1);
    const auto dropped = site->post(path + "/ta-bort", filled(site->get(path), path + "/ta-bort", {}));
    EXPECT_EQ(dropped.header("Location"), home + "?klart=utan-inloggning");
    EXPECT_EQ(source("sign_in.toml"), "");
    EXPECT_TRUE(site->get(home).says("Bara lokala konton"));
}
TEST_P(SectionPage, retention_never_goes_under_the_law) {
    EXPECT_TRUE(save(home + "/gallring", {{"log_years", "4"}}).says("Skriv ett helt tal från 5 till 20"));
    ASSERT_EQ(save(home + "/gallring", {{"anonymous_question_days", "90"}, {"decision", "SN 1 § 2"}}).status(), 303);
    EXPECT_EQ(site->snapshot().content->retention.anonymous_question_days, 90);
    EXPECT_NE(source("retention.toml").find("# åtkomstloggen, aldrig kortare"), std::string::npos);
}
LOTSEN_ON_BOTH_DATABASES(SectionPage);

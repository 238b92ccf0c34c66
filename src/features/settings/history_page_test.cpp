#include "features/settings/site_for_tests.hpp"

using namespace settings_test;
namespace {
class HistoryPage : public SettingsPage {};
}

TEST_P(HistoryPage, an_old_version_is_compared_and_put_back_as_a_new_one) {
    const auto was = source("municipality.toml");
    ASSERT_EQ(save(home + "/kommunen", {{"board", "Omsorgsnämnden"}}).status(), 303);
    const auto changed = site->get(home + "/versioner/municipality/2");
    EXPECT_TRUE(changed.says("Ansvarig nämnd"));
    EXPECT_TRUE(changed.says("Socialnämnden"));
    EXPECT_TRUE(changed.says("Omsorgsnämnden"));
    EXPECT_FALSE(changed.has("//form[contains(@action,'/versioner/')]"));   // it is the one in force
    const auto first = home + "/versioner/municipality/1";
    const auto back = site->post(first, filled(site->get(first), first, {}));
    EXPECT_EQ(back.status(), 303) << back.text("//main");
    EXPECT_EQ(source("municipality.toml"), was);
    EXPECT_EQ(site->get(home + "/versioner").count("//a[contains(@href,'/versioner/municipality/')]"), 3U);
    EXPECT_EQ(lines("write", "municipality.toml"), 1);
    for (const char* path : {"/versioner/municipality/9", "/versioner/law/1", "/versioner/municipality/x"}) EXPECT_EQ(site->get(home + path).status(), 404) << path;
}
TEST_P(HistoryPage, a_version_is_not_put_back_over_what_somebody_just_changed) {
    ASSERT_EQ(save(home + "/kommunen", {{"board", "A"}}).status(), 303);
    const auto first = home + "/versioner/municipality/1";
    const auto form = filled(site->get(first), first, {});
    ASSERT_EQ(save(home + "/kommunen", {{"board", "B"}}).status(), 303);
    EXPECT_EQ(site->post(first, form).status(), 422);
    EXPECT_NE(source("municipality.toml").find("board = \"B\""), std::string::npos);
}
TEST_P(HistoryPage, exported_settings_come_in_without_any_change) {
    const auto text = site->get(home + "/exportera");
    EXPECT_EQ(text.status(), 200);
    EXPECT_EQ(lines("export", "export"), 1);
    EXPECT_EQ(text.header("Cache-Control"), "no-store");
    EXPECT_NE(text.header("Content-Disposition").find("lotsen-installningar-2026-11-22.txt"), std::string::npos);
    const auto form = filled(site->get(home + "/importera"), home + "/importera/prov", {{"text", base::replaced(text.body(), "\n", "\r\n")}});
    const auto looked = site->post(home + "/importera/prov", form);
    EXPECT_EQ(looked.status(), 200);
    EXPECT_TRUE(looked.says("Det finns inget att läsa in."));
    EXPECT_FALSE(looked.has("//form[@action='" + home + "/importera']"));
}
TEST_P(HistoryPage, an_import_is_looked_at_and_then_taken_in) {
    const auto text = base::replaced(site->get(home + "/exportera").body(), "Socialnämnden", "Omsorgsnämnden");
    const auto looked = site->post(home + "/importera/prov", filled(site->get(home + "/importera"), home + "/importera/prov", {{"text", text}}));
    EXPECT_TRUE(looked.says("Ansvarig nämnd"));
    EXPECT_NE(source("municipality.toml").find("Socialnämnden"), std::string::npos);
    auto form = filled(looked, home + "/importera", {{"text", text}});
    const auto taken = site->post(home + "/importera", form);
    EXPECT_EQ(taken.status(), 303) << taken.text("//main");
    EXPECT_NE(source("municipality.toml").find("Omsorgsnämnden"), std::string::npos);
    EXPECT_EQ(lines("write", "import"), 1);
}
TEST_P(HistoryPage, an_import_with_conflicts_or_faults_changes_nothing) {
    const auto text = site->get(home + "/exportera").body();
    ASSERT_EQ(save(home + "/kommunen", {{"board", "Vår nämnd"}}).status(), 303);
    const auto before = source("municipality.toml");
    const auto look = [&](const std::string& pasted) { return site->post(home + "/importera/prov", filled(site->get(home + "/importera"), home + "/importera/prov", {{"text", pasted}})); };
    const auto conflict = look(base::replaced(text, "Socialnämnden", "Omsorgsnämnden"));
    EXPECT_TRUE(conflict.says("Har ändrats både här och i texten. Inget skrivs över."));
    EXPECT_FALSE(conflict.has("//form[@action='" + home + "/importera']"));
    EXPECT_TRUE(look(text).says("Det som står här får stå kvar."));
    const auto faulty = look(base::replaced(text, "log_years = 5", "log_years = 1"));
    EXPECT_EQ(faulty.status(), 422);
    EXPECT_TRUE(faulty.says("Texten har fel, så inget kan läsas in"));
    EXPECT_EQ(look("hej").status(), 422);
    EXPECT_EQ(source("municipality.toml"), before);
}
// What was looked at is what is taken in.
TEST_P(HistoryPage, an_import_is_shown_anew_when_something_was_changed_meanwhile) {
    const auto text = base::replaced(site->get(home + "/exportera").body(), "backup_days = 35", "backup_days = 14");
    const auto looked = site->post(home + "/importera/prov", filled(site->get(home + "/importera"), home + "/importera/prov", {{"text", text}}));
    const auto form = filled(looked, home + "/importera", {{"text", text}});
    ASSERT_EQ(save(home + "/kommunen", {{"board", "Vår nämnd"}}).status(), 303);
    const auto again = site->post(home + "/importera", form);
    EXPECT_TRUE(again.says("Något ändrades medan du läste")) << again.text("//main");
    EXPECT_EQ(source("retention.toml").find("backup_days = 14"), std::string::npos);
}
// lotsen export and import see what was changed in the browser.
TEST_P(HistoryPage, the_whole_pack_is_exported_and_imported_as_before) {
    ASSERT_EQ(save(home + "/gallring", {{"backup_days", "14"}}).status(), 303);
    ASSERT_EQ(save(home + "/inloggning", {{"issuer", "https://login.prov.invalid"}, {"client_id", "lotsen"}}).status(), 303);
    const auto folder = place().directory() / "ut";
    database().read([&](db::Reader& r) { pack::write_folder(folder, pack::ContentStore{}.all(r)); });
    const auto plan = database().read([&](db::Reader& r) { return pack::ContentStore{}.plan_import(r, pack::read_folder(folder), pack::read_exported(folder)); });
    EXPECT_FALSE(plan.changes_something());
    EXPECT_TRUE(plan.conflicts.empty());
    EXPECT_TRUE(std::filesystem::exists(folder / "sign_in.toml"));
}
LOTSEN_ON_BOTH_DATABASES(HistoryPage);

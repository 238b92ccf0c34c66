#include "base/text.hpp"
#include "support/pages.hpp"
#include "support/standing_gate.hpp"
#include <gtest/gtest.h>

using namespace support;
using rights::Role;
namespace {
const std::string home = "/personal/installningar";
const std::string square = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\" fill=\"#123456\"/></svg>";

class SettingsPage : public OnBothDatabases {
protected:
    StandingGate gate;
    std::optional<Site> site;
    void SetUp() override {
        OnBothDatabases::SetUp();
        site.emplace(database(), danderyds_records(), &gate);
        enter(Role::administrator);
    }
    void enter(Role role, char account = 'a') {
        gate.let_in(actor_with(account, {{id_of<rights::AssignmentId>('b'), role, id_of<rights::UnitId>('u'), id_of<rights::OperationId>('o'), id_of<rights::AreaId>('A')}}));
    }
    // The form on a page as a browser would send it back untouched, then with these fields.
    web::Fields filled(const Page& page, const std::string& action, const web::Fields& typed) {
        const auto form = "//form[@action='" + action + "']";
        web::Fields out;
        const auto both = [&](const std::string& where, const std::string& value) {
            const auto names = page.all(form + where + "/@name"), values = page.all(form + where + value);
            for (std::size_t i = 0; i < names.size(); ++i) put(out, names[i], i < values.size() ? values[i] : "");
        };
        for (const auto& name : page.all(form + "//input[@type!='radio' and @type!='checkbox']/@name")) put(out, name, page.text(form + "//input[@name='" + name + "']/@value"));
        for (const auto& name : page.all(form + "//textarea/@name")) put(out, name, page.text(form + "//textarea[@name='" + name + "']"));
        both("//input[@checked]", "/@value");
        for (const auto& name : page.all(form + "//select/@name")) put(out, name, page.text(form + "//select[@name='" + name + "']/option[@selected]/@value"));
        for (const auto& [name, value] : typed) std::erase_if(out, [&](const auto& field) { return field.first == name; });
        out.insert(out.end(), typed.begin(), typed.end());
        return out;
    }
    static void put(web::Fields& out, const std::string& name, const std::string& value) { out.emplace_back(name, value); }
    Page save(const std::string& path, const web::Fields& typed) { return site->post(path, filled(site->get(path), path, typed)); }
    std::string source(std::string_view path) {
        return database().read([&](db::Reader& r) {
            for (const auto& record : pack::ContentStore{}.all(r))
                if (record.path == path) return record.source;
            return std::string();
        });
    }
    std::int64_t lines(std::string_view act, std::string_view object) {
        return database().read([&](db::Reader& r) { return r.one(db::Sql{"test.setting_lines", "SELECT COUNT(*) FROM audit_line WHERE kind = 'setting' AND act = ?1 AND object = ?2"}, {act, object}, [](const db::Row& row) { return row.integer(0); }); });
    }
};
}

TEST_P(SettingsPage, shows_what_is_set_and_what_is_missing) {
    const auto page = site->get(home);
    EXPECT_EQ(page.status(), 200) << page.text("//main");
    EXPECT_TRUE(page.says("Danderyds kommun"));
    EXPECT_TRUE(page.says("Bara lokala konton"));
    EXPECT_TRUE(page.says("Självmordslinjen"));
    EXPECT_GE(page.count("//*[contains(@class,'missing')]"), 10U);
    EXPECT_EQ(page.header("Cache-Control"), "no-store");
}
TEST_P(SettingsPage, is_the_administrators_alone) {
    for (const auto role : rights::roles) {
        enter(role);
        EXPECT_EQ(site->get(home).status(), role == Role::administrator ? 200 : 403) << rights::key(role);
        EXPECT_EQ(site->get(home + "/kommunen").status(), role == Role::administrator ? 200 : 403);
    }
    gate.nobody();
    EXPECT_EQ(site->get(home).status(), 303);
}
TEST_P(SettingsPage, asks_again_who_one_is_for_what_is_sensitive) {   // security T21
    gate.stale();
    for (const char* path : {"/inloggning", "/gallring", "/exportera", "/importera"}) EXPECT_EQ(site->get(home + path).header("Location"), "/bekrafta") << path;
    for (const char* path : {"", "/kommunen", "/farg", "/marke", "/versioner", "/borja"}) EXPECT_EQ(site->get(home + path).status(), 200) << path;
    for (const char* slug : {"inloggning", "gallring"}) EXPECT_EQ(site->post(home + "/" + slug, filled(site->get(home + "/kommunen"), home + "/kommunen", {})).header("Location"), "/bekrafta") << slug;
}
TEST_P(SettingsPage, a_saved_name_shows_at_once_with_a_line_in_the_log) {
    const auto before = source("municipality.toml");
    const auto saved = save(home + "/kommunen", {{"name", "Provköpings kommun"}});
    EXPECT_EQ(saved.status(), 303) << saved.text("//main");
    EXPECT_TRUE(site->get("/").says("Provköpings kommun"));
    EXPECT_EQ(lines("write", "kommunen"), 1);
    EXPECT_TRUE(site->get(saved.header("Location")).says("Sparat. Webbplatsen visar det nu."));
    EXPECT_EQ(source("municipality.toml"), base::replaced(before, "name = \"Danderyds kommun\"", "name = \"Provköpings kommun\""));
}
TEST_P(SettingsPage, says_all_that_is_wrong_at_once_and_keeps_what_was_typed) {
    const auto page = save(home + "/kommunen", {{"name", ""}, {"address", "danderyd"}, {"exit_to", "javascript:alert(1)"}, {"board", "<b>Nämnden</b>"}});
    EXPECT_EQ(page.status(), 422);
    EXPECT_EQ(page.text("//title").substr(0, 4), "Fel:");
    EXPECT_EQ(page.all("//*[contains(@class,'ds-error-summary')]//li").size(), 3U);
    for (const auto& href : page.all("//*[contains(@class,'ds-error-summary')]//a/@href")) EXPECT_TRUE(page.has("//*[@id='" + href.substr(1) + "']")) << href;
    EXPECT_EQ(page.text("//input[@name='board']/@value"), "<b>Nämnden</b>");
    EXPECT_EQ(page.text("//input[@name='address']/@value"), "danderyd");
    EXPECT_EQ(lines("write", "kommunen"), 0);
}
TEST_P(SettingsPage, who_reads_another_language_stays_in_it) {
    const auto page = site->get("/en" + home + "/kommunen");
    EXPECT_TRUE(page.says("Name of the municipality"));
    const auto saved = site->post("/en" + home + "/kommunen", filled(page, "/en" + home + "/kommunen", {{"board", "The board"}}));
    EXPECT_EQ(saved.header("Location"), "/en" + home + "?klart=sparat");
}
TEST_P(SettingsPage, two_administrators_never_overwrite_each_other) {
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
TEST_P(SettingsPage, two_administrators_may_change_different_sections_of_one_record) {
    const auto path = home + "/kontakter/anhorigstod";
    const auto first = filled(site->get(path), path, {{"phone", "08-465 004 01"}});
    ASSERT_EQ(save(home + "/kommunen", {{"board", "Omsorgsnämnden"}}).status(), 303);
    EXPECT_EQ(site->post(path, first).status(), 303);
    EXPECT_NE(source("municipality.toml").find("08-465 004 01"), std::string::npos);
    EXPECT_NE(source("municipality.toml").find("Omsorgsnämnden"), std::string::npos);
}
TEST_P(SettingsPage, a_form_from_no_version_there_ever_was_is_refused) {
    EXPECT_EQ(save(home + "/kommunen", {{"board", "Omsorgsnämnden"}, {"seen", "0"}}).status(), 422);
    EXPECT_NE(source("municipality.toml").find("Socialnämnden"), std::string::npos);
}
TEST_P(SettingsPage, a_new_contact_is_there_at_once) {
    const auto path = home + "/kontakter/ny";
    EXPECT_EQ(save(path, {{"title", "Anhörigstöd"}}).status(), 422);   // there is one of that name
    const auto saved = save(path, {{"title", "Växeln"}, {"phone", "08-465 004 03"}});
    EXPECT_EQ(saved.status(), 303) << saved.text("//main");
    EXPECT_EQ(site->get(home + "/kontakter/vaxeln").text("//input[@name='phone']/@value"), "08-465 004 03");
    EXPECT_EQ(site->get(home + "/kontakter/ingen").status(), 404);
}
TEST_P(SettingsPage, languages_and_lines_are_chosen_among_what_there_is) {
    ASSERT_EQ(save(home + "/sprak", {{"languages", "en"}}).status(), 303);
    EXPECT_NE(source("municipality.toml").find("languages = [\"sv\", \"en\"]\n"), std::string::npos);
    EXPECT_EQ(save(home + "/hjalplinjer", {{"help_lines", "hemtjanst"}}).status(), 422);
    ASSERT_EQ(save(home + "/hjalplinjer", {{"help_lines", "bris"}}).status(), 303);
    EXPECT_NE(source("municipality.toml").find("help_lines = [\"bris\"]"), std::string::npos);
}

TEST_P(SettingsPage, a_colour_is_seen_before_it_is_saved) {
    const auto before = site->get("/tema.css").body();
    const auto shown = site->get(home + "/farg?farg=%23b3204d");
    EXPECT_EQ(shown.status(), 200);
    EXPECT_EQ(shown.count("//*[@class='sample']"), 2U);
    EXPECT_EQ(shown.count("//table/tbody/tr"), 6U);
    EXPECT_FALSE(shown.has("//*[@style]"));
    EXPECT_EQ(site->get("/tema.css").body(), before);
    const auto form = filled(shown, home + "/farg", {});
    ASSERT_EQ(site->post(home + "/farg", form).status(), 303);
    EXPECT_NE(site->get("/tema.css").body(), before);
    EXPECT_NE(source("municipality.toml").find("colour = \"#b3204d\"                      # en enda färg"), std::string::npos);
    EXPECT_EQ(lines("write", "farg"), 1);
}
TEST_P(SettingsPage, a_colour_that_is_none_is_refused) {
    EXPECT_EQ(site->get(home + "/farg?farg=rosa").status(), 422);
    EXPECT_TRUE(site->get(home + "/farg?farg=rosa").says("Skriv färgen som # och sex tecken"));
    auto form = filled(site->get(home + "/farg?farg=%23b3204d"), home + "/farg", {{"colour", "red;}body{display:none"}});
    EXPECT_EQ(site->post(home + "/farg", form).status(), 422);
    EXPECT_EQ(lines("write", "farg"), 0);
}
TEST_P(SettingsPage, a_mark_is_seen_before_it_is_saved) {
    const auto try_it = [&](const std::string& svg) { return site->post(home + "/marke/prov", filled(site->get(home + "/marke"), home + "/marke/prov", {{"svg", svg}})); };
    const auto shown = try_it(square);
    EXPECT_EQ(shown.status(), 200);
    EXPECT_EQ(shown.text("//input[@name='svg']/@value"), square);
    EXPECT_EQ(lines("write", "marke"), 0);
    ASSERT_EQ(site->post(home + "/marke", filled(shown, home + "/marke", {})).status(), 303);
    EXPECT_EQ(source("logo.svg"), square + "\n");
    EXPECT_NE(site->get("/").body().find("#123456"), std::string::npos);
}
TEST_P(SettingsPage, a_mark_that_can_do_something_is_refused) {
    const auto before = source("logo.svg");
    for (const std::string inside : {"<script>alert(1)</script>", "<path onload=\"alert(1)\" d=\"\"/>", "<a href=\"https://a.se\"/>", "<style>*{}</style>", "<image href=\"x\"/>", "<foreignObject/>"}) {
        const auto svg = base::replaced(square, "</svg>", inside + "</svg>");
        const auto tried = site->post(home + "/marke/prov", filled(site->get(home + "/marke"), home + "/marke/prov", {{"svg", svg}}));
        EXPECT_EQ(tried.status(), 422) << inside;
        EXPECT_TRUE(tried.says("Märket innehåller annat än former.")) << inside;
        // Nor by going past the preview.
        const auto fine = site->post(home + "/marke/prov", filled(site->get(home + "/marke"), home + "/marke/prov", {{"svg", square}}));
        EXPECT_EQ(site->post(home + "/marke", filled(fine, home + "/marke", {{"svg", svg}})).status(), 422) << inside;
    }
    EXPECT_EQ(source("logo.svg"), before);
}

TEST_P(SettingsPage, sign_in_says_in_words_what_is_wrong_and_keeps_local_accounts) {
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
TEST_P(SettingsPage, retention_never_goes_under_the_law) {
    EXPECT_TRUE(save(home + "/gallring", {{"log_years", "4"}}).says("Skriv ett helt tal från 5 till 20"));
    ASSERT_EQ(save(home + "/gallring", {{"anonymous_question_days", "90"}, {"decision", "SN 1 § 2"}}).status(), 303);
    EXPECT_EQ(site->snapshot().content->retention.anonymous_question_days, 90);
    EXPECT_NE(source("retention.toml").find("# åtkomstloggen, aldrig kortare"), std::string::npos);
}

TEST_P(SettingsPage, an_old_version_is_compared_and_put_back_as_a_new_one) {
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
TEST_P(SettingsPage, a_version_is_not_put_back_over_what_somebody_just_changed) {
    ASSERT_EQ(save(home + "/kommunen", {{"board", "A"}}).status(), 303);
    const auto first = home + "/versioner/municipality/1";
    const auto form = filled(site->get(first), first, {});
    ASSERT_EQ(save(home + "/kommunen", {{"board", "B"}}).status(), 303);
    EXPECT_EQ(site->post(first, form).status(), 422);
    EXPECT_NE(source("municipality.toml").find("board = \"B\""), std::string::npos);
}
TEST_P(SettingsPage, exported_settings_come_in_without_any_change) {
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
TEST_P(SettingsPage, an_import_is_looked_at_and_then_taken_in) {
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
TEST_P(SettingsPage, an_import_with_conflicts_or_faults_changes_nothing) {
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
TEST_P(SettingsPage, an_import_is_shown_anew_when_something_was_changed_meanwhile) {
    const auto text = base::replaced(site->get(home + "/exportera").body(), "backup_days = 35", "backup_days = 14");
    const auto looked = site->post(home + "/importera/prov", filled(site->get(home + "/importera"), home + "/importera/prov", {{"text", text}}));
    const auto form = filled(looked, home + "/importera", {{"text", text}});
    ASSERT_EQ(save(home + "/kommunen", {{"board", "Vår nämnd"}}).status(), 303);
    const auto again = site->post(home + "/importera", form);
    EXPECT_TRUE(again.says("Något ändrades medan du läste")) << again.text("//main");
    EXPECT_EQ(source("retention.toml").find("backup_days = 14"), std::string::npos);
}
// lotsen export and import see what was changed in the browser.
TEST_P(SettingsPage, the_whole_pack_is_exported_and_imported_as_before) {
    ASSERT_EQ(save(home + "/gallring", {{"backup_days", "14"}}).status(), 303);
    ASSERT_EQ(save(home + "/inloggning", {{"issuer", "https://login.prov.invalid"}, {"client_id", "lotsen"}}).status(), 303);
    const auto folder = place().directory() / "ut";
    database().read([&](db::Reader& r) { pack::write_folder(folder, pack::ContentStore{}.all(r)); });
    const auto plan = database().read([&](db::Reader& r) { return pack::ContentStore{}.plan_import(r, pack::read_folder(folder), pack::read_exported(folder)); });
    EXPECT_FALSE(plan.changes_something());
    EXPECT_TRUE(plan.conflicts.empty());
    EXPECT_TRUE(std::filesystem::exists(folder / "sign_in.toml"));
}

TEST_P(SettingsPage, the_first_days_are_computed_and_what_only_people_know_is_confirmed) {
    const auto list = site->get(home + "/borja");
    EXPECT_EQ(list.status(), 200) << list.text("//main");
    EXPECT_TRUE(list.says("1 av 16 klara.")) << list.text("//main");   // the name
    EXPECT_EQ(list.count("//ol[contains(@class,'steps-list')]/li"), 16U);
    EXPECT_TRUE(site->get("/personal").says("Kom i gång: 1 av 16 klara"));
    const auto confirm = [&](const std::string& step, const std::string& answer) {
        const auto stamp = site->get(home + "/borja").text("//form[@action='" + home + "/borja']//input[@name='stamp']/@value");
        return site->post(home + "/borja", {{"stamp", stamp}, {"step", step}, {"answer", answer}});
    };
    EXPECT_EQ(confirm("nyckelfil", "ja").status(), 303);
    EXPECT_EQ(confirm("inloggning", "ja").status(), 303);
    EXPECT_TRUE(site->get(home + "/borja").says("2 av 15 klara."));
    EXPECT_TRUE(site->get(home + "/borja").says("Bekräftat 22 november 2026."));
    EXPECT_EQ(confirm("nyckelfil", "nej").status(), 303);
    EXPECT_TRUE(site->get(home + "/borja").says("1 av 15 klara."));
    EXPECT_EQ(confirm("texter", "ja").status(), 404);   // what can be seen is never ticked by hand
    EXPECT_EQ(lines("write", "borja/nyckelfil"), 2);
    ASSERT_EQ(save(home + "/loften", {{"reply_working_days", "2"}, {"read_hours", "Vardagar 9–16"}}).status(), 303);
    EXPECT_TRUE(site->get(home + "/borja").says("2 av 15 klara."));
}
LOTSEN_ON_BOTH_DATABASES(SettingsPage);

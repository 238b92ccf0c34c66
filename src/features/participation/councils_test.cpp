#include "features/participation/site_for_tests.hpp"
// Councils (KFR, KPR) and private providers answer without an account, by a code that is given to them (J2, SA9, UP3).
using namespace participation_tests;

namespace {
class Councils : public Consultation {
protected:
    const std::string councils = "/personal/riktlinje/rad", providers = "/personal/riktlinje/utforare";
    const std::string statement = "anhorigperspektiv-6";
    std::string council() {
        enter('k', 'e', Role::consultant);
        EXPECT_EQ(site->send(councils, {{"namn", "KFR, påhittat"}}).status(), 303);
        return database().read([](db::Reader& r) { return r.one(db::Sql{"test.council", "SELECT id FROM participation_council"}, {}, [](const db::Row& row) { return std::string(row.text(0)); }); });
    }
    std::string code_for(const std::string& path) {
        const auto code = code_on(site->send(path + "/kod", {}));
        EXPECT_EQ(code.size(), 19u) << path;
        outside();
        return code;
    }
    Page says_as_council(const std::string& code, const std::string& day, const std::string& minutes = "Dnr 2026-1, påhittat") {
        const auto page = site->send("/tyck-till/rad", {{"kod", code}});
        const auto opened = value(page, "opened");
        later(30'000);
        return site->send("/tyck-till/rad", {{"kod", code}, {"gor", "skicka"}, {"opened", opened}, {"dag", day}, {"protokoll", minutes}, {"punkt", "syfte-1"}, {"text", written}});
    }
    std::string provider_code() {
        enter('d', 'e', Role::director);
        return code_for(providers + "/" + std::string(22, 'p'));
    }
};
}

TEST_P(Councils, a_meeting_is_noted_by_staff_and_what_was_said_there_is_entered) {
    const auto id = council();
    EXPECT_EQ(site->send(councils, {{"namn", "KFR, påhittat"}}).status(), 422);   // one of each name
    EXPECT_EQ(site->send(councils + "/mote", {{"rad", id}, {"utkast", draft}, {"dag", "2027-01-01"}, {"protokoll", "x"}}).status(), 422);
    EXPECT_EQ(site->send(councils + "/mote", {{"rad", id}, {"utkast", draft}, {"dag", "2026-11-10"}, {"protokoll", ""}}).status(), 422);
    ASSERT_EQ(site->send(councils + "/mote", {{"rad", id}, {"utkast", draft}, {"dag", "2026-11-10"}, {"protokoll", "Dnr 2026-7, påhittat"}}).status(), 303);
    const auto page = site->get(councils);
    EXPECT_TRUE(page.says("10 november 2026"));
    const auto enter_at = page.text("//a[contains(@href,'skriv-in?mote=')]/@href");
    const auto form = site->get(enter_at);
    const auto meeting = form.text("//select[@name='mote']/option[@selected]/@value");
    ASSERT_EQ(meeting.size(), 22u);
    ASSERT_EQ(site->send("/personal/riktlinje/synpunkter/skriv-in", {{"utkast", draft}, {"punkt", "syfte-1"}, {"mote", meeting}, {"satt", "paper"}, {"dag", "2026-11-10"}, {"text", written}}).status(), 303);
    EXPECT_EQ(count("participation_view", "way = 'meeting' AND perspective = 'association' AND meeting IS NOT NULL"), 1);
    EXPECT_TRUE(site->get(councils).says("En synpunkt, obesvarad."));
    EXPECT_TRUE(site->get(path_of_view()).says("Dnr 2026-7, påhittat"));
}
TEST_P(Councils, a_council_says_it_by_its_own_code_and_sees_the_answer) {
    const auto id = council();
    const auto code = code_for(councils + "/" + id);
    EXPECT_EQ(site->get("/tyck-till/rad").says("KFR, påhittat"), false);   // a page that is only fetched does nothing
    EXPECT_EQ(says_as_council(code, "2027-01-01").status(), 422);
    EXPECT_EQ(says_as_council(code, "2026-11-10", "").status(), 422);
    const auto said = says_as_council(code, "2026-11-10");
    EXPECT_EQ(said.status(), 200);
    EXPECT_TRUE(said.says("Synpunkten är lämnad."));
    EXPECT_TRUE(said.says("Väntar på svar"));
    EXPECT_EQ(said.body().find("granne"), std::string::npos);
    (void)says_as_council(code, "2026-11-10");
    EXPECT_EQ(count("participation_meeting", "role IS NULL"), 1);   // the same meeting, named twice
    EXPECT_EQ(count("participation_view", "way = 'meeting'"), 2);
    database().write([](db::Transaction& tx) { tx.execute(db::Sql{"test.one", "DELETE FROM participation_view WHERE made_at = (SELECT MAX(made_at) FROM participation_view)"}, {}); });
    const auto point = summed_up();
    ASSERT_EQ(site->send(point, {{"status", "taken_up"}, {"svar", "Svaret till rådet. Påhittat."}}).status(), 303);
    outside();
    EXPECT_TRUE(site->send("/tyck-till/rad", {{"kod", code}}).says("Svaret till rådet. Påhittat."));
}
TEST_P(Councils, a_code_opens_every_draft_that_is_out) {
    const auto id = council();
    const auto code = code_for(councils + "/" + id);
    const auto other = std::string(22, 'w');
    database().write([&](db::Transaction& tx) {
        tx.execute(db::Sql{"test.other_draft", "INSERT INTO guideline_draft (id, title, stage, opened_at) VALUES (?1, 'Ett äldre påhittat utkast', 'consultation', ?2)"}, {other, now().ms - day});
        tx.execute(db::Sql{"test.other_step", "INSERT INTO guideline_step (draft, number, stage, back, day, words, closes, role, at) VALUES (?1, 1, 'consultation', 0, '2026-11-01', '', '2026-12-31', 'consultant', ?2)"}, {other, now().ms - day});
    });
    const auto page = site->send("/tyck-till/rad", {{"kod", code}});
    EXPECT_EQ(value(page, "utkast"), draft);
    EXPECT_TRUE(page.has("//button[contains(., 'Ett äldre påhittat utkast')]"));
    const auto chosen = site->send("/tyck-till/rad", {{"kod", code}, {"utkast", other}});
    EXPECT_EQ(value(chosen, "utkast"), other);
    EXPECT_TRUE(chosen.has("//button[contains(., 'Påhittat utkast 2027')]"));
    const auto opened = value(chosen, "opened");
    later(30'000);
    const auto done = site->send("/tyck-till/rad", {{"kod", code}, {"utkast", other}, {"gor", "skicka"}, {"opened", opened}, {"dag", "2026-11-20"}, {"protokoll", "Dnr 2026-3, påhittat"}, {"punkt", ""}, {"text", written}});
    EXPECT_TRUE(done.says("Synpunkten är lämnad."));
    EXPECT_TRUE(done.says("Ett äldre påhittat utkast: Hela utkastet"));
    EXPECT_EQ(count("participation_view", "draft = '" + other + "'"), 1);
    EXPECT_EQ(count("participation_meeting", "draft = '" + other + "'"), 1);
}
TEST_P(Councils, a_code_that_is_withdrawn_replaced_or_old_opens_nothing) {
    const auto id = council();
    const auto first = code_for(councils + "/" + id);
    enter('k', 'e', Role::consultant);
    const auto second = code_for(councils + "/" + id);
    EXPECT_EQ(site->send("/tyck-till/rad", {{"kod", first}}).status(), 422);
    EXPECT_EQ(site->send("/tyck-till/rad", {{"kod", second}}).status(), 200);
    EXPECT_EQ(site->send("/utforare", {{"kod", second}}).status(), 422);   // for one thing only
    enter('k', 'e', Role::consultant);
    const auto withdraw = site->get(councils).text("//form[contains(@action,'/dra-in')]/@action");
    ASSERT_EQ(site->send(withdraw, {}).status(), 303);
    EXPECT_EQ(site->send(withdraw, {}).status(), 404);
    outside();
    EXPECT_EQ(site->send("/tyck-till/rad", {{"kod", second}}).status(), 422);
    enter('k', 'e', Role::consultant);
    const auto third = code_for(councils + "/" + id);
    later(61 * day);
    EXPECT_EQ(site->send("/tyck-till/rad", {{"kod", third}}).status(), 422);
}
TEST_P(Councils, a_form_sent_again_makes_no_meeting_and_says_that_it_came_before) {
    const auto id = council();
    const auto code = code_for(councils + "/" + id);
    const auto opened = value(site->send("/tyck-till/rad", {{"kod", code}}), "opened");
    later(30'000);
    const auto send = [&](const std::string& on) { return site->send("/tyck-till/rad", {{"kod", code}, {"gor", "skicka"}, {"opened", opened}, {"dag", on}, {"protokoll", "Dnr 2026-1, påhittat"}, {"punkt", "syfte-1"}, {"text", written}}); };
    EXPECT_TRUE(send("2026-11-10").says("Synpunkten är lämnad."));
    EXPECT_TRUE(send("2026-11-11").says("redan skickat"));
    EXPECT_EQ(count("participation_meeting"), 1);
    EXPECT_EQ(count("participation_view"), 1);
}
TEST_P(Councils, while_others_guess_a_council_keeps_what_it_wrote) {
    const auto id = council();
    const auto code = code_for(councils + "/" + id);
    const auto opened = value(site->send("/tyck-till/rad", {{"kod", code}}), "opened");
    later(11 * 60'000);   // so long ago that she is not known by having come in
    for (int i = 0; i < 7; ++i) (void)site->send("/tyck-till/rad", {{"kod", "1111 2222 3333 4444"}});
    web::Fields form{{"kod", code}, {"gor", "skicka"}, {"opened", opened}, {"dag", "2026-11-10"}, {"protokoll", "Dnr 2026-1, påhittat"}, {"punkt", "syfte-1"}, {"text", written}};
    const auto waits = site->send("/tyck-till/rad", form);
    ASSERT_EQ(waits.status(), 429);
    EXPECT_TRUE(waits.says(written));
    later(61'000);
    web::Fields again{{"kod", code}, {"vantat", value(waits, "vantat")}};
    for (const auto* name : {"gor", "opened", "dag", "protokoll", "punkt", "text"}) again.emplace_back(name, value(waits, name));
    EXPECT_TRUE(site->send("/tyck-till/rad", again).says("Synpunkten är lämnad."));
    EXPECT_EQ(count("participation_view", "way = 'meeting'"), 1);
}
TEST_P(Councils, an_answer_sent_when_the_code_ran_out_is_shown_again) {
    const auto code = provider_code();
    later(61 * day);
    const auto late = site->send("/utforare", {{"kod", code}, {"gor", "spara"}, {"lage-" + statement, "met"}, {"skal-" + statement, "Påhittat skäl"}});
    EXPECT_EQ(late.status(), 422);
    EXPECT_TRUE(late.says("Påhittat skäl"));
    EXPECT_EQ(value(late, "lage-" + statement), "met");
    EXPECT_EQ(count("guideline_state"), 0);
}
TEST_P(Councils, a_provider_answers_for_its_own_operation_without_an_account) {
    enter('d', 'e', Role::director);
    EXPECT_EQ(site->send(providers + "/" + std::string(22, 'e') + "/kod", {}).status(), 404);   // the municipality's own heads sign in
    EXPECT_TRUE(site->get(providers).says("0 av 17 satser har svar."));
    const auto code = provider_code();
    EXPECT_FALSE(site->get("/utforare").says("Privat"));
    const auto page = site->send("/utforare", {{"kod", code}});
    EXPECT_EQ(page.text("//h1"), "Privat");
    EXPECT_EQ(page.count("//textarea"), 17U);
    EXPECT_EQ(site->send("/utforare", {{"kod", code}, {"gor", "spara"}, {"lage-" + statement, "not_met"}}).status(), 422);
    const auto saved = site->send("/utforare", {{"kod", code}, {"gor", "spara"}, {"lage-" + statement, "met"}, {"skal-" + statement, "Påhittat"}, {"lage-uppfoljning-1", "met"}});
    EXPECT_EQ(saved.status(), 200);
    EXPECT_TRUE(saved.says("Det är sparat."));
    EXPECT_EQ(count("guideline_state"), 1);   // what is not its own is not heard
    EXPECT_EQ(count("guideline_state", "operation = 'pppppppppppppppppppppp' AND role = 'head_of_operations'"), 1);
    EXPECT_EQ(count("audit_line", "kind = 'guideline.state' AND account LIKE 'provider%' AND area = 'pppppppppppppppppppppp'"), 1);
    enter('d', 'e', Role::director);
    EXPECT_TRUE(site->get(providers).says("1 av 17 satser har svar."));
    EXPECT_TRUE(site->get("/personal/riktlinje").says("1 av 3 har svarat"));
}
TEST_P(Councils, a_provider_signs_the_year_with_its_gaps) {
    const auto code = provider_code();
    ASSERT_TRUE(site->send("/utforare", {{"kod", code}, {"gor", "spara"}, {"lage-" + statement, "met"}, {"underskrift", "ja"}}).says("Uttalandet är underskrivet och ändras inte mer."));
    EXPECT_EQ(count("guideline_signed", "operation = 'pppppppppppppppppppppp'"), 1);
    enter('d', 'e', Role::director);
    EXPECT_FALSE(site->get("/personal/arsuttalande").says("Privat (privat utförare)"));
}
TEST_P(Councils, knowledge_of_three_kinds_stands_side_by_side) {   // SL1
    const std::string path = "/personal/riktlinje/kunskap";
    enter('k', 'e', Role::consultant);
    EXPECT_EQ(site->send(path, {{"sats", "finns-inte"}}).status(), 422);
    for (const auto* kind : {"carers", "professionals", "research"})
        ASSERT_EQ(site->send(path, {{"sats", statement}, {"kunskap", kind}, {"ord", std::string("Påhittat från ") + kind}, {"kalla", "https://kalla.invalid/1"}}).status(), 303);
    const auto page = site->get(path);
    EXPECT_EQ(page.count("//section[@aria-labelledby='" + statement + "']//h3"), 3U);
    EXPECT_TRUE(page.says("Påhittat från research"));
    const auto at_statement = site->get("/personal/riktlinje/" + statement);
    EXPECT_EQ(at_statement.count("//section[@aria-labelledby='vad-vi-vet']//h3"), 3U);
    EXPECT_TRUE(at_statement.says("Påhittat från professionals"));
    EXPECT_FALSE(site->get("/riktlinje/" + statement).says("Vad vi vet")) << "what nobody has chosen to show is the staff's";
    const auto show = page.text("//form[contains(@action,'/visa')]/@action");
    ASSERT_EQ(site->send(show, {{"for", "alla"}}).status(), 303);
    ASSERT_EQ(site->send(path, {{"sats", statement}, {"kunskap", "research"}, {"ord", "Påhittat för alla"}, {"kalla", "Påhittad rapport 2026"}, {"visa", "alla"}}).status(), 303);
    const auto open = site->get("/riktlinje/" + statement);
    EXPECT_TRUE(open.says("Påhittat från carers"));
    EXPECT_TRUE(open.says("Påhittat för alla"));
    EXPECT_FALSE(open.says("Påhittat från research"));
    EXPECT_EQ(open.count("//a[@href='https://kalla.invalid/1']"), 1U);
    EXPECT_FALSE(site->get("/riktlinje/syfte-2").says("Vad vi vet"));
    ASSERT_EQ(site->send(show, {{"for", "personalen"}}).status(), 303);
    EXPECT_FALSE(site->get("/riktlinje/" + statement).says("Påhittat från carers"));
    EXPECT_TRUE(logged("write", "participation.source", 'k'));
    const auto remove = page.text("//form[contains(@action,'/ta-bort')]/@action");
    ASSERT_EQ(site->send(remove, {}).status(), 303);
    EXPECT_EQ(site->send(remove, {}).status(), 404);
    EXPECT_FALSE(site->get(path).says("Påhittat från carers"));
}
TEST_P(Councils, a_signature_by_code_says_so_and_one_of_a_day_replaces) {
    const auto code = provider_code();
    const auto says_it = [&](const std::string& state, const std::string& reason) {
        return site->send("/utforare", {{"kod", code}, {"gor", "spara"}, {"underskrift", "ja"}, {"lage-" + statement, state}, {"skal-" + statement, reason}}).status();
    };
    ASSERT_EQ(says_it("met", "Påhittat först"), 200);
    later(hour);
    ASSERT_EQ(says_it("partly", "Påhittat sedan"), 200);
    EXPECT_EQ(count("guideline_state", "code_day = '2026-11-22' AND reason = 'Påhittat sedan'"), 1);
    EXPECT_EQ(count("guideline_state"), 1);
    EXPECT_EQ(count("guideline_signed", "code_day = '2026-11-22'"), 1);
    later(day);
    ASSERT_EQ(says_it("met", "Påhittat dagen efter"), 200);
    EXPECT_EQ(count("guideline_state"), 2);
    EXPECT_EQ(count("guideline_signed"), 2);
    enter('d', 'e', Role::director);
    EXPECT_TRUE(site->get("/personal/riktlinje/" + statement).says("med koden från 22 november 2026, utan inloggning"));
    const auto id = database().read([](db::Reader& r) { return r.one(db::Sql{"test.signed", "SELECT MAX(id) FROM guideline_signed"}, {}, [](const db::Row& row) { return std::string(row.text(0)); }); });
    const auto page = site->get("/personal/arsuttalande/" + id);
    EXPECT_TRUE(page.says("Det är inte en chefs underskrift."));
    EXPECT_FALSE(page.says("Underskrivet"));
}
TEST_P(Councils, a_wrong_answer_by_code_is_struck_with_a_reason_and_the_one_before_counts) {
    const auto code = provider_code();
    ASSERT_EQ(site->send("/utforare", {{"kod", code}, {"gor", "spara"}, {"lage-" + statement, "met"}, {"skal-" + statement, ""}}).status(), 200);
    later(day);
    ASSERT_EQ(site->send("/utforare", {{"kod", code}, {"gor", "spara"}, {"lage-" + statement, "not_met"}, {"skal-" + statement, "Påhittat om fru Påhittad"}}).status(), 200);
    const std::string path = "/personal/riktlinje/" + statement;
    enter('h', 'e', Role::head_of_operations);
    EXPECT_FALSE(site->get(path).has("//form[contains(@action,'/stryk')]"));
    enter('d', 'e', Role::director);
    const auto page = site->get(path);
    const auto in = [&](const std::string& name) { return page.text("//form[contains(@action,'/stryk')]//input[@name='" + name + "']/@value"); };
    const web::Fields which{{"operation", in("operation")}, {"at", in("at")}};
    EXPECT_EQ(site->send(path + "/stryk", which).status(), 422);
    auto fields = which;
    fields.emplace_back("why", "Påhittat: det namngav någon");
    ASSERT_EQ(site->send(path + "/stryk", fields).status(), 303);
    EXPECT_EQ(site->send(path + "/stryk", fields).status(), 404);
    const auto after = site->get(path);
    EXPECT_FALSE(after.says("fru Påhittad"));
    EXPECT_TRUE(after.says("Struket 23 november 2026: Påhittat: det namngav någon"));
    EXPECT_EQ(count("guideline_state", "reason LIKE '%fru%'"), 0);
    EXPECT_EQ(after.count("//form[contains(@action,'/stryk')]"), 1U);   // the one before counts again
    EXPECT_TRUE(logged("write", "guideline.state", 'd'));
}
LOTSEN_ON_BOTH_DATABASES(Councils);

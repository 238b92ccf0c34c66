#include "support/privacy_desk.hpp"

using namespace privacy_test;

namespace {
const std::string at = "/personal/riktlinje/", year = "/personal/arsuttalande";
const std::string head_statement = "anhorigperspektiv-6", director_statement = "uppfoljning-1";
std::string letters(char c) { return std::string(22, c); }

// e and f are the board's, p a private provider's.
class GuidelineDesk : public Municipality {
protected:
    std::string hidden(const Page& page, const std::string& action, const std::string& name) { return page.text("//form[@action='" + action + "']//input[@name='" + name + "']/@value"); }
    Page with_seen(const std::string& page, const std::string& action, web::Fields fields) {
        fields.emplace_back("seen", hidden(site->get(page), action, "seen"));
        return site->send(action, fields);
    }
    Page say(const std::string& statement, const std::string& operation, const std::string& state, const std::string& reason) {
        return site->send(at + statement + "/lage", {{"operation", operation}, {"state", state}, {"reason", reason}});
    }
};
}

TEST_P(GuidelineDesk, nothing_is_said_before_somebody_has_said_it) {
    enter('a', 'e', Role::director);
    const auto page = site->get("/personal/riktlinje");
    EXPECT_EQ(page.status(), 200);
    EXPECT_EQ(page.count("//li[contains(@class,'statement')]"), 51U);
    EXPECT_TRUE(page.says("51 löften: 0 uppfyllda, 0 delvis, 0 inte uppfyllda. Om 51 vet vi inte."));
    EXPECT_TRUE(page.says("0 av 3 har svarat"));
    EXPECT_TRUE(site->get("/sa-gar-det").says("Ingen har sagt hur det går än."));
    EXPECT_TRUE(site->get("/riktlinje/" + head_statement).has("//a[@href='/sa-gar-det#" + head_statement + "']"));   // from a promise to how it goes, and back
    EXPECT_TRUE(site->get("/sa-gar-det").has("//li[@id='" + head_statement + "']//a[@href='/riktlinje/" + head_statement + "']"));
    EXPECT_FALSE(site->get("/riktlinje/syfte-3").has("//a[contains(@href,'/sa-gar-det#')]"));
}
TEST_P(GuidelineDesk, the_list_is_narrowed_by_role_need_and_kind) {
    enter('a', 'e', Role::consultant);
    EXPECT_EQ(site->get("/personal/riktlinje?roll=socialdirektor").count("//li[contains(@class,'statement')]"), 4U);
    EXPECT_EQ(site->get("/personal/riktlinje?slag=bor").count("//li[contains(@class,'statement')]"), 11U);
    EXPECT_GT(site->get("/personal/riktlinje?slag=alla").count("//li[contains(@class,'statement')]"), 100U);
    EXPECT_TRUE(site->get("/personal/riktlinje?lage=met").says("Ingen sats passar"));
}
TEST_P(GuidelineDesk, a_head_says_how_it_goes_in_her_own_operation_and_only_there) {
    enter('h', 'e', Role::head_of_operations);
    EXPECT_EQ(say(head_statement, letters('e'), "met", "").status(), 303);
    EXPECT_EQ(say(head_statement, letters('f'), "met", "").status(), 404);
    EXPECT_EQ(say(head_statement, "", "met", "").status(), 404);
    EXPECT_EQ(say(director_statement, "", "met", "").status(), 404);
    EXPECT_TRUE(logged("write", "guideline.state", 'h'));
    const auto page = site->get(at + head_statement);
    EXPECT_TRUE(page.says("1 av 3 har svarat"));
    EXPECT_TRUE(page.says("Utföraren är privat"));
    const auto shown = site->get("/sa-gar-det.json").body();
    EXPECT_NE(shown.find("\"answered\":1,\"of\":3"), std::string::npos);
    EXPECT_NE(shown.find("\"version\":1,\"promises\""), std::string::npos);
    EXPECT_NE(shown.find("\"id\":\"syfte-2\",\"section\":\"Dokumentets syfte\""), std::string::npos) << shown.substr(0, 400);
}
TEST_P(GuidelineDesk, what_is_lacking_needs_a_reason_and_nothing_typed_is_lost) {
    enter('d', 'e', Role::director);
    const auto page = say(director_statement, "", "not_met", "");
    EXPECT_EQ(page.status(), 422);
    EXPECT_TRUE(page.says("Skriv varför det inte är uppfyllt än"));
    EXPECT_TRUE(page.has("//input[@name='state' and @value='not_met' and @checked]"));
    EXPECT_EQ(say(director_statement, "", "", "Mitt skäl").text("//textarea[@name='reason']"), "Mitt skäl");
    EXPECT_EQ(say(director_statement, "", "not_met", "Ingen har följt upp. Påhittat.").status(), 303);
    EXPECT_TRUE(site->get(at + director_statement).says("Ingen har följt upp. Påhittat."));
    EXPECT_FALSE(site->get("/sa-gar-det").says("Ingen har följt upp. Påhittat."));   // the reason stays behind the counter
}
TEST_P(GuidelineDesk, what_answers_a_statement_is_content_and_is_seen_at_once_by_everybody) {
    enter('k', 'e', Role::consultant);
    const auto action = at + director_statement + "/kopplat";
    EXPECT_EQ(with_seen(at + director_statement, action, {{"plain", "Vi följer upp varje år"}, {"doing", "ring Påhittade Anna 19121212-1212"}}).status(), 422) << "a personal number would stand on a public page";
    EXPECT_EQ(with_seen(at + director_statement, action, {{"plain", "Vi följer upp varje år"}, {"doing", "En enkät görs. Påhittat."}, {"offers", "samtalsgrupp"}, {"evidence", "Protokoll ett\r\nProtokoll två"}}).status(), 303);
    const auto page = site->get(at + director_statement);
    EXPECT_EQ(page.count("//li[text()='Protokoll ett' or text()='Protokoll två']"), 2U);
    EXPECT_TRUE(page.has("//main//a[@href='/stod/samtalsgrupp']"));
    EXPECT_TRUE(site->get("/sa-gar-det").says("Vi följer upp varje år"));
    EXPECT_TRUE(site->get("/sa-gar-det").says("En enkät görs. Påhittat."));
    EXPECT_TRUE(logged("write", "guideline.promise", 'k'));
    const auto late = site->send(action, {{"plain", "Annat"}, {"seen", "gammal"}});
    EXPECT_EQ(late.status(), 422);
    EXPECT_EQ(late.text("//textarea[@name='plain']"), "Annat");
}
TEST_P(GuidelineDesk, a_routine_is_added_changed_and_removed_and_its_day_is_a_hole) {
    enter('h', 'e', Role::head_of_operations);
    const std::string path = "/personal/rutiner";
    EXPECT_EQ(site->send(path + "/ny", {{"title", ""}}).status(), 422);
    ASSERT_EQ(with_seen(path + "/ny", path + "/ny", {{"title", "Påhittad rutin för barn"}, {"owner", "verksamhetschef"}, {"kept", "Pärmen"}, {"next", "2026-01-01"}, {"laws", "sol-19-1"}}).status(), 303);
    EXPECT_TRUE(site->get(path).says("Dagen har passerat"));
    EXPECT_TRUE(site->get("/personal/riktlinje/luckor").says("Påhittad rutin för barn"));
    EXPECT_TRUE(site->get("/personal/lagkontroll").says("Rutinen skulle ha setts över: Påhittad rutin för barn"));
    const auto one = path + "/pahittad-rutin-for-barn";
    ASSERT_EQ(with_seen(one, one, {{"title", "Påhittad rutin för barn"}, {"owner", "verksamhetschef"}, {"kept", "Pärmen"}, {"next", "2027-01-01"}, {"laws", "sol-19-1"}}).status(), 303);
    EXPECT_FALSE(site->get(path).says("Dagen har passerat"));
    EXPECT_TRUE(site->get("/personal/lagkontroll").says("Rutin: Påhittad rutin för barn"));
    EXPECT_EQ(with_seen(one, one + "/ta-bort", {}).status(), 303);
    EXPECT_TRUE(site->get(path).says("Inget är inlagt än."));
}
TEST_P(GuidelineDesk, a_day_that_has_not_been_counts_for_nothing_and_what_comes_next_comes_after) {
    enter('d', 'e', Role::director);
    const auto told = [](const Page& page, const std::string& field, const std::string& words, const std::string& kept) {
        EXPECT_EQ(page.status(), 422) << field;
        EXPECT_TRUE(page.has("//div[contains(@class,'error-summary')]//a[@href='#" + field + "' and contains(.,'" + words + "')]")) << page.text("//div[contains(@class,'error-summary')]");
        EXPECT_EQ(page.text("//main//input[@name='" + field + "']/@value"), kept);
    };
    const std::string routines = "/personal/rutiner/ny", forums = "/personal/samverkan/ny", laws = "/personal/lagkontroll/ny", not_yet = "Dagen har inte varit än";
    const auto routine = [&](const std::string& last, const std::string& next) { return with_seen(routines, routines, {{"title", "Påhittad rutin"}, {"owner", "verksamhetschef"}, {"kept", "Pärmen"}, {"last", last}, {"next", next}}); };
    told(routine("2026-11-23", "2027-01-01"), "last", not_yet, "2026-11-23");
    told(routine("2026-11-22", "2026-11-21"), "next", "Välj en dag efter den som står vid Senast sedd över", "2026-11-21");
    EXPECT_EQ(routine("2026-11-22", "2026-11-21").text("//input[@name='kept']/@value"), "Pärmen");
    EXPECT_EQ(routine("2025-11-22", "2026-11-21").status(), 303) << "one that should have been looked over is told as late, and not refused";
    const auto forum = [&](const std::string& last, const std::string& next) { return with_seen(forums, forums, {{"title", "Påhittat forum"}, {"level", "strategic"}, {"parties", "Regionen"}, {"owner", "socialdirektor"}, {"last", last}, {"next", next}}); };
    told(forum("2026-12-01", ""), "last", not_yet, "2026-12-01");
    told(forum("2026-11-01", "2026-11-01"), "next", "Välj en dag efter den som står vid Möttes senast", "2026-11-01");
    EXPECT_EQ(forum("2026-11-01", "2027-11-01").status(), 303);
    told(with_seen(laws, laws, {{"law", "sol-13-9"}, {"asks", "Påhittat?"}, {"by", "note"}, {"note", "Påhittat"}, {"checked", "2026-12-01"}}), "checked", not_yet, "2026-12-01");
    ASSERT_EQ(with_seen(laws, laws, {{"law", "sol-13-9"}, {"asks", "Påhittat?"}, {"by", "note"}, {"note", "2026-11-21: Påhittat"}, {"checked", "2026-11-22"}}).status(), 303);
    EXPECT_TRUE(site->get("/personal/lagkontroll").says("21 november 2026: Påhittat"));
    const auto meeting = site->send("/personal/forankring", {{"where", "ledningsgruppen"}, {"day", "2026-11-23"}, {"decision", "Påhittat inför mötet"}});
    told(meeting, "day", "Mötet har inte varit än", "2026-11-23");
    EXPECT_EQ(meeting.text("//textarea[@name='decision']"), "Påhittat inför mötet");
    EXPECT_TRUE(meeting.says("Ledningsgruppen: ingen anteckning"));
    ASSERT_EQ(site->send("/personal/forankring", {{"where", "ledningsgruppen"}, {"day", "2026-11-22"}, {"decision", "Påhittat"}}).status(), 303);
    EXPECT_FALSE(site->get("/personal/forankring").says("Ledningsgruppen: ingen anteckning"));
    database().write([](db::Transaction& tx) { tx.execute({"test.ahead", "UPDATE guideline_anchoring SET day = '2027-11-22'"}, {}); });   // as one could write before
    EXPECT_TRUE(site->get("/personal/forankring").says("Ledningsgruppen: ingen anteckning"));
    EXPECT_TRUE(site->get("/personal/forankring").says("Har inte varit än och räknas inte"));
}
TEST_P(GuidelineDesk, the_self_check_computes_what_it_can_and_says_what_it_does_not_know) {   // L10
    enter('d', 'e', Role::director);
    const auto page = site->get("/personal/lagkontroll");
    EXPECT_TRUE(page.says("Ingen har uppdraget stödkontakt."));
    EXPECT_TRUE(page.says("stöd saknar beslut"));
    EXPECT_TRUE(page.says("Ingen rutin i registret svarar mot paragrafen."));
    EXPECT_TRUE(page.says("Den exakta lydelsen är inte kontrollerad"));
    member('s', "Påhittad Stöd", 'e', Role::support_contact);
    EXPECT_TRUE(site->get("/personal/lagkontroll").says("Någon har uppdraget stödkontakt."));
}
TEST_P(GuidelineDesk, levels_that_have_not_taken_it_up_are_named_until_they_have) {   // AP3
    const std::string path = "/personal/forankring";
    enter('h', 'e', Role::head_of_operations);
    EXPECT_TRUE(site->get(path).says("Ledningsgruppen: ingen anteckning"));
    EXPECT_EQ(site->send(path, {{"where", "ledningsgruppen"}, {"day", "2026-11-01"}, {"decision", "Påhittat"}}).status(), 404);   // not a head's
    EXPECT_EQ(site->send(path, {{"where", letters('f')}, {"day", "2026-11-01"}, {"decision", "Påhittat"}}).status(), 404);
    EXPECT_EQ(site->send(path, {{"where", letters('e')}, {"day", "igår"}, {"decision", ""}}).status(), 422);
    ASSERT_EQ(site->send(path, {{"where", letters('e')}, {"day", "2026-11-01"}, {"decision", "Vi frågar alla. Påhittat."}, {"next_step", "Följ upp"}, {"link", "https://protokoll.invalid/1"}}).status(), 303);
    const auto page = site->get(path);
    EXPECT_TRUE(page.says("1 november 2026: Äldreomsorg norr"));
    EXPECT_TRUE(page.has("//a[@href='https://protokoll.invalid/1']"));
    EXPECT_FALSE(page.says("Äldreomsorg norr, Äldreomsorg: ingen anteckning"));
    EXPECT_TRUE(page.says("Familj norr, Familj: ingen anteckning"));
    EXPECT_TRUE(page.says("Strategisk nivå: inget forum är inlagt"));
    const auto back = page.text("//form[contains(@action,'/aterkalla')]/@action");
    enter('g', 'f', Role::head_of_operations);
    EXPECT_EQ(site->send(back, {}).status(), 404);
    enter('h', 'e', Role::head_of_operations);
    EXPECT_EQ(site->send(back, {}).status(), 303);
    EXPECT_TRUE(site->get(path).says("Äldreomsorg norr, Äldreomsorg: ingen anteckning"));
}
TEST_P(GuidelineDesk, T14_a_link_to_minutes_is_an_address_on_the_net) {
    enter('d', 'e', Role::director);
    for (const auto* wrong : {"javascript:alert(1)", "data:text/html,x", "http://prov.invalid/7", "mailto:nagon@prov.invalid", "tel:0000", "protokoll 7"}) {
        const auto page = site->send("/personal/forankring", {{"where", "ledningsgruppen"}, {"day", "2026-11-01"}, {"decision", "Påhittat"}, {"link", wrong}});
        EXPECT_EQ(page.status(), 422) << wrong;
        EXPECT_EQ(page.text("//*[@id='link-error']"), "Fel: Skriv hela adressen, som börjar med https://. Finns ingen: lämna tomt");
        EXPECT_EQ(page.text("//input[@name='link']/@value"), wrong);
    }
    const auto forum = site->send("/personal/samverkan/ny", {{"title", "Påhittat forum"}, {"level", "strategic"}, {"parties", "Regionen"}, {"owner", "socialdirektor"}, {"link", "javascript:alert(1)"}});
    EXPECT_EQ(forum.status(), 422);
    EXPECT_EQ(forum.text("//*[@id='link-error']"), "Fel: Skriv hela adressen, som börjar med https://. Finns ingen: lämna tomt");
}
TEST_P(GuidelineDesk, the_years_statement_is_prefilled_signed_with_its_gaps_and_never_changes) {   // UP3
    enter('h', 'e', Role::head_of_operations);
    const auto mine = year + "/verksamhet/" + letters('e');
    EXPECT_EQ(site->get(year + "/verksamhet/" + letters('f')).status(), 404);
    EXPECT_EQ(site->get(mine).count("//textarea[starts-with(@name,'skal-')]"), 17U);
    ASSERT_EQ(site->send(mine, {{"lage-" + head_statement, "partly"}, {"skal-" + head_statement, "På två av tre möten. Påhittat."}}).status(), 303);
    const auto again = site->get(mine);
    EXPECT_EQ(again.text("//textarea[@name='skal-" + head_statement + "']"), "På två av tre möten. Påhittat.");
    EXPECT_TRUE(again.has("//input[@name='lage-" + head_statement + "' and @value='partly' and @checked]"));
    EXPECT_TRUE(again.says("17 satser, varav 16 saknar svar"));
    const auto signed_at = site->send(mine, {{"lage-" + head_statement, "partly"}, {"skal-" + head_statement, "På två av tre möten. Påhittat."}, {"gor", "underskrift"}});
    ASSERT_EQ(signed_at.status(), 303);
    auto where = signed_at.header("Location");
    where.resize(where.find('?'));
    const auto before = site->get(where);
    EXPECT_TRUE(before.says("16 av 17 saknar svar"));
    EXPECT_TRUE(before.says("Underskrivet 22 november 2026 av Verksamhetschef"));
    later(40 * day);
    ASSERT_EQ(say(head_statement, letters('e'), "met", "Nu görs det. Påhittat.").status(), 303);
    EXPECT_EQ(site->get(where).text("//main//ol"), before.text("//main//ol"));
    EXPECT_TRUE(site->get(year + "/dag?dag=2026-11-22").says("1 av 3 har svarat"));
    EXPECT_FALSE(site->get(year + "/dag?dag=2026-11-21").says("1 av 3 har svarat"));
    EXPECT_EQ(site->get(year + "/dag?dag=x").status(), 422);
}
TEST_P(GuidelineDesk, the_director_signs_with_the_gaps_shown) {
    enter('h', 'e', Role::head_of_operations);
    ASSERT_EQ(say(head_statement, letters('e'), "met", "").status(), 303);
    EXPECT_TRUE(site->get(at + head_statement).says("Utföraren är privat och svarar med en kod."));
    EXPECT_FALSE(site->get(at + head_statement).has("//a[@href='/personal/riktlinje/utforare']")) << "the codes are not hers to see";
    enter('d', 'f', Role::director);
    EXPECT_TRUE(site->get(year).says("Privat (privat utförare)"));
    EXPECT_TRUE(site->get(at + head_statement).has("//p[contains(.,'svarar med en kod')]/a[@href='/personal/riktlinje/utforare']"));
    EXPECT_EQ(site->get(year).text("//button[@name='gor' and @value='underskrift']"), "Spara och skriv under");
    const auto nameless = site->send(year, {{"lage-" + director_statement, "met"}, {"gor", "underskrift"}});
    EXPECT_EQ(nameless.status(), 422);
    EXPECT_TRUE(nameless.says("Välj i vilken egenskap du skriver under"));
    EXPECT_FALSE(site->get(year).has("//main//a[contains(.,'Hela kommunen')]")) << "signed as what nobody has declared";
    const auto done = site->send(year, {{"lage-" + director_statement, "met"}, {"gor", "underskrift"}, {"som", "on_behalf"}});
    ASSERT_EQ(done.status(), 303);
    const auto page = site->get(done.header("Location"));
    EXPECT_TRUE(page.says("50 av 51 saknar svar"));
    EXPECT_TRUE(page.says("Den som skrev under förklarade: Jag undertecknar på socialdirektörens uppdrag."));
    const auto pressed_back = site->send(year, {{"gor", "underskrift"}, {"som", "director"}});   // the form as it was before she signed
    EXPECT_EQ(pressed_back.status(), 422);
    EXPECT_TRUE(pressed_back.says("Årets uttalande har redan skrivits under"));
    EXPECT_EQ(site->get(year).count("//main//a[contains(.,'Hela kommunen')]"), 1U);
    later(hour);
    const auto second = site->send(year, {{"gor", "underskrift"}, {"som", "director"}, {"forra", site->get(year).text("//input[@name='forra']/@value")}});
    ASSERT_EQ(second.status(), 303);
    EXPECT_TRUE(site->get(second.header("Location")).says("Utgåva 2 för 2026."));
    EXPECT_TRUE(site->get(second.header("Location")).says("Den som skrev under förklarade: Jag är socialdirektör."));
    EXPECT_TRUE(site->get(done.header("Location")).says("Utgåva 1 för 2026."));
    EXPECT_TRUE(site->get(done.header("Location")).says("på socialdirektörens uppdrag")) << "what was declared is frozen";
    EXPECT_TRUE(page.says("1 av 3 har svarat. Saknas: Familj, Privat"));
    enter('k', 'e', Role::consultant);
    EXPECT_FALSE(site->get(year).has("//button[@name='gor']"));
    const auto quiet = site->send(year, {{"gor", "underskrift"}});   // a consultant saves, and never signs
    EXPECT_EQ(quiet.header("Location"), year + "?klart=sparat");
}
TEST_P(GuidelineDesk, whoever_only_reads_gets_no_form) {
    enter('r', 'e', Role::registrar);
    for (const auto* path : {"/personal/riktlinje", "/personal/riktlinje/uppfoljning-1", "/personal/rutiner", "/personal/lagkontroll", "/personal/bevakning", "/personal/forankring", "/personal/arsuttalande"}) {
        const auto page = site->get(path);
        EXPECT_EQ(page.status(), 200) << path;
        EXPECT_FALSE(page.has("//main//form[@method='post']")) << path;
    }
    enter('o', 'e', Role::front_line);
    EXPECT_EQ(site->get("/personal/riktlinje").status(), 403);
}
LOTSEN_ON_BOTH_DATABASES(GuidelineDesk);

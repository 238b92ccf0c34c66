#include "features/guideline/revising_for_tests.hpp"
#include <set>

using namespace revision_tests;

TEST_P(Revision, goes_from_draft_to_a_version_that_everybody_reads) {   // M5, M3, UP4
    enter('k', 'e', Role::consultant);
    EXPECT_TRUE(site->get(at).says("Inget utkast är på väg."));
    EXPECT_EQ(site->send(at, {{"title", " "}}).status(), 422);
    const auto draft = begun();
    edit(draft);
    ASSERT_EQ(propose(draft, removed, "remove", {}).status(), 303);
    ASSERT_EQ(propose(draft, "uppfoljning-2", "add", {{"says", "En ny sats ska finnas. Påhittat."}, {"role", "all-personal"}}).status(), 303);
    const auto page = site->get(draft);
    EXPECT_TRUE(page.says("Föreslagna ändringar (3)"));
    EXPECT_TRUE(page.has("//li[@id='" + edited + "']//ins"));
    EXPECT_EQ(page.text("//li[@id='" + removed + "']//del/span[1]"), "borttaget:");   // struck through to the eye, said to the ear
    EXPECT_TRUE(site->get("/riktlinje.json").body().find(new_words) == std::string::npos);
    to_the_board(draft);
    EXPECT_EQ(decide(draft).status(), 303);
    const auto after = site->get(draft);
    EXPECT_TRUE(after.says("Blev version 2"));
    EXPECT_TRUE(after.has("//input[@name='linked-" + removed + "']")) << "what the statement that went touched is still to be seen to";
    const auto now = site->get("/riktlinje");
    EXPECT_TRUE(now.says(new_words));
    EXPECT_TRUE(now.says("En ny sats ska finnas. Påhittat."));
    EXPECT_FALSE(now.has("//li[@id='" + removed + "']"));
    EXPECT_TRUE(now.says("Beslutad av: Socialnämnden"));
    EXPECT_TRUE(now.says("Ses över: 1 januari 2029"));
    EXPECT_NE(site->get("/riktlinje.json").body().find("\"version\":2"), std::string::npos);
    EXPECT_TRUE(site->get("/sa-gar-det").says("En ny sats ska finnas. Påhittat."));   // the promise is followed up from now on
    EXPECT_TRUE(logged("confirm", "guideline.version", 'k'));
}
TEST_P(Revision, a_statement_moves_within_its_section_and_keeps_its_number) {   // M5, M6
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    const auto form = site->get(draft + "/andring?sats=uppfoljning-1&gor=edit");
    EXPECT_TRUE(form.has("//select[@name='place']/option[@value='uppfoljning-3']"));
    EXPECT_FALSE(form.has("//select[@name='place']/option[@value='uppfoljning-1' or @value='syfte-1']"));
    const auto says = form.text("//textarea[@name='says']"), note = form.text("//textarea[@name='note']");
    const auto to = [&](const std::string& place) { return propose(draft, "uppfoljning-1", "edit", {{"says", says}, {"note", note}, {"place", place}}); };
    EXPECT_EQ(to("kvar").status(), 422) << "nothing is changed";
    EXPECT_EQ(to("forst").status(), 422) << "it is first already";
    EXPECT_EQ(to("syfte-1").status(), 422) << "another section";
    ASSERT_EQ(to("uppfoljning-3").status(), 303);
    EXPECT_TRUE(site->get(draft).says("Flyttas från platsen först i avsnittet till platsen efter uppfoljning-3"));
    EXPECT_TRUE(site->get(draft + "/andring?sats=uppfoljning-1&gor=edit").has("//option[@value='uppfoljning-3' and @selected]"));
    to_the_board(draft);
    site->gate().nobody();
    EXPECT_TRUE(site->get("/tyck-till/" + draft.substr(draft.rfind('/') + 1)).says("Föreslås flyttas från platsen först i avsnittet till platsen efter uppfoljning-3."));
    enter('k', 'e', Role::consultant);
    ASSERT_EQ(decide(draft).status(), 303);
    const auto numbers = site->get("/riktlinje").all("//li[starts-with(@id,'uppfoljning-')]/@id");
    ASSERT_GE(numbers.size(), 3U);
    EXPECT_EQ((std::vector<std::string>(numbers.begin(), numbers.begin() + 3)), (std::vector<std::string>{"uppfoljning-2", "uppfoljning-3", "uppfoljning-1"}));
    const auto json = site->get("/riktlinje.json").body();
    EXPECT_LT(json.find("\"uppfoljning-3\""), json.find("\"uppfoljning-1\""));
    EXPECT_EQ(site->get("/riktlinje/uppfoljning-1").status(), 200);
    const auto compared = site->get("/riktlinje/jamfor?fran=1&till=2");
    EXPECT_TRUE(compared.says("En punkt skiljer sig."));
    EXPECT_TRUE(compared.says("Flyttad från platsen först i avsnittet till platsen efter uppfoljning-3"));
}
TEST_P(Revision, every_step_is_kept_with_day_and_role_and_a_step_back_needs_a_reason) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    EXPECT_EQ(step(draft, "writing", "management").status(), 422) << "nothing is proposed";
    edit(draft);
    EXPECT_EQ(step(draft, "writing", "board").status(), 422);          // no step is skipped
    EXPECT_EQ(step(draft, "writing", "management", {{"day", "igår"}}).status(), 422);
    ASSERT_EQ(step(draft, "writing", "management", {{"day", "2026-11-20"}, {"words", "Påhittat möte"}}).status(), 303);
    EXPECT_EQ(step(draft, "management", "writing", {}).status(), 422);
    enter('d', 'e', Role::director);
    ASSERT_EQ(step(draft, "management", "writing", {{"back_words", "Påhittat: otydligt"}}).status(), 303);
    EXPECT_EQ(step(draft, "management", "consultation").status(), 422) << "it is no longer there";
    const auto page = site->get(draft);
    EXPECT_TRUE(page.says("20 november 2026: Hos ledningsgruppen. Infört 22 november 2026 av Anhörigkonsulent."));
    EXPECT_TRUE(page.says("22 november 2026: Skrivs (tillbaka)"));
    EXPECT_TRUE(page.says("Påhittat: otydligt"));
    ASSERT_EQ(step(draft, "writing", "withdrawn", {{"withdrawn_words", "Påhittat: behövs inte"}}).status(), 303);
    EXPECT_TRUE(site->get(draft).says("Tillbakadragen"));
    EXPECT_FALSE(site->get(draft).has("//main//form[contains(@action,'/steg')]"));
}
TEST_P(Revision, what_others_are_asked_about_does_not_change_under_them) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    ASSERT_EQ(step(draft, "writing", "management").status(), 303);
    EXPECT_EQ(step(draft, "management", "consultation", {{"day", "2026-11-22"}, {"closes", "2026-11-01"}}).status(), 422);
    EXPECT_TRUE(site->get(draft).says("Utkastet blir synligt för alla på sidan Tyck till. Lotsen meddelar ingen"));
    ASSERT_EQ(step(draft, "management", "consultation").status(), 303);
    EXPECT_EQ(propose(draft, edited, "edit", {{"says", "Annat"}}).status(), 422);
    EXPECT_EQ(site->send(draft + "/angra", {{"statement", edited}}).status(), 422);
    EXPECT_EQ(site->get(draft + "/andring?sats=" + edited + "&gor=edit").status(), 404);
    EXPECT_EQ(last_step(draft).closes, "2026-12-20");
    ASSERT_EQ(step(draft, "consultation", "board").status(), 303);
    EXPECT_EQ(last_step(draft).closes, "");
    ASSERT_EQ(step(draft, "board", "consultation", {{"back_words", "Påhittat: råden vill säga mer"}}).status(), 303);
    EXPECT_EQ(last_step(draft).closes, "2026-12-20") << "it is out again until the same day";
}
TEST_P(Revision, each_day_that_is_wrong_is_told_by_its_name) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    to_the_board(draft);
    auto wrong = decision("någon gång");
    wrong[1].second = "igår", wrong[6].second = "sedan";
    const auto page = site->send(draft + "/beslut", wrong);
    EXPECT_EQ(page.status(), 422);
    const auto told = page.all("//div[contains(@class,'error-summary')]//li");
    ASSERT_EQ(told.size(), 3U);
    EXPECT_EQ(std::set<std::string>(told.begin(), told.end()).size(), 3U);
    EXPECT_NE(told[0].find("vilken dag beslutet fattades"), std::string::npos);
    EXPECT_EQ(page.text("//input[@name='number']/@value"), "§ 99 påhittad");
}
TEST_P(Revision, two_drafts_at_once_touch_different_statements) {
    enter('k', 'e', Role::consultant);
    const auto one = begun("Ett påhittat"), other = begun("Ett annat påhittat");
    edit(one);
    const auto refused = propose(other, edited, "edit", {{"says", "Samma sats. Påhittat."}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_EQ(refused.text("//textarea[@name='says']"), "Samma sats. Påhittat.");
    edit(other, "uppfoljning-4", "Något annat ska göras. Påhittat.");
    to_the_board(one), to_the_board(other);
    ASSERT_EQ(decide(one).status(), 303);
    ASSERT_EQ(decide(other).status(), 303);
    const auto now = site->get("/riktlinje");
    EXPECT_TRUE(now.says(new_words));                              // the second stands on the first
    EXPECT_TRUE(now.says("Något annat ska göras. Påhittat."));
    EXPECT_NE(site->get("/riktlinje.json").body().find("\"version\":3"), std::string::npos);
}
TEST_P(Revision, a_proposal_says_why_and_differs_and_a_ska_has_somebody) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    EXPECT_EQ(site->get(draft + "/andring?sats=finns-inte&gor=edit").status(), 404);
    EXPECT_EQ(site->get(draft + "/andring?sats=" + edited + "&gor=annat").status(), 404);
    const auto form = site->get(draft + "/andring?sats=" + edited + "&gor=edit");
    const auto text = form.text("//textarea[@name='says']");
    EXPECT_TRUE(form.has("//input[@name='kind' and @value='ska' and @checked]"));
    EXPECT_TRUE(propose(draft, edited, "edit", {{"says", text}, {"note", form.text("//textarea[@name='note']")}}).says("Inget är ändrat mot hur det står nu"));
    EXPECT_TRUE(site->send(draft + "/andring", {{"sats", edited}, {"gor", "edit"}, {"says", "Nytt"}, {"kind", "ska"}, {"role", ""}}).says("Välj vem som ansvarar"));
    EXPECT_TRUE(site->send(draft + "/andring", {{"sats", edited}, {"gor", "remove"}, {"why", " "}}).says("Skriv varför"));
    edit(draft, edited, "Först.\r\n Sedan ska det hända.");
    EXPECT_TRUE(site->get(draft).text("//li[@id='" + edited + "']/p").find("Först. ") != std::string::npos);
    EXPECT_EQ(site->send(draft + "/angra", {{"statement", edited}, {"sedd", site->get(draft).text("//form[contains(@action,'/angra')]//input[@name='sedd']/@value")}}).status(), 303);
    EXPECT_TRUE(site->get(draft).says("Inget är föreslaget än."));
}
TEST_P(Revision, what_a_changed_statement_touches_is_a_list_to_tick) {   // M4
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft, "overgripande-inriktning-8", "Anhörigstöd ska erbjudas till alla målgrupper. Påhittat.");
    const auto name = "linked-overgripande-inriktning-8";
    const auto page = site->get(draft);
    const auto boxes = page.all("//input[@name='" + std::string(name) + "']/@value");
    ASSERT_FALSE(boxes.empty());
    EXPECT_EQ(page.count("//input[@name='" + std::string(name) + "' and @checked]"), 0U);
    ASSERT_EQ(site->send(draft + "/bocka", {{"statement", "overgripande-inriktning-8"}, {name, boxes[0]}, {name, "offer:finns-inte"}}).status(), 303);
    EXPECT_EQ(site->get(draft).all("//input[@name='" + std::string(name) + "' and @checked]/@value"), (std::vector<std::string>{boxes[0]}));
    EXPECT_EQ(site->send(draft + "/bocka", {{"statement", "syfte-1"}}).status(), 404);
    enter('r', 'e', Role::registrar);
    EXPECT_TRUE(site->get(draft).says("(sett över)"));
}
TEST_P(Revision, a_decision_whose_day_has_not_come_waits_for_it) {
    enter('k', 'e', Role::consultant);
    const auto draft = decided("2026-12-01");
    EXPECT_TRUE(site->get(at).says("Version 2 är beslutad och börjar gälla 1 december 2026"));
    EXPECT_FALSE(site->get("/riktlinje").says(new_words));
    EXPECT_TRUE(site->get("/riktlinje/versioner").says("Börjar gälla 1 december 2026"));
    EXPECT_TRUE(site->get("/riktlinje/version/2").says("Den här versionen gäller inte än"));
    later(8 * day);
    site->composition().reload();
    EXPECT_FALSE(site->get("/riktlinje").says(new_words));
    later(day);
    site->composition().reload();
    EXPECT_TRUE(site->get("/riktlinje").says(new_words));
    EXPECT_TRUE(site->get(draft).says("Blev version 2"));
    EXPECT_FALSE(site->composition().reload()) << "once is enough";
}
TEST_P(Revision, promises_of_what_was_taken_away_go_with_it_and_their_history_stays) {
    enter('k', 'e', Role::consultant);
    const auto link = "/personal/riktlinje/" + removed;
    ASSERT_EQ(site->send(link + "/kopplat", {{"plain", "Ett löfte som går"}, {"seen", site->get(link).text("//form[contains(@action,'/kopplat')]//input[@name='seen']/@value")}}).status(), 303);
    later(day);
    const auto draft = begun();
    ASSERT_EQ(propose(draft, removed, "remove", {}).status(), 303);
    to_the_board(draft);
    ASSERT_EQ(decide(draft).status(), 303);
    EXPECT_FALSE(site->get("/sa-gar-det").says("Ett löfte som går"));
    EXPECT_FALSE(site->get("/personal/riktlinje/poster").says("Ett löfte som går"));
    EXPECT_TRUE(site->get("/personal/riktlinje/poster?dag=2026-11-22").says("Ett löfte som går"));
    EXPECT_TRUE(site->get("/personal/riktlinje/poster?dag=2020-01-01").says("Posten fanns inte den dagen."));
    EXPECT_EQ(site->get("/personal/riktlinje/poster?dag=x").status(), 422);
}
TEST_P(Revision, every_version_is_kept_and_any_two_are_compared_in_words) {   // M6
    const auto before = site->get("/riktlinje").text("//li[@id='" + edited + "']/p");
    EXPECT_TRUE(site->get("/riktlinje/versioner").says("Det finns bara en version."));
    EXPECT_EQ(site->get("/riktlinje/jamfor?fran=1&till=2").status(), 404);
    enter('k', 'e', Role::consultant);
    (void)decided();
    const auto old = site->get("/riktlinje/version/1");
    EXPECT_EQ(old.text("//li[@id='" + edited + "']/p"), before);
    EXPECT_TRUE(old.says("Den här versionen gäller inte längre"));
    EXPECT_TRUE(old.says("Den gällde till och med 21 november 2026."));
    const auto compared = site->get("/riktlinje/jamfor?fran=1&till=2");
    EXPECT_TRUE(compared.says("En punkt skiljer sig. Det som är borttaget är överstruket."));
    EXPECT_EQ(compared.all("//main//li[contains(@class,'statement')]/@id"), (std::vector<std::string>{edited}));
    EXPECT_TRUE(site->get("/riktlinje/jamfor?fran=2&till=2").says("Ingen punkt skiljer sig."));
    EXPECT_NE(site->get("/riktlinje/version/1/riktlinje.json").body().find("\"version\":1"), std::string::npos);
    for (const char* absent : {"/riktlinje/version/3", "/riktlinje/version/x", "/riktlinje/jamfor?fran=1&till=9", "/riktlinje/jamfor?fran=x&till=2"}) EXPECT_EQ(site->get(absent).status(), 404) << absent;
    EXPECT_EQ(site->get("/riktlinje/dag?dag=2026-11-21").header("Location"), "/riktlinje/version/1");
    EXPECT_EQ(site->get("/riktlinje/dag?dag=2026-11-22").header("Location"), "/riktlinje");
    EXPECT_EQ(site->get("/riktlinje/dag?dag=igår").status(), 422);
    for (const char* unchosen : {"/riktlinje/dag", "/riktlinje/jamfor"}) EXPECT_TRUE(site->get(unchosen).says("Riktlinjens versioner")) << unchosen;
}
TEST_P(Revision, each_is_told_what_changed_for_her_and_asked_again_only_for_what_has_changed_since) {   // K3
    member('d', "Påhittad Direktör", 'e', Role::director);
    member('f', "Påhittad Personal", 'e', Role::front_line);
    enter('k', 'e', Role::consultant);
    (void)decided();   // on the director's role
    EXPECT_FALSE(site->get("/personal").says("Riktlinjen har ändrats"));
    enter('f', 'e', Role::front_line);
    EXPECT_FALSE(site->get("/personal").says("Riktlinjen har ändrats"));
    enter('d', 'e', Role::director);
    EXPECT_TRUE(site->get("/personal").says("En sats är ny eller ändrad."));
    const auto page = site->get("/personal/riktlinje/andrat");
    EXPECT_TRUE(page.has("//li[@id='" + edited + "']//ins"));
    EXPECT_EQ(site->get(at).all("//table//tr[td]/td[2]"), (std::vector<std::string>{"0"}));
    EXPECT_EQ(site->send("/personal/riktlinje/andrat", {{"version", "7"}}).status(), 404);
    ASSERT_EQ(site->send("/personal/riktlinje/andrat", {{"version", "2"}}).status(), 303);
    EXPECT_FALSE(site->get("/personal").says("Riktlinjen har ändrats"));
    EXPECT_TRUE(logged("confirm", "guideline.read", 'd'));
    EXPECT_EQ(site->get(at).all("//table//tr[td]/td[2]"), (std::vector<std::string>{"1"}));
    later(day);
    enter('k', 'e', Role::consultant);
    const auto next = begun();
    edit(next, "anhorigperspektiv-6", "All personal ska ha läst. Påhittat.");   // on another role
    to_the_board(next);
    ASSERT_EQ(decide(next, "2026-11-23").status(), 303);
    enter('d', 'e', Role::director);
    EXPECT_EQ(site->get("/personal/riktlinje/andrat").all("//li[contains(@class,'statement')]/@id"), (std::vector<std::string>{"anhorigperspektiv-6"}));
}
TEST_P(Revision, a_version_that_would_make_the_content_faulty_waits_and_says_why) {
    enter('k', 'e', Role::consultant);
    (void)decided("2026-12-01");
    database().write([](db::Transaction& tx) { tx.execute({"test.spoil", "UPDATE guideline_version SET source = replace(source, ?1, ?2) WHERE number = 2"}, {"kind = \"ska\"", "kind = \"skall\""}); });
    later(9 * day);
    site->composition().reload();
    EXPECT_FALSE(site->get("/riktlinje").says(new_words));
    const auto page = site->get(at);
    EXPECT_TRUE(page.says("En beslutad version har inte kunnat tas i bruk"));
    EXPECT_TRUE(page.says("”skall” går inte."));
}
TEST_P(Revision, the_registrar_enters_the_decision_and_whoever_only_reads_gets_no_form) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    to_the_board(draft);
    enter('h', 'e', Role::head_of_operations);
    EXPECT_FALSE(site->get(draft).has("//main//form[@method='post']"));
    EXPECT_EQ(decide(draft).status(), 403);
    enter('r', 'e', Role::registrar);
    EXPECT_FALSE(site->get(draft).has("//main//form[contains(@action,'/steg')]"));
    auto wrong = decision("2026-11-01");
    const auto page = site->send(draft + "/beslut", wrong);
    EXPECT_EQ(page.status(), 422);
    EXPECT_TRUE(page.says("Välj beslutets dag eller en senare"));
    EXPECT_EQ(page.text("//input[@name='number']/@value"), "§ 99 påhittad");
    EXPECT_EQ(decide(draft).status(), 303);
    EXPECT_EQ(decide(draft).status(), 422) << "it is decided once";
    enter('o', 'e', Role::front_line);
    EXPECT_EQ(site->get(at).status(), 403);
    EXPECT_EQ(site->get("/personal/riktlinje/andrat").status(), 200);
}
LOTSEN_ON_BOTH_DATABASES(Revision);

#include "features/participation/site_for_tests.hpp"
#include "features/participation/view.hpp"
#include <thread>
// Whoever has something to say of a draft says it without an account, and nobody sees it but who reads it (J1, J5).
using namespace participation_tests;

namespace {
class Saying : public Consultation {};
}

TEST_P(Saying, a_draft_is_read_and_one_point_is_commented_without_an_account) {
    EXPECT_TRUE(site->get("/tyck-till").says("Påhittat utkast 2027"));
    EXPECT_TRUE(site->get("/tyck-till").says("Skriv senast 31 december 2026"));
    const auto page = site->get("/tyck-till/" + draft);
    EXPECT_TRUE(page.says("Så föreslås det stå. Påhittat."));
    EXPECT_TRUE(page.says("Så står det nu."));
    EXPECT_EQ(page.text("//li[@id='syfte-1']/p[2]"), "Varför: Påhittat skäl till ändringen.");
    EXPECT_EQ(page.text("//li[@id='syfte-1']/p[3]"), "Så står det nu: Så står det nu.") << "in the open, so that it stands on paper too";
    EXPECT_NE(page.text("//li[@id='syfte-1']/ul").find("blir Socialdirektören"), std::string::npos);
    EXPECT_EQ(page.count("//b[text()='Varför:']"), 1U);   // what stays as it is has no reason
    EXPECT_TRUE(page.has("//a[contains(@href,'/skriv?punkt=syfte-1')]"));
    EXPECT_TRUE(site->get(write_path() + "?punkt=syfte-1").says("Så föreslås det stå. Påhittat."));
    EXPECT_EQ(site->get(write_path() + "?punkt=finns-inte").status(), 404);
    EXPECT_EQ(site->get("/tyck-till/" + std::string(22, 'z')).status(), 404);
    const auto done = says(written, "syfte-1", "carer");
    EXPECT_EQ(done.status(), 200);
    EXPECT_EQ(code_on(done).size(), 19u);
    EXPECT_EQ(done.header("Cache-Control"), "no-store");
    EXPECT_EQ(count("participation_view", "paragraph = 'syfte-1' AND perspective = 'carer' AND way = 'web' AND kind = 'unsorted'"), 1);
    EXPECT_EQ(count("people_person"), 0);
}
TEST_P(Saying, what_is_written_stands_sealed_and_on_no_page_that_is_public_or_a_list) {
    const auto code = code_on(says());
    const auto stored = database().read([](db::Reader& r) { return r.one(db::Sql{"test.words", "SELECT words FROM participation_view"}, {}, [](const db::Row& row) { return std::string(db::bytes_of(row.blob(0))); }); });
    EXPECT_EQ(stored.find("granne"), stored.npos);
    const auto point = summed_up();
    ASSERT_EQ(site->send(point, {{"status", "taken_up"}, {"svar", "Vi prövar det. Påhittat."}}).status(), 303);
    for (const auto* path : {"/tyck-till", "/ni-sa-vi-gjorde", "/en/ni-sa-vi-gjorde", "/latt/ni-sa-vi-gjorde", "/ni-sa-vi-gjorde.json", "/sa-gar-det.json", "/riktlinje.json", "/personal/riktlinje/synpunkter", "/personal/riktlinje/forslag"})
        EXPECT_EQ(site->get(path).body().find("granne"), std::string::npos) << path;
    EXPECT_EQ(site->get("/tyck-till/" + draft).body().find("granne"), std::string::npos);
    EXPECT_EQ(site->get(point).body().find("granne"), std::string::npos);
    outside();
    const auto mine = site->send("/tyck-till/kod", {{"kod", code}});
    EXPECT_EQ(mine.status(), 200);
    EXPECT_EQ(mine.body().find("granne"), std::string::npos);
    EXPECT_TRUE(mine.says("Vi prövar det. Påhittat."));
    enter('k', 'e', Role::consultant);
    EXPECT_NE(site->get(path_of_view()).body().find("granne"), std::string::npos);   // whoever reads it does
}
TEST_P(Saying, one_form_is_one_view_however_often_it_is_sent) {
    const auto page = site->get(write_path());
    later(30'000);
    const web::Fields form{{"opened", value(page, "opened")}, {"punkt", ""}, {"text", written}};
    const auto first = code_on(site->send(write_path(), form)), second = code_on(site->send(write_path(), form));
    EXPECT_EQ(first, second);
    EXPECT_EQ(count("participation_view"), 1);
    EXPECT_EQ(count("vault_key", "kind = 'view'"), 1);
}
TEST_P(Saying, whoever_is_quicker_than_a_person_or_comes_as_a_flood_waits_and_keeps_what_was_written) {
    const auto page = site->get(write_path());
    const auto quick = site->send(write_path(), {{"opened", value(page, "opened")}, {"text", written}});
    EXPECT_EQ(quick.status(), 429);
    EXPECT_EQ(quick.text("//textarea[@name='text']"), written);
    later(30'000);
    EXPECT_EQ(site->send(write_path(), {{"opened", value(page, "opened")}, {"text", written}, {"webbplats", "x"}}).status(), 429);
    EXPECT_EQ(site->send(write_path(), {{"opened", "hittepå"}, {"text", written}}).status(), 429);
    EXPECT_EQ(count("participation_view"), 0);
    std::vector<std::string> opened;
    for (int i = 0; i < 20; ++i) opened.push_back(value(site->get(write_path()), "opened"));
    later(30'000);
    int kept = 0, held = 0;
    for (const auto& one : opened) {
        const auto status = site->send(write_path(), {{"opened", one}, {"text", written}}).status();
        kept += status == 200, held += status == 429;
    }
    EXPECT_EQ(kept, 12);
    EXPECT_EQ(held, 8);
    EXPECT_EQ(count("participation_view"), 12);
}
TEST_P(Saying, a_mark_older_than_half_a_day_is_asked_anew) {
    const auto old = value(site->get(write_path()), "opened");
    later(13 * hour);
    const auto again = site->send(write_path(), {{"opened", old}, {"text", written}});
    EXPECT_EQ(again.status(), 429);
    EXPECT_EQ(again.text("//textarea[@name='text']"), written);
    EXPECT_NE(value(again, "opened"), old);
    later(30'000);
    EXPECT_EQ(site->send(write_path(), {{"opened", value(again, "opened")}, {"text", written}}).status(), 200);
}
TEST_P(Saying, a_form_sent_again_says_that_it_came_before) {
    const auto opened = value(site->get(write_path()), "opened");
    later(30'000);
    EXPECT_FALSE(site->send(write_path(), {{"opened", opened}, {"text", written}}).says("redan skickat"));
    EXPECT_TRUE(site->send(write_path(), {{"opened", opened}, {"text", "En annan påhittad text"}}).says("redan skickat"));
}
TEST_P(Saying, the_form_says_when_a_text_goes_further_and_how_long_it_is_kept) {
    const auto page = site->get(write_path());
    EXPECT_TRUE(page.says("Då lämnar vi texten vidare till dem som ska ta hand om det."));
    EXPECT_TRUE(page.says("Har nämnden inte beslutat sparas den tills vidare."));
}
TEST_P(Saying, the_tab_says_nothing_of_what_is_read_and_how_to_leave_is_told) {   // T2
    for (const auto& path : {write_path(), std::string("/tyck-till/kod")}) EXPECT_EQ(site->get(path).text("//title"), "Sida 1") << path;
    const auto wrong = site->send("/tyck-till/kod", {{"kod", "1111 2222 3333 4444"}});
    EXPECT_EQ(wrong.text("//title"), "Fel: Sida 1");
}
TEST_P(Saying, what_was_written_when_the_time_was_over_is_shown_again) {
    const auto opened = value(site->get(write_path()), "opened");
    later(30'000);
    draft_is("board");
    EXPECT_TRUE(site->send(write_path(), {{"opened", opened}, {"text", written}}).says(written));
    EXPECT_EQ(count("participation_view"), 0);
}
TEST_P(Saying, the_last_day_that_has_been_is_not_asked_for_and_a_draft_taken_back_says_so) {
    later(60 * day);
    EXPECT_TRUE(site->get("/tyck-till").says("Sista dagen var 31 december 2026. Du kan fortfarande skriva tills utkastet går vidare."));
    EXPECT_FALSE(site->get("/tyck-till/" + draft).says("Skriv senast"));
    EXPECT_EQ(says().status(), 200);
    draft_is("writing");
    EXPECT_TRUE(site->get("/tyck-till/" + draft).says("Just nu tar vi inte emot synpunkter på det här utkastet."));
    EXPECT_TRUE(says().says("Just nu tar vi inte emot synpunkter på det här utkastet."));
    draft_is("withdrawn");
    EXPECT_TRUE(site->get(write_path()).says("Kommunen har dragit tillbaka utkastet."));
    EXPECT_EQ(count("participation_view"), 1);
}
TEST_P(Saying, a_view_that_meets_the_step_is_refused_with_its_text) {
    const auto opened = value(site->get(write_path()), "opened");
    later(30'000);
    std::optional<Page> answer;
    std::thread sends;
    database().write([&](db::Transaction& tx) {
        tx.execute(db::Sql{"test.step_on", "UPDATE guideline_draft SET stage = 'board' WHERE id = ?1"}, {draft});
        sends = std::thread([&] { answer = site->send(write_path(), {{"opened", opened}, {"text", written}}); });
        std::this_thread::sleep_for(std::chrono::milliseconds(700));   // the page has seen the draft open; what it keeps waits for the step
    });
    sends.join();
    EXPECT_EQ(count("participation_view"), 0);
    EXPECT_TRUE(answer->says("Tiden att tycka till om utkastet är slut."));
    EXPECT_TRUE(answer->says(written));
}
TEST_P(Saying, an_empty_text_and_a_too_long_one_are_told_so) {
    EXPECT_EQ(says("  ").status(), 422);
    EXPECT_EQ(says(std::string(5000, 'a')).status(), 422);
    EXPECT_EQ(count("participation_view"), 0);
}
TEST_P(Saying, nothing_is_kept_when_nobody_reads_or_the_time_is_over) {
    draft_is("board");
    EXPECT_TRUE(site->get(write_path()).says("Tiden att tycka till om utkastet är slut."));
    EXPECT_TRUE(says().says("Tiden att tycka till om utkastet är slut."));
    EXPECT_TRUE(site->get("/tyck-till").says("Just nu frågar vi inte om något utkast"));
    draft_is("consultation");
    database().write([](db::Transaction& tx) { tx.execute(db::Sql{"test.no_reception", "DELETE FROM contact_reception"}, {}); });
    EXPECT_TRUE(site->get(write_path()).says("Just nu går det inte att skriva här. Ring eller skriv på papper i stället."));
    EXPECT_EQ(count("participation_view"), 0);
}
TEST_P(Saying, a_wrong_code_opens_nothing_and_whoever_guesses_waits) {
    const auto wrong = site->send("/tyck-till/kod", {{"kod", "1111 2222 3333 4444"}});
    EXPECT_EQ(wrong.status(), 422);
    EXPECT_TRUE(wrong.says("Koden stämmer inte. Se efter att alla 16 siffror är rätt."));
    for (int i = 0; i < 5; ++i) (void)site->send("/tyck-till/kod", {{"kod", "1111 2222 3333 4444"}});
    const auto waits = site->send("/tyck-till/kod", {{"kod", "1111 2222 3333 4444"}});
    EXPECT_EQ(waits.status(), 429);
    EXPECT_TRUE(waits.says("Vänta en liten stund"));
}
TEST_P(Saying, what_came_by_telephone_or_on_paper_weighs_the_same_from_when_it_came) {   // J3
    (void)says();
    enter('k', 'e', Role::consultant);
    const std::string path = "/personal/riktlinje/synpunkter/skriv-in";
    EXPECT_EQ(site->send(path, {{"utkast", draft}, {"satt", "phone"}, {"dag", "2027-01-01"}, {"text", ""}}).status(), 422);
    ASSERT_EQ(site->send(path, {{"utkast", draft}, {"punkt", "syfte-1"}, {"satt", "paper"}, {"dag", "2026-11-20"}, {"tid", "09:30"}, {"text", "Påhittat på papper"}, {"perspektiv", "association"}}).status(), 303);
    EXPECT_EQ(count("participation_view", "way = 'paper' AND perspective = 'association' AND arrived_at < made_at"), 1);
    const auto list = site->get("/personal/riktlinje/synpunkter");
    EXPECT_TRUE(list.says("2 synpunkter, varav 2 obesvarade."));
    EXPECT_EQ(list.count("//tbody/tr"), 2U);
    EXPECT_TRUE(site->get("/ni-sa-vi-gjorde").says("Färre än fem synpunkter har kommit in."));
    EXPECT_FALSE(list.body().find("Påhittat på papper") != std::string::npos);
}
TEST(OnlyRepeats, a_summary_that_is_the_whole_text_is_none) {
    using participation::only_repeats;
    EXPECT_TRUE(only_repeats(written, written));
    EXPECT_TRUE(only_repeats("Någon skrev: " + written + ".", "  " + written + " "));
    EXPECT_FALSE(only_repeats("Färre besök samma dag", written));
    EXPECT_FALSE(only_repeats("Fler tider", "Fler tider"));
    EXPECT_TRUE(only_repeats("Någon sade att Kalle – min man – slår: mig!\n", "Min man Kalle slår mig"));
    EXPECT_TRUE(only_repeats("min man,\nKalle slår", "Min man Kalle slår mig"));   // a word less is no summary
    EXPECT_TRUE(only_repeats("… två besök om dagen längre, orkar inte med två besök om dagen längre …", written));
    EXPECT_FALSE(only_repeats("Två besök om dagen är för mycket för grannar", written));
}
LOTSEN_ON_BOTH_DATABASES(Saying);

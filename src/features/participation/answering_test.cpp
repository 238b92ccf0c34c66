#include "features/participation/site_for_tests.hpp"
// A human reads each text, judges it as everything that comes in, and every proposal is answered for everybody to see (J4, I5).
using namespace participation_tests;

namespace {
class Answering : public Consultation {};
}

TEST_P(Answering, a_text_is_read_with_a_line_and_in_its_own_area_only) {
    (void)says();
    enter('k', 'e', Role::consultant);
    EXPECT_TRUE(site->get(path_of_view()).says(written));
    EXPECT_TRUE(logged("read", "participation.view", 'k'));
    EXPECT_TRUE(logged("write", "participation.view", 'v') || count("audit_line", "kind = 'participation.view' AND act = 'write' AND account LIKE 'visitor%'") == 1);
    enter('x', 'f', Role::consultant);
    EXPECT_EQ(site->get(path_of_view()).status(), 404);
    EXPECT_TRUE(logged("refused", "participation.view", 'x'));
    EXPECT_EQ(site->send(path_of_view(), sorted("proposal")).status(), 404);
    EXPECT_EQ(site->get("/personal/riktlinje/synpunkter").count("//tbody/tr"), 0U);
    enter('d', 'e', Role::director);
    EXPECT_EQ(site->get(path_of_view()).status(), 403);
}
TEST_P(Answering, nothing_is_sorted_before_a_human_has_answered_the_six_questions) {
    (void)says();
    enter('k', 'e', Role::consultant);
    const auto page = site->send(path_of_view(), {{"slag", "proposal"}});
    EXPECT_EQ(page.status(), 422);
    EXPECT_EQ(page.count("//div[contains(@class,'ds-error-summary') or contains(@class,'error-summary')]//li"), 6U);
    EXPECT_EQ(site->send(path_of_view(), sorted("")).status(), 422);
    EXPECT_EQ(site->send(path_of_view() + "/forslag", {{"punkt", "syfte-1"}, {"sammanfattning", "Påhittat"}}).status(), 422);
    EXPECT_EQ(count("participation_point"), 0);
    EXPECT_EQ(count("participation_view", "kind = 'unsorted'"), 1);
}
TEST_P(Answering, somebody_in_need_becomes_a_contact_in_the_same_breath_judged_as_it_was) {
    const auto code = code_on(says());
    enter('k', 'e', Role::consultant);
    const auto done = site->send(path_of_view(), sorted("proposal", "unsure"));   // an unsure is enough, whatever else it is
    ASSERT_EQ(done.status(), 303);
    EXPECT_EQ(count("participation_view", "kind = 'handed_over' AND words IS NULL"), 1);
    EXPECT_EQ(count("vault_key", "kind = 'view'"), 0);
    EXPECT_EQ(count("contact_contact", "way = 'letter' AND closed_at IS NULL"), 1);
    EXPECT_EQ(count("contact_route", "kind = 'child' AND withdrawn_at IS NULL AND handed_at IS NULL"), 1);
    const auto page = site->get(done.header("Location"));
    EXPECT_EQ(page.status(), 200);
    EXPECT_TRUE(page.says(written));
    EXPECT_TRUE(page.says("Kom in som synpunkt på utkastet till riktlinje, punkt syfte-1."));
    EXPECT_TRUE(site->get(path_of_view()).says("Texten är flyttad till inkorgen."));
    EXPECT_EQ(site->send(path_of_view(), sorted("proposal")).status(), 422);
    EXPECT_EQ(count("contact_contact"), 1);
    outside();
    EXPECT_TRUE(site->send("/tyck-till/kod", {{"kod", code}}).says("Där får du en ny kod att läsa svaret med."));
}
TEST_P(Answering, the_code_says_the_same_of_thanks_and_of_what_was_handed_over) {   // T1: whoever finds it learns nothing of a judgement
    const auto told = [&](const web::Fields& judged) {
        outside();
        const auto code = code_on(says(written, ""));
        enter('k', 'e', Role::consultant);
        const auto path = "/personal/riktlinje/synpunkter/" + database().read([](db::Reader& r) { return r.one(db::Sql{"test.unsorted", "SELECT id FROM participation_view WHERE kind = 'unsorted'"}, {}, [](const db::Row& row) { return std::string(row.text(0)); }); });
        EXPECT_EQ(site->send(path, judged).status(), 303);
        outside();
        return site->send("/tyck-till/kod", {{"kod", code}}).text("//main");
    };
    const auto thanks = told(sorted("no_proposal")), need = told(sorted("proposal", "yes"));
    EXPECT_NE(thanks.find("Det är läst. Tack."), std::string::npos);
    EXPECT_EQ(thanks, need);
}
TEST_P(Answering, the_public_count_never_goes_down_and_shows_no_number_under_five) {
    const auto all = [&] { return std::pair(site->get("/ni-sa-vi-gjorde").text("//section[@aria-labelledby='" + draft + "']/p[1]"), site->get("/ni-sa-vi-gjorde.json").body()); };
    for (int i = 0; i < 4; ++i) (void)says("Påhittad text nummer " + std::to_string(i), "", "carer");
    later(day);
    EXPECT_EQ(all().first, "Färre än fem synpunkter har kommit in.");
    EXPECT_EQ(all().second.find("\"views\""), std::string::npos);
    (void)says("Påhittad femte text", "", "carer");
    EXPECT_EQ(all().first, "Färre än fem synpunkter har kommit in.");   // not the day somebody writes
    later(day);
    const auto five = all();
    EXPECT_EQ(five.first, "Till och med i går har 5 synpunkter kommit in.");
    const auto one = database().read([](db::Reader& r) { return r.one(db::Sql{"test.any", "SELECT MIN(id) FROM participation_view"}, {}, [](const db::Row& row) { return std::string(row.text(0)); }); });
    enter('k', 'e', Role::consultant);
    ASSERT_EQ(site->send("/personal/riktlinje/synpunkter/" + one, sorted("handed_over")).status(), 303);
    outside();
    EXPECT_EQ(all(), five);
    draft_is("board");
    EXPECT_EQ(all().first, "5 synpunkter har kommit in. Anhörig: 5.");
}
TEST_P(Answering, what_is_handed_over_backs_no_public_proposal) {
    (void)says();
    (void)summed_up("Färre besök. Påhittat.");
    EXPECT_TRUE(site->get("/ni-sa-vi-gjorde").says("Färre besök. Påhittat."));
    ASSERT_EQ(site->send(path_of_view(), sorted("proposal", "yes")).status(), 303);
    EXPECT_EQ(count("participation_backing"), 0);
    EXPECT_FALSE(site->get("/ni-sa-vi-gjorde").says("Färre besök. Påhittat."));
    EXPECT_EQ(site->get("/ni-sa-vi-gjorde.json").body().find("Färre besök"), std::string::npos);
}
TEST_P(Answering, a_summary_is_reworded_and_taken_down_and_eight_words_in_a_row_are_refused) {
    (void)says();
    const auto point = summed_up("Färre besök. Påhittat.");
    const auto copied = "En granne säger: orkar inte med två besök om dagen längre";
    EXPECT_EQ(site->send(point + "/andra", {{"sammanfattning", copied}}).status(), 422);
    EXPECT_EQ(site->send(point, {{"status", "not_now"}, {"svar", copied}}).status(), 422);   // nor in the answer
    ASSERT_EQ(site->send(point + "/andra", {{"sammanfattning", "Glesare besök. Påhittat."}}).status(), 303);
    published(point);
    ASSERT_EQ(site->send(point, {{"status", "not_now"}, {"svar", "Svaret som ska bort. Påhittat."}}).status(), 303);
    EXPECT_EQ(count("participation_point", "summary = 'Glesare besök. Påhittat.'"), 1);
    enter('h', 'e', Role::head_of_operations);
    EXPECT_EQ(site->send(point + "/ta-bort", {}).status(), 403);
    enter('d', 'e', Role::director);
    ASSERT_EQ(site->send(point + "/ta-bort", {}).status(), 303);
    EXPECT_EQ(site->send(point + "/ta-bort", {}).status(), 404);
    EXPECT_EQ(site->send(point + "/andra", {{"sammanfattning", "Påhittat igen"}}).status(), 404);
    const auto page = site->get("/ni-sa-vi-gjorde");
    EXPECT_TRUE(page.says("Förslaget är borttaget."));
    EXPECT_FALSE(page.says("Glesare besök. Påhittat."));
    EXPECT_FALSE(page.says("Svaret som ska bort. Påhittat."));
    EXPECT_EQ(count("participation_point", "summary = ''") + count("participation_answer", "words <> ''"), 1);
    enter('k', 'e', Role::consultant);
    EXPECT_TRUE(site->get("/personal/riktlinje/synpunkter").says("En synpunkt, obesvarad."));   // and is summed up anew
}
TEST_P(Answering, a_text_handed_over_is_promised_from_when_it_came) {
    (void)says();
    later(21 * day);
    enter('k', 'e', Role::consultant);
    ASSERT_EQ(site->send(path_of_view(), sorted("handed_over")).status(), 303);
    EXPECT_EQ(count("contact_contact", "arrived_at = (SELECT arrived_at FROM participation_view)"), 1);
    EXPECT_EQ(count("contact_contact", "promised_at IS NULL OR promised_at < " + std::to_string(now().ms)), 1);
}
TEST_P(Answering, unread_views_are_told_on_the_start_page_with_the_oldest_day) {
    enter('k', 'e', Role::consultant);
    EXPECT_FALSE(site->get("/personal").says("En synpunkt på riktlinjen väntar på att läsas"));
    outside();
    (void)says();
    for (const auto role : {Role::consultant, Role::head_of_operations}) {
        enter('k', 'e', role);
        const auto page = site->get("/personal");
        EXPECT_TRUE(page.says("En synpunkt på riktlinjen väntar på att läsas"));
        EXPECT_EQ(page.body().find("granne"), std::string::npos);
    }
    enter('x', 'f', Role::consultant);
    EXPECT_FALSE(site->get("/personal").says("En synpunkt på riktlinjen väntar på att läsas"));
    enter('k', 'e', Role::consultant);
    ASSERT_EQ(site->send(path_of_view(), sorted("no_proposal")).status(), 303);
    EXPECT_FALSE(site->get("/personal").says("En synpunkt på riktlinjen väntar på att läsas"));
}
TEST_P(Answering, what_is_published_is_a_summary_and_never_the_text) {
    (void)says();
    enter('k', 'e', Role::consultant);
    ASSERT_EQ(site->send(path_of_view(), sorted("proposal")).status(), 303);
    const auto copied = site->send(path_of_view() + "/forslag", {{"punkt", "syfte-1"}, {"sammanfattning", written}});
    EXPECT_EQ(copied.status(), 422);
    EXPECT_TRUE(copied.says("Sammanfatta med egna ord."));
    EXPECT_EQ(count("participation_point"), 0);
    EXPECT_EQ(site->send(path_of_view() + "/forslag", {{"punkt", "finns-inte"}, {"sammanfattning", "Påhittat"}}).status(), 422);
    ASSERT_EQ(site->send(path_of_view() + "/forslag", {{"punkt", "syfte-1"}, {"sammanfattning", "Färre besök. Påhittat."}}).status(), 303);
    EXPECT_EQ(count("participation_point", "summary = 'Färre besök. Påhittat.'"), 1);
}
TEST_P(Answering, one_writes_a_summary_and_another_lets_everybody_read_it) {
    const auto code = code_on(says());
    const auto point = written_down("Färre besök. Påhittat.");
    ASSERT_EQ(site->send(point, {{"status", "taken_up"}, {"svar", "Vi prövar det. Påhittat."}}).status(), 303);
    const auto hidden = [&] {
        outside();
        for (const auto* path : {"/ni-sa-vi-gjorde", "/ni-sa-vi-gjorde.json"})
            if (site->get(path).body().find("Färre besök") != std::string::npos) return false;
        return site->send("/tyck-till/kod", {{"kod", code}}).body().find("Färre besök") == std::string::npos;
    };
    EXPECT_TRUE(hidden());
    enter('k', 'e', Role::consultant);
    EXPECT_TRUE(site->get(point).says("Du har skrivit sammanfattningen. Någon annan läser och publicerar den."));
    EXPECT_EQ(site->send(point + "/publicera", {}).status(), 422);
    EXPECT_TRUE(site->get("/personal/riktlinje/forslag").says("En sammanfattning väntar på att någon annan än den som skrev den publicerar."));
    EXPECT_TRUE(site->get("/personal/riktlinje/synpunkter").says("En synpunkt, obesvarad."));   // nobody outside has an answer yet
    EXPECT_FALSE(site->get("/personal").says("En sammanfattning väntar på att du läser"));
    enter('d', 'e', Role::director);
    EXPECT_TRUE(site->get("/personal").says("En sammanfattning väntar på att du läser och publicerar den"));
    ASSERT_EQ(site->send(point + "/publicera", {}).status(), 303);
    EXPECT_TRUE(logged("confirm", "participation.point", 'd'));
    EXPECT_EQ(site->send(point + "/publicera", {}).status(), 404);
    outside();
    EXPECT_TRUE(site->get("/ni-sa-vi-gjorde").says("Färre besök. Påhittat."));
    EXPECT_TRUE(site->send("/tyck-till/kod", {{"kod", code}}).says("Vi prövar det. Påhittat."));
    enter('d', 'e', Role::director);
    ASSERT_EQ(site->send(point + "/andra", {{"sammanfattning", "Färre besök om dagen. Påhittat."}}).status(), 303);
    EXPECT_TRUE(hidden()) << "other words are read by somebody else before they are public";
    enter('d', 'e', Role::director);
    EXPECT_EQ(site->send(point + "/publicera", {}).status(), 422);
    enter('k', 'e', Role::consultant);
    EXPECT_EQ(site->send(point + "/publicera", {}).status(), 303);
}
TEST_P(Answering, the_head_publishes_when_nobody_else_who_reads_is_on_duty) {
    (void)says();
    member('m', "Påhittad Konsulent", 'e', Role::consultant);
    const auto point = written_down();
    enter('h', 'e', Role::head_of_operations);
    EXPECT_EQ(site->get(point).count("//form[contains(@action,'/publicera')]"), 0U);
    const auto refused = site->send(point + "/publicera", {});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("är i tjänst och publicerar den"));
    enter('h', 'f', Role::head_of_operations);
    EXPECT_EQ(site->send(point + "/publicera", {}).status(), 404);   // another area's head
    database().write([&](db::Transaction& tx) { tx.execute(db::Sql{"test.away", "INSERT INTO contact_absence (account, first_day, last_day) VALUES (?1, '2026-11-20', '2026-12-01')"}, {std::string(22, 'm')}); });
    enter('h', 'e', Role::head_of_operations);
    EXPECT_EQ(site->send(point + "/publicera", {}).status(), 303);
    EXPECT_TRUE(site->get("/ni-sa-vi-gjorde").says("Färre besök på samma dag. Påhittat."));
}
TEST_P(Answering, every_proposal_gets_an_answer_with_its_history_and_the_unanswered_are_counted) {
    const auto code = code_on(says());
    const auto point = summed_up();
    EXPECT_TRUE(site->get("/ni-sa-vi-gjorde").says("Ett förslag väntar på svar."));
    EXPECT_TRUE(site->get("/personal/riktlinje/synpunkter").says("En synpunkt, obesvarad."));
    EXPECT_EQ(site->send(point, {{"status", "not_now"}, {"svar", ""}}).status(), 422);                                  // not without a reason
    EXPECT_EQ(site->send(point, {{"status", "change"}, {"punkt", ""}, {"svar", "Vi ändrar. Påhittat."}}).status(), 422);   // and a change is somewhere
    EXPECT_EQ(site->send(point, {{"status", "new"}, {"svar", "x"}}).status(), 422);
    ASSERT_EQ(site->send(point, {{"status", "not_now"}, {"svar", "Inte i år. Påhittat."}}).status(), 303);
    EXPECT_TRUE(site->get("/personal/riktlinje/synpunkter").says("En synpunkt, besvarad."));
    later(hour);
    enter('d', 'e', Role::director);
    ASSERT_EQ(site->send(point, {{"status", "change"}, {"punkt", "syfte-1"}, {"svar", "Vi ändrar ändå. Påhittat."}}).status(), 303);
    const auto page = site->get("/ni-sa-vi-gjorde");
    EXPECT_TRUE(page.says("Vi ändrar ändå. Påhittat."));
    EXPECT_TRUE(page.says("Föreslagen ändring: punkt syfte-1"));
    EXPECT_TRUE(page.says("Inte i år. Påhittat."));   // the earlier answer stays
    const auto json = site->get("/ni-sa-vi-gjorde.json").body();
    EXPECT_NE(json.find("\"status\":\"change\""), std::string::npos);
    enter('h', 'e', Role::head_of_operations);
    EXPECT_EQ(site->get(point).count("//main//form"), 0U);
    EXPECT_EQ(site->send(point, {{"status", "taken_up"}, {"svar", "x"}}).status(), 403);
    outside();
    EXPECT_TRUE(site->send("/tyck-till/kod", {{"kod", code}}).says("Vi ändrar ändå. Påhittat."));
}
TEST_P(Answering, who_says_the_same_is_answered_together_and_who_does_not_is_taken_out) {
    (void)says();
    const auto point = summed_up();
    const auto first = only_view();
    outside();
    (void)says("En annan påhittad text om samma sak", "");
    enter('k', 'e', Role::consultant);
    const auto second = database().read([&](db::Reader& r) { return r.one(db::Sql{"test.second", "SELECT id FROM participation_view WHERE id <> ?1"}, {first}, [](const db::Row& row) { return std::string(row.text(0)); }); });
    const auto path = "/personal/riktlinje/synpunkter/" + second;
    ASSERT_EQ(site->send(path, sorted("proposal")).status(), 303);
    ASSERT_EQ(site->send(path + "/forslag", {{"forslag", point.substr(point.rfind('/') + 1)}}).status(), 303);
    EXPECT_TRUE(site->get(point).says("2 synpunkter säger det."));
    ASSERT_EQ(site->send(path + "/inte-med", {{"forslag", point.substr(point.rfind('/') + 1)}}).status(), 303);
    EXPECT_TRUE(site->get(point).says("En synpunkt säger det."));
    EXPECT_TRUE(site->get("/personal/riktlinje/synpunkter?visa=obesvarade").says("Ska sammanfattas"));
}
TEST_P(Answering, a_view_is_among_no_proposal_of_another_draft) {
    (void)says();
    const auto point = summed_up();
    database().write([](db::Transaction& tx) { tx.execute(db::Sql{"test.elsewhere", "UPDATE participation_point SET draft = 'ett-annat'"}, {}); });
    EXPECT_EQ(site->send(path_of_view() + "/forslag", {{"forslag", point.substr(point.rfind('/') + 1)}}).status(), 404);
}
TEST_P(Answering, what_is_sorted_anew_as_thanks_backs_no_proposal) {
    (void)says();
    (void)summed_up("Färre besök. Påhittat.");
    ASSERT_EQ(site->send(path_of_view(), sorted("no_proposal")).status(), 303);
    EXPECT_EQ(count("participation_backing"), 0);
    EXPECT_FALSE(site->get("/ni-sa-vi-gjorde").says("Färre besök. Påhittat."));
}
TEST_P(Answering, thanks_need_no_proposal) {
    (void)says();
    enter('k', 'e', Role::consultant);
    ASSERT_EQ(site->send(path_of_view(), sorted("no_proposal")).status(), 303);
    EXPECT_TRUE(site->get("/personal/riktlinje/synpunkter").says("En synpunkt, besvarad."));
}
TEST_P(Answering, a_draft_goes_to_the_board_when_every_view_has_an_answer_and_not_before) {
    (void)says();
    const auto step = "/personal/riktlinje/revision/" + draft + "/steg";
    const web::Fields onwards{{"from", "consultation"}, {"to", "board"}, {"day", "2026-11-22"}, {"words", "Påhittat"}};
    enter('k', 'e', Role::consultant);
    const auto held = site->send(step, onwards);
    EXPECT_EQ(held.status(), 422);
    EXPECT_TRUE(held.says("En synpunkt har inte fått svar."));
    EXPECT_EQ(count("guideline_draft", "stage = 'consultation'"), 1);
    const auto point = summed_up();
    ASSERT_EQ(site->send(point, {{"status", "not_now"}, {"svar", "Påhittat"}}).status(), 303);
    EXPECT_EQ(site->send(step, onwards).status(), 303);
    EXPECT_EQ(count("guideline_draft", "stage = 'board'"), 1);
}
LOTSEN_ON_BOTH_DATABASES(Answering);

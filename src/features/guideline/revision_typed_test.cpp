#include "features/guideline/revising_for_tests.hpp"
// What the forms of a revision refuse, at the field, with what was typed kept.

using namespace revision_tests;

namespace {
class RevisionTyped : public Revision {
protected:
    static void told(const Page& page, const std::string& field, const std::string& words, const std::string& kept) {
        EXPECT_EQ(page.status(), 422) << field;
        EXPECT_TRUE(page.has("//div[contains(@class,'error-summary')]//a[@href='#" + field + "' and contains(.,'" + words + "')]")) << page.text("//div[contains(@class,'error-summary')]");
        const auto at = "//main//*[@name='" + field + "']";
        EXPECT_EQ(page.has(at + "/@value") ? page.text(at + "/@value") : page.text(at), kept);
    }
};
const std::string number = "Ring Påhittade Anna 19121212-1212", looks_like = "Det ser ut som ett personnummer.";
}

TEST_P(RevisionTyped, a_personal_number_is_refused_wherever_a_revision_is_written) {
    enter('k', 'e', Role::consultant);
    EXPECT_TRUE(site->send(at, {{"title", number}}).says(looks_like));
    const auto draft = begun();
    for (const char* field : {"says", "note", "why"}) {
        web::Fields typed{{"sats", edited}, {"gor", "edit"}, {"kind", "ska"}, {"role", "socialdirektor"}};
        for (const char* name : {"says", "note", "why"}) typed.emplace_back(name, std::string(name) == field ? number : "Påhittat");
        told(site->send(draft + "/andring", typed), field, looks_like, number);
    }
    edit(draft);
    told(step(draft, "writing", "management", {{"day", "2026-11-22"}, {"words", number}}), "words", looks_like, number);
    told(step(draft, "writing", "withdrawn", {{"withdrawn_words", number}}), "withdrawn_words", looks_like, number);
    EXPECT_TRUE(site->get(draft).has("//li[@aria-current='step' and .='Skrivs']")) << "nothing of it is stored";
    to_the_board(draft);
    told(step(draft, "board", "consultation", {{"back_words", number}}), "back_words", looks_like, number);
    auto wrong = decision();
    for (auto& [name, value] : wrong)
        if (name == "number") value = "SON 191212121212";
    told(site->send(draft + "/beslut", wrong), "number", looks_like, "SON 191212121212");
}
TEST_P(RevisionTyped, a_consultation_that_ends_before_its_day_tells_everybody_why) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    const auto open = "/tyck-till" + draft.substr(draft.rfind('/'));
    edit(draft);
    ASSERT_EQ(step(draft, "writing", "management").status(), 303);
    ASSERT_EQ(step(draft, "management", "consultation").status(), 303);
    EXPECT_TRUE(site->get(draft).says("Alla har fått läsa att de kan skriva till och med 20 december 2026."));
    told(step(draft, "consultation", "board", {{"day", "2026-11-22"}}), "words", "Skriv varför samrådet slutar före den sista dagen", "");
    EXPECT_TRUE(site->get(open).says("Skriv senast 20 december 2026"));
    ASSERT_EQ(step(draft, "consultation", "board", {{"day", "2026-11-22"}, {"words", "Nämnden sammanträder tidigare. Påhittat."}}).status(), 303);
    const auto page = site->get(open);
    EXPECT_TRUE(page.says("Vi hade sagt att du kunde skriva till och med 20 december 2026. Det slutade 22 november 2026."));
    EXPECT_TRUE(page.says("Varför: Nämnden sammanträder tidigare. Påhittat."));
    EXPECT_TRUE(page.says(new_words));
    EXPECT_FALSE(page.says("Det här ändras inte")) << "nothing stands under that heading";
}
TEST_P(RevisionTyped, a_consultation_whose_day_has_passed_ends_without_a_word) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    ASSERT_EQ(step(draft, "writing", "management").status(), 303);
    ASSERT_EQ(step(draft, "management", "consultation", {{"day", "2026-11-22"}, {"closes", "2026-11-23"}}).status(), 303);
    later(3 * day);
    enter('k', 'e', Role::consultant);
    ASSERT_EQ(step(draft, "consultation", "board", {{"day", "2026-11-24"}, {"words", "Bara för oss. Påhittat."}}).status(), 303);
    const auto page = site->get("/tyck-till" + draft.substr(draft.rfind('/')));
    EXPECT_TRUE(page.says("Tiden att tycka till om utkastet är slut."));
    EXPECT_FALSE(page.says("Det slutade") || page.says("Bara för oss"));
}
TEST_P(RevisionTyped, what_was_withdrawn_is_read_as_it_was_asked_about_with_why) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    const auto open = "/tyck-till" + draft.substr(draft.rfind('/'));
    edit(draft);
    ASSERT_EQ(step(draft, "writing", "management").status(), 303);
    ASSERT_EQ(step(draft, "management", "consultation").status(), 303);
    ASSERT_EQ(step(draft, "consultation", "withdrawn", {{"withdrawn_words", "Vi börjar om. Påhittat."}}).status(), 303);
    const auto page = site->get(open);
    EXPECT_TRUE(page.says("Kommunen har dragit tillbaka utkastet."));
    EXPECT_TRUE(page.says("Varför: Vi börjar om. Påhittat."));
    EXPECT_EQ(page.text("//h2[@id='forslag']"), "Det här föreslogs");
    EXPECT_TRUE(page.says(new_words));
    EXPECT_TRUE(site->get(open + "/skriv").says("Kommunen har dragit tillbaka utkastet."));
}
TEST_P(RevisionTyped, what_was_written_after_people_were_asked_is_not_shown_when_it_is_withdrawn) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    ASSERT_EQ(step(draft, "writing", "management").status(), 303);
    ASSERT_EQ(step(draft, "management", "consultation").status(), 303);
    ASSERT_EQ(step(draft, "consultation", "management", {{"back_words", "Påhittat"}}).status(), 303);
    ASSERT_EQ(step(draft, "management", "writing", {{"back_words", "Påhittat"}}).status(), 303);
    edit(draft, edited, "Det här har ingen frågats om. Påhittat.");
    ASSERT_EQ(step(draft, "writing", "withdrawn", {{"withdrawn_words", "Påhittat"}}).status(), 303);
    EXPECT_FALSE(site->get("/tyck-till" + draft.substr(draft.rfind('/'))).says("har ingen frågats om"));
}
TEST_P(RevisionTyped, a_change_of_kind_responsible_and_note_alone_is_seen_by_who_is_asked) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    const auto form = site->get(draft + "/andring?sats=" + edited + "&gor=edit");
    const auto text = form.text("//textarea[@name='says']");
    ASSERT_EQ(site->send(draft + "/andring", {{"sats", edited}, {"gor", "edit"}, {"sedd", form.text("//input[@name='sedd']/@value")}, {"why", "Påhittat skäl"}, {"says", text}, {"kind", "bor"}, {"role", "anhorigkonsulent"}, {"note", "2026-11-22: Påhittad."}}).status(), 303);
    ASSERT_EQ(step(draft, "writing", "management").status(), 303);
    ASSERT_EQ(step(draft, "management", "consultation").status(), 303);
    const auto point = site->get("/tyck-till" + draft.substr(draft.rfind('/'))).text("//li[@id='" + edited + "']");
    for (const auto* words : {"Slag: Ska blir Bör", " blir Anhörigkonsulent", "Anteckning: 22 november 2026: Påhittad.", "Varför: Påhittat skäl"}) EXPECT_NE(point.find(words), std::string::npos) << words << " in " << point;
    EXPECT_EQ(point.find("Så står det nu:"), std::string::npos) << "the text is the same";
}
TEST_P(RevisionTyped, the_days_of_a_revision_follow_each_other_and_have_been) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    const auto on = [&](const std::string& from, const std::string& to, const std::string& day) { return step(draft, from, to, {{"day", day}, {"closes", "2026-12-20"}, {"words", "Påhittat"}}); };
    told(on("writing", "management", "2026-11-23"), "day", "Dagen har inte varit än", "2026-11-23");
    ASSERT_EQ(on("writing", "management", "2026-11-10").status(), 303) << "the meeting was held before the draft was entered";
    const auto page = site->get(draft);
    EXPECT_TRUE(page.has("//ol/li[1][starts-with(normalize-space(.),'Skrivs. Infört 22 november 2026')]")) << "which says nothing of when it was written";
    const auto wrong = on("management", "consultation", "2026-11-09");
    told(wrong, "day", "Utkastet flyttades senast 10 november 2026.", "2026-11-09");
    EXPECT_EQ(wrong.text("//textarea[@name='words']"), "Påhittat");
    EXPECT_EQ(wrong.text("//input[@name='closes']/@value"), "2026-12-20");
    ASSERT_EQ(on("management", "consultation", "2026-11-10").status(), 303);
    ASSERT_EQ(on("consultation", "board", "2026-11-15").status(), 303);
    const auto decides = [&](const std::string& day, const std::string& valid_from) {
        auto typed = decision(valid_from);
        typed[1].second = day;
        return site->send(draft + "/beslut", typed);
    };
    told(decides("2026-11-14", "2026-12-01"), "day", "Utkastet flyttades senast 15 november 2026.", "2026-11-14");
    told(decides("2026-11-23", "2026-12-01"), "day", "Beslutets dag har inte varit än", "2026-11-23");
    told(decides("2026-11-20", "2026-11-19"), "valid_from", "Riktlinjen kan inte börja gälla före beslutet", "2026-11-19");
    EXPECT_EQ(last_step(draft).stage, guideline::Stage::board);
    EXPECT_EQ(decides("2026-11-20", "2026-11-20").status(), 303);
}
TEST_P(RevisionTyped, a_day_to_come_that_was_stored_before_it_was_refused_holds_nothing_up) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    ASSERT_EQ(step(draft, "writing", "management").status(), 303);
    database().write([](db::Transaction& tx) { tx.execute({"test.ahead", "UPDATE guideline_step SET day = '2027-11-22' WHERE stage = 'management'"}, {}); });
    EXPECT_EQ(step(draft, "management", "consultation").status(), 303);
}
LOTSEN_ON_BOTH_DATABASES(RevisionTyped);

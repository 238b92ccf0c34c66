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
LOTSEN_ON_BOTH_DATABASES(RevisionTyped);

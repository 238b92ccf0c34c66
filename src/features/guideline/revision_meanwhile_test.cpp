#include "features/guideline/revising.hpp"
#include "features/guideline/revising_for_tests.hpp"
// Two who work on the same draft: what one has saved is never put back by the other unseen.

using namespace revision_tests;

namespace {
const std::string hers = "Hon skriver så här. Påhittat.", his = "Han skriver så här. Påhittat.";

class Meanwhile : public Revision {
protected:
    const rights::Actor consultant = acting('k', 'e', Role::consultant);

    Page form(const std::string& draft, const std::string& statement = edited, const std::string& doing = "edit") { return site->get(draft + "/andring?sats=" + statement + "&gor=" + doing); }
    // What the browser would send of the form as it was shown, with the text and the reason typed.
    Page sends(const std::string& draft, const Page& shown, const std::string& says, const std::string& why = "Påhittat skäl") {
        web::Fields fields{{"says", says}, {"why", why}, {"kind", "ska"}, {"role", "socialdirektor"}};
        for (const char* name : {"sats", "sedd", "gor", "efter"})
            if (const auto at = "//main//form[contains(@action,'/andring')]//input[@name='" + std::string(name) + "']"; shown.has(at)) fields.emplace_back(name, shown.text(at + "/@value"));
        return site->send(draft + "/andring", fields);
    }
    Page takes_out(const std::string& draft, const Page& shown, const std::string& statement = edited) {
        return site->send(draft + "/angra", {{"statement", statement}, {"sedd", shown.text("//li[@id='" + statement + "']//input[@name='sedd']/@value")}});
    }
    std::vector<guideline::Change> stored(const std::string& draft) {
        return database().read([&](db::Reader& reader) { return guideline::store::changes(reader, in(draft)); });
    }
    static guideline::DraftId in(const std::string& path) { return *guideline::DraftId::from(path.substr(path.rfind('/') + 1)); }
};
}

TEST_P(Meanwhile, the_last_to_save_sees_what_the_other_has_saved_and_may_still_save_on_purpose) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    const auto one = form(draft), other = form(draft);
    ASSERT_EQ(sends(draft, one, hers, "Påhittat: hennes skäl").status(), 303);
    const auto refused = sends(draft, other, his);
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("Någon annan har sparat ett annat förslag sedan du öppnade sidan."));
    EXPECT_EQ(refused.text("//blockquote/p[contains(.,'Hon')]"), hers);
    EXPECT_TRUE(refused.says("Påhittat: hennes skäl"));
    EXPECT_EQ(refused.text("//textarea[@name='says']"), his);
    ASSERT_EQ(stored(draft).size(), 1U);
    EXPECT_EQ(stored(draft)[0].says, hers);
    EXPECT_EQ(refused.text("//main//form[contains(@action,'/andring')]//button"), "Spara mitt förslag i stället");
    ASSERT_EQ(sends(draft, refused, his).status(), 303);
    EXPECT_EQ(stored(draft)[0].says, his);
    EXPECT_EQ(sends(draft, one, hers).status(), 422) << "and so the other way round";
    EXPECT_EQ(stored(draft)[0].says, his);
}
TEST_P(Meanwhile, what_is_wrong_in_a_form_does_not_make_it_newer) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    const auto mine = form(draft);
    ASSERT_EQ(sends(draft, form(draft), hers).status(), 303);
    const auto wrong = sends(draft, mine, his, " ");
    EXPECT_TRUE(wrong.says("Skriv varför"));
    EXPECT_EQ(sends(draft, wrong, his).status(), 422);
    EXPECT_EQ(stored(draft)[0].says, hers);
}
TEST_P(Meanwhile, the_same_sent_twice_is_one) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    const auto mine = form(draft), added = form(draft, "uppfoljning-2", "add");
    for (int press = 0; press < 2; ++press) {
        EXPECT_EQ(sends(draft, mine, his).status(), 303);
        EXPECT_EQ(sends(draft, added, "En ny sats. Påhittat.").status(), 303);
    }
    EXPECT_EQ(stored(draft).size(), 2U);
}
TEST_P(Meanwhile, what_somebody_took_out_or_wants_removed_is_told) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    edit(draft);
    const auto mine = form(draft), page = site->get(draft);
    ASSERT_EQ(takes_out(draft, page).status(), 303);
    const auto gone = sends(draft, mine, his);
    EXPECT_EQ(gone.status(), 422);
    EXPECT_TRUE(gone.says("Någon annan har tagit bort förslaget ur utkastet"));
    EXPECT_TRUE(stored(draft).empty());
    ASSERT_EQ(sends(draft, gone, his).status(), 303);
    const auto before = site->get(draft);
    ASSERT_EQ(sends(draft, form(draft), hers).status(), 303);
    EXPECT_EQ(takes_out(draft, before).status(), 422) << "what she wrote since would go unseen";
    EXPECT_EQ(stored(draft)[0].says, hers);
    const auto editing = form(draft);
    ASSERT_EQ(takes_out(draft, site->get(draft)).status(), 303);
    ASSERT_EQ(propose(draft, edited, "remove", {}).status(), 303);
    const auto refused = sends(draft, editing, his);
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.has("//main//ul[@class='statement-meta']//b[.='Tas bort']"));
    EXPECT_EQ(stored(draft)[0].doing, guideline::Doing::remove);
}
TEST_P(Meanwhile, an_added_statement_that_was_taken_out_is_not_lost_while_it_is_written) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    ASSERT_EQ(sends(draft, form(draft, "uppfoljning-2", "add"), hers).status(), 303);
    const auto added = stored(draft)[0];
    const auto mine = form(draft, added.statement, "add");
    ASSERT_EQ(takes_out(draft, site->get(draft), added.statement).status(), 303);
    const auto refused = sends(draft, mine, his);
    ASSERT_EQ(refused.status(), 422);
    EXPECT_EQ(refused.text("//textarea[@name='says']"), his);
    ASSERT_EQ(sends(draft, refused, his).status(), 303);
    ASSERT_EQ(stored(draft).size(), 1U);
    EXPECT_EQ(stored(draft)[0].says, his);
    EXPECT_EQ(stored(draft)[0].follows, "uppfoljning-2");
}
TEST_P(Meanwhile, two_who_add_at_the_same_moment_add_two) {
    enter('k', 'e', Role::consultant);
    const auto draft = begun();
    ASSERT_EQ(sends(draft, form(draft, "uppfoljning-2", "add"), hers).status(), 303);
    auto same_number = stored(draft)[0];   // he read which number was free before she saved
    same_number.says = his;
    EXPECT_TRUE(database().write([&](db::Transaction& tx) { return guideline::propose(tx, consultant, now(), in(draft), same_number, ""); }));
    const auto both = stored(draft);
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0].says, hers);
    EXPECT_EQ(both[1].says, his);
    EXPECT_NE(both[0].statement, both[1].statement);
}
LOTSEN_ON_BOTH_DATABASES(Meanwhile);

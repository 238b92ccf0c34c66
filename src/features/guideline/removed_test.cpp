#include "features/guideline/revising_for_tests.hpp"
// The address of a statement, also when a version has taken the statement away.

using namespace revision_tests;

namespace {
class Address : public Revision {
protected:
    // A version that takes the statement away.
    void taken_away(const std::string& statement, const std::string& valid_from) {
        const auto draft = begun();
        ASSERT_EQ(propose(draft, statement, "remove", {}).status(), 303);
        to_the_board(draft);
        ASSERT_EQ(decide(draft, valid_from).status(), 303);
    }
};
const std::string here = "/riktlinje/" + removed, named = "Övergripande mål för anhörigstöd i Danderyds kommun, punkt 5";
}

TEST_P(Address, tells_its_section_and_number_in_words) {
    const auto page = site->get(here);
    EXPECT_EQ(page.text("//h1"), named);
    EXPECT_TRUE(page.has("//h1/following-sibling::p[1][contains(@class,'small') and contains(.,'Punktens nummer i riktlinjen: " + removed + "')]"));
    EXPECT_EQ(page.text("//title").rfind(named, 0), 0U);
    EXPECT_EQ(site->get("/riktlinje/finns-inte").status(), 404);
    EXPECT_EQ(site->get("/riktlinje/socialdirektor").status(), 404) << "a word of the record that is no statement";
}
TEST_P(Address, of_a_statement_that_a_version_removed_says_so_with_its_last_words) {
    const auto words = site->get(here).text("//blockquote/p");
    enter('k', 'e', Role::consultant);
    taken_away(removed, "2026-11-24");
    EXPECT_FALSE(site->get(here).says("Borttagen i version")) << "the version does not apply yet";
    later(2 * day);
    site->composition().reload();
    enter('k', 'e', Role::consultant);
    ASSERT_FALSE(site->get("/riktlinje").has("//li[@id='" + removed + "']"));
    const auto draft = begun();
    edit(draft);
    to_the_board(draft);
    ASSERT_EQ(decide(draft, "2026-11-24").status(), 303);   // a third version, which has nothing to do with it
    site->gate().nobody();
    const auto page = site->get(here);
    EXPECT_EQ(page.status(), 200);
    EXPECT_EQ(page.text("//h1"), named);
    EXPECT_TRUE(page.says("Borttagen i version 2"));
    EXPECT_TRUE(page.says("Punkten gäller inte sedan 24 november 2026."));
    EXPECT_TRUE(page.says("Så löd den i version 1"));
    EXPECT_EQ(page.text("//blockquote/p"), words);
    EXPECT_TRUE(page.has("//main//a[@href='/riktlinje/version/1#" + removed + "']"));
    EXPECT_FALSE(page.says("Så går det med löftet"));
    for (const auto& link : page.all("//main//a[starts-with(@href,'/riktlinje')]/@href")) EXPECT_EQ(site->get(link.substr(0, link.find('#'))).status(), 200) << link;
    EXPECT_TRUE(page.has("//main//a[@href='/riktlinje/version/2']"));
    EXPECT_TRUE(page.has("//main//a[@href='/riktlinje/jamfor?fran=1&till=2']"));
}
LOTSEN_ON_BOTH_DATABASES(Address);

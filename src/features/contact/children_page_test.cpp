#include "support/contact_desk.hpp"
#include "support/pages.hpp"

// "Are there children here?", asked with every judgement (feature G2).
namespace {
using namespace contact_desk;
using support::Page;

class ChildrenHere : public support::OnBothDatabases {
protected:
    std::optional<support::Site> site;
    std::string contact;

    void SetUp() override {
        OnBothDatabases::SetUp();
        site.emplace(database(), support::danderyds_records());
        site->clock().time = monday;
        Place place(database(), site->vault());
        place.organise(monday);
        contact = "/personal/inkorg/" + std::string(place.asked('e').text());
        site->gate().let_in(actor('k', Role::consultant, 'e'));
    }
    // As the form is sent, of the first text.
    Page judge(std::string_view children, std::size_t answered = triage_questions.size()) {
        web::Fields said{{"meddelande", "1"}};
        for (std::size_t i = 0; i < answered; ++i) said.emplace_back(std::string(key(triage_questions[i])), "no");
        if (!children.empty()) said.emplace_back("barn", std::string(children));
        return site->send(contact + "/bedom", said);
    }
    static std::vector<std::string> chosen(const Page& page) { return page.all("//input[@name='barn'][@checked]/@value"); }
    std::size_t offers() { return site->get(contact).count("//main//a[@href='/nar-barn-ar-anhoriga']"); }
};
LOTSEN_ON_BOTH_DATABASES(ChildrenHere);
}

TEST_P(ChildrenHere, G2_is_asked_with_every_judgement_and_leads_to_what_children_are_offered) {
    EXPECT_EQ(chosen(site->get(contact + "/bedom")), std::vector<std::string>{"not_asked"});
    EXPECT_EQ(offers(), 0u);
    EXPECT_EQ(chosen(judge("yes", 5)), std::vector<std::string>{"yes"}) << "kept when something else is missing";
    EXPECT_EQ(offers(), 0u) << "nothing was saved";
    ASSERT_EQ(judge("yes").status(), 303);
    EXPECT_EQ(chosen(site->get(contact + "/bedom")), std::vector<std::string>{"yes"});
    EXPECT_EQ(offers(), 1u);
    ASSERT_EQ(judge("").status(), 303) << "a form without the question";
    ASSERT_EQ(judge("tre").status(), 303) << "what is no answer says nothing";
    EXPECT_EQ(offers(), 1u);
    ASSERT_EQ(judge("no").status(), 303);
    EXPECT_EQ(offers(), 0u) << "the newest answer";
}

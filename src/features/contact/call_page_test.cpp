#include "features/contact/calling.hpp"
#include "support/contact_desk.hpp"
#include "support/pages.hpp"

// The pages of who calls and prints letters.
namespace {
using namespace contact_desk;

class CallPages : public support::OnBothDatabases {
protected:
    std::optional<support::Site> site;
    std::optional<Place> place;
    crypto::SystemRandomness random;
    std::optional<PersonId> petra;
    std::optional<ContactId> id;

    void SetUp() override {
        OnBothDatabases::SetUp();
        site.emplace(database(), support::danderyds_records());
        site->clock().time = monday;
        place.emplace(database(), site->vault());
        place->organise(monday);
        petra = place->carer('e', {.name = "Påhittad Petra Provsson", .phone = "0701234567", .address = "Prövägen 1"});
        id = place->asked('e', {.way = Way::call, .person = petra});
        site->gate().let_in(actor('k', Role::consultant, 'e'));
    }
    std::string own(const std::string& rest) { return "/personal/inkorg/" + std::string(id->text()) + rest; }
    void say(people::SafeContact said) {
        const auto who = actor('k', Role::consultant, 'e');
        ASSERT_TRUE(database().write([&](db::Transaction& tx) { return people::set_safe_contact(tx, site->vault(), who, Place::scope('e'), monday, *petra, *people::checked(said)); }));
    }
    bool number_in(const support::Page& page) { return page.body().find("1234567") != std::string::npos || page.body().find("123 45 67") != std::string::npos; }
};
LOTSEN_ON_BOTH_DATABASES(CallPages);
}

TEST_P(CallPages, say_how_to_call_and_take_the_result_with_one_button) {
    say({.may_call = true, .ask_for = "Påhittad Namn"});
    const auto page = site->get(own("/ring"));
    ASSERT_EQ(page.status(), 200);
    EXPECT_TRUE(page.says("070-123 45 67"));
    EXPECT_EQ(page.text("//a[starts-with(@href,'tel:')]/@href"), "tel:+46701234567");
    for (const auto* words : {"Påhittad Namn", "Nej: lägg på", "Ursäkta, jag har ringt fel", "Tryggt att ringa till kl. 12.00"}) EXPECT_TRUE(page.says(words)) << words;
    EXPECT_EQ(page.count("//button[@name='resultat']"), 3u);
    EXPECT_FALSE(page.says("Provsson")) << "the name to ask for, and no other";
    const auto done = site->send(own("/ring"), {{"resultat", "no_answer"}});
    EXPECT_EQ(done.status(), 303);
    EXPECT_TRUE(site->get(own("?klart=inget-svar")).says("Samtalet är inskrivet"));
    EXPECT_TRUE(site->get(own("")).says("Ringde. Ingen svarade."));
    const auto list = site->get("/personal/post");
    EXPECT_TRUE(list.says("Ingen svarade förra gången"));
    EXPECT_FALSE(list.says("Petra"));
    EXPECT_FALSE(number_in(list));
}
TEST_P(CallPages, show_no_number_when_it_is_not_safe_unless_somebody_says_why) {
    people::SafeContact said{.may_call = true};
    said.week[1] = {{{600}, {720}}};
    say(said);
    const auto page = site->get(own("/ring"));
    EXPECT_FALSE(number_in(page));
    EXPECT_TRUE(page.says("Nästa trygga tid är tisdag 24 november kl. 10.00"));
    EXPECT_EQ(page.count("//button[@name='resultat']"), 0u);
    const auto without = site->send(own("/ring/visa"), {});
    EXPECT_EQ(without.status(), 422);
    EXPECT_FALSE(number_in(without));
    const auto shown = site->send(own("/ring/visa"), {{"skal", "she_asked"}});
    EXPECT_EQ(shown.status(), 200);
    EXPECT_TRUE(number_in(shown));
    EXPECT_TRUE(shown.header("cache-control").find("no-store") != std::string::npos);
    EXPECT_TRUE(place->logged("read", "person.uncovered", "she_asked"));
}
TEST_P(CallPages, never_show_the_number_on_the_contacts_own_page) {
    say({.may_call = true});
    const auto page = site->get(own(""));
    EXPECT_TRUE(page.says("Petra"));
    EXPECT_FALSE(number_in(page));
}
TEST_P(CallPages, warn_of_a_number_that_somebody_else_gave) {
    say({.may_call = true, .own_number = false});
    EXPECT_TRUE(site->get(own("/ring")).says("Säg ingenting förrän du vet vem som svarar"));
}
TEST_P(CallPages, write_down_what_she_says_and_keep_what_was_typed_when_it_is_not_understood) {
    EXPECT_EQ(site->get(own("/trygg-kontakt")).status(), 200);
    const auto wrong = site->send(own("/trygg-kontakt"), {{"satt", "ring"}, {"eget", "ja"}, {"tue", "kvällar"}, {"fraga-efter", "070 12"}, {"rost", "nej"}});
    EXPECT_EQ(wrong.status(), 422);
    EXPECT_EQ(wrong.text("//input[@name='tue']/@value"), "kvällar");
    EXPECT_TRUE(wrong.says("Skriv bara ett namn här"));
    const auto saved = site->send(own("/trygg-kontakt"), {{"satt", "ring"}, {"satt", "brev"}, {"eget", "nej"}, {"tue", "9–11.30, 13–15"}, {"fraga-efter", "Påhittad Namn"}, {"presentera", "en vän"}, {"rost", "nej"}});
    EXPECT_EQ(saved.status(), 303);
    const auto again = site->get(own("/trygg-kontakt"));
    EXPECT_EQ(again.text("//input[@name='tue']/@value"), "09:00–11:30, 13:00–15:00");
    EXPECT_EQ(again.text("//input[@name='presentera']/@value"), "en vän");
    EXPECT_EQ(again.count("//input[@name='satt'][@checked]"), 2u);
    EXPECT_EQ(again.text("//input[@name='eget'][@checked]/@value"), "nej");
}
TEST_P(CallPages, print_a_letter_that_says_nothing_and_mark_it_as_done) {
    say({.may_write = true});
    EXPECT_EQ(site->send(own("/brev"), {}).status(), 303);
    const auto link = site->get("/personal/post").text("//a[contains(@href,'/personal/post/')]/@href");
    const auto page = site->get(link);
    ASSERT_EQ(page.status(), 200);
    EXPECT_EQ(page.text("//section[@class='letter']"), "Påhittad Petra ProvssonPrövägen 1Hej. Du har ett meddelande hos oss.");
    EXPECT_EQ(site->send(link + "/klar", {}).status(), 303);
    EXPECT_EQ(site->get(link).status(), 404);
    EXPECT_TRUE(site->get("/personal/post").says("Inget att ringa eller skriva ut"));
}
TEST_P(CallPages, of_an_anonymous_contact_have_nobody_to_call) {
    id = place->asked('e');
    EXPECT_TRUE(site->get(own("/ring")).says("så det finns inget nummer"));
    EXPECT_EQ(site->send(own("/trygg-kontakt"), {{"eget", "ja"}}).status(), 404);
}
TEST_P(CallPages, of_another_area_are_not_there) {
    site->gate().let_in(actor('x', Role::consultant, 'f'));
    for (const auto* rest : {"/ring", "/trygg-kontakt"}) EXPECT_EQ(site->get(own(rest)).status(), 404) << rest;
    EXPECT_EQ(site->send(own("/ring"), {{"resultat", "reached"}}).status(), 404);
    EXPECT_EQ(site->send(own("/brev"), {}).status(), 404);
}

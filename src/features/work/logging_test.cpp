// The two forms and the list, in the whole site on both databases.
#include "support/work_desk.hpp"
#include <random>

namespace {
using namespace work_test;
class WorkPages : public Municipality {
protected:
    std::string action_of_first() { return site->get("/personal/arbete").text("(//form[contains(@action,'/ta-tillbaka')])[1]/@action"); }
    std::string change_of_first() { return site->get("/personal/arbete").text("(//a[contains(@href,'andra=')])[1]/@href"); }
};
}

// Feature B13: two answers, and nothing else, is a whole contact.
TEST_P(WorkPages, a_contact_is_logged_with_two_answers_and_nothing_else) {
    const auto page = site->get("/personal/arbete/ny");
    EXPECT_EQ(page.status(), 200);
    EXPECT_EQ(page.count("//main//form[@action='/personal/arbete/ny']//input[@name='kanal' and @type='radio']"), 6u);
    EXPECT_EQ(page.count("//main//form[@action='/personal/arbete/ny']//textarea"), 0u) << "no free words about anybody";
    EXPECT_EQ(page.count("//main//form[@action='/personal/arbete/ny']//input[@type='text' and @name!='minuter']"), 0u);
    EXPECT_EQ(page.count("//main//details[@open]"), 0u) << "what is optional is not in the way";
    const auto answer = log_contact({{"kanal", "phone"}, {"amne", "respite"}});
    ASSERT_EQ(answer.status(), 303) << answer.text("//main");
    EXPECT_EQ(answer.header("Location"), "/personal/arbete?klart=sparat");
    EXPECT_EQ(kept().at(0), "phone|respite||||||||||0|0|2026-11-22");
    EXPECT_EQ(kept().at(1), "contact.logged channel=phone subject=respite 1");
    const auto list = site->get("/personal/arbete?klart=sparat");
    for (const char* words : {"Sparat.", "Avlastning", "Telefon", "kl. 13.00"}) EXPECT_TRUE(list.says(words)) << words;
    EXPECT_EQ(logged("write", "work.entry", "added"), 1u);
    EXPECT_EQ(logged("list", "work.entry"), 1u);
}
TEST_P(WorkPages, all_that_is_known_may_be_said_and_nothing_is_guessed) {
    ASSERT_EQ(log_contact({{"kanal", "visit"}, {"amne", "new"}, {"kon", "woman"}, {"alder", "65_up"}, {"galler", "older"}, {"lange", "over_5"}, {"hort", "health_care"}, {"barn", "no"}, {"utfall", "advice"}, {"minuter", "25"}, {"dag", "2026-11-20"}}).status(), 303);
    EXPECT_EQ(kept().at(0), "visit|new|||woman|65_up|older|over_5|health_care|no|advice|25|0|2026-11-20");
    EXPECT_EQ(kept().at(1), "contact.logged age=65_up channel=visit children=no heard_of=health_care helped_for=older helped_long=over_5 outcome=advice sex=woman subject=new 1");
    const auto page = site->get("/personal/arbete/ny");
    EXPECT_EQ(page.text("//input[@name='kon' and @checked]/@value"), "") << "not said, until it is";
    EXPECT_EQ(page.text("//input[@name='barn' and @checked]/@value"), "not_asked");
}
TEST_P(WorkPages, says_what_is_missing_and_keeps_the_rest) {
    const auto page = log_contact({{"amne", "grief"}, {"minuter", "tolv"}, {"dag", "2026-11-23"}});
    EXPECT_EQ(page.status(), 422);
    for (const char* words : {"Välj hur kontakten togs.", "Skriv minuterna med siffror", "Dagen har inte varit än."}) EXPECT_TRUE(page.says(words)) << words;
    EXPECT_TRUE(page.has("//input[@name='amne' and @value='grief' and @checked]"));
    EXPECT_TRUE(page.has("//details[@open]")) << "what is wrong can be seen";
    EXPECT_TRUE(kept().empty());
    EXPECT_EQ(log_contact({{"kanal", "phone"}, {"amne", "grief"}, {"dag", "2026-11-01"}}).status(), 422) << "two weeks at most";
    EXPECT_EQ(log_contact({{"kanal", "phone"}, {"amne", "påhittat"}}).status(), 422);
}
TEST_P(WorkPages, worry_leads_to_the_steps_and_only_that_they_were_followed_is_kept) {
    const auto answer = log_contact({{"kanal", "phone"}, {"amne", "worry"}, {"oro", "ja"}});
    ASSERT_EQ(answer.header("Location"), "/personal/arbete/oro?klart=sparat");
    const auto page = site->get(answer.header("Location"));
    for (const char* words : {"Kontakten är sparad.", "Ring 112.", "19:1", "14:2", "27:2", "Fråga inte på sms"}) EXPECT_TRUE(page.says(words)) << words;
    EXPECT_TRUE(page.has("//main//a[contains(@href,'/nar-barn-ar-anhoriga')]"));
    EXPECT_EQ(count("contact.concern"), 1);
    EXPECT_TRUE(site->get("/personal/arbete").says("Oro"));
}
TEST_P(WorkPages, the_same_form_sent_twice_is_one_contact) {
    const auto page = site->get("/personal/arbete/ny");
    const web::Fields form{{"stamp", page.text("//form[@action='/personal/arbete/ny']//input[@name='stamp']/@value")}, {"kanal", "phone"}, {"amne", "talk"}};
    EXPECT_EQ(site->post("/personal/arbete/ny", form).status(), 303);
    EXPECT_EQ(site->post("/personal/arbete/ny", form).header("Location"), "/personal/arbete?klart=sparat");
    EXPECT_EQ(count("contact.logged"), 1);
    EXPECT_EQ(logged("write", "work.entry"), 1u);
}

// ---- taken back and changed
TEST_P(WorkPages, what_is_taken_back_the_same_day_is_not_counted) {
    log_contact({{"kanal", "phone"}, {"amne", "talk"}, {"oro", "ja"}});
    ASSERT_EQ(site->send(action_of_first(), {}).header("Location"), "/personal/arbete?klart=tillbaka");
    EXPECT_EQ(count("contact.logged"), 0);
    EXPECT_EQ(count("contact.concern"), 0);
    EXPECT_TRUE(site->get("/personal/arbete").says("Inget är loggat i dag."));
    EXPECT_EQ(logged("write", "work.entry", "ended"), 1u);
}
TEST_P(WorkPages, is_changed_by_being_logged_anew) {
    log_contact({{"kanal", "phone"}, {"amne", "talk"}, {"kon", "man"}});
    const auto page = site->get(change_of_first());
    EXPECT_TRUE(page.has("//input[@name='amne' and @value='talk' and @checked]"));
    EXPECT_TRUE(page.has("//input[@name='kon' and @value='man' and @checked]"));
    const auto instead = page.text("//input[@name='i_stallet']/@value");
    ASSERT_EQ(log_contact({{"kanal", "phone"}, {"amne", "grief"}, {"i_stallet", instead}}).status(), 303);
    EXPECT_EQ(count("contact.logged"), 1);
    const auto list = site->get("/personal/arbete");
    EXPECT_TRUE(list.says("Sorg"));
    EXPECT_FALSE(list.says("Samtal"));
    EXPECT_EQ(log_contact({{"kanal", "phone"}, {"amne", "grief"}, {"i_stallet", instead}}).status(), 422) << "it is gone";
    EXPECT_EQ(count("contact.logged"), 1) << "and nothing is half done";
}
TEST_P(WorkPages, J5_keeps_the_old_line_when_the_new_one_is_refused) {
    ASSERT_EQ(log_own({{"slag", "stand"}, {"inriktning", "reach_new"}, {"plats", "Stora salen"}}).status(), 303);
    const auto instead = site->get(change_of_first()).text("//input[@name='i_stallet']/@value");
    ASSERT_FALSE(instead.empty());
    const auto before = kept();
    EXPECT_EQ(log_own({{"slag", "stand"}, {"inriktning", "reach_new"}, {"var", "e." + std::string(22, 'z')}, {"i_stallet", instead}}).status(), 422);
    EXPECT_EQ(kept(), before);
    EXPECT_TRUE(site->get("/personal/arbete").says("Stora salen"));
    EXPECT_EQ(count("work.done"), 1);
}
TEST_P(WorkPages, is_let_be_after_its_day_by_others_and_in_other_areas) {
    log_contact({{"kanal", "phone"}, {"amne", "talk"}});
    const auto action = action_of_first(), change = change_of_first();
    enter('m', 'e');
    EXPECT_EQ(site->send(action, {}).status(), 404) << "a colleague sees it and lets it be";
    EXPECT_TRUE(site->get("/personal/arbete").says("Samtal"));
    EXPECT_EQ(site->get(change).status(), 404);
    enter('x', 'f');
    EXPECT_EQ(site->send(action, {}).status(), 404);
    EXPECT_FALSE(site->get("/personal/arbete").says("Samtal")) << "another area knows nothing of it";
    enter('k', 'e');
    later(13 * hour);
    EXPECT_EQ(site->send(action, {}).status(), 404) << "tomorrow it is counted";
    EXPECT_EQ(site->get(change).status(), 404);
    EXPECT_EQ(action_of_first(), "");
    EXPECT_EQ(count("contact.logged"), 1);
}

// ---- own work
TEST_P(WorkPages, own_work_says_where_how_many_and_for_which_of_the_two_areas) {
    const auto form = site->get("/personal/arbete/eget");
    EXPECT_TRUE(form.has("//select[@name='var']/option[normalize-space()='Familj: Familj norr']"));
    ASSERT_EQ(log_own({{"slag", "apt"}, {"inriktning", "noticed_needs"}, {"var", "e." + std::string(22, 'f')}, {"plats", "Stora salen"}, {"antal", "14"}, {"minuter", "60"}}).status(), 303);
    EXPECT_EQ(kept().at(0), "apt||Stora salen|noticed_needs||||||||60|14|2026-11-22");
    EXPECT_EQ(count("work.done"), 1);
    EXPECT_EQ(count("work.heads"), 14);
    EXPECT_EQ(count("work.minutes"), 60);
    const auto list = site->get("/personal/arbete");
    for (const char* words : {"Arbetsplatsträff (APT)", "Familj norr, Stora salen, 14 deltagare, 60 minuter", "Uppmärksammade behov"}) EXPECT_TRUE(list.says(words)) << words;
    ASSERT_EQ(site->send(action_of_first(), {}).status(), 303);
    EXPECT_EQ(count("work.heads"), 0);
}
TEST_P(WorkPages, own_work_refuses_an_unknown_unit_and_says_the_reason_for_a_text) {
    EXPECT_EQ(log_own({{"slag", "stand"}, {"inriktning", "reach_new"}, {"var", "e." + std::string(22, 'z')}}).status(), 422);
    const auto diagnosis = log_own({{"slag", "stand"}, {"inriktning", "reach_new"}, {"plats", "hos en med demens"}});
    EXPECT_EQ(diagnosis.status(), 422);
    EXPECT_TRUE(diagnosis.says("Diagnoser sparas inte här"));
    EXPECT_TRUE(kept().empty());
}
// Whatever is typed, and wherever: no row of digits as long as a number of a person is kept.
TEST_P(WorkPages, keeps_no_personal_number_whatever_is_typed) {
    std::mt19937 random(7);
    const std::array<const char*, 10> contact_fields{"kanal", "amne", "dag", "minuter", "kon", "alder", "galler", "lange", "hort", "barn"}, own_fields{"slag", "inriktning", "var", "plats", "antal", "minuter", "dag", "plats", "plats", "i_stallet"};
    for (int i = 0; i < 60; ++i) {
        const bool own = i % 2;
        web::Fields form = own ? web::Fields{{"slag", "stand"}, {"inriktning", "reach_new"}} : web::Fields{{"kanal", "phone"}, {"amne", "talk"}};
        char number[32];
        std::snprintf(number, sizeof number, random() % 2 ? "%s%02u%02u%02u-%04u" : "%s%02u%02u%02u%04u", random() % 2 ? "19" : "", unsigned(random() % 100), unsigned(1 + random() % 12), unsigned(1 + random() % 28), unsigned(random() % 10000));
        const std::string typed = random() % 2 ? number : "Skolan " + std::string(number) + " sal";
        const std::string name = (own ? own_fields : contact_fields)[random() % 10];
        std::erase_if(form, [&](const auto& f) { return f.first == name; });
        form.emplace_back(name, typed);
        (own ? log_own(form) : log_contact(form));
    }
    EXPECT_GT(kept().size(), 2u) << "some of it was a whole form, with an answer that is none of ours left out";
    for (const auto& row : kept()) {
        std::size_t run = 0, longest = 0;
        for (const char c : row) run = c >= '0' && c <= '9' ? run + 1 : 0, longest = std::max(longest, run);
        EXPECT_LT(longest, 5u) << row;
    }
    for (const auto& line : audit_lines(database())) EXPECT_EQ(line.object.find("Skolan"), std::string::npos);
}
TEST_P(WorkPages, are_for_those_who_meet_carers) {
    for (const auto role : rights::roles) {
        enter('a', 'e', role);
        for (const char* path : {"/personal/arbete", "/personal/arbete/ny", "/personal/arbete/eget", "/personal/arbete/oro"}) EXPECT_EQ(site->get(path).status() == 200, work::who_log.has(role)) << path << " " << rights::key(role);
        for (const char* path : {"/personal/arbete/siffror"}) EXPECT_EQ(site->get(path).status() == 200, work::who_read_figures.has(role)) << path << " " << rights::key(role);
    }
}
LOTSEN_ON_BOTH_DATABASES(WorkPages);

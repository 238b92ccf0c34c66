#include "features/contact/asking_site.hpp"
#include "features/contact/public.hpp"
#include "features/contact/visits.hpp"
#include <gtest/gtest.h>
// Behind the code: the conversation, who she is by her own act, the end of it; and who guesses, floods or takes up the device.
using namespace contact_tests;

class Read : public AskingSite {
protected:
    Page say(Browser& browser, const std::string& text) { return browser.send(browser.get("/svar/samtal"), "/svar/samtal", {{"text", text}}); }
    void staff_opened_it() { script("UPDATE contact_contact SET named_seen_at = " + std::to_string(clock.now().ms)); }
};

TEST_P(Read, B4_both_write_and_what_is_sent_again_is_not_doubled) {
    auto browser = this->browser();
    asked(browser);
    answered(only_contact(), "Svar ett");
    const auto talk = browser.get("/svar/samtal");
    EXPECT_EQ(browser.send(talk, "/svar/samtal", {{"text", "Mer"}}).header("Location"), "/svar/samtal?klart=skickat");
    EXPECT_EQ(browser.send(talk, "/svar/samtal", {{"text", "Mer"}}).header("Location"), "/svar/samtal?klart=skickat");
    EXPECT_EQ(count("contact_message"), 3);
    EXPECT_EQ(say(browser, "").status(), 422);
    EXPECT_EQ(browser.get("/svar/samtal").all("//ol[@class='talk']/li").size(), 3u);
}

TEST_P(Read, B12_who_took_it_and_by_when_stand_in_plain_words_and_what_is_late_says_so) {
    auto browser = this->browser();
    asked(browser);
    EXPECT_TRUE(browser.get("/svar/samtal").says("Ingen har hunnit ta den än."));
    EXPECT_TRUE(browser.get("/svar/samtal").says("Du får svar senast tisdag 24 november."));
    const auto anna = member(rights::Role::consultant);
    script("UPDATE contact_contact SET taken_by = '" + std::string(anna.text()) + "', taken_at = 1");
    EXPECT_TRUE(browser.get("/svar/samtal").says("Anhörigkonsulenten har tagit din fråga."));
    script("UPDATE contact_contact SET promised_at = 1");
    EXPECT_TRUE(browser.get("/svar/samtal").says("Det är försenat."));
    answered(only_contact(), "Svar");
    EXPECT_FALSE(browser.get("/svar/samtal").says("Det är försenat.")) << "she is answered";
}

TEST_P(Read, a_new_message_opens_what_was_closed_with_a_new_promise) {
    auto browser = this->browser();
    asked(browser);
    answered(only_contact(), "Svar");
    script("UPDATE contact_contact SET closed_at = 1, outcome = 'answered', promised_at = 1");
    EXPECT_TRUE(browser.get("/svar/samtal").says("Frågan är avslutad."));
    say(browser, "En sak till");
    EXPECT_EQ(count("contact_contact", "closed_at IS NULL AND outcome IS NULL AND promised_at > 1"), 1);
    EXPECT_TRUE(browser.get("/svar/samtal").says("Du får svar senast tisdag 24 november."));
}

TEST_P(Read, a_note_of_the_staff_is_never_shown_to_her) {
    auto browser = this->browser();
    asked(browser);
    answered(only_contact(), "Det här är en anteckning");
    script("UPDATE contact_message SET kind = 'note' WHERE position = 2");
    EXPECT_FALSE(browser.get("/svar/samtal").says("anteckning"));
}

TEST_P(Read, B5_she_says_who_she_is_and_takes_it_back_until_somebody_has_seen_it) {
    auto browser = this->browser();
    asked(browser);
    const web::Fields who{{"name", "Påhittad Person"}, {"phone", "070-174 06 05"}, {"call", "1"}, {"day", "mon"}};
    EXPECT_EQ(browser.send(browser.get("/svar/namn"), "/svar/namn", {{"name", ""}}).status(), 422);
    EXPECT_EQ(browser.send(browser.get("/svar/namn"), "/svar/namn", who).header("Location"), "/svar/samtal?klart=namn");
    EXPECT_EQ(count("contact_contact", "person IS NOT NULL AND named_at IS NOT NULL"), 1);
    EXPECT_EQ(count("people_safe_contact"), 1);

    EXPECT_EQ(browser.send(browser.get("/svar/angra-namn"), "/svar/angra-namn", {}).header("Location"), "/svar/samtal?klart=utan");
    EXPECT_EQ(count("contact_contact", "person IS NULL AND person_area IS NULL AND named_at IS NULL"), 1);
    EXPECT_EQ(count("people_person", "kind = 'contact'") + count("people_safe_contact"), 0);

    browser.send(browser.get("/svar/namn"), "/svar/namn", who);
    const auto undo = browser.get("/svar/angra-namn");
    staff_opened_it();
    EXPECT_EQ(browser.send(undo, "/svar/angra-namn", {}).status(), 422);
    EXPECT_EQ(browser.get("/svar/angra-namn").status(), 303);
    EXPECT_EQ(count("people_person", "kind = 'contact'"), 1);
}

TEST_P(Read, B5_her_name_sent_twice_is_one_person) {
    auto browser = this->browser();
    asked(browser);
    const auto form = browser.get("/svar/namn");
    for (int i = 0; i < 2; ++i) browser.send(form, "/svar/namn", {{"name", "Påhittad Person"}});
    EXPECT_EQ(count("people_person", "kind = 'contact'"), 1);
}

TEST_P(Read, B5_a_name_that_may_not_be_taken_back_stays_whole) {
    auto browser = this->browser();
    asked(browser);
    browser.send(browser.get("/svar/namn"), "/svar/namn", {{"name", "Påhittad Person"}});
    const auto undo = browser.get("/svar/angra-namn");
    script("UPDATE people_person SET protected = 1 WHERE kind = 'contact'");   // the staff protected her meanwhile
    EXPECT_EQ(browser.send(undo, "/svar/angra-namn", {}).status(), 422);
    EXPECT_EQ(count("contact_contact", "person IS NOT NULL AND named_at IS NOT NULL"), 1);
    EXPECT_EQ(count("people_person", "kind = 'contact'"), 1);
}

TEST_P(Read, T22_who_writes_without_end_gets_her_words_again_and_is_not_locked_out) {
    auto browser = this->browser();
    asked(browser);
    Page last = say(browser, "Mer 0");
    int sent = 1;
    for (; sent < 100 && last.status() == 303; ++sent) last = say(browser, "Mer " + std::to_string(sent));
    EXPECT_EQ(last.status(), 429);
    EXPECT_EQ(last.text("//textarea"), "Mer " + std::to_string(sent - 1));
    EXPECT_EQ(count("contact_message"), sent);
    later(minute);
    EXPECT_EQ(browser.send(last, "/svar/samtal", {{"text", "Mer"}}).status(), 303);
    for (int hours = 0; hours < 5; ++hours) {
        later(4 * minute);
        for (int i = 0; i < 60; ++i) last = say(browser, "Mer");
    }
    EXPECT_EQ(last.status(), 429);
    EXPECT_TRUE(last.says("Du har skrivit mycket i dag."));
    EXPECT_EQ(count("contact_message"), 200);
}

TEST_P(Read, T22_a_name_is_not_said_and_taken_back_without_end) {
    auto browser = this->browser();
    asked(browser);
    int done = 0;
    for (int i = 0; i < 20; ++i) {
        done += browser.send(browser.get("/svar/namn"), "/svar/namn", {{"name", "Påhittad Person"}}).status() == 303;
        if (const auto undo = browser.get("/svar/angra-namn"); undo.status() == 200) done += browser.send(undo, "/svar/angra-namn", {}).status() == 303;
    }
    EXPECT_EQ(done, 10);
}

TEST_P(Read, T19_a_code_that_opens_ends_the_visit_this_browser_had) {
    auto browser = this->browser(), thief = this->browser();
    const auto code = asked(browser);
    thief.set_cookie(std::string(visit_cookie), browser.cookie(visit_cookie));
    with_code(browser, code);
    EXPECT_EQ(browser.get("/svar/samtal").status(), 200);
    EXPECT_EQ(thief.get("/svar/samtal").status(), 303);
    EXPECT_EQ(count("contact_visit"), 1);
}

TEST_P(Read, T18_who_has_the_code_comes_in_within_a_minute_though_a_neighbour_guesses_all_the_while) {
    auto owner = browser(), robot = browser();
    const auto code = asked(owner);
    int looked_at = 0;
    for (int i = 0; i < 20; ++i) looked_at += with_code(robot, "1111 2222 3333 44" + std::to_string(10 + i)).status() == 422;
    EXPECT_EQ(looked_at, 5);
    auto home = browser();
    auto wait = with_code(home, code);
    EXPECT_EQ(wait.status(), 429);
    EXPECT_TRUE(wait.says("Vänta i 10 sekunder"));
    EXPECT_EQ(home.send(wait, "/svar", {{"kod", code}}).status(), 429) << "she must really wait";
    auto page = with_code(robot, "1111 2222 3333 4444");
    int waited = 0;
    for (; waited < 60 && wait.status() == 429; ++waited) {
        later(second);
        page = robot.send(page, "/svar", {{"kod", "1111 2222 3333 4444"}});   // the robot waits too
        looked_at += page.status() == 422;
        wait = home.send(wait, "/svar", {{"kod", code}});
    }
    EXPECT_EQ(wait.header("Location"), "/svar/samtal") << waited;
    EXPECT_LE(looked_at, 8) << "who waits is held by the wait";
}

TEST_P(Read, B4_what_she_ends_opens_nothing_any_more_and_says_when_the_text_goes) {
    auto browser = this->browser(), other = this->browser();
    const auto code = asked(browser);
    with_code(other, code);
    const auto page = browser.get("/svar/avsluta");
    EXPECT_TRUE(page.says("Nämnden har inte beslutat när texten ska förstöras."));
    const auto ended = browser.send(page, "/svar/avsluta", {});
    EXPECT_EQ(ended.header("Location"), "/svar/avslutat");
    EXPECT_EQ(browser.cookie(visit_cookie), "");
    EXPECT_EQ(other.get("/svar/samtal").header("Location"), "/svar") << "also where it was open before";
    auto third = this->browser();
    EXPECT_EQ(with_code(third, code).status(), 422);
    EXPECT_EQ(count("contact_receipt") + count("contact_visit"), 0);
    EXPECT_EQ(count("contact_contact", "left_at IS NOT NULL"), 1) << "the text stays until the board's time";
}

TEST_P(Read, her_acts_stand_in_the_log_without_her_and_her_reading_does_not) {
    auto browser = this->browser();
    asked(browser);
    browser.get("/svar/samtal"), say(browser, "Mer");
    EXPECT_EQ(count("audit_line", "kind = 'contact' AND act = 'write' AND account = 'visitor---------------'"), 2);
    EXPECT_EQ(count("audit_line", "kind = 'contact' AND act = 'read'"), 0);
}

TEST_P(Read, T1_the_way_out_ends_the_visit_at_once) {
    auto browser = this->browser();
    asked(browser);
    const auto cookie = browser.cookie(visit_cookie);
    const auto out = browser.get("/lamna");
    EXPECT_EQ(out.status(), 303);
    EXPECT_EQ(browser.cookie(visit_cookie), "") << "the cookie is deleted";
    EXPECT_EQ(out.header("Clear-Site-Data"), "\"storage\"");
    auto thief = this->browser();
    thief.set_cookie(std::string(visit_cookie), cookie);
    EXPECT_EQ(thief.get("/svar/samtal").header("Location"), "/svar");
    EXPECT_EQ(count("contact_visit"), 0);
}

TEST_P(Read, T4_T19_the_cookie_is_the_sessions_own_and_only_its_hash_is_stored) {
    auto browser = this->browser();
    EXPECT_EQ(browser.get("/fraga").header("Set-Cookie"), "") << "none before the first stored answer";
    const auto page = browser.get("/fraga/skriv");
    EXPECT_EQ(page.header("Set-Cookie"), "");
    later(30 * second);
    const auto line = browser.send(page, "/fraga/skriv", {{"text", words}}).header("Set-Cookie");
    for (const char* part : {"__Host-fraga=", "HttpOnly", "Secure", "SameSite=Strict", "Path=/"}) EXPECT_NE(line.find(part), std::string::npos) << part;
    EXPECT_EQ(line.find("Max-Age"), std::string::npos);
    const auto secret = browser.cookie(visit_cookie);
    const auto hash = database().read([&](db::Reader& r) { return r.one(db::Sql{"test.hash", "SELECT hash FROM contact_visit"}, {}, [](const db::Row& row) { return std::string(db::bytes_of(row.blob(0))); }); });
    EXPECT_EQ(hash.size(), 32u);
    EXPECT_EQ(hash.find(secret.substr(0, 8)), std::string::npos);
}

TEST_P(Read, T19_a_visit_ends_after_twenty_idle_minutes_and_after_eight_hours) {
    auto idle = browser(), busy = browser();
    const auto code = asked(idle);
    with_code(busy, code);
    later(visit_idle_ms - 2 * minute);   // it is written down at most once a minute
    EXPECT_EQ(idle.get("/svar/samtal").status(), 200);
    EXPECT_EQ(busy.get("/svar/samtal").status(), 200);
    later(visit_idle_ms);
    EXPECT_EQ(idle.get("/svar/samtal").status(), 303);
    auto awake = this->browser();
    with_code(awake, code);
    for (int i = 0; i < 47; ++i) {
        later(10 * minute);
        EXPECT_EQ(awake.get("/svar/samtal").status(), 200) << i;
    }
    later(10 * minute);
    EXPECT_EQ(awake.get("/svar/samtal").status(), 303);
}

TEST_P(Read, T2_no_title_and_no_address_tells_what_it_is) {
    auto browser = this->browser();
    const auto code = asked(browser);
    for (const char* path : {"/fraga", "/ung/fraga", "/fraga/skriv", "/fraga/klart", "/fraga/besok", "/fraga/brev", "/fraga/skyddad", "/svar", "/svar/samtal", "/svar/namn", "/svar/avsluta", "/svar/avslutat"}) {
        const auto page = browser.get(path);
        ASSERT_EQ(page.status(), 200) << path;
        EXPECT_EQ(page.text("//title").rfind("Sida ", 0), 0u) << path;
        EXPECT_EQ(page.header("Cache-Control"), "no-store") << path;
        EXPECT_TRUE(page.has("//a[@data-exit]")) << path;
        for (const auto& form : page.all("//form/@autocomplete")) EXPECT_EQ(form, "off") << path;
        for (const auto& link : page.all("//a/@href")) EXPECT_EQ(link.find(code.substr(0, 4)), std::string::npos) << link;
    }
}

TEST_P(Read, T18_a_thousand_guesses_are_stopped_by_twenty_and_who_has_the_code_comes_in) {
    auto owner = browser();
    owner.peer = "198.51.100.7";
    const auto code = asked(owner);
    auto one = browser();
    int looked_at = 0;
    for (int i = 0; i < 1000; ++i) looked_at += with_code(one, "1111 2222 3333 " + std::to_string(1000 + i)).status() == 422;
    EXPECT_LE(looked_at, 5) << "one network";
    looked_at = 0;
    for (int i = 0; i < 1000; ++i) {
        one.peer = "203.0." + std::to_string(i / 250) + "." + std::to_string(i % 250);
        looked_at += with_code(one, "1111 2222 3333 " + std::to_string(1000 + i)).status() == 422;
    }
    EXPECT_LE(looked_at, 20) << "a thousand networks";
    // Somebody at home who has her code: asked to wait ten seconds, then let in.
    auto home = browser();
    home.peer = "198.51.100.7";
    const auto wait = with_code(home, code);
    EXPECT_EQ(wait.status(), 429);
    later(10 * second);
    EXPECT_EQ(home.send(wait, "/svar", {{"kod", code}}).header("Location"), "/svar/samtal");
    later(10 * minute);
    auto later_on = browser();
    EXPECT_EQ(with_code(later_on, code).header("Location"), "/svar/samtal") << "after ten minutes nothing is remembered";
}

TEST_P(Read, T18_what_never_was_and_what_is_over_are_answered_alike) {
    auto browser = this->browser();
    const auto code = asked(browser);
    browser.send(browser.get("/svar/avsluta"), "/svar/avsluta", {});
    const auto strip = [](const std::string& body) { return body.substr(body.find("<main"), body.find("<form") - body.find("<main")); };
    std::vector<double> of_ended, of_unknown;
    const auto timed = [&](const std::string& typed, std::vector<double>& times) {
        auto guest = this->browser();
        const auto page = guest.get("/svar");
        const auto begun = std::chrono::steady_clock::now();
        const auto answer = guest.send(page, "/svar", {{"kod", typed}});
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
        EXPECT_EQ(answer.status(), 422);
        later(10 * minute);
        return strip(answer.body());
    };
    for (int i = 0; i < 9; ++i) EXPECT_EQ(timed(code, of_ended), timed("1234 5678 1234 5678", of_unknown));
    for (auto* times : {&of_ended, &of_unknown}) std::sort(times->begin(), times->end());
    // argon2id runs for both: neither is answered in less than a fraction of the other's time.
    EXPECT_GT(of_unknown[4], of_ended[4] * 0.6);
    EXPECT_GT(of_ended[4], of_unknown[4] * 0.6);
    EXPECT_GT(of_unknown[4], 5.0) << "nothing was reckoned";
}

TEST_P(Read, T22_five_hundred_automatic_posts_store_less_than_one_in_twenty_while_a_slow_human_gets_through) {
    auto human = browser();
    const auto page = human.get("/fraga/skriv");
    int stored = 0;
    for (int i = 0; i < 500; ++i) {
        auto bot = browser();
        const auto form = bot.get("/fraga/skriv");
        if (i % 10 == 0) later(4 * second);   // the cleverer wait out the least time
        web::Fields fields{{"text", "köp nu " + std::to_string(i)}};
        if (i % 3 == 0) fields.emplace_back("webbplats", "http://spam.invalid");
        stored += bot.send(form, "/fraga/skriv", fields).status() == 303;
        if (i == 400) EXPECT_EQ(human.send(page, "/fraga/skriv", {{"text", words}}).header("Location"), "/fraga/tillagg") << "from the same network";
    }
    EXPECT_LT(stored, 25);
    EXPECT_EQ(count("contact_draft"), stored + 1);
    answer(human, "tillagg");
    EXPECT_EQ(send(human).header("Location"), "/fraga/klart");
}

TEST_P(Read, T22_who_is_too_quick_gets_the_page_again_with_the_text_and_is_never_locked_out) {
    auto browser = this->browser();
    const auto page = browser.get("/fraga/skriv");
    const auto again = browser.send(page, "/fraga/skriv", {{"text", words}});
    EXPECT_EQ(again.status(), 429);
    EXPECT_EQ(again.text("//textarea"), words);
    EXPECT_TRUE(again.says("Vänta en liten stund och tryck igen"));
    EXPECT_EQ(count("contact_draft"), 0);
    later(4 * second);
    EXPECT_EQ(browser.send(again, "/fraga/skriv", {{"text", words}}).status(), 303);
    answer(browser, "tillagg");
    const auto soon = browser.send(browser.get("/fraga/granska"), "/fraga/skicka", {});
    EXPECT_EQ(soon.status(), 429);
    later(15 * second);
    EXPECT_EQ(browser.send(soon, "/fraga/skicka", {}).header("Location"), "/fraga/klart");
}

TEST_P(Read, B2_a_head_chooses_who_reads_among_her_own_units_and_sees_what_is_missing) {
    script("DELETE FROM contact_reception");
    auto browser = this->browser();
    enrolled(browser, rights::Role::administrator, "anna");
    const auto page = browser.get("/personal/mottagning");
    EXPECT_TRUE(page.says("Ingen enhet är vald som mottagning."));
    EXPECT_EQ(browser.send(page, "/personal/mottagning", {{"unit", "finns inte"}}).status(), 422);
    EXPECT_EQ(browser.send(browser.get("/personal/mottagning"), "/personal/mottagning", {{"unit", std::string(unit->unit.text())}}).status(), 303);
    EXPECT_EQ(count("contact_reception"), 1);
    EXPECT_EQ(count("audit_line", "kind = 'contact.reception'"), 2);
    EXPECT_TRUE(browser.get("/personal/mottagning").says("Det går att skriva till er"));
}
LOTSEN_ON_BOTH_DATABASES(Read);

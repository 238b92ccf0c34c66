#include "features/contact/asking_site.hpp"
#include "features/contact/public.hpp"
#include "features/contact/visits.hpp"
#include "features/contact/send.hpp"
#include <gtest/gtest.h>
#include <set>
// To ask: what is said before the first word, one question a page, sent once, nothing lost.
using namespace contact_tests;

class Ask : public AskingSite {};

TEST_P(Ask, B2_when_somebody_reads_and_by_when_an_answer_comes_stand_above_the_first_field) {
    auto browser = this->browser();
    const auto page = browser.get("/fraga/skriv");
    // Sunday 22 November 2026; two working days: Tuesday.
    EXPECT_TRUE(page.says("Du får svar senast tisdag 24 november."));
    EXPECT_TRUE(page.says("En människa läser: vardagar 9–12."));
    for (const char* number : {"112", "08-465 004 06", "1177", "90101"}) EXPECT_TRUE(page.says(number)) << number;
    EXPECT_LT(page.body().find("Du får svar senast"), page.body().find("<textarea"));
    EXPECT_LT(page.body().find("tel:112"), page.body().find("<textarea"));
    EXPECT_TRUE(browser.get("/en/fraga").says("You will get an answer by Tuesday 24 November."));
    EXPECT_TRUE(browser.get("/en/fraga").says("weekdays 9–12.")) << "the municipality's own words in English";
    EXPECT_TRUE(browser.get("/latt/fraga").says("vardagar 9–12.")) << "in Swedish where it has none";
}

TEST_P(Ask, B2_without_reception_or_promise_the_telephone_stands_there_and_nothing_is_kept) {
    script("DELETE FROM contact_reception");
    auto browser = this->browser();
    for (const char* path : {"/fraga", "/ung/fraga", "/fraga/skriv", "/fraga/granska"}) {
        const auto page = browser.get(path);
        EXPECT_TRUE(page.says("Ring i stället.")) << path;
        EXPECT_FALSE(page.has("//main//form")) << path;
    }
    EXPECT_TRUE(browser.post("/fraga/skriv", {{"stamp", site->stamps().issue("contact.step")}, {"text", words}}).says("Ring i stället."));
    EXPECT_EQ(count("contact_draft") + count("contact_visit"), 0);
}

TEST_P(Ask, B4_a_question_without_a_name_is_sent_and_read_with_the_code) {
    auto browser = this->browser();
    EXPECT_EQ(write(browser).header("Location"), "/fraga/tillagg");
    EXPECT_EQ(answer(browser, "tillagg", {{"interpreter", "tigrinja"}}).header("Location"), "/fraga/granska");
    const auto check = browser.get("/fraga/granska");
    EXPECT_TRUE(check.says(words));
    EXPECT_TRUE(check.says("tigrinja"));
    EXPECT_EQ(send(browser).header("Location"), "/fraga/klart");
    const auto code = browser.get("/fraga/klart").text("//p[@class='receipt']");
    EXPECT_EQ(code.size(), 19u);
    EXPECT_EQ(browser.get("/fraga/klart").text("//p[@class='receipt']"), code) << "a reload shows it again";
    browser.send(browser.get("/fraga/klart"), "/fraga/avskriven", {});
    EXPECT_FALSE(browser.get("/fraga/klart").has("//p[@class='receipt']")) << "afterwards never";
    EXPECT_EQ(count("contact_draft"), 0);
    EXPECT_EQ(count("contact_contact", "way = 'written' AND subject = 'question' AND number = 1 AND person IS NULL AND promised_at IS NOT NULL AND interpreter IS NOT NULL"), 1);

    answered(only_contact(), "Vi hjälper dig gärna.");
    auto other = this->browser();
    EXPECT_EQ(with_code(other, code).header("Location"), "/svar/samtal");
    const auto talk = other.get("/svar/samtal");
    EXPECT_TRUE(talk.says(words));
    EXPECT_TRUE(talk.says("Vi hjälper dig gärna."));
    EXPECT_EQ(count("contact_message", "kind = 'answer' AND read_at IS NOT NULL"), 1) << "the staff see that she has read it";
}

TEST_P(Ask, B2_the_exact_words_she_saw_are_kept_once) {
    auto first = browser(), second_one = browser();
    asked(first), asked(second_one);
    EXPECT_EQ(count("contact_wording"), 1);
    EXPECT_NE(text_of("SELECT wording FROM contact_wording").find("Du får svar senast tisdag 24 november."), std::string::npos);
    EXPECT_EQ(count("contact_contact c JOIN contact_wording w ON w.hash = c.wording"), 2);
    EXPECT_EQ(count("contact_contact", "number = 2"), 1);
}

TEST_P(Ask, T29_sent_again_in_two_tabs_or_after_a_reload_is_one_contact) {
    auto browser = this->browser();
    write(browser), answer(browser, "tillagg");
    later(30 * second);
    const auto tab = browser.get("/fraga/granska"), other_tab = browser.get("/fraga/granska");
    EXPECT_EQ(browser.send(tab, "/fraga/skicka", {}).header("Location"), "/fraga/klart");
    EXPECT_EQ(browser.send(other_tab, "/fraga/skicka", {}).header("Location"), "/fraga/klart");
    EXPECT_EQ(browser.send(tab, "/fraga/skicka", {}).header("Location"), "/fraga/klart");
    EXPECT_EQ(count("contact_contact"), 1);
    EXPECT_EQ(count("contact_message"), 1);
    EXPECT_EQ(count("contact_receipt"), 1);
}

TEST_P(Ask, T29_the_first_form_sent_twice_is_one_draft) {
    auto one = browser(), again = browser();
    const auto page = one.get("/fraga/skriv");
    later(30 * second);
    EXPECT_EQ(one.send(page, "/fraga/skriv", {{"text", words}}).status(), 303);
    EXPECT_EQ(again.send(page, "/fraga/skriv", {{"text", words}}).status(), 303) << "the first answer never arrived";
    EXPECT_EQ(count("contact_draft"), 1);
    EXPECT_TRUE(again.get("/fraga/granska").status() == 200 || again.get("/fraga/granska").status() == 303);
    // Somebody else with the same page but other words is not let in to hers.
    auto other = browser();
    const auto refused = other.send(page, "/fraga/skriv", {{"text", "något annat"}});
    EXPECT_EQ(refused.status(), 429);
    EXPECT_TRUE(refused.says("något annat"));
    EXPECT_EQ(other.cookie(visit_cookie), "");
    EXPECT_EQ(count("contact_draft"), 1);
}

TEST_P(Ask, T29_after_it_was_sent_the_first_form_makes_nothing_of_the_old_one) {
    auto browser = this->browser(), late = this->browser();
    const auto page = browser.get("/fraga/skriv");
    later(30 * second);
    browser.send(page, "/fraga/skriv", {{"text", words}}), answer(browser, "tillagg"), send(browser);
    EXPECT_EQ(late.send(page, "/fraga/skriv", {{"text", words}}).status(), 429);
    EXPECT_EQ(late.cookie(visit_cookie), "");
    EXPECT_EQ(count("contact_contact"), 1);
    EXPECT_EQ(count("contact_draft"), 0);
}

TEST_P(Ask, B3_going_back_shows_what_is_kept_and_every_answer_can_be_changed) {
    auto browser = this->browser();
    write(browser);
    const auto back = browser.get("/fraga/skriv");
    EXPECT_EQ(back.text("//textarea"), words);
    EXPECT_EQ(back.header("Cache-Control"), "no-store");
    answer(browser, "tillagg", {{"interpreter", "finska"}});
    const auto changed = browser.send(browser.get("/fraga/skriv?andra=1"), "/fraga/skriv", {{"text", "Andra ord"}});
    EXPECT_EQ(changed.header("Location"), "/fraga/granska");
    const auto check = browser.get("/fraga/granska");
    EXPECT_TRUE(check.says("Andra ord"));
    EXPECT_TRUE(check.says("finska"));
}

TEST_P(Ask, B3_a_draft_is_kept_for_seven_days_and_fetched_with_its_code) {
    auto browser = this->browser();
    const auto page = browser.get("/fraga/skriv");
    later(30 * second);
    EXPECT_EQ(keep(browser, page, "skriv", {{"text", words}}).header("Location"), "/fraga/sparad");
    const auto saved = browser.get("/fraga/sparad");
    const auto code = saved.text("//p[@class='receipt']");
    EXPECT_TRUE(saved.says("Det är inte skickat."));
    later(6 * 24 * hour);
    auto other = this->browser();
    EXPECT_EQ(with_code(other, code).header("Location"), "/fraga/granska");
    EXPECT_TRUE(other.get("/fraga/granska").says(words));
    EXPECT_EQ(send(other).header("Location"), "/fraga/klart");
    EXPECT_TRUE(other.get("/fraga/klart").says("Koden visas inte igen."));
    auto third = this->browser();
    EXPECT_EQ(with_code(third, code).header("Location"), "/svar/samtal") << "the code she wrote down goes on opening it";
    EXPECT_EQ(count("contact_receipt"), 1);
}

TEST_P(Ask, B3_a_drafts_code_opens_nothing_after_its_time_and_the_sweep_takes_draft_and_key) {
    auto browser = this->browser();
    const auto page = browser.get("/fraga/skriv");
    later(30 * second);
    keep(browser, page, "skriv", {{"text", words}});
    const auto code = browser.get("/fraga/sparad").text("//p[@class='receipt']");
    const auto id = ContactId::stored(text_of("SELECT id FROM contact_draft"));
    later(7 * 24 * hour + minute);
    auto other = this->browser();
    EXPECT_EQ(with_code(other, code).status(), 422);
    database().write([&](db::Transaction& tx) { remove_old(tx, *vault, clock.now()); });
    EXPECT_EQ(count("contact_draft") + count("contact_receipt") + count("contact_visit"), 0);
    EXPECT_FALSE(database().read([&](db::Reader& r) { return vault->key(r, owner_of(id)); }));
}

TEST_P(Ask, B3_what_is_kept_for_later_again_has_the_code_it_had) {
    auto browser = this->browser();
    write(browser);
    for (const char* step : {"skriv", "tillagg", "granska"}) {
        EXPECT_TRUE(browser.get("/fraga/" + std::string(step)).has("//button[contains(@formaction, '/senare')]")) << step;
        EXPECT_EQ(keep(browser, browser.get("/fraga/" + std::string(step)), step, {{"text", words}}).header("Location"), "/fraga/sparad") << step;
    }
    EXPECT_EQ(count("contact_receipt"), 1);
    EXPECT_EQ(count("contact_receipt", "until_at IS NOT NULL"), 1);
    // Without that address nothing is reckoned, whatever the form says.
    auto other = this->browser();
    write(other);
    EXPECT_EQ(other.send(other.get("/fraga/tillagg"), "/fraga/tillagg", {{"sedan", "1"}}).header("Location"), "/fraga/granska");
    EXPECT_EQ(count("contact_receipt"), 1);
}

TEST_P(Ask, T29_nothing_puts_an_end_on_the_code_of_what_was_sent) {
    auto browser = this->browser();
    asked(browser);
    const auto id = only_contact();
    const auto receipt = NewReceipt{crypto::Receipt::random(randomness), "lookup", "proof"};
    EXPECT_FALSE(database().write([&](db::Transaction& tx) { return give_code(tx, clock.now(), unit->area, id, receipt, "visit", "sealed", {1}); }));
    EXPECT_EQ(count("contact_receipt", "until_at IS NULL"), 1);
    EXPECT_FALSE(database().write([&](db::Transaction& tx) { return kept::save_draft(tx, unit->area, id, "x", clock.now()); })) << "there is no draft to keep";
}

TEST_P(Ask, T29_a_draft_that_is_no_longer_over_when_it_is_swept_stays_whole) {
    auto browser = this->browser();
    write(browser);
    const auto id = ContactId::stored(text_of("SELECT id FROM contact_draft"));
    EXPECT_FALSE(database().write([&](db::Transaction& tx) { return kept::remove_draft_over(tx, unit->area, id, clock.now()); })) << "somebody holds it";
    EXPECT_EQ(count("contact_draft") + count("contact_visit"), 2);
    later(8 * 24 * hour);
    EXPECT_TRUE(database().write([&](db::Transaction& tx) { return kept::remove_draft_over(tx, unit->area, id, clock.now()); }));
    EXPECT_EQ(count("contact_draft") + count("contact_visit"), 0);
}

TEST_P(Ask, T22_a_clock_that_was_set_back_refuses_nobody) {
    auto browser = this->browser();
    const auto page = browser.get("/fraga/skriv");
    later(-60 * minute);
    const web::Fields form{{"stamp", site->stamps().issue("contact.step")}, {"opened", page.text("//input[@name='opened']/@value")}, {"way", "written"}, {"text", words}};
    EXPECT_EQ(browser.post("/fraga/skriv", form).header("Location"), "/fraga/tillagg");
    answer(browser, "tillagg");
    script("UPDATE contact_draft SET begun_at = begun_at + 3600000");
    EXPECT_EQ(browser.send(browser.get("/fraga/granska"), "/fraga/skicka", {}).header("Location"), "/fraga/klart");
}

TEST_P(Ask, H3_the_routes_name_does_not_tell_who_has_protected_data) {
    std::set<std::string> names;
    for (const auto& route : site->router().routes())
        if (route.pattern == "/fraga/besok" || route.pattern == "/fraga/brev" || route.pattern == "/fraga/skyddad") names.insert(route.name);
    EXPECT_EQ(names, std::set<std::string>{"contact.elsewhere"});
}

TEST_P(Ask, the_sweep_takes_what_nobody_can_come_back_to_and_leaves_what_somebody_can) {
    auto gone = browser(), kept_one = browser();
    write(gone);
    const auto page = kept_one.get("/fraga/skriv");
    later(30 * second);
    keep(kept_one, page, "skriv", {{"text", words}});
    auto sent = browser();
    asked(sent);
    later(visit_idle_ms);
    database().write([&](db::Transaction& tx) { remove_old(tx, *vault, clock.now()); });
    EXPECT_EQ(count("contact_visit"), 0);
    EXPECT_EQ(count("contact_draft"), 1);
    EXPECT_EQ(count("contact_receipt"), 2);
    const auto id = only_contact();
    EXPECT_TRUE(database().read([&](db::Reader& r) { return vault->key(r, owner_of(id)); })) << "what was sent stays";
}

TEST_P(Ask, H2_who_wants_to_be_called_says_when_it_is_safe_and_whose_number_it_is) {
    auto browser = this->browser();
    EXPECT_EQ(write(browser, "", "?vill=ring").header("Location"), "/fraga/nummer") << "what it is about need not be said";
    EXPECT_EQ(answer(browser, "nummer", {{"name", ""}, {"phone", "12"}, {"whose", "own"}}).status(), 422);
    EXPECT_EQ(answer(browser, "nummer", {{"name", "Påhittad"}, {"phone", "070-174 06 05"}, {"whose", "other"}}).header("Location"), "/fraga/tider");
    EXPECT_EQ(answer(browser, "tider", {{"day", "tue"}, {"hour", "10:00-12:00"}, {"voicemail", "0"}, {"present_as", "kommunen"}}).header("Location"), "/fraga/tillagg");
    answer(browser, "tillagg");
    EXPECT_TRUE(browser.get("/fraga/granska").says("070-174 06 05 (någon annans)"));
    EXPECT_EQ(answer(browser, "nummer", {{"name", "Påhittad"}, {"phone", "070-174 06 05"}}).status(), 303);
    EXPECT_TRUE(browser.get("/fraga/granska").says("070-174 06 05 (du har inte sagt vems det är)")) << "nobody answers for her";
    EXPECT_EQ(send(browser).header("Location"), "/fraga/klart");
    EXPECT_TRUE(browser.get("/fraga/klart").says("Vi ringer dig senast tisdag 24 november."));
    EXPECT_EQ(count("contact_contact", "way = 'call' AND subject = 'call_request' AND person IS NOT NULL AND named_at IS NOT NULL AND named_seen_at IS NULL"), 1);
    EXPECT_EQ(count("people_safe_contact", "may_call = 1 AND may_sms = 0 AND may_mail = 0 AND voicemail = 0 AND own_number = 0 AND hours = 'tue 10:00-12:00'"), 1);
    EXPECT_EQ(count("people_person", "kind = 'contact'"), 1);
}

TEST_P(Ask, T3_who_writes_with_a_name_is_sent_nothing_unless_she_says_so) {
    auto browser = this->browser();
    write(browser, words, "?vill=namn"), answer(browser, "namn", {{"name", "Påhittad Person"}});
    EXPECT_EQ(answer(browser, "kontakt", {{"sms", "1"}}).status(), 422) << "a text message needs a number";
    EXPECT_EQ(answer(browser, "kontakt", {{"phone", "070-174 06 05"}}).header("Location"), "/fraga/tillagg");
    answer(browser, "tillagg");
    EXPECT_EQ(send(browser).header("Location"), "/fraga/klart");
    EXPECT_EQ(count("people_safe_contact", "may_call + may_sms + may_mail + may_write + voicemail = 0"), 1);
}

TEST_P(Ask, T3_a_consent_that_is_not_on_the_last_page_is_not_stored) {
    auto browser = this->browser();
    write(browser, words, "?vill=namn"), answer(browser, "namn", {{"name", "Påhittad Person"}});
    answer(browser, "kontakt", {{"sms", "1"}, {"mail", "1"}, {"phone", "070-174 06 05"}, {"whose", "own"}, {"email", "p@prov.invalid"}});
    browser.send(browser.get("/fraga/skriv?vill=ring"), "/fraga/skriv", {{"text", words}});
    answer(browser, "nummer", {{"name", "Påhittad Person"}, {"phone", "070-174 06 06"}, {"whose", "other"}}), answer(browser, "tider"), answer(browser, "tillagg");
    EXPECT_FALSE(browser.get("/fraga/granska").says("sms"));
    EXPECT_EQ(send(browser).header("Location"), "/fraga/klart");
    EXPECT_EQ(count("people_safe_contact"), 1);
    EXPECT_EQ(count("people_safe_contact", "may_call = 1 AND may_sms + may_mail + may_write = 0 AND own_number = 0"), 1);
}

TEST_P(Ask, T3_a_text_message_goes_to_a_number_that_she_says_is_hers) {
    auto browser = this->browser();
    write(browser, words, "?vill=namn"), answer(browser, "namn", {{"name", "Påhittad Person"}});
    EXPECT_TRUE(browser.get("/fraga/kontakt").says("Vems är numret?"));
    EXPECT_FALSE(browser.get("/fraga/kontakt").has("//input[@name='whose'][@checked]")) << "nothing is chosen for her";
    EXPECT_EQ(answer(browser, "kontakt", {{"sms", "1"}, {"phone", "070-174 06 05"}}).status(), 422);
    EXPECT_EQ(answer(browser, "kontakt", {{"sms", "1"}, {"phone", "070-174 06 05"}, {"whose", "own"}}).header("Location"), "/fraga/tillagg");
    answer(browser, "tillagg"), send(browser);
    EXPECT_EQ(count("people_safe_contact", "may_sms = 1 AND own_number = 1"), 1);
}

TEST_P(Ask, H3_who_has_protected_data_is_asked_nothing_and_leaves_no_row) {
    auto browser = this->browser();
    const auto page = browser.get("/fraga/skyddad");
    EXPECT_FALSE(page.has("//main//form"));
    EXPECT_TRUE(page.says("08-465 004 06"));
    EXPECT_EQ(browser.cookie(visit_cookie), "");
    for (const char* table : {"contact_draft", "contact_visit", "contact_contact", "people_safe_contact"}) EXPECT_EQ(count(table), 0) << table;
}

TEST_P(Ask, a_child_is_told_word_for_word_before_the_first_word_and_asked_for_nothing_more) {
    const std::string said = "Du får fråga utan att säga vem du är. Vi ringer inte hem för att du frågar. Om vi vet vem du är och förstår att någon far illa måste vi berätta det för socialtjänsten. Då säger vi det till dig först, om det går.";
    auto browser = this->browser();
    EXPECT_TRUE(browser.get("/ung/fraga").says(said));
    const auto page = browser.get("/fraga/skriv?vill=svar&ung=1");
    EXPECT_TRUE(page.says(said));
    EXPECT_LT(page.body().find("Vi ringer inte hem"), page.body().find("<textarea"));
    EXPECT_FALSE(browser.get("/fraga/skriv").says("Vi ringer inte hem"));
    later(30 * second);
    EXPECT_EQ(browser.send(page, "/fraga/skriv", {{"text", words}}).header("Location"), "/fraga/tillagg") << "no age, no consent, no sign-in";
    answer(browser, "tillagg"), send(browser);
    EXPECT_EQ(count("contact_contact", "young = 1 AND person IS NULL"), 1);
    EXPECT_NE(text_of("SELECT wording FROM contact_wording").find(said), std::string::npos);
}

TEST_P(Ask, a_shortcoming_is_said_to_go_to_who_answers_for_it_and_never_to_affect_the_help) {
    auto browser = this->browser();
    const auto page = browser.get("/fraga/skriv?galler=insats");
    EXPECT_TRUE(page.says("Det påverkar aldrig hjälpen att du säger till."));
    later(30 * second);
    browser.send(page, "/fraga/skriv", {{"text", words}}), answer(browser, "tillagg"), send(browser);
    EXPECT_EQ(count("contact_contact", "subject = 'shortcoming'"), 1);
}

TEST_P(Ask, B3_what_the_guide_found_is_shown_first_and_kept_by_nobody) {
    auto browser = this->browser();
    const auto found = browser.send(browser.get("/lotsen"), "/lotsen", {{"who", "parent"}});
    const auto page = browser.send(found, "/fraga/ta-med", {});
    EXPECT_EQ(page.status(), 200);
    EXPECT_FALSE(page.text("//textarea").empty());
    EXPECT_EQ(count("contact_draft") + count("contact_visit"), 0);
    later(30 * second);
    EXPECT_EQ(browser.send(page, "/fraga/skriv", {{"text", page.text("//textarea")}}).header("Location"), "/fraga/tillagg");
    EXPECT_EQ(count("contact_draft"), 1);
}

TEST_P(Ask, B2_a_promise_that_has_changed_since_she_read_it_is_shown_again_before_it_is_sent) {
    later(20 * hour);   // Sunday at nine in the evening
    auto browser = this->browser();
    write(browser), answer(browser, "tillagg");
    const auto check = browser.get("/fraga/granska");
    EXPECT_TRUE(check.says("tisdag 24 november"));
    for (int i = 0; i < 20; ++i) later(10 * minute), browser.get("/fraga/granska");   // awake past midnight
    const auto again = browser.send(check, "/fraga/skicka", {});
    EXPECT_EQ(again.status(), 422);
    EXPECT_TRUE(again.says("Dagen då du får svar har ändrats."));
    EXPECT_EQ(count("contact_contact"), 0);
}

TEST_P(Ask, T27_nothing_she_writes_stands_readable_in_the_database) {
    auto browser = this->browser();
    write(browser, words, "?vill=namn"), answer(browser, "namn", {{"name", "Hemlignamn"}}), answer(browser, "kontakt", {{"email", "hemlig@prov.invalid"}}), answer(browser, "tillagg", {{"interpreter", "hemligt språk"}});
    const auto draft = database().read([&](db::Reader& r) { return r.one(db::Sql{"test.draft", "SELECT content FROM contact_draft"}, {}, [](const db::Row& row) { return std::string(db::bytes_of(row.blob(0))); }); });
    EXPECT_EQ(draft.find("emlig"), std::string::npos);
    send(browser);
    const auto body = database().read([&](db::Reader& r) { return r.one(db::Sql{"test.body", "SELECT body FROM contact_message"}, {}, [](const db::Row& row) { return std::string(db::bytes_of(row.blob(0))); }); });
    EXPECT_EQ(body.find("emlig"), std::string::npos);
}
LOTSEN_ON_BOTH_DATABASES(Ask);

#include "features/activities/plan/planning.hpp"
#include "features/activities/show/public_site.hpp"
#include "features/activities/run/running.hpp"
#include <gtest/gtest.h>
// Signing up without an account: what is asked follows from what the board has decided, a full group has a line, and the code opens the place.
using namespace activities_tests;

class SignUpPages : public PublicSite {};

TEST_P(SignUpPages, a_lecture_asks_how_many_and_nothing_of_who) {
    const auto a = of("forelasning", "forelasningar", Kind::lecture, {.seats = 10});
    planned(a, {at(a, "2026-12-01", "18:00", "20:00")});
    auto browser = this->browser();
    const auto first = begun(browser, "forelasning");
    EXPECT_FALSE(first.has("//input[@name='name']"));
    EXPECT_TRUE(first.says("Vi sparar inget om vem du är"));
    const auto needs = browser.send(first, form_of("forelasning"), {{"antal", "2"}});
    EXPECT_FALSE(needs.has("//input[@name='name' and @type!='hidden']"));
    const auto check = browser.send(needs, form_of("forelasning"), {{"behov", "slinga"}});
    EXPECT_TRUE(check.says("Hörslinga"));
    const auto done = browser.send(check, form_of("forelasning"), {});
    EXPECT_EQ(done.text("//h1"), "Ni har varsin plats");
    EXPECT_EQ(code_on(done).size(), 19u);
    EXPECT_EQ(count("activities_entry", "size = 2 AND state = 'placed' AND keeping = 'counts' AND person IS NULL AND heard_of IS NULL AND been_before IS NULL"), 1);
    EXPECT_EQ(count("activities_alias") + count("people_person"), 0);
    EXPECT_EQ(count("activities_need"), 1);
}

TEST_P(SignUpPages, D1_where_identity_is_left_out_an_alias_is_asked_for_and_a_number_is_not_taken) {
    evening_group("samtal", "samtalsgrupp", 5);
    auto browser = this->browser();
    const auto who = through(browser, "samtal", {{{"antal", "1"}}});
    EXPECT_EQ(who.text("//h1"), "Vad ska vi kalla dig?");
    EXPECT_FALSE(who.has("//input[@name='phone']"));
    const auto wrong = browser.send(who, form_of("samtal"), {{"name", "0701234567"}});
    EXPECT_EQ(wrong.status(), 422);
    EXPECT_TRUE(wrong.has("//input[@id='name'][@aria-invalid='true']"));
    const auto needs = browser.send(who, form_of("samtal"), {{"name", "Prov"}});
    const auto done = browser.send(browser.send(needs, form_of("samtal"), {}), form_of("samtal"), {});
    EXPECT_EQ(done.text("//h1"), "Du har en plats");
    EXPECT_TRUE(done.says("Vi hör inte av oss till dig om det här."));
    EXPECT_EQ(count("activities_alias"), 1);
    EXPECT_EQ(count("people_person"), 0);
}

TEST_P(SignUpPages, where_the_case_system_documents_a_name_is_kept_and_only_ways_she_said_yes_to) {
    evening_group("situation", "grupper-efter-situation", 5);
    auto browser = this->browser();
    auto page = through(browser, "situation", {{{"antal", "1"}}, {{"name", "Påhittad Person"}}});
    EXPECT_EQ(page.text("//h1"), "Hur vi får nå dig");
    const auto wrong = browser.send(page, form_of("situation"), {{"sms", "1"}});
    EXPECT_EQ(wrong.status(), 422) << "a way without a number";
    page = browser.send(page, form_of("situation"), {{"sms", "1"}, {"phone", "070-123 45 67"}, {"whose", "own"}});
    page = browser.send(browser.send(page, form_of("situation"), {}), form_of("situation"), {});
    EXPECT_EQ(page.text("//h1"), "Du har en plats");
    EXPECT_TRUE(page.says("Vi hör av oss på det sätt som du har valt"));
    EXPECT_EQ(count("people_person", "kind = 'carer'"), 1);
    EXPECT_EQ(count("people_safe_contact"), 1);
    EXPECT_EQ(count("activities_alias"), 0);
}

TEST_P(SignUpPages, the_same_form_sent_again_is_one_sign_up_and_shows_the_same_code) {
    evening_group("samtal", "samtalsgrupp", 5);
    auto browser = this->browser();
    const auto check = through(browser, "samtal", {{{"antal", "1"}}, {{"name", "Prov"}}, {}});
    const auto once = browser.send(check, form_of("samtal"), {}), again = browser.send(check, form_of("samtal"), {});
    EXPECT_EQ(once.text("//h1"), "Du har en plats");
    EXPECT_EQ(again.text("//h1"), "Du har en plats");
    EXPECT_EQ(code_on(once), code_on(again));
    EXPECT_EQ(count("activities_entry"), 1);
}

TEST_P(SignUpPages, D2_a_full_group_has_a_line_and_who_is_next_is_offered_the_seat_that_becomes_free) {
    evening_group("samtal", "samtalsgrupp", 1);
    auto anna = browser(), bo = browser(), cilla = browser();
    const auto signed_up = [&](Browser& b, const char* name) { return through(b, "samtal", {{{"antal", "1"}}, {{"name", name}}, {}, {}}); };
    const auto first = signed_up(anna, "Ett");
    site->reload();
    EXPECT_TRUE(anna.get("/aktiviteter/samtal").says("Fullt just nu. Du kan ställa dig i kö."));
    const auto second_one = signed_up(bo, "Två"), third = signed_up(cilla, "Tre");
    EXPECT_TRUE(second_one.says("Du är nummer 1 i kön."));
    EXPECT_TRUE(third.says("Du är nummer 2 i kön."));
    EXPECT_TRUE(with_code(cilla, code_on(third)).says("Du är nummer 2 i kön."));

    EXPECT_TRUE(with_code(anna, code_on(first), {{"gor", "lamna"}}).says("Det går inte att ångra"));
    EXPECT_EQ(count("activities_entry", "state = 'left'"), 0) << "asked first";
    EXPECT_TRUE(with_code(anna, code_on(first), {{"gor", "ja-lamna"}}).says("Du är inte längre anmäld"));
    EXPECT_TRUE(with_code(bo, code_on(second_one)).says("Det finns en plats till dig."));
    EXPECT_TRUE(with_code(cilla, code_on(third)).says("Du är nummer 1 i kön."));
    EXPECT_TRUE(with_code(cilla, code_on(third), {{"gor", "ja-tack"}}).status() == 422) << "no offer is hers";
    EXPECT_TRUE(with_code(bo, code_on(second_one), {{"gor", "ja-tack"}}).says("Platsen är din."));
    EXPECT_EQ(count("activities_entry", "state = 'placed'"), 1);
}

TEST_P(SignUpPages, D2_an_offer_that_is_answered_too_late_is_over) {
    evening_group("samtal", "samtalsgrupp", 1);
    auto anna = browser(), bo = browser();
    const auto first = through(anna, "samtal", {{{"antal", "1"}}, {{"name", "Ett"}}, {}, {}});
    site->reload();
    const auto waits = through(bo, "samtal", {{{"antal", "1"}}, {{"name", "Två"}}, {}, {}});
    with_code(anna, code_on(first), {{"gor", "ja-lamna"}});
    const auto offered = with_code(bo, code_on(waits));
    EXPECT_TRUE(offered.says("Svarar du inte i tid går platsen till nästa, och du står inte längre i kön."));
    EXPECT_TRUE(offered.has("//button[normalize-space()='Ja, jag tar platsen']"));
    later(49 * hour);
    // The job has not been: it is over all the same, and nothing invites her any more.
    for (const auto& late : {with_code(bo, code_on(waits)), with_code(bo, code_on(waits), {{"gor", "ja-tack"}})}) {
        EXPECT_TRUE(late.says("Tiden för erbjudandet gick ut. Platsen går till nästa, och du står inte längre i kön."));
        EXPECT_TRUE(late.says("Anmäl dig igen, så står du sist i kön."));
        EXPECT_FALSE(late.says("Det finns en plats till dig"));
        EXPECT_FALSE(late.has("//main//button[normalize-space()='Ja, jag tar platsen' or normalize-space()='Nej tack' or normalize-space()='Ta bort mig från listan']"));
    }
    EXPECT_EQ(count("activities_entry", "state = 'placed'"), 0);
}

TEST_P(SignUpPages, D2_two_who_come_as_one_are_offered_two) {
    evening_group("samtal", "samtalsgrupp", 2);
    auto anna = browser(), bo = browser();
    const auto first = through(anna, "samtal", {{{"antal", "2"}}, {{"name", "Ett"}, {"companion", "Vän"}}, {}, {}});
    site->reload();
    const auto waits = through(bo, "samtal", {{{"antal", "2"}}, {{"name", "Två"}, {"companion", "Granne"}}, {}, {}});
    with_code(anna, code_on(first), {{"gor", "ja-lamna"}});
    const auto offered = with_code(bo, code_on(waits));
    EXPECT_TRUE(offered.says("Det finns plats till er båda. Svara senast"));
    EXPECT_TRUE(offered.has("//button[normalize-space()='Ja, vi tar platserna']"));
    EXPECT_TRUE(with_code(bo, code_on(waits), {{"gor", "ja-tack"}}).says("Platserna är era."));
}

TEST_P(SignUpPages, D3_interest_is_said_without_binding_oneself) {
    const auto a = of("vill", "samtalsgrupp", Kind::group, {.wanted = 2, .seats = 8});
    planned(a, {});
    auto browser = this->browser();
    EXPECT_TRUE(browser.get("/aktiviteter/vill").says("Startar när 2 vill vara med"));
    const auto done = through(browser, "vill", {{{"antal", "2"}}, {{"name", "Prov"}, {"companion", "Vän"}}, {}});
    EXPECT_EQ(done.text("//h1"), "Du är med på listan");
    EXPECT_EQ(count("activities_activity", "state = 'threshold'"), 1) << "two who come as one are two";
    EXPECT_TRUE(with_code(browser, code_on(done)).says("Nu vill tillräckligt många vara med."));
}

TEST_P(SignUpPages, C1_a_time_of_ones_own_is_chosen_and_changed) {
    const auto a = of("tider", "samtalsgrupp", Kind::individual);
    const auto one = at(a, "2026-12-01", "13:00", "13:45", Way::phone), two = at(a, "2026-12-02", "13:00", "13:45", Way::phone);
    planned(a, {one, two});
    auto browser = this->browser(), other = this->browser();
    const auto nothing = browser.send(begun(browser, "tider"), form_of("tider"), {});
    EXPECT_EQ(nothing.status(), 422);
    const auto done = through(browser, "tider", {{{"tid", std::string(one.id.text())}}, {{"name", "Prov"}}, {}, {}});
    EXPECT_EQ(done.text("//h1"), "Du har en plats");
    // The list is two seconds old: the time still stands there, and is refused with what was typed kept.
    const auto late = through(other, "tider", {{{"tid", std::string(one.id.text())}}, {{"name", "Annan"}}, {}, {}});
    EXPECT_EQ(late.status(), 422);
    EXPECT_TRUE(late.says("Någon annan hann ta den tiden."));
    EXPECT_TRUE(with_code(browser, code_on(done), {{"gor", "byt-tid"}, {"tillfalle", std::string(two.id.text())}}).says("Du har bytt tid."));
    site->reload();
    EXPECT_TRUE(other.get(form_of("tider")).has("//input[@value='" + std::string(one.id.text()) + "']"));
    EXPECT_FALSE(other.get(form_of("tider")).has("//input[@value='" + std::string(two.id.text()) + "']"));
}

TEST_P(SignUpPages, C1_who_had_a_time_that_is_cancelled_takes_another_with_her_code) {
    const auto a = of("tider", "samtalsgrupp", Kind::individual);
    const auto one = at(a, "2026-12-01", "13:00", "13:45", Way::phone), two = at(a, "2026-12-02", "13:00", "13:45", Way::phone);
    planned(a, {one, two});
    auto browser = this->browser();
    const auto code = code_on(through(browser, "tider", {{{"tid", std::string(one.id.text())}}, {{"name", "Prov"}}, {}, {}}));
    const auto cancel = [&](const Session& s) {
        ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(cancel_session(tx, consultant(), all_of_it(), clock.now(), s.id)); }));
    };
    cancel(one);
    const auto off = with_code(browser, code);
    EXPECT_TRUE(off.says("Din tid tisdag 1 december kl. 13.00–13.45 är inställd. Det beror inte på dig.")) << off.text("//main");
    EXPECT_EQ(off.count("//main//input[@type='radio'][@name='tillfalle']"), 1u) << "the one that is free";
    EXPECT_TRUE(with_code(browser, code, {{"gor", "byt-tid"}, {"tillfalle", std::string(two.id.text())}}).says("Du har bytt tid."));
    EXPECT_EQ(count("activities_entry", "state = 'placed' AND ended_at IS NULL AND slot = '" + std::string(two.id.text()) + "'"), 1);
    EXPECT_EQ(count("activities_seat", "entry IS NOT NULL"), 1);
    cancel(two);
    const auto none = with_code(browser, code);
    EXPECT_TRUE(none.says("Det finns ingen ledig tid just nu.")) << none.text("//main");
    EXPECT_FALSE(none.has("//main//input[@name='tillfalle']"));
    ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(change_state(tx, consultant(), all_of_it(), clock.now(), a.id, Step::call_off)); }));
    EXPECT_FALSE(with_code(browser, code).says("Byt till en annan tid")) << "there will be no more of them";
}

TEST_P(SignUpPages, SoL_21_2_from_15_she_signs_up_herself) {
    auto young = of("unga", "samtalsgrupp", Kind::group, {.seats = 5});
    young.for_whom = ForWhom::from_15_to_17;
    planned(young, {at(young, "2026-12-01", "16:00", "17:00")});
    auto browser = this->browser();
    EXPECT_TRUE(browser.get(form_of("unga")).says("Du som är mellan 15 och 17 år får anmäla dig själv."));
    EXPECT_FALSE(browser.get(form_of("unga")).has("//input[@name='vardnadshavare']"));
    EXPECT_EQ(through(browser, "unga", {{{"antal", "1"}}, {{"name", "Prov"}}, {}, {}}).text("//h1"), "Du har en plats");
}

TEST_P(SignUpPages, D4_to_a_drop_in_nobody_signs_up) {
    const auto a = of("kafe", "oppen-traff", Kind::drop_in);
    planned(a, {at(a, "2026-12-01", "14:00", "16:00")});
    auto browser = this->browser();
    EXPECT_TRUE(browser.get("/aktiviteter/kafe").says("Kom som du är"));
    EXPECT_FALSE(browser.get("/aktiviteter/kafe").has("//a[contains(@href, '/anmal')]"));
    EXPECT_FALSE(browser.get(form_of("kafe")).has("//main//form"));
}

TEST_P(SignUpPages, D6_she_says_that_she_cannot_come_and_keeps_her_place) {
    const auto a = evening_group("samtal", "samtalsgrupp", 3);
    auto browser = this->browser();
    const auto done = through(browser, "samtal", {{{"antal", "1"}}, {{"name", "Prov"}}, {}, {}});
    const auto place = with_code(browser, code_on(done));
    const auto sessions = place.all("//input[@name='tillfalle']/@value");
    ASSERT_EQ(sessions.size(), 2u);
    EXPECT_TRUE(with_code(browser, code_on(done), {{"gor", "kan-inte"}, {"tillfalle", sessions[0]}}).says("Tack för att du sa till."));
    EXPECT_EQ(with_code(browser, code_on(done)).all("//input[@name='tillfalle']/@value").size(), 1u);
    EXPECT_EQ(count("activities_attendance", "said_so = 1 AND came = 0"), 1);
    EXPECT_EQ(count("activities_entry", "state = 'placed'"), 1);
}

TEST_P(SignUpPages, D5_the_link_is_shown_on_the_day_to_who_has_a_place) {
    const auto a = of("natet", "digitala-traffar", Kind::series, {.seats = 1});
    const auto s = at(a, "2026-12-01", "12:00", "13:00", Way::online);
    planned(a, {s});
    const auto sealed = sealed_meeting(*vault, randomness, "https://mote.prov.invalid/hemlig-markor");
    done([&](db::Transaction& tx) { store::keep_meeting(tx, *vault, all_of_it(), s, sealed, clock.now()); });
    auto browser = this->browser(), waiting = this->browser();
    const auto mine = through(browser, "natet", {{{"antal", "1"}}, {{"name", "Prov"}}, {}, {}});
    site->reload();
    const auto line = through(waiting, "natet", {{{"antal", "1"}}, {{"name", "Annan"}}, {}, {}});
    EXPECT_FALSE(with_code(browser, code_on(mine)).has("//a[contains(@href, 'hemlig-markor')]")) << "not before the day";
    clock.time = calendar::instant(calendar::at({2026, 12, 1}, {11 * 60}));
    EXPECT_TRUE(with_code(browser, code_on(mine)).has("//a[contains(@href, 'hemlig-markor')]"));
    EXPECT_FALSE(with_code(waiting, code_on(line)).has("//a[contains(@href, 'hemlig-markor')]"));
    for (const char* path : {"/aktiviteter", "/aktiviteter/natet", "/inbaddat/aktiviteter", "/aktiviteter/atom.xml", "/skarm/natet"}) EXPECT_EQ(browser.get(path).body().find("hemlig-markor"), std::string::npos) << path;
}

TEST_P(SignUpPages, T18_whoever_guesses_codes_waits_and_T22_whoever_is_quicker_than_a_person_does_too) {
    evening_group("samtal", "samtalsgrupp", 3);
    auto browser = this->browser();
    for (int i = 0; i < 5; ++i) EXPECT_EQ(with_code(browser, "1234 5678 9012 345" + base::to_text(i)).status(), 422);
    EXPECT_EQ(with_code(browser, "1234 5678 9012 3456").status(), 429);

    auto quick = this->browser();
    quick.peer = "198.51.100.7";
    auto page = quick.get(form_of("samtal"));
    for (const web::Fields& f : std::vector<web::Fields>{{{"antal", "1"}}, {{"name", "Prov"}}, {}, {}}) page = quick.send(page, form_of("samtal"), f);
    EXPECT_EQ(page.status(), 429);
    EXPECT_TRUE(page.says("Prov")) << "what was typed stands there";
    EXPECT_EQ(count("activities_entry"), 0);
}

TEST_P(SignUpPages, T1_nothing_is_left_in_the_browser_and_tabs_are_neutral) {
    auto a = of("kanslig", "samtalsgrupp", Kind::group, {.seats = 3});
    a.title = "Påhittad hemlig rubrik", a.neutral_title = "Träff på måndagar", a.sensitive = true;
    planned(a, {at(a, "2026-12-01", "18:00", "20:00")});
    auto browser = this->browser();
    EXPECT_EQ(browser.get("/aktiviteter/kanslig").text("//title"), "Träff på måndagar");
    EXPECT_FALSE(browser.get("/aktiviteter/kanslig").has("//script[@type='application/ld+json']"));
    const auto done = through(browser, "kanslig", {{{"antal", "1"}}, {{"name", "Prov"}}, {}, {}});
    EXPECT_EQ(done.text("//title").find("hemlig"), std::string::npos);
    for (const auto& page : {done, with_code(browser, code_on(done)), browser.get(form_of("kanslig")), browser.get("/min-plats")}) {
        EXPECT_EQ(page.header("Cache-Control"), "no-store");
        EXPECT_EQ(page.header("Set-Cookie"), "");
        EXPECT_TRUE(page.has("//a[@data-exit]"));
    }
    for (const char* path : {"/inbaddat/aktiviteter", "/aktiviteter/atom.xml", "/skarm/aktiviteter", "/skarm/kanslig"}) EXPECT_EQ(browser.get(path).body().find("hemlig rubrik"), std::string::npos) << path;
}
TEST_P(SignUpPages, who_comes_later_reads_what_is_said_from_then_on) {
    const auto a = evening_group("samtal", "samtalsgrupp", 5);
    const auto session = database().read([&](db::Reader& r) { return store::sessions(r, all_of_it(), a.id).front(); });
    const auto say = [&](const char* words) {
        const GroupMessage message{crypto::new_id<MessageId>(randomness), session.id, words};
        ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(send_message(tx, words_with(*vault, randomness), consultant(), all_of_it(), clock.now(), message)); }));
    };
    auto pia = browser(), bo = browser();
    const auto first = through(pia, "samtal", {{{"antal", "1"}}, {{"name", "Pia"}}, {}, {}});
    later(minute);
    say("Ta med kopp");
    later(minute);
    const auto second = through(bo, "samtal", {{{"antal", "1"}}, {{"name", "Bo"}}, {}, {}});
    later(minute);
    say("Dörren är låst");
    const auto hers = with_code(pia, code_on(first)), his = with_code(bo, code_on(second));
    EXPECT_TRUE(hers.says("Ta med kopp") && hers.says("Dörren är låst"));
    EXPECT_TRUE(his.says("Dörren är låst"));
    EXPECT_FALSE(his.says("Ta med kopp")) << "that was said to others";
    EXPECT_EQ(hers.all("//main//h2"), (std::vector<std::string>{"Nästa träff", "Meddelanden till gruppen", "Senare träffar", "Vilka de andra är"})) << "what she can say about the next stands first";
}
TEST_P(SignUpPages, a_form_whose_mark_is_of_a_former_version_gives_a_page_and_no_second_place) {
    evening_group("samtal", "samtalsgrupp", 5);
    auto browser = this->browser();
    auto page = begun(browser, "samtal");
    for (const auto& fields : std::vector<web::Fields>{{{"antal", "1"}}, {{"name", "Pia"}}, {}}) page = browser.send(page, form_of("samtal"), fields);
    ASSERT_TRUE(browser.send(page, form_of("samtal"), {}).has("//p[@class='receipt']"));
    constexpr db::Sql as_before{"test.raw_form", "UPDATE activities_entry SET form = ?1"};
    done([&](db::Transaction& tx) { return tx.execute(as_before, {db::blob_of("the hidden field as it was")}); });
    const auto again = browser.send(page, form_of("samtal"), {});
    EXPECT_EQ(again.status(), 422);
    EXPECT_TRUE(again.says("Något har ändrats sedan du öppnade sidan."));
    EXPECT_EQ(count("activities_entry"), 1);
}
TEST_P(SignUpPages, T2_a_title_made_sensitive_leaves_no_word_in_the_address) {
    const auto a = evening_group("hemlig-sak", "samtalsgrupp", 5);
    auto browser = this->browser();
    ASSERT_EQ(browser.get("/aktiviteter/hemlig-sak").status(), 200);
    auto sensitive = a;
    sensitive.sensitive = true;
    ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(edit_activity(tx, consultant(), all_of_it(), clock.now(), sensitive)); }));
    const auto now_so = *database().read([&](db::Reader& r) { return store::find(r, all_of_it(), a.id); });
    EXPECT_EQ(now_so.slug, "traff");
    site->reload();
    for (const char* old : {"/aktiviteter/hemlig-sak", "/aktiviteter/hemlig-sak/anmal", "/aktiviteter/hemlig-sak/kalender.ics", "/skarm/hemlig-sak"}) {
        const auto page = browser.get(old);
        EXPECT_EQ(page.status(), 404) << old;
        EXPECT_EQ(page.body().find("traff"), std::string::npos) << "nothing joins the two";
    }
    EXPECT_EQ(browser.get("/aktiviteter/traff").status(), 200);
    for (const char* path : {"/aktiviteter", "/aktiviteter/atom.xml", "/inbaddat/aktiviteter", "/skarm/aktiviteter", "/sitemap.xml", "/kalender/alla.ics"}) EXPECT_EQ(browser.get(path).body().find("/hemlig-sak"), std::string::npos) << path;
    // Changed again it keeps its address, also when the neutral title is another.
    auto other = now_so;
    other.neutral_title = "Kväll";
    ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(edit_activity(tx, consultant(), all_of_it(), clock.now(), other)); }));
    EXPECT_EQ(database().read([&](db::Reader& r) { return store::find(r, all_of_it(), a.id); })->slug, "traff");
}

LOTSEN_ON_BOTH_DATABASES(SignUpPages);

TEST_P(SignUpPages, O2_three_questions_are_asked_apart_from_the_sign_up_and_join_nobody) {
    evening_group("samtal", "samtalsgrupp", 5);
    auto browser = this->browser();
    const auto done = through(browser, "samtal", {{{"antal", "1"}}, {{"name", "Pia"}}, {}, {}});
    ASSERT_TRUE(done.says("Vill du svara på tre frågor?"));
    const auto ticket = done.text("//input[@name='biljett']/@value");
    const auto entries = count("activities_entry"), lines = count("audit_line"), facts = count("fact");
    const auto page = browser.send(done, "/tre-fragor", {});
    EXPECT_TRUE(page.says("Svaren kan inte kopplas till dig."));
    EXPECT_EQ(browser.send(page, "/tre-fragor", {{"varit", "new"}}).status(), 429) << "quicker than a person";
    later(10 * second);
    EXPECT_EQ(browser.send(page, "/tre-fragor", {}).status(), 422) << "nothing is answered";
    EXPECT_TRUE(browser.send(page, "/tre-fragor", {{"varit", "new"}, {"hort", "school"}, {"grupp", "man"}, {"grupp", "none_of_these"}}).says("Tack för dina svar"));
    EXPECT_TRUE(browser.send(page, "/tre-fragor", {{"varit", "new"}}).says("Tack för dina svar")) << "sent again";
    EXPECT_EQ(count("fact"), facts + 3) << "none of these, beside another, is a slip";
    EXPECT_EQ(count("activities_entry"), entries);
    EXPECT_EQ(count("activities_entry", "been_before IS NOT NULL OR heard_of IS NOT NULL"), 0);
    EXPECT_EQ(count("audit_line"), lines) << "no line says that somebody answered";
    later(61 * minute);
    EXPECT_EQ(browser.send(page, "/tre-fragor", {{"varit", "new"}}).status(), 404) << "an hour after the sign-up";
}

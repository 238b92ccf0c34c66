#include "features/activities/plan/plan_site.hpp"
#include "platform/calendar/words.hpp"
#include <gtest/gtest.h>
// The line as the staff see it, and a sign-up for somebody who calls.
using namespace activities_tests;

class LinePages : public PlanSite {
protected:
    web::Fields caller(const char* time = "09:00") {
        return {{"kom", "phone"}, {"kom_dag", "2026-11-22"}, {"kom_tid", time}, {"antal", "1"}, {"name", "Påhittad Ringer"}, {"opened", site->get(own("/anmal")).text("//input[@name='opened']/@value")}};
    }
    std::int64_t entries(const std::string& where) {
        const auto sql = "SELECT COUNT(*) FROM activities_entry WHERE " + where;
        const auto name = "test.entries " + sql;
        return database().read([&](db::Reader& r) { return r.one(db::Sql{name, sql}, {}, [](const db::Row& row) { return row.integer(0); }); });
    }
};
LOTSEN_ON_BOTH_DATABASES(LinePages);

TEST_P(LinePages, shows_who_waits_in_order_and_the_look_is_in_the_log) {
    open_group();
    for (const char* name : {"ett", "tva", "tre", "fyra"}) come(name);
    const auto page = site->get(own("/ko"));
    EXPECT_EQ(page.all("//table[caption='Väntar']//tbody/tr/td[1]"), (std::vector<std::string>{"1. Påhittad tre", "2. Påhittad fyra"}));
    EXPECT_EQ(page.count("//table[caption='Har en plats']//tbody/tr"), 2u);
    EXPECT_TRUE(page.says("När en plats blir ledig erbjuds den till den som står först."));
    EXPECT_TRUE(logged("list", "activities.entry", "own_task"));
    EXPECT_FALSE(logged("list", "activities.entry", "needs"));
}
TEST_P(LinePages, D7_needs_are_shown_on_asking_and_that_is_logged) {
    open_group();
    const auto needs = sealed(site->vault(), id<EntryId>("ett"), Needs{.hearing_loop = true});
    auto in = one("ett");
    in.needs = &needs;
    ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(sign_up(tx, visitor, everything, now, counting(), in)); }));
    EXPECT_FALSE(site->get(own("/ko")).says("Hörslinga"));
    EXPECT_TRUE(site->get(own("/ko") + "?visa=behov").says("Hörslinga"));
    EXPECT_TRUE(logged("list", "activities.entry", "needs"));
    EXPECT_TRUE(site->get(own("/ko")).says("Anmälan 1")) << "nobody's name is kept here";
}
TEST_P(LinePages, of_individual_times_it_is_said_which) {
    auto talks = group(0);
    talks.kind = Kind::individual;
    done([&](db::Transaction& tx) {
        base::require(static_cast<bool>(add_activity(tx, anna, everything, now, talks)) && static_cast<bool>(add_session(tx, anna, everything, now, session("t", times("2026-12-03", "13:00", "13:45")))), "the test's time is wrong");
        base::require(static_cast<bool>(change_state(tx, anna, everything, now, talks.id, Step::open)), "the test's activity does not open");
    });
    auto form = caller();
    EXPECT_EQ(site->send(own("/anmal"), form).status(), 422) << "no time is chosen";
    form.emplace_back("tid", id<SessionId>("t").text());
    EXPECT_TRUE(site->send(own("/anmal"), form).says("Du har en plats."));
    EXPECT_EQ(site->get(own("/ko")).text("//table[caption='Har en plats']//tbody/tr/td[3]"), "Torsdag 3 december kl. 13.00–13.45");
    EXPECT_EQ(site->send(own("/anmal"), with(caller(), "tid", std::string(id<SessionId>("t").text()))).status(), 422) << "it is taken";
}
TEST_P(LinePages, somebody_before_others_needs_a_reason_which_is_shown_for_good) {
    open_group(2, {.offering = Offering::by_hand});
    for (const char* name : {"ett", "tva", "tre", "fyra"}) come(name);
    ASSERT_EQ(site->send(own("/ko/lamna"), {{"anmalan", "1"}}).status(), 404) << "no id";
    const auto entry = [](const char* name) { return std::string(id<EntryId>(name).text()); };
    ASSERT_EQ(site->send(own("/ko/lamna"), {{"anmalan", entry("ett")}, {"skal", "asked"}}).header("Location"), own("/ko") + "?klart=lamnat");
    EXPECT_TRUE(site->get(own("/ko")).has("//table[caption='Väntar']//tbody/tr[1]//form[contains(@action, '/erbjud')]"));
    const auto refused = site->send(own("/ko/erbjud"), {{"anmalan", entry("fyra")}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.has("//*[@id='skal-error']"));
    EXPECT_EQ(state("fyra"), EntryState::waiting);
    ASSERT_EQ(site->send(own("/ko/erbjud"), {{"anmalan", entry("fyra")}, {"skal", "urgent"}}).status(), 303);
    EXPECT_EQ(state("fyra"), EntryState::offered);
    const auto page = site->get(own("/ko"));
    EXPECT_EQ(page.text("//table[caption='Undantag från turordningen']//tbody/tr/td[2]"), "Behovet är brådskande");
    EXPECT_EQ(page.text("//table[caption='Undantag från turordningen']//tbody/tr/td[3]"), "1");
    EXPECT_EQ(page.text("//table[caption='Undantag från turordningen']//tbody/tr/td[4]"), "Påhittad fyra");
    ASSERT_EQ(site->send(own("/ko/nej"), {{"anmalan", entry("fyra")}}).header("Location"), own("/ko") + "?klart=nej");
    ASSERT_EQ(site->send(own("/ko/erbjud"), {{"anmalan", entry("tre")}}).status(), 303);
    ASSERT_EQ(site->send(own("/ko/ja"), {{"anmalan", entry("tre")}}).header("Location"), own("/ko") + "?klart=ja");
    EXPECT_EQ(state("tre"), EntryState::placed);
}
TEST_P(LinePages, nobody_is_taken_away_before_it_is_asked) {
    open_group();
    for (const char* name : {"ett", "tva", "tre"}) come(name);
    const auto line = site->get(own("/ko"));
    EXPECT_FALSE(line.has("//form[contains(@action, '/lamna')]")) << "no button does it at once";
    const auto entry = [](const char* name) { return std::string(id<EntryId>(name).text()); };
    const auto page = site->get(own("/ko") + "?bort=" + entry("ett"));
    EXPECT_EQ(page.text("//h1"), "Ta bort Påhittad ett?");
    EXPECT_EQ(page.text("//title").find("Påhittad ett"), std::string::npos);
    EXPECT_TRUE(page.says("En ledig plats går direkt till nästa i kön. Då går det inte att ångra."));
    EXPECT_EQ(state("ett"), EntryState::placed);
    EXPECT_TRUE(site->get(own("/ko") + "?bort=" + entry("tre")).says("Du kan ångra i ett dygn. Då står personen på samma plats i kön igen."));
    EXPECT_EQ(site->get(own("/ko") + "?bort=" + entry("fyra")).status(), 303) << "nobody by that id";
    const auto chosen = page.text("//form[contains(@action, '/lamna')]//input[@name='anmalan']/@value");
    const auto without = site->send(own("/ko/lamna"), {{"anmalan", chosen}});
    EXPECT_EQ(without.status(), 422);
    EXPECT_EQ(without.text("//*[@id='skal-error']"), "Fel: Välj varför.");
    EXPECT_EQ(state("ett"), EntryState::placed) << "nobody is taken away without a reason";
    ASSERT_EQ(site->send(own("/ko/lamna"), {{"anmalan", chosen}, {"skal", "asked"}}).header("Location"), own("/ko") + "?klart=lamnat");
    EXPECT_EQ(state("ett"), EntryState::left);
    EXPECT_EQ(state("tre"), EntryState::offered);
    EXPECT_TRUE(site->get(own("/ko")).has("//table[caption='Har ett erbjudande']//td[@data-label='Gäller till']")) << "on a phone too it is said what the time is";
}
TEST_P(LinePages, several_are_offered_seats_after_it_is_said_who_goes_before_whom) {
    open_group(3, {.offering = Offering::by_hand});
    for (const char* name : {"ett", "tva", "tre", "fyra", "fem", "sex"}) come(name);
    const auto entry = [](const char* name) { return std::string(id<EntryId>(name).text()); };
    done([&](db::Transaction& tx) { return static_cast<bool>(cancel_place(tx, anna, everything, now, id<EntryId>("ett"))) && static_cast<bool>(cancel_place(tx, anna, everything, now, id<EntryId>("tva"))); });
    EXPECT_EQ(site->get(own("/ko")).count("//input[@name='anmalan'][@form='flera'][@type='checkbox']"), 4u) << "one that is placed and three who wait";
    EXPECT_TRUE(site->get(own("/ko")).has("//form[@id='flera']//button[@value='erbjud']"));
    EXPECT_FALSE(site->send(own("/ko/valda"), {{"vill", "bort"}, {"anmalan", entry("tre")}}).says("En ledig plats går direkt till nästa i kön.")) << "seats are offered by hand here";
    const auto none = site->send(own("/ko/valda"), {{"vill", "erbjud"}});
    EXPECT_EQ(none.status(), 422);
    EXPECT_TRUE(none.says("Kryssa för minst en anmälan."));
    EXPECT_TRUE(none.has("//a[@href='#anmalan']")) << "the summary leads to the boxes";
    EXPECT_TRUE(none.has("//input[@id='anmalan']"));
    const auto in_turn = site->send(own("/ko/valda"), {{"vill", "erbjud"}, {"anmalan", entry("fem")}, {"anmalan", entry("fyra")}});
    EXPECT_EQ(in_turn.all("//ol[not(ancestor::nav)]/li"), (std::vector<std::string>{"Påhittad fyra", "Påhittad fem"})) << "in the order of the line";
    EXPECT_FALSE(in_turn.has("//input[@name='skal']"));
    const auto before = site->send(own("/ko/valda"), {{"vill", "erbjud"}, {"anmalan", entry("sex")}, {"anmalan", entry("fyra")}});
    EXPECT_EQ(before.all("//ol[not(ancestor::nav)]/li"), (std::vector<std::string>{"Påhittad fyra", "Påhittad sex. Går före någon som kom tidigare"}));
    EXPECT_TRUE(before.says("går inte att ta tillbaka"));
    EXPECT_EQ(state("fyra"), EntryState::waiting) << "nothing has happened yet";
    const auto refused = site->send(own("/ko/erbjud"), {{"flera", "1"}, {"anmalan", entry("sex")}, {"anmalan", entry("fyra")}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.has("//*[@id='skal-error']"));
    EXPECT_EQ(state("fyra"), EntryState::waiting) << "all or nobody";
    EXPECT_TRUE(site->send(own("/ko/valda"), {{"vill", "erbjud"}, {"anmalan", entry("sex")}, {"anmalan", entry("fem")}, {"anmalan", entry("fyra")}}).says("Det finns inte så många lediga platser. Välj färre."));
    ASSERT_EQ(site->send(own("/ko/erbjud"), {{"flera", "1"}, {"anmalan", entry("sex")}, {"anmalan", entry("fyra")}, {"skal", "urgent"}}).header("Location"), own("/ko") + "?klart=erbjudna");
    EXPECT_EQ(state("sex"), EntryState::offered);
    EXPECT_EQ(state("fyra"), EntryState::offered);
    EXPECT_EQ(site->get(own("/ko")).all("//table[caption='Undantag från turordningen']//tbody/tr/td[4]"), (std::vector<std::string>{"Påhittad sex"})) << "who was in turn is no exception";
}
TEST_P(LinePages, several_are_taken_away_with_a_reason_and_that_is_taken_back) {
    open_group(2, {.offering = Offering::by_hand});
    for (const char* name : {"ett", "tva", "tre", "fyra"}) come(name);
    const auto entry = [](const char* name) { return std::string(id<EntryId>(name).text()); };
    const auto review = site->send(own("/ko/valda"), {{"vill", "bort"}, {"anmalan", entry("tre")}, {"anmalan", entry("ett")}});
    EXPECT_EQ(review.text("//h1"), "Ta bort 2 anmälningar?");
    EXPECT_EQ(review.all("//main//ul/li[contains(., 'Påhittad')]"), (std::vector<std::string>{"Påhittad tre, väntar", "Påhittad ett, har en plats"}));
    EXPECT_EQ(state("tre"), EntryState::waiting);
    ASSERT_EQ(site->send(own("/ko/lamna"), {{"anmalan", entry("tre")}, {"anmalan", entry("ett")}, {"skal", "twice"}}).header("Location"), own("/ko") + "?klart=borttagna");
    EXPECT_EQ(state("tre"), EntryState::left);
    const auto page = site->get(own("/ko"));
    EXPECT_TRUE(page.says("Borttagna det senaste dygnet"));
    EXPECT_TRUE(page.says("Påhittad ett, Påhittad tre"));
    EXPECT_TRUE(page.says("Anmäld två gånger"));
    const auto when = page.text("//form[contains(@action, '/tillbaka')]//input[@name='nar']/@value");
    ASSERT_EQ(site->send(own("/ko/tillbaka"), {{"nar", when}}).header("Location"), own("/ko") + "?klart=tillbaka");
    EXPECT_EQ(state("ett"), EntryState::placed);
    EXPECT_EQ(site->get(own("/ko")).all("//table[caption='Väntar']//tbody/tr/td[1]"), (std::vector<std::string>{"1. Påhittad tre", "2. Påhittad fyra"})) << "where she stood";
    EXPECT_EQ(site->send(own("/ko/tillbaka"), {{"nar", when}}).status(), 422) << "taken back once";
    EXPECT_EQ(site->send(own("/ko/tillbaka"), {{"nar", "i går"}}).status(), 404);
}
TEST_P(LinePages, T3_staff_take_back_the_links_of_somebody_who_asks_for_it) {
    open_group();
    come("ett");
    const auto entry = std::string(id<EntryId>("ett").text());
    ASSERT_EQ(site->send(own("/ko/ingen-lank"), {{"anmalan", entry}}).header("Location"), own("/ko") + "?klart=lankar");
    EXPECT_TRUE(logged("write", "activities.entry", "links_taken_back"));
    EXPECT_FALSE(site->get(own("/ko")).says("Ta tillbaka länkarna")) << "she wants none";
    EXPECT_EQ(site->send(own("/ko/ingen-lank"), {{"anmalan", std::string(id<EntryId>("nobody").text())}}).status(), 404);
}
TEST_P(LinePages, D13_who_goes_first_by_the_municipalitys_rule_and_why_is_said_in_words) {
    open_group(1, {.preferred = Preferred::newcomers, .preferred_why = "Den som är ny går först."});
    come("ett");
    for (const auto& [name, been] : {std::pair("gammal", Been::returning), std::pair("ny", Been::newcomer)}) {
        auto in = one(name);
        in.been_before = been;
        ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(sign_up(tx, visitor, everything, now, counting(), in)); }));
    }
    const auto page = site->get(own("/ko"));
    EXPECT_EQ(page.all("//table[caption='Väntar']//tbody/tr/td[1]"), (std::vector<std::string>{"1. Anmälan 2", "2. Anmälan 3"}));
    EXPECT_EQ(page.all("//table[caption='Väntar']//tbody/tr/td[3]"), (std::vector<std::string>{"", "Står på tur. Kommunens regel: ny i verksamheten"}));
    EXPECT_TRUE(page.says("Den som är ny går först."));
}
TEST_P(LinePages, the_year_is_reached_from_the_activities) {
    const auto page = site->get(plan);
    ASSERT_TRUE(page.has("//main//a[@href='/personal/aktiviteter/aret']"));
    EXPECT_EQ(site->get("/personal/aktiviteter/aret").status(), 200);
}
TEST_P(LinePages, who_cannot_be_reached_before_it_is_moved_may_come_all_the_same) {
    open_group();
    come("ett");
    const auto at = plan + "/tillfalle/" + std::string(sessions()[0].id.text());
    EXPECT_EQ(site->get(at + "/andra").all("//main//h2")[1], "Byta lokal, eller ses på nätet?");
    const auto preview = site->send(at + "/stall-in", {{"vill", "granska"}});
    EXPECT_TRUE(preview.says("De som inte går att nå kommer kanske ändå. Se till att någon är där och säger till."));
    EXPECT_TRUE(preview.says("aldrig vad träffen handlar om"));
}
TEST_P(LinePages, seats_are_set_and_never_below_those_taken) {
    open_group();
    for (const char* name : {"ett", "tva", "tre"}) come(name);
    EXPECT_TRUE(site->send(own("/ko/platser"), {{"platser", "1"}}).says("Fler platser än så är redan tagna eller erbjudna. Skriv ett högre antal."));
    EXPECT_EQ(site->send(own("/ko/platser"), {{"platser", "många"}}).status(), 422);
    EXPECT_EQ(site->send(own("/ko/platser"), {{"platser", "3"}}).header("Location"), own("/ko") + "?klart=platser");
    EXPECT_EQ(state("tre"), EntryState::offered) << "the new seat is offered at once";
    EXPECT_TRUE(site->get(plan).says("En har ett erbjudande."));
}

// ---- somebody calls
TEST_P(LinePages, who_called_first_stands_first_whenever_it_is_written_down) {
    open_group();
    for (const char* name : {"ett", "tva", "tre"}) come(name);
    // It came before the three, and the seats are taken: she is first of those who wait.
    const auto page = site->send(own("/anmal"), caller());
    EXPECT_EQ(page.status(), 200);
    EXPECT_TRUE(page.says("Du är nummer 1 i kön."));
    EXPECT_EQ(page.text("//p[@class='receipt']").size(), 19u);
    EXPECT_EQ(page.text("//*[@class='paper']"), page.text("//p[@class='receipt']")) << "nothing but the code is printed";
    EXPECT_EQ(site->get(own("/ko")).all("//table[caption='Väntar']//tbody/tr/td[1]"), (std::vector<std::string>{"1. Påhittad Ringer", "2. Påhittad tre"}));
    EXPECT_EQ(entries("came_by = 'phone' AND keeping = 'alias'"), 1);
}
TEST_P(LinePages, who_calls_in_this_minute_comes_now_and_not_before_those_who_came_in_it) {
    open_group(1);
    come("ett");
    site->clock().time.ms += 20'000;
    const auto alias = sealed(site->vault(), id<EntryId>("tva"), *Alias::of({"Påhittad tva"}));
    auto in = one("tva");
    in.alias = &alias;
    ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(sign_up(tx, visitor, everything, site->clock().now(), by_alias(), in)); }));
    site->clock().time.ms += 20'000;
    EXPECT_TRUE(site->send(own("/anmal"), caller("10:00")).says("Du är nummer 2 i kön."));
}
TEST_P(LinePages, the_same_form_is_one_sign_up_and_shows_the_same_code) {
    open_group();
    const auto form = caller();
    const auto first = site->send(own("/anmal"), form), second = site->send(own("/anmal"), form);
    EXPECT_TRUE(first.says("Du har en plats."));
    EXPECT_EQ(first.text("//p[@class='receipt']"), second.text("//p[@class='receipt']"));
    EXPECT_EQ(entries("1 = 1"), 1);
}
TEST_P(LinePages, what_was_typed_stays_when_the_time_or_the_name_is_wrong) {
    open_group();
    auto form = with(with(caller(), "kom_tid", "sent"), "name", "0701234567");
    const auto page = site->send(own("/anmal"), form);
    EXPECT_EQ(page.status(), 422);
    EXPECT_TRUE(page.has("//*[@id='kom_tid-error']"));
    EXPECT_TRUE(page.has("//*[@id='name-error']"));
    EXPECT_TRUE(page.has("//input[@name='kom_tid'][@value='sent']"));
    EXPECT_EQ(site->send(own("/anmal"), with(caller(), "kom_tid", "23:59")).status(), 422) << "later than now";
    EXPECT_EQ(entries("1 = 1"), 0);
}
TEST_P(LinePages, a_paper_list_from_before_the_activity_was_entered_stands_in_its_true_order) {
    open_group(1);
    come("ett"), come("tva");
    EXPECT_TRUE(site->send(own("/anmal"), with(with(caller(), "kom", "paper"), "kom_dag", "2026-10-01")).says("Du är nummer 1 i kön."));
    const auto long_ago = site->send(own("/anmal"), with(caller(), "kom_dag", "2016-11-22"));
    EXPECT_EQ(long_ago.text("//*[@id='kom_dag-error']"), "Fel: Tiden kan vara högst ett år tillbaka, och inte senare än nu.");
}
TEST_P(LinePages, an_hour_the_clock_left_out_is_refused_and_of_one_it_showed_twice_it_is_asked_which) {
    open_group();
    const auto left_out = site->send(own("/anmal"), with(with(caller(), "kom_dag", "2026-03-29"), "kom_tid", "02:30"));
    EXPECT_EQ(left_out.status(), 422);
    EXPECT_EQ(left_out.text("//*[@id='kom_tid-error']"), "Fel: Den tiden fanns inte: klockan ställdes fram från 02:00 till 03:00 den natten. Skriv en annan tid.");
    const auto twice = with(with(caller(), "kom_dag", "2026-10-25"), "kom_tid", "02:30");
    const auto asked = site->send(own("/anmal"), twice);
    EXPECT_EQ(asked.status(), 422);
    EXPECT_TRUE(asked.says("Klockan visade den tiden två gånger den natten. Välj vilken av gångerna det var."));
    EXPECT_EQ(asked.count("//input[@type='radio'][@name='kom_gang']"), 2u);
    EXPECT_FALSE(site->get(own("/anmal")).has("//input[@name='kom_gang']")) << "asked only then";
    EXPECT_EQ(entries("1 = 1"), 0);
    EXPECT_EQ(site->send(own("/anmal"), with(twice, "kom_gang", "second")).status(), 200);
    EXPECT_EQ(entries("arrived_at = 1792891800000"), 1) << "02:30 in winter time is 01:30 UTC";
}
TEST_P(LinePages, a_child_is_entered_when_a_guardian_has_said_yes) {
    auto a = group(3);
    a.for_whom = ForWhom::under_15;
    done([&](db::Transaction& tx) {
        base::require(static_cast<bool>(add_activity(tx, anna, everything, now, a)) && static_cast<bool>(add_session(tx, anna, everything, now, session("s", times("2026-12-01", "18:00", "20:00")))), "the test's activity is wrong");
        base::require(static_cast<bool>(change_state(tx, anna, everything, now, a.id, Step::open)), "the test's activity does not open");
    });
    const auto refused = site->send(own("/anmal"), caller());
    EXPECT_EQ(refused.status(), 422);
    EXPECT_EQ(refused.text("//*[@id='vardnadshavare-error']"), "Fel: Kryssa i att vårdnadshavarna har sagt ja. Annars får barnet inte vara med.");
    EXPECT_TRUE(refused.says("Vårdnadshavarna har sagt ja (båda, om barnet har två)"));
    EXPECT_EQ(site->send(own("/anmal"), with(caller(), "vardnadshavare", "1")).status(), 200);
    EXPECT_EQ(entries("guardian_agreed_at IS NOT NULL"), 1);
}

#include "features/activities/show/public_site.hpp"
#include "features/activities/sign_up/agreed.hpp"
#include <gtest/gtest.h>
// An individual time that is in no room: the number to call, the address of a visit and the way to the link are asked for, or it is said who does what (C1).

namespace {
using namespace activities_tests;
const std::string address = "Påhittade vägen 1, ljushuvud";

Times times(const char* day, const char* begins, const char* ends) { return *Times::of(*calendar::date_from(day), *calendar::time_from(begins), *calendar::time_from(ends)); }

class AgreedPages : public PublicSite {
protected:
    Session visit = empty(), call = empty(), room = empty();
    static Session empty() { return {.id = SessionId::stored("session---------------"), .area = AreaId::stored("area------------------"), .activity = ActivityId::stored("activity--------------"), .times = times("2026-12-01", "13:00", "14:00")}; }

    // Three times: a visit on the first, a call at lunch on the second, a room on the third.
    void open_times(const std::string& offer) {
        const auto a = of("tider", offer, Kind::individual);
        visit = at(a, "2026-12-01", "13:00", "14:00", Way::home), call = at(a, "2026-12-02", "12:00", "12:45", Way::phone), room = at(a, "2026-12-03", "13:00", "13:45");
        planned(a, {visit, call, room});
    }
    void open_by_name() { open_times("grupper-efter-situation"); }
    static std::string words_of(int letters) {
        std::string out;
        while (letters-- > 0) out += "å";   // two bytes each
        return out;
    }
    static web::Fields time(const Session& s) { return {{"tid", std::string(s.id.text())}}; }
    const web::Fields me{{"name", "Påhittad Person"}};
    const web::Fields my_number{{"call", "1"}, {"phone", "070-123 45 67"}, {"whose", "own"}};
    Entry only() {
        return database().read([&](db::Reader& r) { return store::entries(r, all_of_it(), *store::by_slug(r, "tider")).at(0); });
    }
    std::optional<Needs> kept() {
        return database().read([&](db::Reader& r) { return store::needs(r, *vault, all_of_it(), store::entries(r, all_of_it(), *store::by_slug(r, "tider")).at(0)); });
    }
    Page visited(Browser& browser) { return through(browser, "tider", {time(visit), me, {}, {{"adress", address}}, {}}); }
};
LOTSEN_ON_BOTH_DATABASES(AgreedPages);

TEST_P(AgreedPages, C1_the_address_of_a_visit_is_asked_for_read_through_and_kept_where_a_name_may_be) {
    open_by_name();
    auto browser = this->browser();
    const auto first = begun(browser, "tider");
    EXPECT_TRUE(first.says("Du skriver adressen längre fram."));
    const auto before = browser.send(browser.send(browser.send(first, form_of("tider"), time(visit)), form_of("tider"), me), form_of("tider"), {});
    EXPECT_EQ(before.text("//h1"), "Inför besöket");
    EXPECT_FALSE(before.has("//input[@value='slinga']") || before.has("//input[@name='mat']")) << "nobody arranges a room at hers";
    const auto none = browser.send(before, form_of("tider"), {{"adress", ""}, {"tolk", "finska"}});
    EXPECT_EQ(none.status(), 422);
    EXPECT_EQ(none.text("//*[@id='adress-error']"), "Fel: Skriv adressen dit vi ska komma. Eller gå tillbaka och låt oss ringa dig om den.");
    EXPECT_TRUE(none.has("//input[@name='tolk'][@value='finska']")) << "what was typed stands there";
    const auto long_one = browser.send(none, form_of("tider"), {{"adress", "Påhittade vägen " + words_of(100)}});
    EXPECT_EQ(long_one.text("//*[@id='adress-error']"), "Fel: Skriv adressen kortare, högst 100 tecken.");
    const auto check = browser.send(long_one, form_of("tider"), {{"adress", address}});
    EXPECT_TRUE(check.says(address));
    EXPECT_TRUE(check.has("//dt[.='Adress för hembesöket']/following-sibling::dd/button[@name='till'][@value='behov']"));
    EXPECT_TRUE(browser.send(check, form_of("tider"), {{"till", "behov"}}).has("//input[@name='adress'][@value='" + address + "']"));
    const auto done = browser.send(check, form_of("tider"), {});
    EXPECT_EQ(done.text("//h1"), "Du har en plats");
    EXPECT_TRUE(done.says("Vi kommer till adressen som vi har fått."));
    EXPECT_FALSE(done.says("ljushuvud")) << "whoever looks over her shoulder reads the code, and no address";
    EXPECT_EQ(kept()->address, address);
    for (const auto& page : {none, check, done}) EXPECT_EQ(page.text("//title").find("ljushuvud"), std::string::npos);
}
TEST_P(AgreedPages, C1_the_leader_reads_it_as_when_staff_typed_it_and_it_is_gone_afterwards) {
    open_by_name();
    auto browser = this->browser(), desk = this->browser();
    (void)enrolled(desk, rights::Role::consultant, "anna.ek");
    visited(browser);
    const auto room_of_it = desk.get("/personal/aktiviteter/tillfalle/" + std::string(visit.id.text()));
    EXPECT_FALSE(room_of_it.says("ljushuvud"));
    EXPECT_TRUE(room_of_it.has("//a[contains(@href, '/tider/ko?visa=behov')]"));
    EXPECT_FALSE(desk.get("/personal/aktiviteter/tider/ko").says("ljushuvud"));
    EXPECT_TRUE(desk.get("/personal/aktiviteter/tider/ko?visa=behov").says("Hembesök: " + address));
    EXPECT_EQ(browser.get("/aktiviteter/tider/kalender.ics").body().find("ljushuvud"), std::string::npos);
    done([&](db::Transaction& tx) { return store::remove_needs_due(tx, *vault, all_of_it(), visit.times.ends_at()); });
    EXPECT_FALSE(kept()) << "gone when it is over (D7)";
}
TEST_P(AgreedPages, C1_who_may_be_called_need_not_write_it) {
    open_by_name();
    auto browser = this->browser();
    const auto check = through(browser, "tider", {time(visit), me, my_number, {}});
    EXPECT_TRUE(check.says("Vi ringer och frågar"));
    EXPECT_TRUE(browser.send(check, form_of("tider"), {}).says("Vi ringer dig före besöket och frågar vart vi ska komma."));
    EXPECT_FALSE(kept());
}
TEST_P(AgreedPages, C1_where_it_may_not_be_kept_who_she_is_no_address_is_asked_for_and_she_calls) {
    open_times("samtalsgrupp");
    auto browser = this->browser();
    EXPECT_TRUE(begun(browser, "tider").says("Du ringer oss och säger vart vi ska komma."));
    const auto before = through(browser, "tider", {time(visit), {{"name", "Prov"}}});
    EXPECT_FALSE(before.has("//input[@name='adress']"));
    EXPECT_TRUE(before.says("Vi har ingen adress. Ring oss före besöket och säg vart vi ska komma:"));
    const auto done = browser.send(browser.send(before, form_of("tider"), {{"adress", address}}), form_of("tider"), {});
    EXPECT_TRUE(done.says("Vi har ingen adress."));
    EXPECT_FALSE(kept()) << "also when somebody sends one";
    const auto place = with_code(browser, code_on(done));
    EXPECT_TRUE(place.says("Vi har ingen adress."));
    EXPECT_FALSE(place.has("//input[@name='adress']"));
    with_code(browser, code_on(done), {{"gor", "adress"}, {"adress", address}});
    EXPECT_FALSE(kept());
}
TEST_P(AgreedPages, C1_of_a_time_in_a_room_no_address_is_kept) {
    open_by_name();
    auto browser = this->browser();
    through(browser, "tider", {time(room), me, {}, {{"adress", address}}, {}});
    EXPECT_EQ(only().slot, room.id.text());
    EXPECT_FALSE(kept());
}
TEST_P(AgreedPages, C1_she_changes_the_address_on_her_own_page_and_it_goes_with_the_visit) {
    open_by_name();
    auto browser = this->browser();
    const auto code = code_on(visited(browser));
    EXPECT_FALSE(with_code(browser, code).says("ljushuvud"));
    EXPECT_EQ(with_code(browser, code, {{"gor", "adress"}, {"adress", " "}}).status(), 422);
    EXPECT_TRUE(with_code(browser, code, {{"gor", "adress"}, {"adress", "Påhittade gränden 2"}}).says("Adressen är sparad."));
    EXPECT_EQ(kept()->address, "Påhittade gränden 2");
    EXPECT_TRUE(with_code(browser, code, {{"gor", "byt-tid"}, {"tillfalle", std::string(room.id.text())}}).says("Du har bytt tid."));
    EXPECT_EQ(kept()->address, "") << "nobody comes there any more";
    const auto again = with_code(browser, code, {{"gor", "byt-tid"}, {"tillfalle", std::string(visit.id.text())}});
    EXPECT_TRUE(again.says("Du har bytt tid. Skriv adressen dit vi ska komma."));
    EXPECT_TRUE(with_code(browser, code, {{"gor", "adress"}, {"adress", address}}).says("Adressen är sparad."));
    EXPECT_EQ(kept()->address, address);
    clock.time = visit.times.begins_at();
    EXPECT_EQ(with_code(browser, code, {{"gor", "adress"}, {"adress", "Påhittade gränden 3"}}).status(), 422) << "it has begun";
    EXPECT_EQ(kept()->address, address);
}
TEST_P(AgreedPages, C1_who_took_a_room_first_writes_the_address_when_she_changes_to_a_visit) {
    open_by_name();
    auto browser = this->browser();
    const auto code = code_on(through(browser, "tider", {time(room), me, {}, {}, {}}));
    with_code(browser, code, {{"gor", "byt-tid"}, {"tillfalle", std::string(visit.id.text())}});
    EXPECT_FALSE(kept());
    EXPECT_TRUE(with_code(browser, code, {{"gor", "adress"}, {"adress", address}}).says("Vi kommer till adressen som vi har fått."));
    EXPECT_EQ(kept()->address, address);
}
TEST_P(AgreedPages, D9_her_own_time_goes_into_a_calendar_by_its_neutral_title_and_the_others_into_none) {
    open_by_name();
    auto browser = this->browser();
    const auto code = code_on(through(browser, "tider", {time(room), me, {}, {}, {}}));
    const auto place = with_code(browser, code);
    EXPECT_TRUE(place.says("I kalendern står det bara: Träff."));
    const auto file = with_code(browser, code, {{"gor", "kalender"}});
    EXPECT_TRUE(file.type().starts_with("text/calendar"));
    EXPECT_NE(file.header("Content-Disposition").find("kalender.ics"), std::string::npos);
    EXPECT_NE(file.body().find("SUMMARY:Träff\r\n"), std::string::npos);
    EXPECT_NE(file.body().find("DTSTART;TZID=Europe/Stockholm:20261203T130000"), std::string::npos);
    for (const char* untold : {"LOCATION", "URL", "tider", "20261201T"}) EXPECT_EQ(file.body().find(untold), std::string::npos) << untold;
    EXPECT_EQ(browser.get("/kalender/alla.ics").body().find("BEGIN:VEVENT"), std::string::npos) << "times to choose from are nobody's appointments";
    EXPECT_FALSE(browser.get("/aktiviteter/tider").has("//a[contains(@href, 'kalender.ics')]"));
    with_code(browser, code, {{"gor", "ja-lamna"}});
    EXPECT_EQ(with_code(browser, code, {{"gor", "kalender"}}).body().find("BEGIN:VEVENT"), std::string::npos) << "she has it no more";
}
TEST_P(AgreedPages, C1_a_time_by_telephone_has_a_number_and_its_hour_is_safe) {
    open_by_name();
    auto browser = this->browser(), desk = this->browser();
    (void)enrolled(desk, rights::Role::consultant, "anna.ek");
    const auto reach = through(browser, "tider", {time(call), me});
    EXPECT_TRUE(reach.says("Vi ringer dig den tid du har valt."));
    const auto wrong = browser.send(reach, form_of("tider"), {{"sms", "1"}, {"phone", "070-123 45 67"}, {"whose", "own"}});
    EXPECT_EQ(wrong.text("//*[@id='phone-error']"), "Fel: Tiden är per telefon. Skriv numret som vi ska ringa och kryssa i Ring mig.");
    const auto done = browser.send(browser.send(browser.send(wrong, form_of("tider"), my_number), form_of("tider"), {}), form_of("tider"), {});
    EXPECT_TRUE(done.says("Vi ringer dig när tiden börjar, på det nummer som vi har fått."));
    EXPECT_TRUE(with_code(browser, code_on(done)).says("Vi ringer dig när tiden börjar"));
    const auto room_path = "/personal/aktiviteter/tillfalle/" + std::string(call.id.text()), ring = room_path + "/ring/" + std::string(only().id.text());
    EXPECT_TRUE(desk.get(room_path).has("//a[@href='" + ring + "']"));
    EXPECT_FALSE(desk.get(ring).has("//p[@class='call-number']")) << "not on another day at that hour";
    clock.time = call.times.begins_at();
    const auto person = *only().person;
    EXPECT_EQ(database().read([&](db::Reader& r) { return people::next_safe_call(r, all_of_it(), person, clock.now()); }), clock.now()) << "at lunch, since she has chosen it";
}
TEST_P(AgreedPages, C1_who_may_not_leave_a_number_is_told_to_call) {
    open_times("samtalsgrupp");
    auto browser = this->browser();
    EXPECT_TRUE(begun(browser, "tider").says("Du ringer oss."));
    const auto done = through(browser, "tider", {time(call), {{"name", "Prov"}}, {}, {}});
    EXPECT_TRUE(done.says("Vi sparar inget nummer till dig. Ring oss när tiden börjar:"));
}

TEST(Agreed, an_hour_she_has_chosen_is_safe_and_the_others_are_as_she_said) {
    const auto lunch = times("2026-12-02", "12:00", "12:45");   // a Wednesday
    people::SafeContact nothing_said{.may_call = true};
    const auto of_office = with_hour(nothing_said, lunch);
    EXPECT_EQ(calendar::text_of(of_office.week[2]), "08:00-12:45 13:00-16:30");
    EXPECT_EQ(calendar::text_of(of_office.week[0]), "08:00-12:00 13:00-16:30");
    EXPECT_FALSE(people::says_when(with_hour(nothing_said, times("2026-12-02", "09:00", "10:00")))) << "in office hours nothing need be said";
    people::SafeContact mondays{.may_call = true};
    mondays.week[0] = *calendar::day_hours_from("08:00-10:00");
    const auto also = with_hour(mondays, lunch);
    EXPECT_EQ(calendar::text_of(also.week[0]), "08:00-10:00");
    EXPECT_EQ(calendar::text_of(also.week[2]), "12:00-12:45");
    EXPECT_EQ(with_hour(also, lunch), also) << "said twice";
    EXPECT_EQ(calendar::text_of(with_hour(also, times("2026-12-02", "10:00", "11:00")).week[2]), "10:00-11:00 12:00-12:45");
}
}

#include "features/activities/after/answering.hpp"
#include "features/activities/show/public_site.hpp"
#include "platform/outbox/outbox.hpp"
#include <gtest/gtest.h>
// The pages of an occasion, as its leader taps them, and the public page where answers come in.

namespace {
using namespace activities_tests;

class RunPages : public PublicSite {
protected:
    std::optional<Browser> desk;
    std::optional<Activity> group;
    std::vector<Session> sessions;

    void SetUp() override {
        PublicSite::SetUp();
        desk.emplace(browser());
        (void)enrolled(*desk, rights::Role::consultant, "anna.ek");
        group = of("kvall", "samtalsgrupp", Kind::group, {.seats = 8});
        sessions = {at(*group, "2026-11-22", "18:00", "20:00"), at(*group, "2026-12-08", "18:00", "20:00"), at(*group, "2026-12-15", "18:00", "20:00")};
        planned(*group, sessions);
    }
    EntryId comes(const char* called, int size = 1) {
        const auto id = crypto::new_id<EntryId>(randomness);
        const auto alias = sealed(*vault, id, *Alias::of({called}));
        SignUp in{.id = id, .activity = group->id, .form = std::string("form ") + called, .size = size};
        in.alias = &alias;
        const decisions::Decision d{.key = "d", .number = "PROV 2026/1 § 2", .date = "2026-01-20", .from = "2026-02-01", .services = {"samtalsgrupp"}, .without_assessment = true};
        const auto permit = *decisions::SignUpPermit::of(decisions::ServiceWithoutIdentity{&d});
        const auto answer = done([&](db::Transaction& tx) { return sign_up(tx, consultant(), all_of_it(), clock.now(), permit, in); });
        base::require(static_cast<bool>(answer), "the test's sign-up is refused");
        return id;
    }
    std::string path(std::string_view more = "", std::size_t which = 0) const { return "/personal/aktiviteter/tillfalle/" + std::string(sessions[which].id.text()) + std::string(more); }
    Page tap(const EntryId& who, const char* what) { return desk->send(desk->get(path()), path("/narvaro"), {{"anmalan", std::string(who.text())}, {"kryss", what}}); }
};
LOTSEN_ON_BOTH_DATABASES(RunPages);

TEST_P(RunPages, ticks_in_one_tap_and_comes_back_to_the_same_row) {
    const auto pia = comes("Påhittade Pia");
    comes("Påhittade Pär", 2);
    const auto page = desk->get(path());
    ASSERT_EQ(page.status(), 200);
    EXPECT_TRUE(page.says("Påhittade Pia"));
    EXPECT_TRUE(page.says("Påhittade Pär och en till"));
    EXPECT_TRUE(page.says("0 av 3 har kommit"));
    const auto tapped = tap(pia, "1");
    EXPECT_EQ(tapped.status(), 303);
    EXPECT_EQ(tapped.header("Location"), path() + "?klart=kryssat#rad-1");
    EXPECT_TRUE(desk->get(path()).says("1 av 3 har kommit"));
    EXPECT_EQ(tap(pia, "angra").status(), 303);
    EXPECT_TRUE(desk->get(path()).says("0 av 3 har kommit"));
    EXPECT_EQ(desk->send(desk->get(path()), path("/alla-kom"), {}).status(), 303);
    EXPECT_TRUE(desk->get(path()).says("3 av 3 har kommit"));
    EXPECT_TRUE(tap(pia, "7").header("Location").find("nej=") != std::string::npos);
}
TEST_P(RunPages, says_who_is_missing_and_offers_no_button_that_sends) {
    const auto pia = comes("Påhittade Pia");
    tap(pia, "0");
    const auto page = desk->get(path());
    EXPECT_TRUE(page.says("Saknades utan besked"));
    EXPECT_TRUE(page.says("Vi har inget nummer."));
    tap(pia, "angra"), tap(pia, "sagt");
    EXPECT_FALSE(desk->get(path()).says("Saknades utan besked"));
    EXPECT_EQ(count("outbox_message"), 0);
}
TEST_P(RunPages, a_call_in_the_list_of_all_calls_leads_to_the_occasion_it_is_about) {
    const auto pia = comes("Påhittade Pia");
    const auto somebody = people::sealed(*vault, randomness, group->area, people::Kind::carer, people::Ground::agreed_follow_up(), people::Protection::none, *people::checked({.name = "Påhittade Pia", .phone = "0701234567"}, clock.now()));
    const auto calls = [&](std::string_view about, char name) {
        done([&](db::Transaction& tx) { return outbox::put(tx, clock.now(), {.id = support::id_of<outbox::MessageId>(name), .area = group->area, .person = somebody.id, .about = std::string(about), .channel = outbox::Channel::call, .not_before = clock.now()}); });
    };
    done([&](db::Transaction& tx) { return people::add(tx, consultant(), all_of_it(), clock.now(), somebody); });
    calls(pia.text(), 'x');
    const auto page = desk->get("/personal/post");
    EXPECT_EQ(page.all("//main//a[contains(@href,'/ring')]/@href"), std::vector<std::string>{path("/ring")});
    EXPECT_EQ(desk->get(path("/ring")).status(), 200);
    // Nobody has a place any more, and the call is to be made all the same: whom it is about is said, also outside the hours that are safe.
    done([&](db::Transaction& tx) { return cancel_place(tx, consultant(), all_of_it(), clock.now(), pia).operator bool(); });
    calls(pia.text(), 'z');
    EXPECT_TRUE(desk->get(path("/ring")).says("Påhittade Pia"));
    EXPECT_FALSE(desk->get(path("/ring")).says("Anmälan 1"));
    calls(std::string(22, 'q'), 'y');
    EXPECT_EQ(desk->get("/personal/post").count("//main//a[contains(@href,'/ring')]"), 1u) << "what is no sign-up here leads nowhere";
}
TEST_P(RunPages, paper_holds_what_each_is_called_and_boxes_and_nothing_else) {
    comes("Påhittade Pia");
    const auto page = desk->get(path("/lista"));
    EXPECT_EQ(page.all("//section[@class='paper']//tbody//th").at(0), "Påhittade Pia");
    EXPECT_EQ(page.all("//section[@class='paper']//thead/tr/th").size(), 4U) << "three occasions and the name";
    EXPECT_FALSE(page.says("08"));
    EXPECT_EQ(page.header("Cache-Control").find("no-store") == std::string::npos, false);
}
TEST_P(RunPages, a_sensitive_group_is_called_by_its_neutral_title_everywhere) {
    auto quiet = of("beroende", "samtalsgrupp", Kind::group, {.seats = 8});
    quiet.sensitive = true;
    quiet.title = "Påhittad grupp om beroende";
    const auto s = at(quiet, "2026-11-22", "18:00", "20:00");
    planned(quiet, {s});
    const auto base = "/personal/aktiviteter/tillfalle/" + std::string(s.id.text());
    for (const char* more : {"", "/lista", "/underlag", "/meddelande", "/andra", "/efter", "/ring"}) {
        const auto page = desk->get(base + more);
        ASSERT_EQ(page.status(), 200) << more;
        EXPECT_EQ(page.body().find("om beroende"), std::string::npos) << more;
    }
}
TEST_P(RunPages, the_kit_refuses_a_name_and_keeps_what_was_typed) {
    comes("Påhittade Pia");
    const auto refused = desk->send(desk->get(path("/underlag/andra")), path("/underlag/andra"), {{"plan", "Pia börjar rundan"}, {"material", ""}, {"checklista", ""}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_TRUE(refused.says("Pia börjar rundan"));
    EXPECT_EQ(desk->send(desk->get(path("/underlag/andra")), path("/underlag/andra"), {{"plan", "Runda och fika"}, {"material", "https://example.invalid/bilder"}, {"checklista", "Nycklar\nKaffe"}}).status(), 303);
    const auto kit = desk->get(path("/underlag"));
    EXPECT_TRUE(kit.says("Runda och fika"));
    EXPECT_TRUE(kit.has("//a[@href='https://example.invalid/bilder']"));
    EXPECT_FALSE(kit.says("Påhittade Pia"));
    EXPECT_EQ(desk->send(kit, path("/underlag/bocka"), {{"rad", "Kaffe"}, {"klar", "ja"}}).status(), 303);
    EXPECT_TRUE(desk->get(path("/underlag")).has("//button[@aria-pressed='true']"));
}
TEST_P(RunPages, a_message_is_seen_before_it_is_sent_and_read_with_the_code) {
    comes("Påhittade Pia");
    const auto first = desk->send(desk->get(path("/meddelande")), path("/meddelande"), {{"text", "Ta med en kopp."}, {"vill", "granska"}});
    EXPECT_TRUE(first.says("1 går inte att nå i förväg"));
    EXPECT_EQ(count("activities_message"), 0);
    EXPECT_EQ(desk->send(first, path("/meddelande"), {{"text", "Ta med en kopp."}, {"vill", "skicka"}}).status(), 303);
    EXPECT_EQ(count("activities_message"), 1);
    const auto wrong = desk->send(desk->get(path("/meddelande")), path("/meddelande"), {{"text", "Ring Pia på 070-123 45 67"}, {"vill", "skicka"}});
    EXPECT_EQ(wrong.status(), 422);
    EXPECT_EQ(count("activities_message"), 1);
}
TEST_P(RunPages, nothing_is_moved_swapped_or_cancelled_before_who_is_told_has_been_seen) {
    comes("Påhittade Pia");
    const auto forms = desk->get(path("/andra", 1));
    const web::Fields to{{"dag", "2026-12-09"}, {"borjar", "17:00"}, {"slutar", "19:00"}};
    const auto preview = desk->send(forms, path("/flytta", 1), to);
    EXPECT_TRUE(preview.says("1 går inte att nå i förväg"));
    auto sure = to;
    sure.emplace_back("vill", "ja");
    EXPECT_EQ(desk->send(preview, path("/flytta", 1), sure).status(), 303);
    EXPECT_TRUE(desk->get(path("", 1)).says("9 december"));
    EXPECT_EQ(desk->send(desk->get(path("/andra", 1)), path("/flytta", 1), {{"dag", "2026-12-09"}, {"borjar", "19:00"}, {"slutar", "18:00"}}).status(), 422);
    EXPECT_EQ(desk->send(desk->get(path("/andra", 1)), path("/byt", 1), {{"satt", "online"}, {"lokal", ""}, {"lank", ""}}).status(), 422);
    const auto swap = desk->send(desk->get(path("/andra", 1)), path("/byt", 1), {{"satt", "online"}, {"lokal", ""}, {"lank", "https://video.example.invalid/ett"}});
    EXPECT_EQ(desk->send(swap, path("/byt", 1), {{"satt", "online"}, {"lokal", ""}, {"lank", "https://video.example.invalid/ett"}, {"vill", "ja"}}).status(), 303);
    EXPECT_TRUE(desk->get(path("", 1)).has("//a[@href='https://video.example.invalid/ett']"));
    EXPECT_EQ(desk->send(desk->get(path("/andra", 1)), path("/stall-in", 1), {}).status(), 200);
    EXPECT_FALSE(desk->get(path("", 1)).says("Inställt"));
    EXPECT_EQ(desk->send(desk->get(path("/andra", 1)), path("/stall-in", 1), {{"vill", "ja"}}).status(), 303);
    EXPECT_TRUE(desk->get(path("", 1)).says("Inställt"));
}
TEST_P(RunPages, answers_come_in_by_the_code_once_for_each_opened_form) {
    comes("Påhittade Pia", 2);
    EXPECT_EQ(desk->send(desk->get(path("/efter")), path("/efter/kod"), {{"gor", "oppna"}}).status(), 303);
    const auto code = answer_code(*vault, sessions[0].id);
    EXPECT_NE(desk->get(path("/efter/kod")).body().find(code.substr(0, 4)), std::string::npos);
    auto guest = browser();
    EXPECT_EQ(guest.get("/korta-fragor/bbbbbbbb").status(), 404);
    const auto page = guest.get("/korta-fragor/" + code);
    ASSERT_EQ(page.status(), 200);
    EXPECT_EQ(page.body().find("kvall"), std::string::npos) << "it says neither what group it is";
    EXPECT_NE(page.header("Cache-Control").find("no-store"), std::string::npos);
    EXPECT_EQ(guest.send(page, "/korta-fragor", {{"body", "heavy"}}).status(), 429) << "quicker than a person";
    later(30 * second);
    EXPECT_EQ(guest.send(page, "/korta-fragor", {}).status(), 422);
    EXPECT_TRUE(guest.send(page, "/korta-fragor", {{"body", "heavy"}, {"mind", "light"}}).says("Tack för dina svar"));
    EXPECT_TRUE(guest.send(page, "/korta-fragor", {{"body", "heavy"}}).says("Tack för dina svar"));
    EXPECT_EQ(count("fact", "kind = 'activity.outcome'"), 2) << "the same form twice is one answer";
    EXPECT_EQ(page.header("Set-Cookie"), "");
}
TEST_P(RunPages, T22_a_whole_room_on_one_network_answers_at_once_and_one_who_is_quick_does_not) {
    EXPECT_EQ(desk->send(desk->get(path("/efter")), path("/efter/kod"), {{"gor", "oppna"}}).status(), 303);
    const auto address = "/korta-fragor/" + answer_code(*vault, sessions[0].id);
    auto guest = browser();
    std::vector<std::decay_t<decltype(guest.get(address))>> pages;
    for (int i = 0; i < 30; ++i) pages.push_back(guest.get(address));
    later(10 * second);
    for (const auto& page : pages) EXPECT_TRUE(guest.send(page, "/korta-fragor", {{"body", "heavy"}}).says("Tack för dina svar"));
    int quick = 0;
    for (int i = 0; i < 8; ++i) {
        const auto page = guest.get(address);
        later(3 * second);
        quick += guest.send(page, "/korta-fragor", {{"body", "light"}}).says("Tack för dina svar") ? 1 : 0;
    }
    EXPECT_LE(quick, 5);
}
TEST_P(RunPages, papers_are_counted_and_the_year_shows_nothing_of_a_few) {
    later(20 * hour);   // she has been signed out meanwhile
    desk.emplace(browser());
    (void)enrolled(*desk, rights::Role::consultant, "bo.alm");
    EXPECT_EQ(desk->send(desk->get(path("/efter")), path("/efter/svar"), {{"body-heavy", "4"}, {"mind-light", "4"}}).status(), 303);
    EXPECT_EQ(count("fact", "kind = 'activity.outcome'"), 2);
    EXPECT_NE(desk->send(desk->get(path("/efter")), path("/efter/svar"), {{"body-heavy", "många"}}).header("Location").find("nej="), std::string::npos);
    EXPECT_TRUE(desk->get("/personal/aktiviteter/aret").says("Inga siffror än"));
}
TEST_P(RunPages, another_areas_occasion_is_not_there) {
    const auto wrong = "/personal/aktiviteter/tillfalle/" + std::string(crypto::new_id<SessionId>(randomness).text());
    for (const char* more : {"", "/lista", "/underlag", "/underlag/andra", "/meddelande", "/andra", "/efter", "/efter/kod", "/ring"}) EXPECT_EQ(desk->get(wrong + more).status(), 404) << more;
    EXPECT_EQ(browser().get(path()).status(), 303) << "who has not signed in is asked to";
}
}

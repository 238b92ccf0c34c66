#include "features/activities/sign_up/signing_for_tests.hpp"
#include "platform/outbox/outbox.hpp"
// The line and its offers, interest, and who is told.

namespace {
using namespace activities_tests;
using enum EntryState;
class Waiting : public Signing {};
LOTSEN_ON_BOTH_DATABASES(Waiting);

TEST_P(Waiting, offers_a_freed_seat_to_the_next_and_to_her_alone) {
    open_group(group(1));
    for (const char* name : {"a", "b", "c"}) ASSERT_TRUE(signed_up(one(name)));
    const auto told = cancel("a");
    ASSERT_TRUE(told);
    ASSERT_EQ(told->notices.size(), 1U);
    EXPECT_EQ(told->notices[0].entry, id<EntryId>("b"));
    EXPECT_EQ(told->notices[0].news, News::offered);
    EXPECT_EQ(state("b"), offered);
    EXPECT_EQ(entry("b").offer_until, later(now, 48 * 60));
    EXPECT_EQ(state("c"), waiting);
    EXPECT_TRUE(cancel("a")->notices.empty()); // said twice
    EXPECT_EQ(state("c"), waiting);
    EXPECT_EQ(signed_up(one("d"))->entry.state, waiting);
    EXPECT_EQ(wrong(), "");
}
TEST_P(Waiting, accepts_in_time_and_not_a_moment_later_and_the_next_gets_it) {
    open_group(group(1));
    for (const char* name : {"a", "b", "c"}) ASSERT_TRUE(signed_up(one(name)));
    ASSERT_TRUE(cancel("a"));
    const auto until = *entry("b").offer_until;
    EXPECT_EQ(why(accept("c")), Refusal::no_offer);
    EXPECT_EQ(why(accept("b", until)), Refusal::offer_over);
    EXPECT_EQ(state("b"), offered); // a no has changed nothing
    EXPECT_TRUE(expire({until.ms - 1})->notices.empty());
    const auto told = expire(until);
    ASSERT_EQ(told->notices.size(), 2U);
    EXPECT_EQ(told->notices[0].news, News::offer_over);
    EXPECT_EQ(told->notices[1].entry, id<EntryId>("c"));
    EXPECT_EQ(why(accept("b", until)), Refusal::offer_over);
    EXPECT_TRUE(accept("c", until));
    EXPECT_TRUE(accept("c", until)); // said twice is said once
    EXPECT_EQ(state("c"), placed);
    EXPECT_EQ(wrong(), "");
}
TEST_P(Waiting, declined_goes_on_to_the_next) {
    open_group(group(1));
    for (const char* name : {"a", "b", "c"}) ASSERT_TRUE(signed_up(one(name)));
    ASSERT_TRUE(cancel("a"));
    const auto decline = [&] { return done([&](db::Transaction& tx) { return decline_offer(tx, visitor, everything, now, id<EntryId>("b")); }); };
    EXPECT_EQ(decline()->notices.size(), 1U);
    EXPECT_EQ(state("c"), offered);
    EXPECT_TRUE(decline()->notices.empty());
    EXPECT_EQ(why(accept("b")), Refusal::no_offer);
}
TEST_P(Waiting, by_telephone_stands_where_the_call_came) {
    open_group(group(1));
    for (const char* name : {"a", "b"}) ASSERT_TRUE(signed_up(one(name)));
    ASSERT_TRUE(by_telephone(one("called"), later(now, -60)));
    EXPECT_EQ(entry("called").came_by, CameBy::phone);
    ASSERT_TRUE(cancel("a"));
    EXPECT_EQ(state("called"), offered);
    EXPECT_EQ(state("b"), waiting);
    ASSERT_TRUE(by_telephone(one("earlier"), later(now, -120)));
    EXPECT_EQ(state("called"), offered); // an offer already made is never withdrawn
    EXPECT_EQ(state("earlier"), waiting);
    EXPECT_EQ(why(by_telephone(one("x"), later(now, 1))), Refusal::arrived_wrong);
    ASSERT_TRUE(by_telephone(one("paper"), {group(1).made_at.ms - 1})) << "gathered on paper before the activity was entered";
    EXPECT_EQ(entry("paper").arrived_at.ms, group(1).made_at.ms - 1);
    EXPECT_EQ(state("called"), offered) << "an offer already made is never withdrawn";
    ASSERT_TRUE(done([&](db::Transaction& tx) { return decline_offer(tx, visitor, everything, now, id<EntryId>("called")); }));
    EXPECT_EQ(state("paper"), offered) << "in its true order, before who called later";
    EXPECT_EQ(why(by_telephone(one("x"), {now.ms - 367LL * 24 * 60 * 60'000})), Refusal::arrived_wrong);
}
TEST_P(Waiting, keeps_the_order_though_a_clock_goes_backwards) {
    open_group(group(1));
    for (const char* name : {"a", "b"}) ASSERT_TRUE(signed_up(one(name)));
    ASSERT_TRUE(signed_up(one("c"), later(now, -5))); // another program's clock
    EXPECT_TRUE(before(entry("b"), entry("c")));
}
TEST_P(Waiting, of_two_waits_for_two_seats) {
    open_group(group(2));
    for (const char* name : {"a", "b"}) ASSERT_TRUE(signed_up(one(name)));
    ASSERT_TRUE(signed_up(one("two", 2)));
    ASSERT_TRUE(signed_up(one("c")));
    EXPECT_TRUE(cancel("a")->notices.empty());
    EXPECT_EQ(state("two"), waiting);
    EXPECT_EQ(signed_up(one("d"))->entry.state, waiting);
    ASSERT_EQ(cancel("b")->notices.size(), 1U);
    EXPECT_EQ(state("two"), offered);
    EXPECT_EQ(state("c"), waiting);
    EXPECT_EQ(wrong(), "");
}
TEST_P(Waiting, passes_two_where_the_rule_says_so_and_writes_it_down) {
    open_group(group(2, {.two = Two::next_who_fits}));
    for (const char* name : {"a", "b"}) ASSERT_TRUE(signed_up(one(name)));
    ASSERT_TRUE(signed_up(one("two", 2)));
    ASSERT_TRUE(cancel("a"));
    const auto c = signed_up(one("c"));
    EXPECT_EQ(c->entry.state, offered);
    const auto log = database().read([&](db::Reader& r) { return store::exceptions(r, scope_of(anna), *store::find(r, everything, id<ActivityId>("group"))); });
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0].why, queue::Why::two_do_not_fit);
    EXPECT_EQ(log[0].passed, 1);
    EXPECT_EQ(log[0].entry, id<EntryId>("c"));
}
TEST_P(Waiting, follows_the_municipalitys_own_rule_and_says_each_time) {
    open_group(group(1, {.preferred = Preferred::newcomers, .preferred_why = "Den som är ny går först."}));
    auto newcomer = one("new");
    newcomer.been_before = Been::newcomer;
    for (const auto& in : {one("a"), one("b"), newcomer}) ASSERT_TRUE(signed_up(in));
    ASSERT_TRUE(cancel("a"));
    EXPECT_EQ(state("new"), offered);
    const auto log = database().read([&](db::Reader& r) { return store::exceptions(r, everything, *store::find(r, everything, id<ActivityId>("group"))); });
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0].why, queue::Why::rule_new);
}
TEST_P(Waiting, offers_by_hand_only_with_a_reason_out_of_turn) {
    open_group(group(1, {.offering = Offering::by_hand}));
    for (const char* name : {"a", "b", "c"}) ASSERT_TRUE(signed_up(one(name)));
    const auto offer = [&](std::optional<EntryId> to, std::optional<queue::Why> because, base::Instant when = now) {
        return done([&](db::Transaction& tx) { return offer_place(tx, anna, scope_of(anna), when, {id<ActivityId>("group"), to, because}); });
    };
    EXPECT_EQ(why(offer({}, {})), Refusal::no_seat);
    EXPECT_TRUE(cancel("a")->notices.empty());
    EXPECT_EQ(why(offer(id<EntryId>("c"), {})), Refusal::reason_missing);
    EXPECT_EQ(why(offer(id<EntryId>("a"), {})), Refusal::not_waiting);
    EXPECT_EQ(why(offer({}, {}, at("2026-12-08", "18:00"))), Refusal::no_time_left);
    ASSERT_TRUE(offer(id<EntryId>("c"), queue::Why::promised_before));
    EXPECT_EQ(state("c"), offered);
    EXPECT_EQ(why(offer({}, {})), Refusal::no_seat);
    ASSERT_TRUE(cancel("c"));
    ASSERT_TRUE(offer({}, {}));
    EXPECT_EQ(state("b"), offered);
    const auto log = database().read([&](db::Reader& r) { return store::exceptions(r, everything, *store::find(r, everything, id<ActivityId>("group"))); });
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0].account, anna.account().text());
}
TEST_P(Waiting, seats_are_added_for_who_waits_and_never_taken_from_who_has_one) {
    open_group(group(1));
    for (const char* name : {"a", "b"}) ASSERT_TRUE(signed_up(one(name)));
    const auto seats = [&](int n) { return done([&](db::Transaction& tx) { return set_seats(tx, anna, scope_of(anna), now, id<ActivityId>("group"), n); }); };
    ASSERT_EQ(seats(3)->notices.size(), 1U);
    EXPECT_EQ(state("b"), offered);
    EXPECT_EQ(why(seats(1)), Refusal::seats_taken);
    EXPECT_TRUE(seats(2));
    EXPECT_EQ(why(seats(0)), Refusal::faulty);
    EXPECT_EQ(wrong(), "");
}
TEST_P(Waiting, schema_gives_a_seat_to_one_only) {
    open_group(group(1));
    ASSERT_TRUE(signed_up(one("a")));
    EXPECT_THROW(done([&](db::Transaction& tx) {
        store::take_seats(tx, {.id = id<EntryId>("a"), .area = area, .activity = id<ActivityId>("group"), .slot = std::string(id<ActivityId>("group").text()), .made_at = now});
        return 0;
    }), base::Bug);
    constexpr db::Sql twice{"test.twice", "INSERT INTO activities_seat (area, slot, seat, entry) VALUES (?1, ?2, 1, NULL)"};
    EXPECT_THROW(done([&](db::Transaction& tx) { return tx.execute(twice, {area, id<ActivityId>("group")}); }), base::Bug);
}

// ---- interest ----

TEST_P(Waiting, of_interest_becomes_a_group_when_there_are_enough) {
    auto a = group(2, {.wanted = 3});
    a.state = State::interest;
    open_group(a);
    EXPECT_EQ(signed_up(one("a"))->entry.state, interested);
    EXPECT_TRUE(signed_up(one("b"))->notices.empty());
    const auto enough = signed_up(one("c"));
    EXPECT_EQ(enough->notices.size(), 3U);
    EXPECT_EQ(enough->notices[0].news, News::enough);
    EXPECT_EQ(activity().state, State::threshold);
    EXPECT_EQ(signed_up(one("d"))->entry.state, interested);
    ASSERT_TRUE(step(Step::plan));
    EXPECT_EQ(why(signed_up(one("e"))), Refusal::not_open);
    const auto told = step(Step::open);
    ASSERT_EQ(told->notices.size(), 4U);
    EXPECT_EQ(state("a"), offered);
    EXPECT_EQ(state("b"), offered);
    EXPECT_EQ(state("c"), waiting);
    EXPECT_EQ(told->notices[3].news, News::in_line);
    ASSERT_TRUE(accept("a"));
    EXPECT_EQ(wrong(), "");
}
TEST_P(Waiting, ends_for_all_when_it_is_called_off) {
    open_group(group(2, {.minimum = 2, .stop_day = calendar::date_from("2026-11-25")}));
    for (const char* name : {"a", "b", "c"}) ASSERT_TRUE(signed_up(one(name)));
    ASSERT_TRUE(cancel("b"));   // c has an offer, a a place: one, and two are needed
    const auto look = [&](base::Instant when) { return done([&](db::Transaction& tx) { return call_off_if_short(tx, anna, everything, when, id<ActivityId>("group")); }); };
    EXPECT_TRUE(look(at("2026-11-25", "23:59"))->notices.empty());
    EXPECT_EQ(activity().state, State::open);
    const auto told = look(at("2026-11-26", "00:00"));
    EXPECT_EQ(told->notices.size(), 2U);
    EXPECT_EQ(activity().ended_as, EndedAs::called_off);
    EXPECT_EQ(state("a"), called_off);
    EXPECT_EQ(state("c"), called_off);
    EXPECT_EQ(state("b"), left);
    EXPECT_EQ(wrong(), "");
    EXPECT_EQ(why(cancel("a")), Refusal::ended);
}
TEST_P(Waiting, stays_with_a_group_that_was_held_and_goes_on_by_itself) {
    open_group(group(1, {.minimum = 1}));
    for (const char* name : {"a", "b"}) ASSERT_TRUE(signed_up(one(name)));
    EXPECT_EQ(why(step(Step::hand_over)), Refusal::not_from_here);
    ASSERT_TRUE(step(Step::start));
    const auto goes_on = step(Step::hand_over);
    ASSERT_EQ(goes_on->notices.size(), 1U);
    EXPECT_EQ(goes_on->notices[0].news, News::goes_on);
    EXPECT_EQ(step(Step::close_held)->notices.size(), 2U);
    EXPECT_EQ(state("a"), placed);
    EXPECT_EQ(state("b"), called_off);
}

// ---- those concerned are told by the way that is safe to each ----

TEST_P(Waiting, tells_by_the_way_that_is_safe_and_calls_where_only_calls_are) {
    open_group(group(3));
    const auto pia = person("Påhittade Pia"), pelle = person("Påhittade Pelle"), per = person("Påhittade Per");
    const auto come = [&](const char* name, const people::NewPerson& p, const people::SafeContact& safe) {
        auto in = one(name);
        in.newly = {&p};
        ASSERT_TRUE(signed_up(in, now, by_name()));
        ASSERT_TRUE(done([&](db::Transaction& tx) { return people::set_safe_contact(tx, vault, visitor, everything, now, p.id, *people::checked(safe)); }));
    };
    come("sms", pia, {.may_sms = true});
    come("call", pelle, {.may_call = true});
    come("nothing", per, {});
    const auto told = done([&](db::Transaction& tx) { return cancel_session(tx, anna, scope_of(anna), now, id<SessionId>("first")); });
    ASSERT_TRUE(told);
    std::map<std::string, std::string> by;
    for (const auto& n : told->notices) by[std::string(n.entry.text().substr(0, n.entry.text().find('-')))] = n.by ? outbox::key(*n.by) : "nobody";
    EXPECT_EQ(by, (std::map<std::string, std::string>{{"sms", "sms"}, {"call", "call"}, {"nothing", "nobody"}}));
    constexpr db::Sql rows{"test.outbox", "SELECT person, channel, template FROM outbox_message ORDER BY channel"};
    const auto kept = database().read([&](db::Reader& r) { return r.query(rows, {}, [](const db::Row& row) { return std::string(row.text(0)) + " " + std::string(row.text(1)) + " " + std::string(row.text(2)); }); });
    EXPECT_EQ(kept, (std::vector<std::string>{std::string(pelle.id.text()) + " call message_waits", std::string(pia.id.text()) + " sms message_waits"}));
}
}

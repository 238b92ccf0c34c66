#include "features/activities/public.hpp"
#include "features/activities/run/running.hpp"
#include "features/activities/sign_up/signing_for_tests.hpp"
// Running it: who came, occasions that change, individual times, links, and what goes when it is over.

namespace {
using namespace activities_tests;
using enum EntryState;

class Running : public Signing {
protected:

    Answer mark(const std::string& name, int came, bool said_so = false, base::Instant when = at("2026-12-01", "18:05")) {
        const Mark in{id<SessionId>("first"), id<EntryId>(name), came, said_so, draw()};
        return done([&](db::Transaction& tx) { return mark_attendance(tx, anna, scope_of(anna), when, in); });
    }
    Answer count(int heads, base::Instant when = at("2026-12-01", "18:05")) {
        const Count in{id<SessionId>("first"), heads, draw()};
        return done([&](db::Transaction& tx) { return head_count(tx, anna, scope_of(anna), when, in); });
    }
    std::string facts_said(std::string_view kind) {
        std::string out;
        for (const auto& sum : database().read([&](db::Reader& r) { return facts::sums(r, kind, *calendar::date_from("2026-01-01"), *calendar::date_from("2026-12-31")); })) {
            out += std::to_string(sum.amount);
            for (const auto& [key, says] : sum.words) out += " " + key + "=" + says;
            out += "\n";
        }
        return out;
    }
    Session first() {
        return *database().read([&](db::Reader& r) { return store::find_session(r, everything, id<SessionId>("first")); });
    }
    Answer swap(Way way, const std::string& where = {}, const SealedMeeting* meeting = nullptr) {
        return done([&](db::Transaction& tx) { return swap_room_online(tx, vault, anna, scope_of(anna), now, {id<SessionId>("first"), way, where, meeting}); });
    }
    std::optional<std::string> meeting_of(const std::string& name, base::Instant when = now) {
        return database().read([&](db::Reader& r) { return meeting_for(r, vault, everything, when, id<SessionId>("first"), id<EntryId>(name)); });
    }
    void individual_times() {
        auto a = group(0);
        a.kind = Kind::individual;
        open_group(a);
    }
};
LOTSEN_ON_BOTH_DATABASES(Running);

TEST_P(Running, attendance_becomes_a_fact_of_nobody_and_is_taken_back_whole) {
    open_group(group(4));
    auto pair = one("a", 2);
    ASSERT_TRUE(signed_up(pair));
    ASSERT_TRUE(signed_up(one("b")));
    EXPECT_EQ(why(mark("a", 1, false, at("2026-11-30", "23:59"))), Refusal::too_early);
    EXPECT_EQ(why(mark("a", 3)), Refusal::heads_wrong);
    EXPECT_EQ(why(mark("nobody", 1)), Refusal::not_placed);
    ASSERT_TRUE(mark("a", 2));
    ASSERT_TRUE(mark("a", 2));   // twice is once
    ASSERT_TRUE(mark("b", 1));
    ASSERT_TRUE(mark("b", 0));
    EXPECT_EQ(facts_said("activity.joined"), "2 activity=group came_by=web for_whom=anyone form=room\n");
    EXPECT_EQ(facts_said("activity.took_part"), "2 activity=group\n");
}
TEST_P(Running, T27_no_fact_of_taking_part_tells_the_day) {
    open_group(group(4));
    ASSERT_TRUE(signed_up(one("a")));
    ASSERT_TRUE(mark("a", 1));
    ASSERT_TRUE(count(3));
    constexpr db::Sql days{"test.fact_days", "SELECT kind, day FROM fact"};
    const auto said = database().read([&](db::Reader& r) { return r.query(days, {}, [](const db::Row& row) { return std::pair(std::string(row.text(0)), std::string(row.text(1))); }); });
    EXPECT_EQ(said.size(), 3U);
    for (const auto& [kind, day] : said) EXPECT_EQ(day, "2026-12-31") << kind;
}
TEST_P(Running, T13_a_closed_years_figures_cannot_be_drawn_again) {
    open_group(group(4));
    ASSERT_TRUE(signed_up(one("a")));
    ASSERT_TRUE(mark("a", 1, false, at("2027-01-31", "23:00")));
    EXPECT_EQ(why(mark("a", 0, false, at("2027-02-01", "08:00"))), Refusal::over);
    EXPECT_EQ(why(count(1, at("2027-02-01", "08:00"))), Refusal::over);
    const Experienced led{id<SessionId>("first"), Experience::guest, 1, draw()};
    EXPECT_EQ(why(done([&](db::Transaction& tx) { return count_experience(tx, anna, scope_of(anna), at("2027-02-01", "08:00"), led); })), Refusal::over);
    EXPECT_EQ(facts_said("activity.took_part"), "1 activity=group\n");
}
TEST_P(Running, T13_one_person_who_comes_often_moves_no_cell_more_than_one) {
    individual_times();
    const auto pia = person("Påhittade Pia");
    for (const char* name : {"a", "b"}) {
        auto in = one(name);
        in.time = id<SessionId>(name[0] == 'a' ? "first" : "second");
        in.known = {pia.id};
        if (name[0] == 'a') in.known = {}, in.newly = {&pia};
        ASSERT_TRUE(signed_up(in, now, by_name()));
    }
    const auto ticked = [&](const char* session, const char* name, int came) {
        const Mark in{id<SessionId>(session), id<EntryId>(name), came, false, draw()};
        return static_cast<bool>(done([&](db::Transaction& tx) { return mark_attendance(tx, anna, scope_of(anna), at("2026-12-08", "20:00"), in); }));
    };
    const std::string once = "1 activity=individual came_by=web for_whom=anyone form=room\n";
    ASSERT_TRUE(ticked("first", "a", 1));
    ASSERT_TRUE(ticked("second", "b", 1));
    EXPECT_EQ(facts_said("activity.joined"), once) << "she has signed up twice, and is one";
    EXPECT_EQ(facts_said("activity.took_part"), "2 activity=individual\n");
    ASSERT_TRUE(ticked("first", "a", 0));
    EXPECT_EQ(facts_said("activity.joined"), once);
    ASSERT_TRUE(ticked("second", "b", 0));
    EXPECT_EQ(facts_said("activity.joined"), "0" + once.substr(1));
}
TEST_P(Running, who_is_missing_without_a_word_is_a_note_for_the_leader_and_nothing_is_sent) {
    open_group(group(4));
    for (const char* name : {"a", "b", "c"}) ASSERT_TRUE(signed_up(one(name)));
    EXPECT_TRUE(mark("a", 1)->notices.empty());
    EXPECT_TRUE(mark("b", 0, true)->notices.empty());
    EXPECT_TRUE(mark("c", 0)->notices.empty());
    const auto session = first();
    const auto who = database().read([&](db::Reader& r) { return missing(r, scope_of(anna), session); });
    ASSERT_EQ(who.size(), 1U);
    EXPECT_EQ(who[0].id, id<EntryId>("c"));
    constexpr db::Sql sent{"test.sent", "SELECT count(*) FROM outbox_message"};
    EXPECT_EQ(database().read([&](db::Reader& r) { return r.one(sent, {}, [](const db::Row& row) { return row.integer(0); }); }), 0);
}
TEST_P(Running, heads_are_counted_without_names_and_corrected) {
    auto cafe = group(0);
    cafe.kind = Kind::drop_in;
    open_group(cafe);
    EXPECT_EQ(why(signed_up(one("a"))), Refusal::not_open);
    EXPECT_EQ(why(count(-1)), Refusal::heads_wrong);
    ASSERT_TRUE(count(14));
    ASSERT_TRUE(count(12));
    EXPECT_EQ(first().heads, 12);
    EXPECT_EQ(facts_said("activity.heads"), "12 activity=drop_in for_whom=anyone form=room\n");
}
TEST_P(Running, cancelled_session_is_told_to_those_with_a_place_and_counts_nobody) {
    open_group(group(1));
    for (const char* name : {"a", "b"}) ASSERT_TRUE(signed_up(one(name)));
    const auto cancel_it = [&](const Actor& who) { return done([&](db::Transaction& tx) { return cancel_session(tx, who, scope_of(who), now, id<SessionId>("first")); }); };
    EXPECT_EQ(why(cancel_it(bo)), Refusal::unknown);
    const auto told = cancel_it(anna);
    ASSERT_EQ(told->notices.size(), 1U);
    EXPECT_EQ(told->notices[0].entry, id<EntryId>("a"));
    EXPECT_EQ(state("a"), placed);   // the other occasions are there
    EXPECT_EQ(why(cancel_it(anna)), Refusal::cancelled);
    EXPECT_EQ(why(mark("a", 1)), Refusal::cancelled);
    EXPECT_EQ(why(count(1)), Refusal::cancelled);
}
TEST_P(Running, moved_session_is_told_and_its_calendar_entry_changes) {
    open_group(group(1));
    ASSERT_TRUE(signed_up(one("a")));
    const auto move = [&](const Times& to) { return done([&](db::Transaction& tx) { return move_session(tx, anna, scope_of(anna), now, id<SessionId>("first"), to); }); };
    ASSERT_EQ(move(times("2026-12-02", "17:00", "19:00"))->notices.size(), 1U);
    EXPECT_EQ(first().times, times("2026-12-02", "17:00", "19:00"));
    EXPECT_EQ(first().changed, 1);
    EXPECT_EQ(why(move(times("2026-12-02", "17:00", "19:00"))), Refusal::not_changed);
}
TEST_P(Running, goes_on_the_net_and_back_and_only_those_with_a_place_get_the_link) {
    open_group(group(1));
    for (const char* name : {"a", "b"}) ASSERT_TRUE(signed_up(one(name)));
    EXPECT_EQ(why(swap(Way::online)), Refusal::meeting_missing);
    const auto one_link = sealed_meeting(vault, randomness, "https://video.example.invalid/one"), other = sealed_meeting(vault, randomness, "https://video.example.invalid/two");
    ASSERT_EQ(swap(Way::online, "", &one_link)->notices.size(), 1U);
    EXPECT_EQ(first().place, "");
    EXPECT_EQ(meeting_of("a"), "https://video.example.invalid/one");
    EXPECT_EQ(meeting_of("b"), std::nullopt);
    EXPECT_EQ(meeting_of("a", at("2026-12-01", "20:00")), std::nullopt);
    ASSERT_TRUE(swap(Way::hybrid, "Påhittade salen", &other));
    EXPECT_EQ(meeting_of("a"), "https://video.example.invalid/two");
    EXPECT_EQ(why(swap(Way::room)), Refusal::place_missing);
    EXPECT_EQ(why(swap(Way::room, "Teams https://teams.microsoft.com/l/meetup-join/x")), Refusal::place_unfit) << "D5: everybody reads where it is";
    ASSERT_TRUE(swap(Way::room, "Påhittade salen"));
    EXPECT_EQ(meeting_of("a"), std::nullopt);
    ASSERT_TRUE(cancel("a"));
    EXPECT_EQ(meeting_of("a"), std::nullopt);
}
TEST_P(Running, individual_times_are_one_seat_each_changed_and_cancelled_by_herself) {
    individual_times();
    auto in = one("a");
    EXPECT_EQ(why(signed_up(in)), Refusal::time_missing);
    in.time = id<SessionId>("first");
    ASSERT_TRUE(signed_up(in));
    auto other = one("b");
    other.time = in.time;
    EXPECT_EQ(why(signed_up(other)), Refusal::time_taken);
    other.time = id<SessionId>("second");
    ASSERT_TRUE(signed_up(other));
    const auto change = [&](const char* name, const char* to, base::Instant when = now) { return done([&](db::Transaction& tx) { return change_time(tx, visitor, everything, when, id<EntryId>(name), id<SessionId>(to)); }); };
    EXPECT_EQ(why(change("a", "second")), Refusal::time_taken);
    EXPECT_TRUE(change("a", "first"));
    ASSERT_TRUE(cancel("b"));
    EXPECT_EQ(why(change("a", "second", at("2026-12-08", "18:00"))), Refusal::too_late);
    EXPECT_EQ(why(change("a", "second", at("2026-12-01", "18:00"))), Refusal::too_late) << "her own has begun: who came to it came";
    ASSERT_TRUE(change("a", "second"));
    EXPECT_EQ(entry("a").slot, id<SessionId>("second").text());
    auto third = one("c");
    third.time = id<SessionId>("first");
    EXPECT_EQ(signed_up(third)->entry.state, placed);
    const auto told = done([&](db::Transaction& tx) { return cancel_session(tx, anna, scope_of(anna), now, id<SessionId>("second")); });
    EXPECT_EQ(told->notices.size(), 1U);
    EXPECT_EQ(state("a"), called_off);
    EXPECT_EQ(state("c"), placed);
    EXPECT_EQ(why(change("a", "first")), Refusal::time_taken);
    EXPECT_EQ(why(change("a", "second")), Refusal::time_taken) << "it is cancelled";
    ASSERT_TRUE(cancel("c"));
    ASSERT_TRUE(change("a", "first")) << "C1: she is not left without a way on";
    EXPECT_EQ(state("a"), placed);
    EXPECT_EQ(entry("a").ended_at, std::nullopt);
    ASSERT_TRUE(cancel("a"));
    EXPECT_EQ(why(change("a", "first")), Refusal::ended) << "who left herself signs up anew";
}
TEST_P(Running, needs_lie_apart_and_go_with_their_key_when_it_is_over) {
    open_group(group(2));
    const Needs needs{.interpreter = "teckenspråk", .hearing_loop = true, .transport = true, .food = "utan nötter"};
    const auto kept = sealed(vault, id<EntryId>("a"), needs), others = sealed(vault, id<EntryId>("b"), needs);
    auto a = one("a"), b = one("b");
    a.needs = &kept;
    b.needs = &others;
    ASSERT_TRUE(signed_up(a));
    ASSERT_TRUE(signed_up(b));
    const auto read = [&](const Entry& e) { return database().read([&](db::Reader& r) { return store::needs(r, vault, scope_of(anna), e); }); };
    EXPECT_EQ(read(entry("a")), needs);
    const auto sweep = [&](base::Instant when) { return done([&](db::Transaction& tx) { return store::remove_needs_due(tx, vault, everything, when); }); };
    EXPECT_EQ(sweep(now), 0);
    ASSERT_TRUE(cancel("b"));
    EXPECT_EQ(sweep(now), 1);
    EXPECT_EQ(sweep(at("2026-12-08", "19:59")), 0);
    EXPECT_EQ(sweep(at("2026-12-08", "20:00")), 1);
    EXPECT_EQ(read(entry("a")), std::nullopt);
    EXPECT_EQ(database().read([&](db::Reader& r) { return vault.key(r, {needs_key, id<EntryId>("a")}).has_value(); }), false);
}
TEST_P(Running, link_has_one_purpose_and_an_end_and_only_its_hash_is_kept) {
    open_group(group(2));
    const auto leave = new_link(vault, randomness, Purpose::leave, later(now, 60)), change = new_link(vault, randomness, Purpose::change, later(now, 60));
    auto in = one("a");
    in.links = {&leave, &change};
    ASSERT_TRUE(signed_up(in));
    const auto follow = [&](const NewLink& link, Purpose purpose, base::Instant when) { return database().read([&](db::Reader& r) { return store::followed(r, *link_hash(vault, link.token), purpose, when).has_value(); }); };
    EXPECT_TRUE(follow(leave, Purpose::leave, now));
    EXPECT_FALSE(follow(leave, Purpose::change, now));
    EXPECT_FALSE(follow(change, Purpose::change, later(now, 60)));
    const auto use = [&] { return done([&](db::Transaction& tx) { return store::used_up(tx, leave.hash, Purpose::leave, now); }); };
    EXPECT_EQ(use()->entry, id<EntryId>("a"));
    EXPECT_FALSE(use());
    EXPECT_FALSE(follow(leave, Purpose::leave, now));
    EXPECT_TRUE(follow(change, Purpose::change, now));
    EXPECT_EQ(link_hash(vault, "not a token"), std::nullopt);
    EXPECT_EQ(leave.token.size(), 22U);
    EXPECT_EQ(leave.hash.find(leave.token), std::string::npos);
}
TEST_P(Running, due_offers_say_where_a_job_has_something_to_do) {
    open_group(group(1, {.offer_hours = 1}));
    for (const char* name : {"a", "b"}) ASSERT_TRUE(signed_up(one(name)));
    ASSERT_TRUE(cancel("a"));
    const auto due = [&](base::Instant when) { return database().read([&](db::Reader& r) { return store::due_offers(r, when).size(); }); };
    EXPECT_EQ(due(later(now, 59)), 0U);
    EXPECT_EQ(due(later(now, 60)), 1U);
}
TEST_P(Running, public_ones_are_those_that_anybody_may_see) {
    open_group(group(2));
    auto plan = group(2);
    plan.id = id<ActivityId>("plan");
    plan.slug = "planerad";
    done([&](db::Transaction& tx) { return static_cast<bool>(add_activity(tx, anna, everything, now, plan)); });
    EXPECT_EQ(why(done([&](db::Transaction& tx) { return add_activity(tx, bo, scope_of(bo), now, plan); })), Refusal::unknown);
    const auto all = database().read([&](db::Reader& r) { return public_ones(r, at("2026-12-01", "20:00")); });
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].activity.slug, "pahittad-grupp");
    ASSERT_EQ(all[0].sessions.size(), 1U);   // the first is over
    EXPECT_EQ(all[0].sessions[0].id, id<SessionId>("second"));
}
TEST(Alias, is_a_name_and_no_number_or_address) {
    EXPECT_EQ((*Alias::of({" Påhittade Pia ", ""})).names(), std::vector<std::string>{"Påhittade Pia"});
    EXPECT_EQ(Alias::of({"191212121212"}).refusal(), Alias::Fault::not_a_name);
    EXPECT_EQ(Alias::of({"pia@prov.invalid"}).refusal(), Alias::Fault::not_a_name);
    EXPECT_EQ(Alias::of({"  "}).refusal(), Alias::Fault::empty);
    EXPECT_EQ(Alias::of({std::string(61, 'a')}).refusal(), Alias::Fault::too_long);
}
TEST(Needs, are_short_and_on_one_line) {
    EXPECT_EQ(fault({.food = std::string(101, 'a')}), NeedsFault::too_long);
    EXPECT_EQ(fault({.interpreter = "a\nb"}), NeedsFault::not_text);
    EXPECT_FALSE(a_meeting_link("http://example.invalid/x"));
    EXPECT_TRUE(a_meeting_link("https://example.invalid/x"));
}
}

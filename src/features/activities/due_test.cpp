#include "features/activities/due.hpp"
#include "features/activities/share/share.hpp"
#include "features/activities/sign_up/signing_for_tests.hpp"
#include "features/activities/store_due.hpp"
#include "features/activities/share/store_shares.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
#include "platform/outbox/outbox.hpp"
// What happens by itself, once, whatever program does it and wherever it is stopped.

namespace {
using namespace activities_tests;
using enum EntryState;

class DueOnes : public Signing {
protected:
    // steps: after so many the program stops, as when it is killed between two of them.
    Done_now look(base::Instant when, int steps = 1000) {
        return do_what_is_due(database(), vault, when, [&] { return steps-- > 0; });
    }
    ActivityId another(Terms terms) {
        auto a = group(1, std::move(terms));
        a.id = id<ActivityId>("other"), a.slug = "pahittad-annan";
        open_group(a, {session("third", times("2026-12-02", "18:00", "20:00"), a.id), session("fourth", times("2026-12-09", "18:00", "20:00"), a.id)});
        return a.id;
    }
    Entry known_as(const std::string& name, const people::SafeContact& said, base::Instant when = now) {
        const auto who = person("Påhittad Person");
        auto in = one(name);
        in.newly = {&who};
        const auto answer = signed_up(in, when, by_name());
        base::require(static_cast<bool>(answer), "the test's person is not signed up");
        const auto safe = people::checked(said);
        done([&](db::Transaction& tx) { return people::set_safe_contact(tx, vault, visitor, everything, when, who.id, *safe); });
        return answer->entry;
    }
    std::size_t told(const std::string& name) {
        return database().read([&](db::Reader& r) { return outbox::about(r, everything, id<EntryId>(name).text()).size(); });
    }
};
LOTSEN_ON_BOTH_DATABASES(DueOnes);

TEST_P(DueOnes, an_offer_that_has_ended_goes_to_the_next_and_only_once) {
    open_group(group(1, {.offer_hours = 1}));
    for (const char* name : {"a", "b", "c"}) ASSERT_TRUE(signed_up(one(name)));
    ASSERT_TRUE(cancel("a"));
    EXPECT_EQ(look(later(now, 59)).offers, 0);
    EXPECT_EQ(state("b"), offered);
    EXPECT_EQ(look(later(now, 60)).offers, 1);
    EXPECT_EQ(state("b"), lapsed);
    EXPECT_EQ(state("c"), offered);
    EXPECT_EQ(look(later(now, 60)).offers, 0);
    EXPECT_EQ(state("c"), offered);
    EXPECT_EQ(wrong(), "");
}
TEST_P(DueOnes, stopped_in_the_middle_the_rest_is_done_by_the_next_program) {
    open_group(group(1, {.offer_hours = 1}));
    const auto other = another({.offer_hours = 1});
    for (const char* name : {"a", "b"}) ASSERT_TRUE(signed_up(one(name)));
    for (const char* name : {"c", "d"}) ASSERT_TRUE(signed_up(one(name, 1, other)));
    ASSERT_TRUE(cancel("a")); ASSERT_TRUE(cancel("c"));
    EXPECT_EQ(look(later(now, 60), 1).offers, 1);
    EXPECT_NE(state("b"), state("d")) << "one is done whole, the other not at all";
    EXPECT_EQ(look(later(now, 60)).offers, 1);
    EXPECT_EQ(state("b"), lapsed);
    EXPECT_EQ(state("d"), lapsed);
    EXPECT_EQ(wrong() + wrong(other), "");
}
TEST_P(DueOnes, two_programs_at_once_offer_the_seat_once) {
    open_group(group(1, {.offer_hours = 1}));
    for (const char* name : {"a", "b", "c", "d"}) ASSERT_TRUE(signed_up(one(name)));
    ASSERT_TRUE(cancel("a"));
    const auto second = place().open();
    std::thread beside([&] { do_what_is_due(*second, vault, later(now, 60), [] { return true; }); });
    look(later(now, 60));
    beside.join();
    EXPECT_EQ(state("c"), offered);
    EXPECT_EQ(state("d"), waiting);
    EXPECT_EQ(wrong(), "");
}
TEST_P(DueOnes, D1_too_few_are_called_off_the_day_after_the_last_day_to_sign_up) {
    open_group(group(5, {.minimum = 2, .stop_day = calendar::date_from("2026-11-25")}));
    const auto enough = another({.minimum = 1, .stop_day = calendar::date_from("2026-11-25")});
    ASSERT_TRUE(signed_up(one("a")));
    ASSERT_TRUE(signed_up(one("b", 1, enough)));
    EXPECT_EQ(look(at("2026-11-25", "23:59")).called_off, 0);
    EXPECT_EQ(look(at("2026-11-26", "00:00")).called_off, 1);
    EXPECT_EQ(activity().state, State::closed);
    EXPECT_EQ(activity().ended_as, EndedAs::called_off);
    EXPECT_EQ(state("a"), called_off);
    EXPECT_EQ(activity(enough).state, State::open);
    EXPECT_EQ(look(at("2026-11-26", "00:01")).called_off, 0);
}
TEST_P(DueOnes, D7_needs_and_shown_names_go_with_their_keys_when_it_is_over) {
    open_group(group(2));
    const auto needs = sealed(vault, id<EntryId>("a"), Needs{.hearing_loop = true});
    const auto called = alias("a");
    auto in = one("a");
    in.needs = &needs, in.alias = &called;
    ASSERT_TRUE(signed_up(in, now, by_alias()));
    const auto name = sealed_name(vault, randomness, *Alias::of({"Pia"}));
    const auto comes = entry("a");
    done([&](db::Transaction& tx) { return store::keep_shown_name(tx, vault, everything, comes, name, now), 0; });
    EXPECT_EQ(look(at("2026-12-08", "19:59")).gone, 0);
    EXPECT_EQ(look(at("2026-12-08", "20:00")).gone, 2);
    const auto left = [&](std::string_view kind, std::string_view which) { return database().read([&](db::Reader& r) { return vault.key(r, {kind, which}).has_value(); }); };
    EXPECT_FALSE(left(needs_key, id<EntryId>("a").text()));
    EXPECT_FALSE(left(shown_name_key, name.id.text()));
    EXPECT_TRUE(left(alias_key, id<EntryId>("a").text())) << "an alias goes with its sign-up";
}
TEST_P(DueOnes, reminds_the_day_before_in_daytime_once_by_a_safe_way) {
    open_group(group(9));
    known_as("sms", {.may_sms = true});
    known_as("calls", {.may_call = true});
    known_as("other", {.may_sms = true, .own_number = false});
    known_as("no", {.may_sms = true});
    ASSERT_TRUE(signed_up(one("nobody")));
    const auto said_no = entry("no");
    done([&](db::Transaction& tx) { return store::keep_attendance(tx, everything, *store::find_session(tx, everything, id<SessionId>("first")), {said_no.id, 0, true}, now), 0; });
    EXPECT_EQ(look(at("2026-11-29", "12:00")).reminded, 0) << "two days before";
    EXPECT_EQ(look(at("2026-11-30", "08:59")).reminded, 0);
    EXPECT_EQ(look(at("2026-11-30", "20:00")).reminded, 0);
    known_as("today", {.may_sms = true}, at("2026-11-30", "08:00"));
    EXPECT_EQ(look(at("2026-11-30", "09:00")).reminded, 2);
    EXPECT_EQ(told("sms"), 1U);
    EXPECT_EQ(told("calls"), 1U) << "a task for a human: only a call is safe";
    for (const char* name : {"other", "no", "nobody", "today"}) EXPECT_EQ(told(name), 0U) << name;
    EXPECT_EQ(look(at("2026-11-30", "09:01")).reminded, 0);
    EXPECT_EQ(look(at("2026-12-07", "09:00")).reminded, 2) << "the next occasion: those who have a safe way, but for who said no to the first alone";
}
TEST_P(DueOnes, D2_of_two_who_come_as_one_both_are_reminded) {
    open_group(group(9));
    const auto one_of_two = person("Påhittad Ek"), other = person("Påhittad Alm");
    auto in = one("two", 2);
    in.newly = {&one_of_two, &other};
    ASSERT_TRUE(signed_up(in, now, by_name()));
    const auto texts = people::checked({.may_sms = true}), calls = people::checked({.may_call = true});
    done([&](db::Transaction& tx) { return people::set_safe_contact(tx, vault, visitor, everything, now, one_of_two.id, *texts) && people::set_safe_contact(tx, vault, visitor, everything, now, other.id, *calls); });
    const auto three = person("Påhittad Asp"), four = person("Påhittad Lind");
    auto both_by_sms = one("sms", 2);
    both_by_sms.newly = {&three, &four};
    ASSERT_TRUE(signed_up(both_by_sms, now, by_name()));
    done([&](db::Transaction& tx) { return people::set_safe_contact(tx, vault, visitor, everything, now, three.id, *texts) && people::set_safe_contact(tx, vault, visitor, everything, now, four.id, *texts); });
    EXPECT_EQ(look(at("2026-11-30", "09:00")).reminded, 2);
    EXPECT_EQ(told("sms"), 2U) << "the same way to both is one to each";
    std::map<std::string, outbox::Channel> by;
    for (const auto& m : database().read([&](db::Reader& r) { return outbox::about(r, everything, id<EntryId>("two").text()); })) by[std::string(m.message.person.text())] = m.message.channel;
    EXPECT_EQ(by.size(), 2U);
    EXPECT_EQ(by[std::string(one_of_two.id.text())], outbox::Channel::sms);
    EXPECT_EQ(by[std::string(other.id.text())], outbox::Channel::call);
    look(at("2026-11-30", "09:01"));
    EXPECT_EQ(told("two"), 2U);
}
TEST_P(DueOnes, reminders_that_were_stopped_in_the_middle_reach_each_once) {
    open_group(group(9));
    for (const char* name : {"a", "b", "c"}) known_as(name, {.may_sms = true});
    const auto when = at("2026-11-30", "09:00");
    EXPECT_EQ(look(when, 2).reminded, 1) << "one step to look, one to remind";
    EXPECT_EQ(look(when).reminded, 2);
    EXPECT_EQ(look(when).reminded, 0);
    for (const char* name : {"a", "b", "c"}) EXPECT_EQ(told(name), 1U) << name;
}
TEST_P(DueOnes, links_past_their_time_are_gone) {
    open_group(group(2));
    const auto link = new_link(vault, randomness, Purpose::change, later(now, 60));
    auto in = one("a");
    in.links = {&link};
    ASSERT_TRUE(signed_up(in));
    constexpr db::Sql all{"test.links", "SELECT count(*) FROM activities_link"};
    const auto links = [&] { return database().read([&](db::Reader& r) { return r.one(all, {}, [](const db::Row& row) { return row.integer(0); }); }); };
    look(later(now, 59));
    EXPECT_EQ(links(), 1);
    look(later(now, 60));
    EXPECT_EQ(links(), 0);
}
TEST_P(DueOnes, D7_needs_go_although_an_offer_cannot_be_ended) {
    open_group(group(1, {.offer_hours = 1}));
    const auto needs = sealed(vault, id<EntryId>("c"), Needs{.hearing_loop = true});
    for (const char* name : {"a", "b"}) ASSERT_TRUE(signed_up(one(name)));
    auto in = one("c");
    in.needs = &needs;
    ASSERT_TRUE(signed_up(in));
    ASSERT_TRUE(cancel("c"));
    ASSERT_TRUE(cancel("a"));
    const auto stops = look(later(now, 60), 1);   // as when an activity is faulty: nothing after it is done
    EXPECT_EQ(stops.gone, 1);
    EXPECT_EQ(stops.offers, 0);
    EXPECT_EQ(look(later(now, 60)).offers, 1);
}
TEST_P(DueOnes, D5_the_link_is_gone_when_the_meeting_is_over) {
    open_group(group(2));
    const auto meeting = sealed_meeting(vault, randomness, "https://mote.prov.invalid/1");
    const auto has = [&] { return database().read([&](db::Reader& r) { return store::has_meeting(r, everything, *store::find_session(r, everything, id<SessionId>("first"))); }); };
    done([&](db::Transaction& tx) {
        store::keep_meeting(tx, vault, everything, *store::find_session(tx, everything, id<SessionId>("first")), meeting, now);
        return tx.execute(db::Sql{"test.answering", "INSERT INTO activities_answering (area, session, code, room, until_at) VALUES (?1, ?2, ?3, 5, ?4)"}, {area, id<SessionId>("first"), db::blob_of("code"), at("2026-12-04", "20:00").ms});
    });
    constexpr db::Sql all{"test.answerings", "SELECT count(*) FROM activities_answering"};
    const auto answerings = [&] { return database().read([&](db::Reader& r) { return r.one(all, {}, [](const db::Row& row) { return row.integer(0); }); }); };
    look(at("2026-12-01", "19:59"));
    EXPECT_TRUE(has());
    look(at("2026-12-01", "20:00"));
    EXPECT_FALSE(has());
    EXPECT_FALSE(database().read([&](db::Reader& r) { return vault.key(r, {meeting_key, meeting.id}).has_value(); }));
    EXPECT_EQ(answerings(), 1);
    look(at("2026-12-04", "20:00"));
    EXPECT_EQ(answerings(), 0) << "three days after";
}
}

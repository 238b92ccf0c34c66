#include "features/activities/plan/concerned.hpp"
#include "features/activities/plan/planning.hpp"
#include "features/activities/run/running.hpp"
#include "features/activities/sign_up/signing_for_tests.hpp"
#include "features/activities/plan/store_planning.hpp"
#include "features/activities/plan/week.hpp"
#include <gtest/gtest.h>
// Planning in the large, and what can be taken back.
using namespace activities_tests;

class Planning : public Signing {
protected:
    void planned_group(Terms terms = {}, State state = State::planned) {
        auto a = group(6, std::move(terms));
        a.state = state;
        ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(add_planned(tx, vault, anna, everything, now, a, {})); }));
    }
    static Occasion on(const char* name, const char* day, const ActivityId& of = id<ActivityId>("group")) { return {session(name, times(day, "18:00", "20:00"), of)}; }
    base::Result<int, Refusal> added(const std::vector<Occasion>& some, const ActivityId& to = id<ActivityId>("group")) {
        return done([&](db::Transaction& tx) { return add_sessions(tx, vault, anna, everything, now, to, some); });
    }
    Answer edited(const Activity& a) {
        return done([&](db::Transaction& tx) { return edit_activity(tx, anna, everything, now, a); });
    }
    Answer changed(const std::vector<SessionEdit>& edits) {
        return done([&](db::Transaction& tx) { return change_sessions(tx, vault, anna, everything, now, id<ActivityId>("group"), edits); });
    }
    std::optional<Change> latest() {
        return database().read([&](db::Reader& r) { return store::latest_change(r, everything, *store::find(r, everything, id<ActivityId>("group"))); });
    }
    base::Result<Did, Refusal> undone(const ActivityId& of = id<ActivityId>("group")) {
        return done([&](db::Transaction& tx) {
            const auto a = store::find(tx, everything, of);
            const auto last = store::latest_change(tx, everything, *a);
            return undo(tx, vault, anna, everything, now, of, last ? last->number : 0);
        });
    }
    std::vector<Session> sessions(const ActivityId& of = id<ActivityId>("group")) {
        return database().read([&](db::Reader& r) { return store::sessions(r, everything, of); });
    }
    Answer step_taken(Step s) {
        return done([&](db::Transaction& tx) { return take_step(tx, anna, everything, now, id<ActivityId>("group"), s); });
    }
    void opened_with(int signed_up_ones) {
        planned_group();
        ASSERT_TRUE(added({on("first", "2026-12-01"), on("second", "2026-12-08")}));
        ASSERT_TRUE(step_taken(Step::open));
        for (int i = 0; i < signed_up_ones; ++i) ASSERT_TRUE(signed_up(one("e" + std::to_string(i))));
    }
};
LOTSEN_ON_BOTH_DATABASES(Planning);

TEST_P(Planning, many_occasions_are_all_kept_or_none) {
    planned_group();
    EXPECT_EQ(*added({on("first", "2026-12-01"), on("second", "2026-12-08")}), 2);
    EXPECT_EQ(why(added({on("third", "2026-12-15"), on("past", "2026-11-01")})), Refusal::over);
    EXPECT_EQ(sessions().size(), 2u);
    auto linked = on("linked", "2026-12-15");
    linked.session.place = "Teams https://teams.microsoft.com/l/meetup-join/x";
    EXPECT_EQ(why(added({linked})), Refusal::place_unfit) << "D5: everybody reads where it is";
    EXPECT_EQ(why(added({})), Refusal::no_session);
    EXPECT_EQ(why(added({on("other", "2026-12-15", id<ActivityId>("another"))})), Refusal::unknown);
}
TEST_P(Planning, another_area_neither_sees_nor_plans_it) {
    planned_group();
    const auto theirs = planning_scope(bo, now);
    const auto answer = done([&](db::Transaction& tx) { return add_sessions(tx, vault, bo, theirs, now, id<ActivityId>("group"), {on("first", "2026-12-01")}); });
    EXPECT_EQ(why(answer), Refusal::unknown);
    EXPECT_TRUE(database().read([&](db::Reader& r) { return week(r, theirs, now)->all.empty(); }));
}
TEST_P(Planning, what_break_glass_opens_is_not_planned_in) {
    const Actor opened({.account = bo.account(), .assignments = bo.assignments(), .emergencies = {{area, later(now, 60)}}});
    EXPECT_TRUE(AreaScope::of(opened, team, now).holds(area)) << "it may be read";
    EXPECT_FALSE(planning_scope(opened, now).holds(area));
}

TEST_P(Planning, added_occasions_are_taken_back_with_their_seats) {
    auto talks = group(0);
    talks.kind = Kind::individual;
    ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(add_planned(tx, vault, anna, everything, now, talks, {})); }));
    ASSERT_TRUE(added({on("first", "2026-12-01"), on("second", "2026-12-08")}));
    EXPECT_EQ(*undone(), Did::sessions_added);
    EXPECT_TRUE(sessions().empty());
    EXPECT_EQ(database().read([](db::Reader& r) { return store::seats(r, area, id<SessionId>("first")); }), 0);
    EXPECT_EQ(latest()->did, Did::added);
    EXPECT_EQ(*undone(), Did::added);
    EXPECT_FALSE(database().read([](db::Reader& r) { return store::find(r, everything, id<ActivityId>("group")); }));
}
TEST_P(Planning, what_somebody_has_begun_to_write_in_is_not_taken_back) {
    ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(add_planned(tx, vault, anna, everything, now, group(6), {on("first", "2026-12-01")})); }));
    const auto with = words_with(vault, randomness);
    ASSERT_TRUE(done([&](db::Transaction& tx) { return keep_text(tx, with, anna, everything, now, {id<SessionId>("first"), What::plan, "Kaffe och två frågor."}, {}); }));
    EXPECT_EQ(why(undone()), Refusal::changed_since);
    EXPECT_EQ(sessions().size(), 1u);
}
TEST_P(Planning, occasions_somebody_has_booked_are_not_taken_back) {
    auto talks = group(0);
    talks.kind = Kind::individual;
    ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(add_planned(tx, vault, anna, everything, now, talks, {})); }));
    ASSERT_TRUE(added({on("first", "2026-12-01"), on("second", "2026-12-08")}));
    ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(change_state(tx, anna, everything, now, id<ActivityId>("group"), Step::open)); }));
    auto booking = one("e");
    booking.time = id<SessionId>("first");
    ASSERT_TRUE(signed_up(booking));
    EXPECT_EQ(why(undone()), Refusal::changed_since);
    EXPECT_EQ(sessions().size(), 2u);
}

TEST_P(Planning, an_edit_keeps_state_and_line_and_is_taken_back) {
    opened_with(0);
    auto a = activity();
    a.title = "Påhittad annan rubrik", a.terms.seats = 9, a.terms.minimum = 3;
    ASSERT_TRUE(edited(a));
    EXPECT_EQ(activity().state, State::open);
    EXPECT_EQ(wrong(), "");
    EXPECT_EQ(why(edited(a)), Refusal::not_changed);
    EXPECT_EQ(*undone(), Did::edited);
    EXPECT_EQ(activity().title, "Påhittad samtalsgrupp");
    EXPECT_EQ(activity().terms.seats, 6);
    EXPECT_EQ(wrong(), "");
}
TEST_P(Planning, what_decided_what_was_kept_stays_once_somebody_has_signed_up) {
    opened_with(1);
    auto a = activity();
    a.offer = "forelasningar";
    EXPECT_EQ(why(edited(a)), Refusal::signed_up_already);
    a = activity();
    a.for_whom = ForWhom::under_15;
    EXPECT_EQ(why(edited(a)), Refusal::signed_up_already);
    a = activity();
    a.title = "Påhittad rubrik", a.terms.minimum = 2;
    EXPECT_TRUE(edited(a));
}
TEST_P(Planning, more_seats_are_offered_at_once_and_then_it_is_too_late_to_undo) {
    opened_with(7);
    EXPECT_EQ(state("e6"), EntryState::waiting);
    auto a = activity();
    a.terms.seats = 5;
    EXPECT_EQ(why(edited(a)), Refusal::seats_taken);
    a.terms.seats = 7;
    ASSERT_EQ(edited(a)->notices.size(), 1u);
    EXPECT_EQ(state("e6"), EntryState::offered);
    EXPECT_EQ(latest()->bar, Bar::told);
    EXPECT_EQ(why(undone()), Refusal::people_told);
    EXPECT_EQ(wrong(), "");
}

TEST_P(Planning, a_first_room_is_nobodys_news_and_another_room_is_told_once) {
    opened_with(2);
    ASSERT_TRUE(added({on("bare", "2026-12-15")}));
    ASSERT_TRUE(changed({{.session = id<SessionId>("bare"), .way = Way::room, .place = "Påhittade salen"}}));
    const auto a = activity();
    const auto all = database().read([&](db::Reader& r) { return told_of(r, everything, a, {{.session = id<SessionId>("first"), .way = Way::room, .place = "Annan"}, {.session = id<SessionId>("second"), .way = Way::room, .place = "Annan"}}); });
    EXPECT_EQ(all.size(), 2u) << "each once";
    const auto told = changed({{.session = id<SessionId>("first"), .way = Way::room, .place = "Annan"}, {.session = id<SessionId>("second"), .times = times("2026-12-08", "17:00", "19:00")}});
    ASSERT_EQ(told->notices.size(), 2u);
    EXPECT_EQ(told->notices[0].news, News::moved);
    EXPECT_EQ(why(undone()), Refusal::people_told);
}
TEST_P(Planning, several_changes_are_all_made_or_none) {
    opened_with(0);
    EXPECT_EQ(why(changed({{.session = id<SessionId>("first"), .times = times("2026-12-02", "18:00", "20:00")}, {.session = id<SessionId>("second"), .times = times("2026-11-01", "18:00", "20:00")}})), Refusal::over);
    EXPECT_EQ(sessions()[0].times, times("2026-12-01", "18:00", "20:00"));
    EXPECT_EQ(why(changed({{.session = id<SessionId>("first"), .times = times("2026-12-01", "18:00", "20:00")}})), Refusal::not_changed);
    EXPECT_EQ(why(changed({{.session = id<SessionId>("nobodys")}})), Refusal::unknown);
}
TEST_P(Planning, a_moved_series_is_put_back_and_its_calendar_number_grows) {
    opened_with(0);
    const auto before = sessions();
    ASSERT_TRUE(changed({{.session = id<SessionId>("first"), .times = times("2026-12-01", "17:00", "19:00"), .way = Way::online}, {.session = id<SessionId>("second"), .times = times("2026-12-08", "17:00", "19:00")}}));
    EXPECT_EQ(*undone(), Did::sessions_changed);
    const auto after = sessions();
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(after[i].times, before[i].times);
        EXPECT_EQ(after[i].way, before[i].way);
        EXPECT_EQ(after[i].place, before[i].place);
        EXPECT_GT(after[i].changed, before[i].changed + 1) << "a calendar that has read the change must read this too";
    }
}
TEST_P(Planning, a_link_that_was_put_there_is_not_put_back) {
    opened_with(0);
    const auto link = sealed_meeting(vault, randomness, "https://mote.prov.invalid/1");
    ASSERT_TRUE(changed({{.session = id<SessionId>("first"), .way = Way::online, .meeting = &link}}));
    EXPECT_EQ(latest()->bar, Bar::link);
    EXPECT_EQ(why(undone()), Refusal::people_told);
    EXPECT_TRUE(database().read([&](db::Reader& r) { return store::has_meeting(r, everything, *store::find_session(r, everything, id<SessionId>("first"))); }));
}
TEST_P(Planning, what_was_changed_since_is_not_taken_back) {
    opened_with(0);
    ASSERT_TRUE(changed({{.session = id<SessionId>("first"), .times = times("2026-12-01", "17:00", "19:00")}}));
    ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(move_session(tx, anna, everything, now, id<SessionId>("first"), times("2026-12-02", "17:00", "19:00"))); }));
    EXPECT_EQ(why(undone()), Refusal::changed_since);
    EXPECT_EQ(sessions()[0].times.day(), *calendar::date_from("2026-12-02"));
}
TEST_P(Planning, an_occasion_with_nobody_is_removed_and_comes_back) {
    opened_with(0);
    const auto remove = [&](const char* name) { return done([&](db::Transaction& tx) { return remove_session(tx, vault, anna, everything, now, id<SessionId>(name)); }); };
    ASSERT_TRUE(remove("second"));
    EXPECT_EQ(sessions().size(), 1u);
    EXPECT_EQ(*undone(), Did::session_removed);
    EXPECT_EQ(sessions().size(), 2u);
    ASSERT_TRUE(signed_up(one("e")));
    EXPECT_EQ(why(remove("second")), Refusal::seats_taken) << "it is cancelled instead, so that she is told";
}

TEST_P(Planning, a_copy_has_days_of_its_own_and_nobody_from_before) {
    opened_with(3);
    auto copy = activity();
    copy.id = id<ActivityId>("copy"), copy.slug = "pahittad-kopia", copy.state = State::planned, copy.arrivals = 0;
    ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(add_planned(tx, vault, anna, everything, now, copy, {on("c1", "2027-01-12", copy.id), on("c2", "2027-01-19", copy.id)})); }));
    EXPECT_EQ(sessions(copy.id).size(), 2u);
    EXPECT_TRUE(database().read([&](db::Reader& r) { return store::entries(r, everything, copy).empty(); }));
    EXPECT_EQ(database().read([&](db::Reader& r) { return store::free_seats(r, area, copy.id); }), 6);
    EXPECT_EQ(*undone(copy.id), Did::added);
    EXPECT_TRUE(sessions(copy.id).empty());
    EXPECT_EQ(sessions().size(), 2u);
}
TEST_P(Planning, a_step_nobody_was_told_of_is_taken_back_until_somebody_signs_up) {
    opened_with(0);
    EXPECT_EQ(*undone(), Did::stepped);
    EXPECT_EQ(activity().state, State::planned);
    ASSERT_TRUE(step_taken(Step::open));
    ASSERT_TRUE(signed_up(one("e")));
    EXPECT_EQ(why(undone()), Refusal::changed_since);
    ASSERT_TRUE(step_taken(Step::call_off));
    EXPECT_EQ(why(undone()), Refusal::people_told);
}
TEST_P(Planning, a_step_is_shown_with_whom_it_tells_and_what_is_in_the_way) {
    opened_with(3);
    const auto [by, hindered, steps] = database().read([&](db::Reader& r) {
        const auto a = *store::find(r, everything, id<ActivityId>("group"));
        return std::tuple(by_way(r, everything, now, concerned(r, everything, a, Step::call_off)), hinders(r, everything, now, a, Step::hand_over), steps_from(a));
    });
    EXPECT_EQ(by, (ByWay{.at_place = 3})) << "we know nobody's name here";
    EXPECT_EQ(hindered, Refusal::not_from_here);
    EXPECT_EQ(steps, (std::vector{Step::start, Step::call_off}));
}
TEST_P(Planning, the_ways_are_those_each_has_said_yes_to) {
    opened_with(0);
    const auto come = [&](const char* name, const people::SafeContact& safe) {
        const auto p = person("Påhittad Person");
        auto in = one(name);
        in.newly = {&p};
        ASSERT_TRUE(signed_up(in, now, by_name()));
        ASSERT_TRUE(done([&](db::Transaction& tx) { return people::set_safe_contact(tx, vault, anna, everything, now, p.id, *people::checked(safe)); }));
    };
    come("by-sms", {.may_sms = true});
    come("by-call", {.may_call = true});
    come("by-none", {});
    const auto by = database().read([&](db::Reader& r) { return by_way(r, everything, now, concerned(r, everything, *store::find(r, everything, id<ActivityId>("group")), Step::call_off)); });
    EXPECT_EQ(by, (ByWay{.sms = 1, .call = 1, .at_place = 1}));
    const auto told = step_taken(Step::call_off);
    std::map<std::optional<outbox::Channel>, int> really;
    for (const auto& n : told->notices) ++really[n.by];
    EXPECT_EQ(really, (std::map<std::optional<outbox::Channel>, int>{{std::nullopt, 1}, {outbox::Channel::sms, 1}, {outbox::Channel::call, 1}})) << "the preview said what was done";
}

TEST_P(Planning, the_week_says_what_is_missing_and_who_waits) {
    opened_with(7);
    ASSERT_TRUE(added({{session("bare", times("2026-12-15", "18:00", "20:00"))}}));
    auto bare = session("today", times("2026-11-22", "18:00", "20:00"));
    bare.place = "";
    ASSERT_TRUE(added({{bare}}));
    const auto [today, lacks, waits] = database().read([&](db::Reader& r) {
        const auto w = week(r, everything, now);
        return std::tuple(w->today.size(), w->lacks.empty() ? std::size_t(0) : w->lacks[0]->lacking.size(), w->waits.empty() ? 0 : w->waits[0]->waiting);
    });
    EXPECT_EQ(today, 1u);
    EXPECT_EQ(lacks, 1u) << "only the one without a room";
    EXPECT_EQ(waits, 1);
}
TEST_P(Planning, too_few_before_the_stop_day_and_enough_interest_are_said) {
    planned_group({.minimum = 4, .stop_day = calendar::date_from("2026-11-30")});
    ASSERT_TRUE(added({on("first", "2026-12-08")}));
    ASSERT_TRUE(step_taken(Step::open));
    auto wish = group(6, {.wanted = 2});
    wish.id = id<ActivityId>("wish"), wish.slug = "pahittad-onskan", wish.state = State::interest;
    ASSERT_TRUE(done([&](db::Transaction& tx) { return static_cast<bool>(add_planned(tx, vault, anna, everything, now, wish, {})); }));
    const auto at_a_glance = [&] {
        return database().read([&](db::Reader& r) {
            const auto w = week(r, everything, now);
            return std::pair(w->fills_slowly.size(), w->enough.size());
        });
    };
    EXPECT_EQ(at_a_glance(), (std::pair<std::size_t, std::size_t>(1, 0)));
    ASSERT_TRUE(signed_up(one("w1", 1, wish.id)));
    ASSERT_TRUE(signed_up(one("w2", 1, wish.id)));
    for (int i = 0; i < 4; ++i) ASSERT_TRUE(signed_up(one("e" + std::to_string(i))));
    EXPECT_EQ(at_a_glance(), (std::pair<std::size_t, std::size_t>(0, 1)));
}

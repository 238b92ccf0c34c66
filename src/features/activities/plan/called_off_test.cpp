#include "features/activities/show/agenda.hpp"
#include "features/activities/desk_for_tests.hpp"
#include "features/activities/plan/planning.hpp"
#include "features/activities/plan/store_planning.hpp"
// What is called off is gone from the pages, and cancelled in the calendars that hold it.

namespace {
using namespace activities_tests;

class CalledOff : public Desk {
protected:
    Answer step(Step s, base::Instant when = now) {
        return done([&](db::Transaction& tx) { return take_step(tx, anna, everything, when, id<ActivityId>("group"), s); });
    }
    Listing listed() {
        return database().read([&](db::Reader& r) { return listing(r, now); });
    }
    int taking_place() {
        const auto all = database().read([&](db::Reader& r) { return store::sessions(r, everything, id<ActivityId>("group")); });
        return static_cast<int>(std::count_if(all.begin(), all.end(), [](const Session& s) { return s.takes_place(); }));
    }
};
LOTSEN_ON_BOTH_DATABASES(CalledOff);

TEST_P(CalledOff, stands_in_calendars_as_cancelled_and_on_no_page) {
    open_group(group(2));
    ASSERT_TRUE(done([&](db::Transaction& tx) { return cancel_session(tx, anna, everything, now, id<SessionId>("first")); }));
    const auto before = listed().find("pahittad-grupp")->sessions;
    ASSERT_TRUE(step(Step::call_off));
    const auto after = listed();
    EXPECT_EQ(after.find("pahittad-grupp"), nullptr);
    const auto* one = after.find_for_calendar("pahittad-grupp");
    ASSERT_TRUE(one);
    ASSERT_EQ(one->sessions.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) EXPECT_FALSE(one->sessions[i].takes_place());
    EXPECT_EQ(one->sessions[0].changed, before[0].changed) << "it was cancelled already";
    EXPECT_GT(one->sessions[1].changed, before[1].changed) << "a calendar must see that it has changed";
}
TEST_P(CalledOff, was_never_shown_is_not_shown_then) {
    ASSERT_TRUE(done([&](db::Transaction& tx) { return add_activity(tx, anna, everything, now, group(2)) && add_session(tx, anna, everything, now, session("first", times("2026-12-01", "18:00", "20:00"))); }));
    ASSERT_TRUE(step(Step::call_off));
    EXPECT_EQ(listed().find_for_calendar("pahittad-grupp"), nullptr);
}
TEST_P(CalledOff, and_held_is_not_called_off) {
    open_group(group(2, {.minimum = 1}));
    ASSERT_TRUE(signed_up(one("a")));
    ASSERT_TRUE(step(Step::start) && step(Step::close_held));
    EXPECT_EQ(listed().find_for_calendar("pahittad-grupp"), nullptr);
    EXPECT_EQ(taking_place(), 2);
}
TEST_P(CalledOff, and_taken_back_takes_place_but_not_what_was_cancelled_before) {
    open_group(group(2));
    ASSERT_TRUE(done([&](db::Transaction& tx) { return cancel_session(tx, anna, everything, now, id<SessionId>("first")); }));
    ASSERT_TRUE(step(Step::call_off, later(now, 1)));
    EXPECT_EQ(taking_place(), 0);
    ASSERT_TRUE(done([&](db::Transaction& tx) {
        const auto change = store::latest_change(tx, everything, *store::find(tx, everything, id<ActivityId>("group")));
        return undo(tx, vault, anna, everything, later(now, 2), id<ActivityId>("group"), change ? change->number : 0);
    }));
    EXPECT_EQ(taking_place(), 1);
    EXPECT_EQ(activity().state, State::open);
}
}

#include "features/activities/activity.hpp"
#include <gtest/gtest.h>

namespace {
using namespace activities;
template <class AnId> AnId id(char c) { return *AnId::from(std::string(22, c)); }
constexpr base::Instant now{1795305600000};

Activity sound() {
    return {.id = id<ActivityId>('a'), .area = id<AreaId>('o'), .unit = id<UnitId>('u'), .slug = "kvallsgrupp", .offer = "samtalsgrupp", .kind = Kind::group, .title = "Påhittad kvällsgrupp", .neutral_title = "Träff på kvällen",
            .state = State::interest, .terms = {.wanted = 5, .minimum = 4, .seats = 8, .stop_day = calendar::date_from("2026-12-01")}, .made_at = now, .made_by = id<AccountId>('m'), .changed_at = now};
}
Activity in(State state) {
    auto a = sound();
    a.state = state;
    return a;
}
std::optional<LifeRefusal> why(const Changed& change) { return change ? std::nullopt : std::optional(change.refusal()); }

TEST(Life, goes_from_interest_to_those_who_go_on_by_themselves) {
    auto a = sound();
    a = *enough(a, 5, now);
    EXPECT_EQ(a.state, State::threshold);
    a = *planned(a, now);
    a = *opened(a, 6, now);
    EXPECT_TRUE(takes_sign_ups(a));
    a = *started(a, 4, now);
    a = *handed_over(a, now);
    a = *closed(a, EndedAs::held, now);
    EXPECT_EQ(a.state, State::closed);
    EXPECT_EQ(a.ended_as, EndedAs::held);
    EXPECT_EQ(a.changed, 6);
}
TEST(Life, takes_no_step_out_of_order) {
    const auto table = [](State from) {
        const auto a = in(from);
        const std::array<bool, 7> may{bool(enough(a, 9, now)),   bool(planned(a, now)),                 bool(opened(a, 1, now)),
                                      bool(started(a, 9, now)),  bool(handed_over(a, now)),             bool(closed(a, EndedAs::held, now)),
                                      bool(closed(a, EndedAs::called_off, now))};
        std::string out;
        for (const bool yes : may) out += yes ? 'x' : '.';
        return out;
    };
    //                             enough planned opened started handed held called_off
    EXPECT_EQ(table(State::interest), "xx....x");
    EXPECT_EQ(table(State::threshold), ".x....x");
    EXPECT_EQ(table(State::planned), "..x...x");
    EXPECT_EQ(table(State::open), "...x..x");
    EXPECT_EQ(table(State::running), "....xxx");
    EXPECT_EQ(table(State::self_led), ".....xx");
    EXPECT_EQ(table(State::closed), ".......");
}
TEST(Life, says_why_a_step_is_refused) {
    EXPECT_EQ(why(enough(sound(), 4, now)), LifeRefusal::too_few);
    EXPECT_EQ(why(opened(in(State::planned), 0, now)), LifeRefusal::no_session);
    EXPECT_EQ(why(started(in(State::open), 3, now)), LifeRefusal::too_few);
    auto lecture = in(State::running);
    lecture.kind = Kind::lecture;
    EXPECT_EQ(why(handed_over(lecture, now)), LifeRefusal::not_alone);
    EXPECT_EQ(why(closed(in(State::open), EndedAs::held, now)), LifeRefusal::not_from_here);
}
TEST(Life, falls_short_the_day_after_the_stop_day_only) {
    const auto a = in(State::open);
    EXPECT_FALSE(falls_short(a, 3, *calendar::date_from("2026-12-01")));
    EXPECT_TRUE(falls_short(a, 3, *calendar::date_from("2026-12-02")));
    EXPECT_FALSE(falls_short(a, 4, *calendar::date_from("2026-12-02")));
    EXPECT_FALSE(falls_short(in(State::running), 3, *calendar::date_from("2026-12-02")));
}
TEST(SignUps, are_taken_while_open_and_in_a_running_series_but_never_by_a_drop_in) {
    for (const auto state : states) EXPECT_EQ(takes_sign_ups(in(state)), state == State::open || state == State::running) << key(state);
    auto lecture = in(State::running), drop_in = in(State::open);
    lecture.kind = Kind::lecture;
    drop_in.kind = Kind::drop_in;
    EXPECT_FALSE(takes_sign_ups(lecture));
    EXPECT_FALSE(takes_sign_ups(drop_in));
}
TEST(Title, that_others_may_see_is_the_neutral_one_of_a_sensitive_group) {
    auto a = sound();
    EXPECT_EQ(discreet_title(a), "Påhittad kvällsgrupp");
    a.sensitive = true;
    EXPECT_EQ(discreet_title(a), "Träff på kvällen");
}
TEST(Faults, are_all_told_at_once) {
    EXPECT_TRUE(faults(sound()).empty());
    auto a = sound();
    a.title = "  ";
    a.sensitive = true;
    a.neutral_title = a.title;
    a.slug = "Med Stora";
    a.offer = "";
    a.partner = "x";
    a.terms = {.wanted = 0, .minimum = 9, .seats = 0, .offer_hours = 0, .preferred = Preferred::newcomers, .preferred_why = ""};
    EXPECT_EQ(faults(a), (std::vector{Fault::title, Fault::neutral_title, Fault::slug, Fault::offer, Fault::partner, Fault::seats, Fault::minimum, Fault::wanted, Fault::offer_hours, Fault::preferred_why}));
}
TEST(Faults, of_a_sensitive_group_whose_neutral_title_is_its_own) {
    auto a = sound();
    a.sensitive = true;
    a.neutral_title = a.title;
    EXPECT_EQ(faults(a), std::vector{Fault::neutral_title});
}
TEST(Faults, of_seats_where_nobody_signs_up_for_any) {
    auto a = sound();
    a.kind = Kind::drop_in;
    a.terms.minimum = 0;
    EXPECT_EQ(faults(a), std::vector{Fault::seats});
    a.terms.seats = 0;
    EXPECT_TRUE(faults(a).empty());
}
TEST(Keys, of_the_database_are_read_back) {
    for (const auto v : kinds) EXPECT_EQ(kind_from(key(v)), v);
    for (const auto v : for_whoms) EXPECT_EQ(for_whom_from(key(v)), v);
    for (const auto v : states) EXPECT_EQ(state_from(key(v)), v);
    EXPECT_EQ(kind_from("cafe"), std::nullopt);
    EXPECT_EQ(preferred_from("new"), Preferred::newcomers);
}
}

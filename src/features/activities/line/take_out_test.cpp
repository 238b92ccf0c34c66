#include "features/activities/desk_for_tests.hpp"
#include "features/activities/plan/concerned.hpp"
#include "features/activities/line/taken_out.hpp"
// Somebody is taken away by a member of the staff, and back again: no seat is lost or doubled, and the line is as it was.
using namespace activities_tests;

namespace {
class TakingOut : public Desk {
protected:
    Answer out(std::vector<const char*> who, std::optional<WhyOut> why = WhyOut::stopped, base::Instant when = now, const Actor& by = anna) {
        Several in{.activity = id<ActivityId>("group"), .who = {}};
        for (const auto* name : who) in.who.push_back(id<EntryId>(name));
        return done([&](db::Transaction& tx) { return take_out(tx, by, scope_of(by), when, in, why); });
    }
    Answer back(base::Instant taken_at = now, base::Instant when = later(now, 5)) {
        return done([&](db::Transaction& tx) { return put_back(tx, anna, everything, when, id<ActivityId>("group"), taken_at); });
    }
};
LOTSEN_ON_BOTH_DATABASES(TakingOut);

TEST_P(TakingOut, needs_a_reason_and_takes_all_or_nobody) {
    open_group(group(2, {.offering = Offering::by_hand}));
    for (const char* name : {"ett", "tva", "tre"}) ASSERT_TRUE(signed_up(one(name)));
    EXPECT_EQ(why(out({"ett"}, std::nullopt)), Refusal::reason_missing);
    EXPECT_EQ(why(out({"ett", "nobody"})), Refusal::unknown);
    EXPECT_EQ(why(out({"ett"}, WhyOut::asked, now, bo)), Refusal::unknown) << "another area's";
    EXPECT_EQ(why(out({})), Refusal::unknown);
    EXPECT_EQ(state("ett"), EntryState::placed);
    ASSERT_TRUE(out({"ett", "tre"}));
    EXPECT_EQ(why(out({"tva", "tre"})), Refusal::changed_since) << "she is gone already";
    EXPECT_EQ(state("tva"), EntryState::placed);
    EXPECT_EQ(wrong(), "");
}
TEST_P(TakingOut, offers_nobody_a_seat_who_is_on_the_way_out_and_takes_no_offer_back) {
    open_group(group(1));
    for (const char* name : {"ett", "tva", "tre"}) ASSERT_TRUE(signed_up(one(name)));
    const auto told = out({"ett", "tva"});
    ASSERT_TRUE(told);
    ASSERT_EQ(told->notices.size(), 1u) << "nobody hears of a seat on the way out";
    EXPECT_EQ(told->notices[0].entry, id<EntryId>("tre"));
    EXPECT_EQ(state("tva"), EntryState::left);
    EXPECT_EQ(state("tre"), EntryState::offered);
    EXPECT_EQ(why(out({"tre"})), Refusal::changed_since) << "an offer stands";
    EXPECT_EQ(why(back()), Refusal::seat_gone);
    EXPECT_EQ(state("ett"), EntryState::left);
    EXPECT_EQ(wrong(), "");
}
TEST_P(TakingOut, is_taken_back_to_the_very_place) {
    open_group(group(1, {.offering = Offering::by_hand}));
    for (const char* name : {"ett", "tva", "tre"}) ASSERT_TRUE(signed_up(one(name)));
    ASSERT_TRUE(out({"ett", "tva"}));
    ASSERT_TRUE(back());
    EXPECT_EQ(state("ett"), EntryState::placed);
    EXPECT_EQ(state("tva"), EntryState::waiting);
    EXPECT_TRUE(before(entry("tva"), entry("tre")));
    EXPECT_EQ(wrong(), "");
    EXPECT_EQ(why(back()), Refusal::changed_since) << "once";
    ASSERT_TRUE(out({"tre"}, WhyOut::mistake, later(now, 10)));
    EXPECT_EQ(why(back(later(now, 10), later(now, 11 + 24 * 60))), Refusal::changed_since) << "a day has gone";
    EXPECT_EQ(state("tre"), EntryState::left);
}
TEST_P(TakingOut, from_the_list_of_interest_leads_into_the_line_once_it_has_opened) {
    auto a = group(2);
    a.state = State::interest, a.terms.wanted = 9;
    open_group(a);
    ASSERT_TRUE(signed_up(one("ett")));
    ASSERT_TRUE(out({"ett"}));
    ASSERT_TRUE(back());
    EXPECT_EQ(state("ett"), EntryState::interested);
    ASSERT_TRUE(out({"ett"}, WhyOut::asked, later(now, 1)));
    for (const auto step : {Step::plan, Step::open}) ASSERT_TRUE(done([&](db::Transaction& tx) { return change_state(tx, anna, everything, later(now, 2), a.id, step); }));
    ASSERT_TRUE(back(later(now, 1)));
    EXPECT_EQ(state("ett"), EntryState::offered) << "two seats are free, and nobody else waits";
    EXPECT_EQ(wrong(), "");
}
TEST_P(TakingOut, two_whom_nobody_can_reach_are_two) {
    open_group(group(3));
    ASSERT_TRUE(signed_up(one("par", 2)));
    EXPECT_EQ(database().read([&](db::Reader& r) { return by_way(r, everything, now, {*store::find_entry(r, everything, id<EntryId>("par"))}); }), (ByWay{.at_place = 2}));
}
TEST_P(TakingOut, and_offering_several_are_for_what_takes_sign_ups) {
    auto a = group(2, {.offering = Offering::by_hand});
    a.state = State::interest, a.terms.wanted = 9;
    open_group(a);
    ASSERT_TRUE(signed_up(one("ett")));
    EXPECT_EQ(why(done([&](db::Transaction& tx) { return offer_places(tx, anna, everything, now, {a.id, {id<EntryId>("ett")}}, std::nullopt); })), Refusal::not_open);
    EXPECT_EQ(why(done([&](db::Transaction& tx) { return offer_places(tx, bo, scope_of(bo), now, {a.id, {id<EntryId>("ett")}}, std::nullopt); })), Refusal::unknown) << "another area's";
    EXPECT_EQ(state("ett"), EntryState::interested);
}
TEST_P(TakingOut, of_somebody_says_why_and_by_whom) {
    open_group(group(1, {.offering = Offering::by_hand}));
    ASSERT_TRUE(signed_up(one("ett")));
    ASSERT_TRUE(out({"ett"}, WhyOut::twice));
    const auto kept = database().read([&](db::Reader& r) { return store::taken_out(r, everything, *store::find(r, everything, id<ActivityId>("group")), now); });
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].why, WhyOut::twice);
    EXPECT_EQ(kept[0].was, EntryState::placed);
    EXPECT_EQ(kept[0].account, anna.account().text());
    ASSERT_TRUE(signed_up(one("tva")) && signed_up(one("tre")) && signed_up(one("fyra")));
    ASSERT_TRUE(out({"fyra", "tre"}, WhyOut::asked, later(now, 3)));
    std::string in_order;
    for (const auto& t : database().read([&](db::Reader& r) { return store::taken_out(r, everything, *store::find(r, everything, id<ActivityId>("group")), now); })) in_order += std::string(t.entry.text().substr(0, t.entry.text().find('-'))) + " ";
    EXPECT_EQ(in_order, "tre fyra ett ") << "the latest act first, and each in the order of the line";
    EXPECT_TRUE(database().read([&](db::Reader& r) { return store::taken_out(r, everything, *store::find(r, everything, id<ActivityId>("group")), later(now, 4)); }).empty());
}
}

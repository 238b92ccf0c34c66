#include "features/activities/line/queue.hpp"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <algorithm>
// Who is next. A store that keeps the answers is tried in line_test.cpp.

namespace {
using namespace activities;
using queue::picks;
using queue::Why;

EntryId entry_id(int n) {
    auto text = std::to_string(n);
    text.resize(22, '-');
    return *EntryId::from(text);
}
Entry waiting(int n, int size = 1, std::int64_t arrived = 0, std::optional<Been> been = {}, bool not_reached = false) {
    return {.id = entry_id(n), .area = *AreaId::from(std::string(22, 'a')), .activity = *ActivityId::from(std::string(22, 'b')), .slot = "x", .size = size, .arrived_at = {arrived ? arrived : n}, .position = n,
            .been_before = been, .not_reached = not_reached, .made_at = {1}};
}
std::string said(const std::vector<queue::Pick>& all) {
    std::string out;
    for (const auto& p : all) out += (out.empty() ? "" : " ") + std::string(p.id.text().substr(0, p.id.text().find('-'))) + ":" + std::string(queue::key(p.why));
    return out;
}
constexpr auto newcomer = Been::newcomer, returning = Been::returning;

TEST(Arrival, gets_a_seat_only_when_nobody_waits) {
    EXPECT_EQ(queue::arrival(1, 1, false), EntryState::placed);
    EXPECT_EQ(queue::arrival(2, 1, false), EntryState::waiting);
    EXPECT_EQ(queue::arrival(1, 1, true), EntryState::waiting);
    EXPECT_EQ(queue::arrival(1, 0, false), EntryState::waiting);
}
TEST(Picks, are_made_in_the_order_of_arrival_and_then_of_position) {
    EXPECT_EQ(said(picks({waiting(3), waiting(1), waiting(2)}, 2, {})), "1:in_turn 2:in_turn");
    // The third called before the others wrote.
    EXPECT_EQ(said(picks({waiting(1, 1, 50), waiting(2, 1, 50), waiting(3, 1, 20)}, 2, {})), "3:in_turn 1:in_turn");
    EXPECT_EQ(said(picks({}, 2, {})), "");
    EXPECT_EQ(said(picks({waiting(1)}, 0, {})), "");
}
TEST(Picks, never_split_two_and_the_line_waits_for_them) {
    EXPECT_EQ(said(picks({waiting(1, 2), waiting(2)}, 1, {})), "");
    EXPECT_EQ(said(picks({waiting(1, 2), waiting(2)}, 2, {})), "1:in_turn");
    EXPECT_EQ(said(picks({waiting(1), waiting(2, 2), waiting(3)}, 2, {})), "1:in_turn");
}
TEST(Picks, pass_two_where_the_municipality_has_said_so_and_say_it) {
    const Terms terms{.two = Two::next_who_fits};
    EXPECT_EQ(said(picks({waiting(1, 2), waiting(2), waiting(3)}, 1, terms)), "2:two_do_not_fit");
    EXPECT_EQ(said(picks({waiting(1, 2), waiting(2), waiting(3)}, 3, terms)), "1:in_turn 2:in_turn");
    EXPECT_EQ(said(picks({waiting(1, 2), waiting(2, 2)}, 1, terms)), "");
}
TEST(Picks, follow_the_rule_and_say_it_when_it_puts_somebody_before_others) {
    const Terms terms{.preferred = Preferred::newcomers};
    EXPECT_EQ(said(picks({waiting(1, 1, 1, returning), waiting(2, 1, 2, newcomer), waiting(3)}, 2, terms)), "2:rule_new 1:in_turn");
    EXPECT_EQ(said(picks({waiting(1, 1, 1, newcomer), waiting(2)}, 2, terms)), "1:in_turn 2:in_turn");
    EXPECT_EQ(said(picks({waiting(1), waiting(2, 1, 2, {}, true)}, 1, {.preferred = Preferred::not_reached})), "2:rule_not_reached");
}
TEST(Chosen, by_hand_needs_a_reason_only_when_others_came_before) {
    const std::vector<Entry> line{waiting(1), waiting(2, 2), waiting(3)};
    EXPECT_EQ(queue::chosen(line, 1, {}, entry_id(1), {})->why, Why::in_turn);
    EXPECT_EQ(queue::chosen(line, 1, {}, entry_id(3), {}).refusal(), queue::Refusal::reason_missing);
    EXPECT_EQ(queue::chosen(line, 1, {}, entry_id(3), Why::in_turn).refusal(), queue::Refusal::reason_missing);
    EXPECT_EQ(queue::chosen(line, 1, {}, entry_id(3), Why::urgent)->why, Why::urgent);
    EXPECT_EQ(queue::chosen(line, 1, {}, entry_id(2), Why::urgent).refusal(), queue::Refusal::no_seat);
    EXPECT_EQ(queue::chosen(line, 0, {}, entry_id(1), {}).refusal(), queue::Refusal::no_seat);
    EXPECT_EQ(queue::chosen(line, 1, {}, entry_id(9), Why::urgent).refusal(), queue::Refusal::not_waiting);
}
TEST(Offer, ends_before_the_next_occasion_begins) {
    constexpr std::int64_t hour = 3'600'000;
    EXPECT_EQ(queue::offer_ends({0}, 48, base::Instant{100 * hour}), base::Instant{48 * hour});
    EXPECT_EQ(queue::offer_ends({0}, 48, base::Instant{10 * hour}), base::Instant{10 * hour});
    EXPECT_EQ(queue::offer_ends({5}, 48, base::Instant{5}), std::nullopt);
    EXPECT_EQ(queue::offer_ends({5}, 48, {}), std::nullopt);
}
TEST(Entries, change_only_as_they_may) {
    const auto table = [](EntryState state) {
        auto e = waiting(1);
        e.state = state;
        if (state == EntryState::offered) e.offer_until = base::Instant{100};
        std::string out;
        for (const bool may : {bool(put_in_line(e)), bool(seated(e)), bool(offered(e, {100})), bool(accepted(e, {99})), bool(accepted(e, {100})), bool(declined(e, {99})), bool(lapsed(e, {99})), bool(lapsed(e, {100})), bool(left(e, {99})), bool(called_off(e, {99}))})
            out += may ? 'x' : '.';
        return out;
    };
    //                                       line seat offer accept late decline early lapse leave off
    EXPECT_EQ(table(EntryState::interested), "x.......xx");
    EXPECT_EQ(table(EntryState::waiting), ".xx.....xx");
    EXPECT_EQ(table(EntryState::offered), "...x.x.xxx");
    EXPECT_EQ(table(EntryState::placed), "........xx");
    for (const auto over : {EntryState::declined, EntryState::lapsed, EntryState::left, EntryState::called_off}) EXPECT_EQ(table(over), "..........") << key(over);
    for (const auto state : entry_states) EXPECT_EQ(entry_state_from(key(state)), state);
}

struct Case {
    std::vector<Entry> line;
    int free;
    Terms terms;
};
Case any_case() {
    Case out{.free = *rc::gen::inRange(0, 8)};
    const int count = *rc::gen::inRange(0, 12);
    for (int n = 1; n <= count; ++n)
        out.line.push_back(waiting(n, *rc::gen::inRange(1, 3), *rc::gen::inRange<std::int64_t>(1, 6), *rc::gen::element<std::optional<Been>>(std::nullopt, newcomer, returning), *rc::gen::arbitrary<bool>()));
    out.terms.two = *rc::gen::element(Two::wait, Two::next_who_fits);
    out.terms.preferred = *rc::gen::element(Preferred::nobody, Preferred::newcomers, Preferred::not_reached);
    return out;
}
const Entry& of(const Case& c, const EntryId& id) {
    return *std::find_if(c.line.begin(), c.line.end(), [&](const Entry& e) { return e.id == id; });
}
RC_GTEST_PROP(AnyLine, never_gives_more_seats_than_there_are_nor_one_twice, ()) {
    const auto c = any_case();
    int given = 0;
    std::vector<EntryId> seen;
    for (const auto& p : picks(c.line, c.free, c.terms)) {
        RC_ASSERT(p.size == of(c, p.id).size);
        RC_ASSERT(std::find(seen.begin(), seen.end(), p.id) == seen.end());
        seen.push_back(p.id);
        given += p.size;
    }
    RC_ASSERT(given <= c.free);
}
RC_GTEST_PROP(AnyLine, keeps_the_order_and_names_every_exception_from_it, ()) {
    auto c = any_case();
    for (const auto& p : picks(c.line, c.free, c.terms)) {
        const auto one = of(c, p.id);
        const bool passes = std::any_of(c.line.begin(), c.line.end(), [&](const Entry& e) { return before(e, one); });
        RC_ASSERT(passes == (p.why != Why::in_turn));
        if (c.terms.two == Two::wait && c.terms.preferred == Preferred::nobody) RC_ASSERT(!passes);
        std::erase_if(c.line, [&](const Entry& e) { return e.id == p.id; });
    }
}
RC_GTEST_PROP(AnyLine, leaves_no_seat_that_the_next_could_have, ()) {
    auto c = any_case();
    for (const auto& p : picks(c.line, c.free, c.terms)) {
        c.free -= p.size;
        std::erase_if(c.line, [&](const Entry& e) { return e.id == p.id; });
    }
    RC_ASSERT(picks(c.line, c.free, c.terms).empty());
    if (c.terms.two == Two::next_who_fits) RC_ASSERT(std::none_of(c.line.begin(), c.line.end(), [&](const Entry& e) { return e.size <= c.free; }));
}

// ---- several by hand
std::string chosen_of(const std::vector<Entry>& line, int free, const std::vector<int>& who, std::optional<Why> reason, const Terms& terms = {}) {
    std::vector<EntryId> ids;
    for (const int n : who) ids.push_back(entry_id(n));
    const auto all = queue::chosen(line, free, terms, ids, reason);
    if (all) return said(*all);
    return all.refusal() == queue::Refusal::no_seat ? "no_seat" : all.refusal() == queue::Refusal::not_waiting ? "not_waiting" : "reason_missing";
}
TEST(Several, are_offered_seats_in_turn_whatever_order_they_are_ticked_in) {
    EXPECT_EQ(chosen_of({waiting(1), waiting(2), waiting(3)}, 2, {2, 1}, std::nullopt), "1:in_turn 2:in_turn");
    EXPECT_EQ(chosen_of({waiting(1), waiting(2), waiting(3)}, 3, {3, 1}, std::nullopt), "reason_missing") << "two still waits";
    EXPECT_EQ(chosen_of({waiting(1), waiting(2), waiting(3)}, 3, {3, 1}, Why::urgent), "1:in_turn 3:urgent");
    EXPECT_EQ(chosen_of({waiting(1, 2), waiting(2)}, 2, {1, 2}, Why::urgent), "no_seat") << "all or nobody";
    EXPECT_EQ(chosen_of({waiting(1)}, 2, {1, 7}, Why::urgent), "not_waiting");
    const Terms rule{.preferred = Preferred::newcomers, .preferred_why = "x"};
    EXPECT_EQ(chosen_of({waiting(1), waiting(2, 1, 0, newcomer)}, 2, {1, 2}, std::nullopt, rule), "2:rule_new 1:in_turn");
}
}

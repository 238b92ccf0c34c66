#include "features/activities/after_restore.hpp"
#include "features/activities/due.hpp"
#include "features/activities/line/taken_out.hpp"
#include "features/activities/share/share.hpp"
#include "features/activities/sign_up/signing_for_tests.hpp"
#include "features/activities/share/store_shares.hpp"
#include <thread>
// Seats lent to others: nobody else can take them, and none is lost on the way back (feature D12).

namespace {
using namespace activities_tests;
using enum EntryState;

class Shares : public Signing {
protected:
    Answer lend(int seats, const char* to = "Påhittade kommunen", base::Instant until = at("2026-11-30", "00:00"), const Actor& who = anna) {
        const Share share{.id = id<ShareId>("share"), .area = area, .activity = id<ActivityId>("group"), .receiver = to, .hash = hash_of_share_code(vault, code_of_share(vault, id<ShareId>("share"))), .made_at = now,
                          .made_by = who.account(), .until = until};
        return done([&](db::Transaction& tx) { return share_seats(tx, who, scope_of(who), now, share, seats); });
    }
    Answer fill(const std::string& name, const decisions::SignUpPermit& permit = counting(), const SealedText* called = nullptr, base::Instant when = now) {
        const Filling in{.id = id<EntryId>(name), .share = id<ShareId>("share"), .form = "form of " + name, .alias = called};
        return done([&](db::Transaction& tx) { return fill_seat(tx, visitor, everything, when, permit, in); });
    }
    Answer back(int seats) {
        return done([&](db::Transaction& tx) { return give_back(tx, visitor, everything, now, id<ShareId>("share"), seats); });
    }
    Answer end() {
        return done([&](db::Transaction& tx) { return end_share(tx, anna, everything, now, id<ShareId>("share")); });
    }
    int free_of(std::string_view slot) {
        return database().read([&](db::Reader& r) { return store::free_seats(r, area, slot); });
    }
    int own() { return free_of(id<ActivityId>("group").text()); }
    int lent() { return free_of(id<ShareId>("share").text()); }
    std::size_t here() {
        return database().read([&](db::Reader& r) { return store::entries_of(r, everything, *store::find_share(r, everything, id<ShareId>("share"))).size(); });
    }
};
LOTSEN_ON_BOTH_DATABASES(Shares);

TEST_P(Shares, are_taken_by_who_has_the_code_and_by_nobody_else) {
    open_group(group(3));
    ASSERT_TRUE(lend(2));
    ASSERT_TRUE(signed_up(one("a")));
    EXPECT_EQ(signed_up(one("b"))->entry.state, waiting) << "two seats are free, and are not hers";
    ASSERT_TRUE(fill("x"));
    ASSERT_TRUE(fill("x")) << "the same form";
    ASSERT_TRUE(fill("y"));
    EXPECT_EQ(why(fill("z")), Refusal::no_seat);
    EXPECT_EQ(here(), 2U);
    EXPECT_EQ(state("x"), placed);
    EXPECT_EQ(entry("x").slot, id<ActivityId>("group").text()) << "she comes to the activity as the others do";
}
TEST_P(Shares, are_lent_out_of_free_ones_while_nobody_waits) {
    open_group(group(2));
    EXPECT_EQ(why(lend(3)), Refusal::no_seat);
    EXPECT_EQ(why(lend(0)), Refusal::faulty);
    EXPECT_EQ(why(lend(1, " ")), Refusal::faulty);
    EXPECT_EQ(why(lend(1, "Påhittade kommunen", now)), Refusal::over);
    EXPECT_EQ(why(lend(1, "Påhittade kommunen", later(now, 1), bo)), Refusal::unknown);
    for (const char* name : {"a", "b", "c"}) ASSERT_TRUE(signed_up(one(name)));
    EXPECT_EQ(why(lend(1)), Refusal::no_seat);
    EXPECT_EQ(own(), 0);
}
TEST_P(Shares, hold_an_alias_or_nobody_as_the_decision_says) {
    open_group(group(2));
    ASSERT_TRUE(lend(2));
    const auto called = alias("x", "Gäst");
    EXPECT_EQ(why(fill("x", counting(), &called)), Refusal::too_much);
    ASSERT_TRUE(fill("x", by_name(), &called)) << "who is known at home by name is known here by none";
    EXPECT_EQ(entry("x").keeping, decisions::Keeping::alias);
    EXPECT_FALSE(entry("x").person);
}
TEST_P(Shares, come_back_to_who_waits) {
    open_group(group(3));
    ASSERT_TRUE(lend(2));
    ASSERT_TRUE(signed_up(one("a")));
    ASSERT_TRUE(signed_up(one("b")));
    ASSERT_TRUE(fill("x"));
    EXPECT_EQ(why(back(2)), Refusal::no_seat);
    EXPECT_EQ(back(1)->notices.size(), 1U);
    EXPECT_EQ(state("b"), offered);
    ASSERT_TRUE(done([&](db::Transaction& tx) { return empty_seat(tx, visitor, everything, now, id<ShareId>("share"), id<EntryId>("x")); }));
    EXPECT_EQ(lent(), 1) << "the seat of who comes no more is the share's";
    EXPECT_EQ(why(done([&](db::Transaction& tx) { return empty_seat(tx, visitor, everything, now, id<ShareId>("share"), id<EntryId>("a")); })), Refusal::unknown) << "not one of theirs";
    ASSERT_TRUE(end());
    ASSERT_TRUE(end());
    EXPECT_EQ(own(), 1);
    EXPECT_EQ(lent(), 0);
    EXPECT_EQ(why(fill("y")), Refusal::not_open);
}
TEST_P(Shares, end_by_themselves_and_who_has_a_place_keeps_it) {
    open_group(group(3));
    ASSERT_TRUE(lend(2));
    ASSERT_TRUE(fill("x"));
    const auto look = [&](base::Instant when) { return do_what_is_due(database(), vault, when, [] { return true; }).shares; };
    EXPECT_EQ(look(at("2026-11-29", "23:59")), 0);
    EXPECT_EQ(why(fill("y", counting(), nullptr, at("2026-11-30", "00:00"))), Refusal::not_open) << "also before the job has looked";
    EXPECT_EQ(look(at("2026-11-30", "00:00")), 1);
    EXPECT_EQ(look(at("2026-11-30", "00:00")), 0);
    EXPECT_EQ(own(), 2);
    EXPECT_EQ(state("x"), placed);
}
TEST_P(Shares, never_hold_one_too_many_whoever_hurries) {
    open_group(group(9));
    ASSERT_TRUE(lend(3));
    std::atomic<int> seated{0};
    std::vector<std::thread> all;
    for (int i = 0; i < 12; ++i) all.emplace_back([&, i] { seated += static_cast<bool>(fill("t" + std::to_string(i))); });
    for (auto& t : all) t.join();
    EXPECT_EQ(seated, 3);
    EXPECT_EQ(here(), 3U);
    EXPECT_EQ(lent(), 0);
    EXPECT_EQ(own(), 6);
}
TEST_P(Shares, are_opened_by_their_code_alone) {
    open_group(group(3));
    ASSERT_TRUE(lend(2));
    const auto code = code_of_share(vault, id<ShareId>("share"));
    const auto by = [&](const crypto::Receipt& typed) { return database().read([&](db::Reader& r) { return store::share_by_hash(r, hash_of_share_code(vault, typed)).has_value(); }); };
    EXPECT_TRUE(by(*crypto::Receipt::from(code.printed())));
    EXPECT_FALSE(by(code_of_share(vault, id<ShareId>("other"))));
}
TEST_P(Shares, SoL_21_2_lent_seats_of_a_childrens_group_ask_for_the_guardian) {
    auto children = group(3);
    children.for_whom = ForWhom::under_15;
    open_group(children);
    ASSERT_TRUE(lend(2));
    EXPECT_EQ(why(fill("x")), Refusal::guardian_missing);
    const Filling in{.id = id<EntryId>("x"), .share = id<ShareId>("share"), .form = "form of x", .guardian_agrees = true};
    ASSERT_TRUE(done([&](db::Transaction& tx) { return fill_seat(tx, visitor, everything, now, counting(), in); }));
    EXPECT_TRUE(entry("x").guardian_agreed_at);
}
TEST_P(Shares, a_seat_of_an_ended_share_that_is_left_goes_to_who_waits) {
    open_group(group(2));
    ASSERT_TRUE(lend(1));
    ASSERT_TRUE(fill("x"));
    ASSERT_TRUE(signed_up(one("a")));
    ASSERT_EQ(signed_up(one("b"))->entry.state, waiting);
    ASSERT_TRUE(end());
    const auto told = cancel("x");
    ASSERT_TRUE(told);
    ASSERT_EQ(told->notices.size(), 1U) << "at once, and not when a job comes round";
    EXPECT_EQ(told->notices[0].entry, id<EntryId>("b"));
    EXPECT_EQ(state("b"), offered);
    EXPECT_EQ(lent() + own(), 0);
}
TEST_P(Shares, a_seat_that_is_left_after_the_last_moment_of_its_share_goes_on_before_anybody_has_ended_it) {
    open_group(group(3));
    ASSERT_TRUE(lend(2));
    ASSERT_TRUE(fill("x"));
    for (const char* name : {"a", "b", "c"}) ASSERT_TRUE(signed_up(one(name)));
    const auto over = at("2026-11-30", "00:00");
    ASSERT_EQ(cancel("x", over)->notices.size(), 2U) << "the seat she had, and the one nobody of theirs took";
    EXPECT_EQ(state("b"), offered);
    EXPECT_EQ(state("c"), offered);
    EXPECT_EQ(lent() + own(), 0);
    EXPECT_EQ(do_what_is_due(database(), vault, over, [] { return true; }).shares, 0) << "it is ended";
}
TEST_P(Shares, who_is_taken_away_from_a_lent_seat_by_mistake_is_put_back_on_it) {
    open_group(group(3));
    ASSERT_TRUE(lend(1));
    ASSERT_TRUE(fill("x"));
    ASSERT_TRUE(done([&](db::Transaction& tx) { return take_out(tx, anna, everything, now, {id<ActivityId>("group"), {id<EntryId>("x")}}, WhyOut::mistake); }));
    EXPECT_EQ(lent(), 1);
    ASSERT_TRUE(done([&](db::Transaction& tx) { return put_back(tx, anna, everything, later(now, 1), id<ActivityId>("group"), now); }));
    EXPECT_EQ(lent(), 0) << "the share has as many as before";
    EXPECT_EQ(own(), 2) << "and so has the activity";
    EXPECT_EQ(state("x"), placed);
}
TEST_P(Shares, restored_lent_seats_come_back) {
    open_group(group(3));
    ASSERT_TRUE(lend(2));
    ASSERT_TRUE(fill("x"));
    done([&](db::Transaction& tx) { return tx.execute(after_restore_shares, {}); });
    EXPECT_EQ(do_what_is_due(database(), vault, later(now, 1), [] { return true; }).shares, 1);
    EXPECT_EQ(own(), 2);
    EXPECT_EQ(lent(), 0);
    EXPECT_EQ(state("x"), placed);
    EXPECT_EQ(do_what_is_due(database(), vault, later(now, 2), [] { return true; }).shares, 0);
}
TEST_P(Shares, D12_a_code_opens_nothing_when_it_is_over) {
    open_group(group(3));
    ASSERT_TRUE(lend(2));
    ASSERT_TRUE(fill("x"));
    ASSERT_TRUE(step(Step::start));
    ASSERT_TRUE(step(Step::close_held));
    EXPECT_EQ(why(done([&](db::Transaction& tx) { return empty_seat(tx, visitor, everything, now, id<ShareId>("share"), id<EntryId>("x")); })), Refusal::not_open);
    EXPECT_EQ(state("x"), placed) << "who was there was there";
}
}

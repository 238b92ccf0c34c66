#include "features/activities/desk_for_tests.hpp"
#include "features/activities/share/share.hpp"
#include <barrier>
#include <thread>
// Two things that are done at the same moment, each at a program of its own on the one database: one of them comes first, and the other sees it.

namespace {
using namespace activities_tests;
using enum EntryState;

class Races : public Desk {
    int drawn_names_ = 0;

protected:
    static constexpr int rounds = 25;
    std::unique_ptr<db::Database> other;

    void SetUp() override {
        Desk::SetUp();
        other = place().open();
    }
    std::string name(const char* of) { return std::string(of) + std::to_string(drawn_names_) + "x"; }
    EntryId who(const char* of) { return id<EntryId>(name(of)); }
    ActivityId here() { return id<ActivityId>(name("group")); }
    EntryState state_of(const char* of) { return state(name(of)); }

    void new_group(int seats) {
        ++drawn_names_;
        auto a = group(seats);
        a.id = here();
        a.slug += std::to_string(drawn_names_);
        open_group(a, {session(name("first"), times("2026-12-08", "18:00", "20:00"), a.id)});
    }
    void comes(const char* of) { ASSERT_TRUE(signed_up(one(name(of), 1, here()))); }
    // One seat, which a has left: b has the offer, and c waits. When it ends.
    base::Instant offered_to_b() {
        new_group(1);
        for (const char* of : {"a", "b", "c"}) comes(of);
        EXPECT_TRUE(done([&](db::Transaction& tx) { return cancel_place(tx, visitor, everything, now, who("a")); }));
        return entry(name("b")).offer_until.value();
    }
    // f at the one program and g at the other, as near the same moment as two threads can be.
    template <class F, class G> auto at_once(F f, G g) {
        std::barrier both(2);
        std::optional<std::invoke_result_t<F&, db::Transaction&>> first;
        std::thread beside([&] {
            both.arrive_and_wait();
            first.emplace(database().write([&](db::Transaction& tx) { return f(tx); }));
        });
        both.arrive_and_wait();
        auto second = other->write([&](db::Transaction& tx) { return g(tx); });
        beside.join();
        return std::pair(*std::move(first), std::move(second));
    }
    auto accepts(base::Instant when) {
        return [this, when](db::Transaction& tx) { return accept_offer(tx, visitor, everything, when, who("b")); };
    }
    auto expires(base::Instant when) {
        return [this, when](db::Transaction& tx) { return expire_offers(tx, anna, everything, when, here()); };
    }
    void nothing_is_wrong() { EXPECT_EQ(wrong(here()), ""); }
};
LOTSEN_ON_BOTH_DATABASES(Races);

TEST_P(Races, accepts_at_the_last_moment_while_the_offer_ends) {
    for (int i = 0; i < rounds; ++i) {
        const auto until = offered_to_b();
        const auto [yes, over] = at_once(accepts({until.ms - 1}), expires(until));   // the clocks of two programs differ
        ASSERT_TRUE(over);
        EXPECT_EQ(state_of("b"), yes ? placed : lapsed);
        EXPECT_EQ(state_of("c"), yes ? waiting : offered) << "the seat is one's, not both's and not nobody's";
        EXPECT_EQ(over->notices.size(), yes ? 0U : 2U);
        EXPECT_EQ(why(yes), yes ? std::nullopt : std::optional(Refusal::offer_over));
        nothing_is_wrong();
    }
}
TEST_P(Races, leaves_while_accepting_and_the_seat_goes_on_once) {
    for (int i = 0; i < rounds; ++i) {
        offered_to_b();
        const auto [yes, gone] = at_once(accepts(now), [&](db::Transaction& tx) { return cancel_place(tx, visitor, everything, now, who("b")); });
        ASSERT_TRUE(gone);
        EXPECT_EQ(state_of("b"), left);
        EXPECT_EQ(state_of("c"), offered);
        ASSERT_EQ(gone->notices.size(), 1U);
        EXPECT_EQ(gone->notices[0].entry, who("c"));
        EXPECT_EQ(why(yes), yes ? std::nullopt : std::optional(Refusal::no_offer));
        nothing_is_wrong();
    }
}
TEST_P(Races, says_yes_and_no_at_once_and_only_one_of_them_counts) {
    for (int i = 0; i < rounds; ++i) {
        offered_to_b();
        const auto [yes, no] = at_once(accepts(now), [&](db::Transaction& tx) { return decline_offer(tx, visitor, everything, now, who("b")); });
        EXPECT_NE(static_cast<bool>(yes), static_cast<bool>(no));
        EXPECT_EQ(state_of("b"), yes ? placed : declined);
        EXPECT_EQ(state_of("c"), yes ? waiting : offered);
        nothing_is_wrong();
    }
}
TEST_P(Races, an_offer_that_ends_at_two_programs_ends_once) {
    for (int i = 0; i < rounds; ++i) {
        const auto until = offered_to_b();
        const auto [one, two] = at_once(expires(until), expires(until));
        ASSERT_TRUE(one && two);
        EXPECT_EQ(one->notices.size() + two->notices.size(), 2U) << "that it is over, and that the next has it, each said once";
        EXPECT_EQ(state_of("c"), offered);
        nothing_is_wrong();
    }
}
TEST_P(Races, comes_while_somebody_leaves_and_no_seat_is_forgotten) {
    for (int i = 0; i < rounds; ++i) {
        new_group(1);
        comes("a");
        const auto [came, gone] = at_once([&](db::Transaction& tx) { return sign_up(tx, visitor, everything, now, counting(), one(name("b"), 1, here())); },
                                          [&](db::Transaction& tx) { return cancel_place(tx, visitor, everything, now, who("a")); });
        ASSERT_TRUE(came && gone);
        EXPECT_EQ(state_of("b"), gone->notices.empty() ? placed : offered);
        nothing_is_wrong();
    }
}
TEST_P(Races, a_lent_seat_is_left_while_its_share_ends_and_no_seat_lies_idle) {
    for (int i = 0; i < rounds; ++i) {
        new_group(2);
        const auto lent = id<ShareId>(name("share"));
        const Share share{.id = lent, .area = area, .activity = here(), .receiver = "Påhittade kommunen", .hash = name("hash"), .made_at = now, .made_by = anna.account(), .until = at("2026-12-01", "00:00")};
        ASSERT_TRUE(done([&](db::Transaction& tx) { return share_seats(tx, anna, everything, now, share, 1); }));
        ASSERT_TRUE(done([&](db::Transaction& tx) { return fill_seat(tx, visitor, everything, now, counting(), {.id = who("x"), .share = lent, .form = name("form")}); }));
        comes("a");
        comes("b");
        const auto [gone, ended] = at_once([&](db::Transaction& tx) { return cancel_place(tx, visitor, everything, now, who("x")); }, [&](db::Transaction& tx) { return end_share(tx, anna, everything, now, lent); });
        ASSERT_TRUE(gone && ended);
        EXPECT_EQ(state_of("b"), offered);
        EXPECT_EQ(gone->notices.size() + ended->notices.size(), 1U) << "she is told once";
        EXPECT_EQ(database().read([&](db::Reader& r) { return store::free_seats(r, area, lent) + store::free_seats(r, area, here()); }), 0);
        nothing_is_wrong();
    }
}
TEST_P(Races, comes_while_seats_are_taken_away_and_has_a_seat_or_waits) {
    for (int i = 0; i < rounds; ++i) {
        new_group(2);
        comes("a");
        const auto [came, fewer] = at_once([&](db::Transaction& tx) { return sign_up(tx, visitor, everything, now, counting(), one(name("b"), 1, here())); },
                                           [&](db::Transaction& tx) { return set_seats(tx, anna, everything, now, here(), 1); });
        ASSERT_TRUE(came);
        EXPECT_EQ(came->entry.state, fewer ? waiting : placed);
        EXPECT_EQ(why(fewer), fewer ? std::nullopt : std::optional(Refusal::seats_taken));
        EXPECT_EQ(activity(here()).terms.seats, fewer ? 1 : 2);
        nothing_is_wrong();
    }
}
TEST_P(Races, two_who_change_to_the_same_free_time_do_not_both_get_it) {
    for (int i = 0; i < rounds; ++i) {
        new_group(1);   // draws new names
        auto a = group(0);
        a.id = id<ActivityId>(name("times")), a.slug = "tider" + name("t"), a.kind = Kind::individual;
        const auto time = [&](const char* of, const char* begins, const char* ends) { return session(name(of), times("2026-12-08", begins, ends), a.id); };
        open_group(a, {time("one", "09:00", "09:45"), time("two", "10:00", "10:45"), time("free", "11:00", "11:45")});
        for (const auto& [of, which] : {std::pair("a", "one"), std::pair("b", "two")}) {
            auto in = one(name(of), 1, a.id);
            in.time = id<SessionId>(name(which));
            ASSERT_TRUE(signed_up(in));
        }
        const auto changes = [&](const char* of) { return [this, of](db::Transaction& tx) { return change_time(tx, visitor, everything, now, who(of), id<SessionId>(name("free"))); }; };
        const auto [first, second] = at_once(changes("a"), changes("b"));
        EXPECT_NE(static_cast<bool>(first), static_cast<bool>(second));
        EXPECT_EQ(why(first ? second : first), Refusal::time_taken);
        EXPECT_EQ(entry(name(first ? "a" : "b")).slot, id<SessionId>(name("free")).text());
        EXPECT_EQ(entry(name(first ? "b" : "a")).slot, id<SessionId>(name(first ? "two" : "one")).text());
    }
}
}

#include "platform/once/ledger.hpp"
#include "support/test_database.hpp"
#include <thread>

namespace {
struct Hand final : base::Clock {
    base::Instant time{1'000'000'000'000};
    base::Instant now() const override { return time; }
};
class Ledger : public support::OnBothDatabases {
protected:
    Hand clock;
    once::Ledger ledger() { return {database(), clock}; }
};
}
TEST_P(Ledger, the_first_is_done_and_the_second_gets_its_answer) {
    EXPECT_FALSE(ledger().begun("stamp", "s"));
    EXPECT_EQ(ledger().begun("stamp", "s")->location, "");   // under way
    ledger().led_to("stamp", "/klart");
    EXPECT_EQ(ledger().begun("stamp", "s")->location, "/klart");
    EXPECT_EQ(ledger().begun("stamp", "another")->location, "");
}
TEST_P(Ledger, what_was_not_done_may_be_sent_again_but_what_was_done_may_not) {
    EXPECT_FALSE(ledger().begun("stamp", "s"));
    ledger().not_done("stamp");
    EXPECT_FALSE(ledger().begun("stamp", "s"));
    ledger().led_to("stamp", "/klart");
    ledger().not_done("stamp");
    EXPECT_EQ(ledger().begun("stamp", "s")->location, "/klart");
}
TEST_P(Ledger, of_many_who_send_the_same_form_at_once_one_is_first) {
    std::atomic<int> first = 0;
    std::vector<std::jthread> all;
    for (int i = 0; i < 16; ++i) all.emplace_back([&] { first += !ledger().begun("stamp", "s"); });
    all.clear();
    EXPECT_EQ(first, 1);
}
TEST_P(Ledger, forgets_after_a_day_and_not_before) {
    EXPECT_FALSE(ledger().begun("stamp", "s"));
    const auto sweep = [&](std::int64_t after) { database().write([&](db::Transaction& tx) { once::Ledger::sweep(tx, {clock.time.ms + after}); }); };
    sweep(86'400'000);
    EXPECT_TRUE(ledger().begun("stamp", "s"));
    sweep(86'400'001);
    EXPECT_FALSE(ledger().begun("stamp", "s"));
}
LOTSEN_ON_BOTH_DATABASES(Ledger);

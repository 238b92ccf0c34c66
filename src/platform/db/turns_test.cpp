#include "platform/db/turns.hpp"
#include <atomic>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace {
using db::Turns;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

TEST(Turns, let_two_in_and_keep_the_others_in_the_order_they_came) {
    Turns turns;
    auto first = std::make_unique<Turns::Turn>(turns, "group", Clock::now() + 5s);
    auto second = std::make_unique<Turns::Turn>(turns, "group", Clock::now() + 5s);
    std::mutex mutex;
    std::vector<int> came;
    std::vector<std::jthread> others;
    for (int n = 0; n < 4; ++n) {
        others.emplace_back([&, n] {
            const Turns::Turn turn(turns, "group", Clock::now() + 5s);
            const std::lock_guard lock(mutex);
            came.push_back(n);
        });
        while (turns.in_line("group") < 3u + static_cast<unsigned>(n)) std::this_thread::sleep_for(1ms);
    }
    {
        const std::lock_guard lock(mutex);
        EXPECT_TRUE(came.empty());
    }
    first.reset();
    others.clear();
    EXPECT_EQ(came, (std::vector{0, 1, 2, 3}));
    second.reset();
    EXPECT_EQ(turns.in_line("group"), 0u);
}
TEST(Turns, of_another_key_wait_for_nobody) {
    Turns turns;
    const Turns::Turn one(turns, "group", Clock::now() + 5s), two(turns, "group", Clock::now() + 5s);
    const Turns::Turn other(turns, "lecture", Clock::now());
}
TEST(Turns, that_do_not_come_in_time_are_told_and_keep_nobody_waiting) {
    Turns turns;
    auto first = std::make_unique<Turns::Turn>(turns, "group", Clock::now() + 5s);
    const Turns::Turn second(turns, "group", Clock::now() + 5s);
    EXPECT_THROW(Turns::Turn(turns, "group", Clock::now() + 20ms), db::Unavailable);
    first.reset();
    const Turns::Turn next(turns, "group", Clock::now());
}
TEST(Turns, in_a_crowd_never_more_than_two_are_inside) {
    Turns turns;
    std::atomic<int> inside{0}, most{0}, done{0};
    {
        std::vector<std::jthread> crowd;
        for (int n = 0; n < 40; ++n)
            crowd.emplace_back([&] {
                const Turns::Turn turn(turns, "group", Clock::now() + 30s);
                const int now = ++inside;
                for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) continue;
                std::this_thread::sleep_for(1ms);
                --inside, ++done;
            });
    }
    EXPECT_EQ(done, 40);
    EXPECT_LE(most, 2);
}
}

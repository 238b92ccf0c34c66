#include "platform/web/work_pool.hpp"
#include <gtest/gtest.h>
#include <latch>

namespace web {
TEST(WorkPool, takesAsManyAsThreadsAndQueueHoldAndNoMore) {
    WorkPool pool(3, 5);
    std::latch gate(1);
    std::atomic<int> done{0};
    const auto job = [&] {
        gate.wait();
        ++done;
    };
    for (int i = 0; i < 8; ++i) EXPECT_TRUE(pool.offer(job)) << i;
    EXPECT_FALSE(pool.offer(job));
    gate.count_down();
    pool.end();
    EXPECT_EQ(done, 8);
    EXPECT_FALSE(pool.offer(job));
}
TEST(WorkPool, manyOffersFromManyThreadsAreAllDone) {
    WorkPool pool(8, 1000);
    std::atomic<int> taken{0}, done{0};
    {
        std::vector<std::thread> visitors;
        for (int t = 0; t < 4; ++t)
            visitors.emplace_back([&] {
                for (int i = 0; i < 500; ++i) taken += pool.offer([&] { ++done; }) ? 1 : 0;
            });
        for (auto& visitor : visitors) visitor.join();
    }
    pool.end();
    EXPECT_EQ(done, taken);
    EXPECT_GT(done, 500);
}
}

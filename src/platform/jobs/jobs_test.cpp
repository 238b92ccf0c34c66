#include "platform/jobs/jobs.hpp"
#include "support/test_database.hpp"
#include <atomic>

namespace {
using namespace std::chrono_literals;
using jobs::Job;
using jobs::Lease;

constexpr db::Sql put_lease{"test.put_lease", "INSERT INTO job_lease (job, holder, until, ran_at) VALUES (?1, ?2, ?3, ?4)"};
constexpr db::Sql steal{"test.steal", "UPDATE job_lease SET holder = 'thief' WHERE job = ?1"};
constexpr db::Sql until_of{"test.until", "SELECT until FROM job_lease WHERE job = ?1"};

// Waits for what must come; a test that waits in vain fails instead of hanging.
template <class F> bool soon(F f, std::chrono::milliseconds most = 20s) {
    for (const auto end = std::chrono::steady_clock::now() + most; std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(5ms))
        if (f()) return true;
    return false;
}

class Jobs : public support::OnBothDatabases {
protected:
    base::SystemClock clock;
    std::atomic<int> failures{0};
    jobs::Failed failed = [this](const std::string&, const std::string&) { ++failures; };
    const jobs::Times quick{600ms, 20ms};
    std::int64_t until(const std::string& job) {
        return database().read([&](db::Reader& r) { return r.optional_one(until_of, {job}, [](const db::Row& row) { return row.integer(0); }).value_or(-1); });
    }
};
LOTSEN_ON_BOTH_DATABASES(Jobs);

TEST_P(Jobs, run_at_intervals_and_stop_cleanly) {
    std::atomic<int> runs{0};
    {
        const jobs::Runner runner(database(), clock, "one", {{"test.count", 30ms, [&](const Lease&) { ++runs; }}}, failed, quick);
        EXPECT_TRUE(soon([&] { return runs >= 3; }));
    }
    const int at_the_end = runs;
    std::this_thread::sleep_for(150ms);
    EXPECT_EQ(runs, at_the_end);
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(until("test.count"), 0) << "the lease is given back";
}
TEST_P(Jobs, never_run_in_two_programs_at_once) {
    const auto other = place().open();
    std::atomic<int> inside{0}, most{0}, runs{0};
    std::atomic<int> by[2] = {0, 0};
    const auto job = [&](int who) {
        return Job{"test.alone", 5ms, [&, who](const Lease&) {
                       most = std::max(most.load(), ++inside);
                       std::this_thread::sleep_for(15ms);
                       --inside, ++runs, ++by[who];
                   }};
    };
    {
        const jobs::Runner first(database(), clock, "one", {job(0)}, failed, {5s, 20ms});
        const jobs::Runner second(*other, clock, "two", {job(1)}, failed, {5s, 20ms});
        EXPECT_TRUE(soon([&] { return runs >= 20 && by[0] > 0 && by[1] > 0; })) << by[0] << " " << by[1];
    }
    EXPECT_EQ(most, 1);
    EXPECT_EQ(inside, 0);
    EXPECT_EQ(failures, 0);
}
TEST_P(Jobs, that_take_longer_than_a_lease_keep_it) {
    const auto other = place().open();
    std::atomic<int> inside{0}, most{0}, runs{0};
    const Job slow{"test.slow", 1ms, [&](const Lease& lease) {
                       most = std::max(most.load(), ++inside);
                       for (const auto end = std::chrono::steady_clock::now() + 2500ms; lease.go_on() && std::chrono::steady_clock::now() < end;) std::this_thread::sleep_for(10ms);
                       --inside, ++runs;
                   }};
    {
        const jobs::Runner first(database(), clock, "one", {slow}, failed, {1500ms, 20ms});
        const jobs::Runner second(*other, clock, "two", {slow}, failed, {1500ms, 20ms});
        EXPECT_TRUE(soon([&] { return runs >= 2; }));
    }
    EXPECT_EQ(most, 1);
}
TEST_P(Jobs, of_a_program_that_died_are_taken_over_when_its_lease_has_run_out) {
    const auto until = clock.now().ms + 500;
    database().write([&](db::Transaction& tx) { tx.execute(put_lease, {"test.left", "dead", until, 1}); });
    std::atomic<std::int64_t> ran_at{0};
    const jobs::Runner runner(database(), clock, "one", {{"test.left", 1h, [&](const Lease&) { ran_at = clock.now().ms; }}}, failed, quick);
    EXPECT_TRUE(soon([&] { return ran_at > 0; }));
    EXPECT_GE(ran_at, until);
}
TEST_P(Jobs, that_another_program_ran_a_while_ago_wait_for_their_time) {
    database().write([&](db::Transaction& tx) { tx.execute(put_lease, {"test.done", "other", 0, clock.now().ms - 1000}); });
    std::atomic<int> runs{0}, marks{0};
    const jobs::Runner runner(database(), clock, "one", {{"test.done", 1h, [&](const Lease&) { ++runs; }}, {"test.mark", 20ms, [&](const Lease&) { ++marks; }}}, failed, quick);
    EXPECT_TRUE(soon([&] { return marks >= 5; }));
    EXPECT_EQ(runs, 0);
}
TEST_P(Jobs, that_throw_are_told_of_and_run_again) {
    std::atomic<int> runs{0};
    const jobs::Runner runner(database(), clock, "one", {{"test.throws", 20ms, [&](const Lease&) {
                                                             if (++runs == 1) throw std::runtime_error("once");
                                                             if (runs == 2) throw 7;
                                                         }}},
                              failed, quick);
    EXPECT_TRUE(soon([&] { return runs >= 4; }));
    EXPECT_EQ(failures, 2);
}
TEST_P(Jobs, are_told_when_their_lease_is_lost) {
    std::atomic<bool> running{false}, told{false};
    const jobs::Runner runner(database(), clock, "one", {{"test.lost", 1h, [&](const Lease& lease) {
                                                             running = true;
                                                             told = soon([&] { return !lease.go_on(); });
                                                         }}},
                              failed, quick);
    ASSERT_TRUE(soon([&] { return running.load(); }));
    database().write([&](db::Transaction& tx) { tx.execute(steal, {"test.lost"}); });
    EXPECT_TRUE(soon([&] { return told.load(); }));
}
TEST_P(Jobs, are_told_when_the_program_stops) {
    std::atomic<bool> running{false}, told{false};
    {
        const jobs::Runner runner(database(), clock, "one", {{"test.stop", 1h, [&](const Lease& lease) {
                                                                 running = true;
                                                                 told = soon([&] { return !lease.go_on(); });
                                                             }}},
                                  failed, jobs::Times{});
        ASSERT_TRUE(soon([&] { return running.load(); }));
    }
    EXPECT_TRUE(told);
}
}

#include "features/activities/desk_for_tests.hpp"
#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
// The last seats while many want them at once, also at two programs on one database, and whatever kills the program.

namespace {
using namespace activities_tests;

class Contention : public Desk {
protected:
    // As many threads as there are databases times `threads`, each for one who comes; what each was answered.
    std::map<std::string, EntryState> all_come(const std::vector<db::Database*>& programs, int threads) {
        std::mutex mutex;
        std::map<std::string, EntryState> answers;
        std::vector<std::thread> running;
        for (std::size_t p = 0; p < programs.size(); ++p)
            for (int t = 0; t < threads; ++t)
                running.emplace_back([&, p, t] {
                    const auto in = one("p" + std::to_string(p) + "t" + std::to_string(t));
                    // The clocks of two programs differ.
                    const base::Instant clock{now.ms + (p == 0 ? 0 : 700)};
                    const auto answer = programs[p]->write([&](db::Transaction& tx) { return sign_up(tx, visitor, everything, clock, counting(), in); });
                    const std::lock_guard lock(mutex);
                    if (answer) answers[std::string(in.id.text())] = answer->entry.state;
                });
        for (auto& thread : running) thread.join();
        return answers;
    }
    void expect_exactly(int seats, const std::map<std::string, EntryState>& answers, std::size_t came) {
        EXPECT_EQ(answers.size(), came);
        const auto all = database().read([&](db::Reader& r) { return store::entries(r, everything, *store::find(r, everything, id<ActivityId>("group"))); });
        ASSERT_EQ(all.size(), came);
        for (std::size_t i = 0; i < all.size(); ++i) {
            EXPECT_EQ(all[i].position, static_cast<std::int64_t>(i));   // in the order of arrival: the order of the lock
            EXPECT_EQ(all[i].state, static_cast<int>(i) < seats ? EntryState::placed : EntryState::waiting) << i;
            EXPECT_EQ(answers.at(std::string(all[i].id.text())), all[i].state);
        }
        EXPECT_EQ(wrong(), "");
    }
};
LOTSEN_ON_BOTH_DATABASES(Contention);

TEST_P(Contention, thirty_two_for_twenty_seats) {
    open_group(group(20));
    expect_exactly(20, all_come({&database()}, 32), 32);
}
TEST_P(Contention, at_two_programs_on_one_database) {
    open_group(group(20));
    const auto other = place().open();
    expect_exactly(20, all_come({&database(), other.get()}, 16), 32);
}
TEST_P(Contention, the_same_form_sent_at_once_is_one) {
    open_group(group(20));
    std::atomic<int> first{0}, again{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 16; ++t)
        threads.emplace_back([&, t] {
            auto in = one("t" + std::to_string(t));
            in.form = "the same";
            const auto answer = signed_up(in);
            ++(answer && answer->again ? again : first);
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(first, 1);
    EXPECT_EQ(again, 15);
    EXPECT_EQ(wrong(), "");
}
TEST_P(Contention, one_seat_that_is_left_and_taken_all_the_time_is_never_two) {
    open_group(group(2));
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 6; ++i) {
                const auto name = "t" + std::to_string(t) + "i" + std::to_string(i);
                (void)signed_up(one(name, 1 + i % 2));
                (void)done([&](db::Transaction& tx) { return accept_offer(tx, visitor, everything, now, id<EntryId>(name)); });
                if (i % 3 == 0) (void)done([&](db::Transaction& tx) { return cancel_place(tx, visitor, everything, now, id<EntryId>(name)); });
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(wrong(), "");
    const auto all = database().read([&](db::Reader& r) { return store::entries(r, everything, *store::find(r, everything, id<ActivityId>("group"))); });
    EXPECT_EQ(all.size(), 48U);
}

// Signs up with eight threads and tells the pipe each number once it has been answered. Ends only by being killed.
[[noreturn]] void sign_up_until_killed(const support::MigratedPlace& place, int pipe, int first) {
    const auto database = place.open();
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&, t] {
            for (int n = first + t;; n += 8) {
                const auto answer = database->write([&](db::Transaction& tx) { return sign_up(tx, visitor, everything, now, counting(), one("n" + std::to_string(n))); });
                const int said[2] = {n, answer && answer->entry.state == EntryState::placed};
                if (::write(pipe, said, sizeof said) != sizeof said) ::_exit(3);
            }
        });
    for (auto& thread : threads) thread.join();
    ::_exit(2);
}
std::map<int, bool> answered_before_kill(const support::MigratedPlace& place, int first) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    const auto child = ::fork();
    if (child == 0) sign_up_until_killed(place, ends[1], first);
    ::close(ends[1]);
    std::map<int, bool> out;
    int said[2];
    while (out.size() < 60 && ::read(ends[0], said, sizeof said) == sizeof said) out[said[0]] = said[1] == 1;
    ::kill(child, SIGKILL);
    while (::read(ends[0], said, sizeof said) == sizeof said) out[said[0]] = said[1] == 1;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "it ended by itself";
    return out;
}

class Killed : public testing::TestWithParam<db::Kind> {
protected:
    support::MigratedPlace place{GetParam()};
};
LOTSEN_ON_BOTH_DATABASES(Killed);

TEST_P(Killed, between_any_two_statements_no_answer_is_lost_and_no_seat_is_half_taken) {
    {
        const auto database = place.open();
        found_unit(*database);
        database->write([](db::Transaction& tx) {
            base::require(add_activity(tx, anna, everything, now, group(100)) && add_session(tx, anna, everything, now, session("first", times("2026-12-01", "18:00", "20:00"))) &&
                              change_state(tx, anna, everything, now, id<ActivityId>("group"), Step::open),
                          "the test's activity is wrong");
        });
    }
    std::map<int, bool> answered;
    for (int round = 0; round < 3; ++round) answered.merge(answered_before_kill(place, round * 100'000));
    const auto database = place.open();
    database->read([&](db::Reader& r) {
        const auto activity = *store::find(r, everything, id<ActivityId>("group"));
        EXPECT_EQ(wrong_with(r, activity), "");
        int placed = 0;
        for (const auto& e : store::entries(r, everything, activity)) {
            EXPECT_EQ(e.state == EntryState::placed, placed < 100);   // in the order they came
            placed += e.state == EntryState::placed;
        }
        EXPECT_EQ(placed, 100);
        for (const auto& [n, has_seat] : answered) {
            const auto e = store::find_entry(r, everything, id<EntryId>("n" + std::to_string(n)));
            ASSERT_TRUE(e) << n << " was answered and is lost";
            EXPECT_EQ(e->state == EntryState::placed, has_seat);
        }
    });
    EXPECT_GE(answered.size(), 180U);
}
}

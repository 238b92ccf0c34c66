#include "platform/db/migrations.hpp"
#include "support/test_database.hpp"
#include <csignal>
#include <fcntl.h>
#include <random>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
// What has been answered is stored, whatever happens to the program or the disk.

namespace {
using db::Kind;
using db::Reader;
using db::Row;
using db::Sql;
using db::Transaction;

const std::vector<db::Migration> schema{{1, "0001_act", "CREATE TABLE act (id BIGINT NOT NULL, words TEXT NOT NULL);"}};
constexpr Sql put{"test.put", "INSERT INTO act (id, words) VALUES (?1, ?2)"};
constexpr Sql all{"test.all", "SELECT id, count(*) FROM act GROUP BY id"};

// Writes with eight threads and tells the pipe each id once it has been answered. Ends only by being killed.
[[noreturn]] void write_until_killed(const support::EmptyPlace& place, int pipe, std::int64_t first) {
    try {
        const auto database = place.open();
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t)
            threads.emplace_back([&, t] {
                for (std::int64_t id = first + t;; id += 8) {
                    database->write([&](Transaction& tx) { tx.execute(put, {id, "x"}); });
                    if (::write(pipe, &id, sizeof id) != sizeof id) ::_exit(3);
                }
            });
        for (auto& thread : threads) thread.join();
    } catch (...) {
    }
    ::_exit(2);
}

std::set<std::int64_t> acknowledged_before_kill(const support::EmptyPlace& place, std::int64_t first, std::chrono::milliseconds life) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    const auto child = ::fork();
    if (child == 0) write_until_killed(place, ends[1], first);
    ::close(ends[1]);
    std::set<std::int64_t> ids;
    std::int64_t id = 0;
    if (::read(ends[0], &id, sizeof id) == sizeof id) ids.insert(id);  // its life is counted from the first answer
    std::thread killer([&] {
        std::this_thread::sleep_for(life);
        ::kill(child, SIGKILL);
    });
    while (::read(ends[0], &id, sizeof id) == sizeof id) ids.insert(id);
    killer.join();
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself";
    return ids;
}

class Durability : public testing::TestWithParam<Kind> {
protected:
    support::EmptyPlace place{GetParam()};
};
LOTSEN_ON_BOTH_DATABASES(Durability);

TEST_P(Durability, killed_at_any_time_nothing_answered_is_lost_or_doubled) {
    db::migrate(*place.open(), {1}, schema);
    std::mt19937 random(20261122);
    std::set<std::int64_t> acknowledged;
    for (int round = 0; round < 8; ++round) {
        const auto ids = acknowledged_before_kill(place, round * 1'000'000, std::chrono::milliseconds(20 + random() % 100));
        EXPECT_FALSE(ids.empty());
        acknowledged.insert(ids.begin(), ids.end());
        const auto stored = place.open()->read([](Reader& reader) {
            return reader.query(all, {}, [](const Row& row) { return std::pair(row.integer(0), row.integer(1)); });
        });
        std::set<std::int64_t> found;
        int doubled = 0, lost = 0;
        for (const auto& [id, times] : stored) {
            found.insert(id);
            doubled += times > 1;
        }
        for (const auto id : acknowledged) lost += !found.contains(id);
        EXPECT_EQ(lost, 0);
        EXPECT_EQ(doubled, 0);
    }
}

// A disk of 4 MB when we may mount one, otherwise a limit on the size of files. Runs in a child process of its own.
enum class Small { mounted, limited };
Small make_small(const std::filesystem::path& directory) {
    if (::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
        ::mount("tmpfs", directory.c_str(), "tmpfs", 0, "size=4m") == 0)
        return Small::mounted;
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{4 << 20, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    return Small::limited;
}

void make_room(Small small, const std::filesystem::path& directory) {
    const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
    if (small == Small::limited) ::setrlimit(RLIMIT_FSIZE, &none);
    else ::mount("tmpfs", directory.c_str(), "tmpfs", MS_REMOUNT, "size=64m");
}

// Empty when all is as it should be.
std::string fill_the_disk(const support::EmptyPlace& place) {
    const auto small = make_small(place.directory());
    const auto database = place.open();
    db::migrate(*database, {1}, schema);
    const std::string words(50'000, 'x');
    std::int64_t stored = 0;
    const auto write = [&] {
        database->write([&](Transaction& tx) { tx.execute(put, {stored, words}); });
        ++stored;
    };
    const auto count = [&] {
        return static_cast<std::int64_t>(database->read([](Reader& reader) { return reader.query(all, {}, [](const Row&) { return 1; }).size(); }));
    };
    std::string refused;
    while (refused.empty() && stored < 1000) {
        try {
            write();
        } catch (const db::Unavailable& e) {
            refused = e.what();
        }
    }
    if (refused.find("disk") == std::string::npos) return "not refused in words: " + refused;
    if (stored < 5) return "refused too early: " + refused;
    if (count() != stored) return "what was answered is not what is stored";
    make_room(small, place.directory());
    write();
    return count() == stored ? "" : "not back afterwards";
}

TEST(FullDisk, is_told_in_words_and_over_when_there_is_room) {
    const support::EmptyPlace place(Kind::sqlite);
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const auto child = ::fork();
    if (child == 0) {
        std::string fault;
        try {
            fault = fill_the_disk(place);
        } catch (const std::exception& e) {
            fault = std::string("exception: ") + e.what();
        }
        if (::write(ends[1], fault.data(), fault.size()) < 0) ::_exit(1);
        ::_exit(fault.empty() ? 0 : 1);
    }
    ::close(ends[1]);
    char fault[500] = {};
    EXPECT_EQ(::read(ends[0], fault, sizeof fault - 1), 0) << fault;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
}
}

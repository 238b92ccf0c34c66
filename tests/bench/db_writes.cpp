// Durable writes a second with 64 waiting callers. Usage: db_writes [DATABASE [SECONDS [WAITERS]]]; default: a new SQLite file in the
// current directory, 3 seconds.
#include "platform/db/database.hpp"
#include "platform/db/migrations.hpp"
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sys/resource.h>
#include <thread>

namespace {
using std::chrono::steady_clock;
constexpr db::Sql put{"bench.put", "INSERT INTO bench (id, seat, words) VALUES (?1, ?2, ?3)"};
const std::vector<db::Migration> schema{{1, "0001_bench", "CREATE TABLE bench (id BIGINT NOT NULL PRIMARY KEY, seat BIGINT NOT NULL, words TEXT NOT NULL);"}};

double cpu_seconds() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void measure(db::Database& database, std::chrono::seconds length, int waiters, const std::atomic<std::int64_t>& commits) {
    std::atomic<std::int64_t> next{0}, stored{0};
    const auto cpu = cpu_seconds();
    const auto start = steady_clock::now();
    std::vector<std::thread> threads;
    for (int t = 0; t < waiters; ++t)
        threads.emplace_back([&] {
            while (steady_clock::now() - start < length) {
                const auto id = next++;
                database.write([&](db::Transaction& tx) { tx.execute(put, {id, id % 100, "en plats i gruppen på tisdag"}); });
                ++stored;
            }
        });
    for (auto& thread : threads) thread.join();
    const std::chrono::duration<double> took = steady_clock::now() - start;
    const auto writes = static_cast<double>(stored.load());
    std::printf("%.0f durable writes/s with %d waiters, %.4f ms CPU each", writes / took.count(), waiters, 1000 * (cpu_seconds() - cpu) / writes);
    if (commits > 0) std::printf(", %.1f a commit", writes / static_cast<double>(commits.load()));
    std::printf("\n");
}
}

int main(int argc, char** argv) {
    const std::string file = "bench-" + std::to_string(steady_clock::now().time_since_epoch().count()) + ".db";
    const std::string where = argc > 1 ? argv[1] : "sqlite:" + file;
    try {
        std::atomic<std::int64_t> commits{0};
        db::Options options;
        options.before_commit = [&](std::size_t) { ++commits; };
        const auto database = db::Database::open(where, options);
        db::migrate(*database, {1}, schema);
        measure(*database, std::chrono::seconds(argc > 2 ? std::atoi(argv[2]) : 3), argc > 3 ? std::atoi(argv[3]) : 64, commits);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "db_writes: %s\n", e.what());
        return 1;
    }
    if (argc <= 1)
        for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file + ending);
}

#include "platform/db/migrations.hpp"
#include "support/test_database.hpp"
#include <atomic>
#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {
namespace fs = std::filesystem;
using db::Kind;
using db::Reader;
using db::Row;
using db::Sql;
using db::Transaction;
using namespace std::chrono_literals;

const std::vector<db::Migration> schema{{1, "0001_note", "CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY);"}};
constexpr Sql put{"test.put", "INSERT INTO note (id) VALUES (?1)"};
constexpr Sql amount{"test.count", "SELECT count(*) FROM note"};

class Sqlite : public testing::Test {
protected:
    support::EmptyPlace place{Kind::sqlite};
    std::unique_ptr<db::Database> open(const db::Options& options = {}) {
        auto database = place.open(options);
        db::migrate(*database, {1}, schema);
        return database;
    }
    static std::int64_t count(db::Database& database) {
        return database.read([](Reader& reader) { return reader.one(amount, {}, [](const Row& row) { return row.integer(0); }); });
    }
    static void store(db::Database& database, std::int64_t id) {
        database.write([&](Transaction& tx) { tx.execute(put, {id}); });
    }
    static std::string refusal(const std::string& where) {
        try {
            db::Database::open(where);
        } catch (const db::CannotOpen& e) {
            return e.what();
        }
        return "";
    }
};

TEST_F(Sqlite, uses_the_safe_settings) {
    const auto database = open();
    const auto settings = [](db::Reader& reader) {
        std::string out;
        for (const char* name : {"synchronous", "foreign_keys", "secure_delete", "trusted_schema"}) {
            const auto text = "PRAGMA " + std::string(name);
            out += std::to_string(reader.one({text, text}, {}, [](const Row& row) { return row.integer(0); }));
        }
        return out + reader.one({"mode", "PRAGMA journal_mode"}, {}, [](const Row& row) { return std::string(row.text(0)); });
    };
    EXPECT_EQ(database->write(settings), "2110wal");
    EXPECT_EQ(database->read(settings).substr(1, 1), "1");
}

TEST_F(Sqlite, keeps_its_files_from_others) {
    const auto file = place.directory() / "data" / "lotsen.db";
    const auto database = db::Database::open("sqlite:" + file.string());
    db::migrate(*database, {1}, schema);
    store(*database, 1);
    const auto mode = [](const fs::path& path) { return static_cast<unsigned>(fs::status(path).permissions()); };
    EXPECT_EQ(mode(file.parent_path()), 0700U);
    for (const char* ending : {"", "-wal", "-shm"}) EXPECT_EQ(mode(file.string() + ending), 0600U) << ending;
}

TEST_F(Sqlite, says_in_words_why_it_cannot_open) {
    const auto file = place.directory() / "letter.txt";
    std::ofstream(file) << std::string(5000, 'x');
    EXPECT_NE(refusal(file.string()).find("is not a database of Lotsen"), std::string::npos) << refusal(file.string());
    EXPECT_NE(refusal(place.directory().string()).find("is a directory"), std::string::npos);
    EXPECT_NE(refusal("/proc/none/lotsen.db").find("cannot make the directory"), std::string::npos);
    EXPECT_NE(refusal("mysql://x").find("neither sqlite: nor postgresql://"), std::string::npos);
    EXPECT_NE(refusal("").find("no database is named"), std::string::npos);
}

TEST_F(Sqlite, says_so_when_it_may_not_write) {
    open();
    fs::permissions(place.directory(), fs::perms(0555));
    fs::permissions(place.directory() / "lotsen.db", fs::perms(0444));
    const auto child = ::fork();
    if (child == 0) {
        if (::getuid() == 0 && ::setuid(65534) != 0) ::_exit(2);
        ::_exit(refusal(place.url()).find("give the user who runs lotsen the right") == std::string::npos ? 1 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    fs::permissions(place.directory(), fs::perms(0700));
}

TEST_F(Sqlite, many_writers_share_few_commits) {
    std::atomic<int> commits{0};
    db::Options options;
    options.before_commit = [&](std::size_t) { ++commits; };
    const auto database = open(options);
    std::vector<std::thread> threads;
    for (int t = 0; t < 64; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 50; ++i) store(*database, t * 50 + i);
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(count(*database), 64 * 50);
    EXPECT_LT(commits, 64 * 50 / 4) << "each commit is a sync: they must be shared";
}

TEST_F(Sqlite, the_answer_comes_after_the_commit) {
    std::atomic<bool> answered{false}, answered_before_commit{false};
    db::Options options;
    options.before_commit = [&](std::size_t) {
        std::this_thread::sleep_for(20ms);
        answered_before_commit = answered.load();
    };
    const auto database = open(options);
    store(*database, 1);
    answered = true;
    EXPECT_FALSE(answered_before_commit);
}

// Runs the use cases so that they stand in one group: the first waits until the others have been handed in.
std::vector<std::string> in_one_group(db::Database& database, const std::vector<std::function<void(Transaction&)>>& use_cases) {
    std::vector<std::string> answers(use_cases.size());
    std::atomic<std::size_t> handed_in{0};
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < use_cases.size(); ++i) {
        threads.emplace_back([&, i] {
            try {
                ++handed_in;
                database.write([&](Transaction& tx) {
                    while (handed_in < use_cases.size()) std::this_thread::sleep_for(1ms);
                    if (i == 0) std::this_thread::sleep_for(100ms);
                    use_cases[i](tx);
                });
                answers[i] = "stored";
            } catch (const db::Unavailable&) {
                answers[i] = "unavailable";
            } catch (const std::exception& e) {
                answers[i] = e.what();
            }
        });
        std::this_thread::sleep_for(20ms);  // in this order
    }
    for (auto& thread : threads) thread.join();
    return answers;
}

TEST_F(Sqlite, an_exception_takes_only_its_own_work_with_it) {
    std::size_t largest = 0;
    db::Options options;
    options.before_commit = [&](std::size_t size) { largest = std::max(largest, size); };
    const auto database = open(options);
    const auto answers = in_one_group(*database, {[](Transaction& tx) { tx.execute(put, {1}); },
                                                  [](Transaction& tx) {
                                                      tx.execute(put, {2});
                                                      throw std::runtime_error("no");
                                                  },
                                                  [](Transaction& tx) { tx.execute(put, {3}); }});
    EXPECT_EQ(answers, (std::vector<std::string>{"stored", "no", "stored"}));
    EXPECT_EQ(count(*database), 2);
    EXPECT_EQ(largest, 3U);
}

TEST_F(Sqlite, a_group_whose_commit_fails_is_told_so_and_not_rerun) {
    std::atomic<bool> fails{true};
    std::atomic<int> runs{0};
    db::Options options;
    options.before_commit = [&](std::size_t) {
        if (fails) throw std::runtime_error("fault");
    };
    const auto database = open(options);
    const auto one = [&](Transaction& tx) { tx.execute(put, {++runs}); };
    EXPECT_EQ(in_one_group(*database, {one, one, one}), (std::vector<std::string>{"unavailable", "unavailable", "unavailable"}));
    EXPECT_EQ(runs, 3);
    EXPECT_EQ(count(*database), 0);
    fails = false;
    store(*database, 1);
    EXPECT_EQ(count(*database), 1);
}

TEST_F(Sqlite, a_group_whose_transaction_ends_is_told_so) {
    const auto database = open();
    constexpr Sql end_all{"test.end", "ROLLBACK"};
    const auto answers = in_one_group(*database, {[](Transaction& tx) { tx.execute(put, {1}); },
                                                  [&](Transaction& tx) { tx.execute(end_all, {}); }});
    EXPECT_EQ(answers[0], "unavailable");
    EXPECT_NE(answers[1], "stored");
    EXPECT_EQ(count(*database), 0);
    store(*database, 7);
    EXPECT_EQ(count(*database), 1);
}

TEST_F(Sqlite, another_programs_lock_gives_unavailable_and_passes) {
    db::Options options;
    options.wait_limit = 200ms;
    const auto database = open(options);
    const auto other = place.open();
    other->exclusively([&](db::Connection&) {
        std::thread([&] { EXPECT_THROW(store(*database, 1), db::Unavailable); }).join();
    });
    store(*database, 2);
    EXPECT_EQ(count(*database), 1);
}
}

#include "platform/db/migrations.hpp"
#include "platform/db/postgresql_connection.hpp"
#include "support/postgres.hpp"
#include "support/test_database.hpp"
#include <atomic>
#include <csignal>
#include <thread>

namespace {
using db::Kind;
using db::Reader;
using db::Row;
using db::Sql;
using db::Transaction;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

const std::vector<db::Migration> schema{{1, "0001_note", "CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, amount BIGINT NOT NULL);"}};
constexpr Sql put{"test.put", "INSERT INTO note (id, amount) VALUES (?1, 0)"};
constexpr Sql add{"test.add", "UPDATE note SET amount = amount + 1 WHERE id = ?1"};
constexpr Sql amount{"test.amount", "SELECT amount FROM note WHERE id = ?1"};
constexpr Sql amount_of_rows{"test.count", "SELECT count(*) FROM note"};
constexpr Sql backend{"test.backend", "SELECT pg_backend_pid()"};

std::int64_t number(const Row& row) { return row.integer(0); }

class Postgresql : public testing::Test {
protected:
    support::EmptyPlace place{Kind::postgresql};
    std::unique_ptr<db::Database> database = place.open();
    void SetUp() override { db::migrate(*database, {1}, schema); }
    void store(std::int64_t id) {
        database->write([&](Transaction& tx) { tx.execute(put, {id}); });
    }
};

// That `f` ends with Unavailable, within the time a visitor can be asked to wait.
template <class F> void expect_unavailable_soon(F f) {
    const auto start = Clock::now();
    EXPECT_THROW(f(), db::Unavailable);
    EXPECT_LT(Clock::now() - start, 3500ms);
}

TEST(PostgresqlVersion, older_than_15_or_not_utf8_is_refused_in_words) {
    EXPECT_NE(db::unusable(140010, "UTF8").find("PostgreSQL 14 is too old"), std::string::npos);
    EXPECT_NE(db::unusable(150000, "LATIN1").find("LATIN1"), std::string::npos);
    EXPECT_EQ(db::unusable(150000, "UTF8"), "");
    EXPECT_EQ(db::unusable(170002, "UTF8"), "");
}

TEST(PostgresqlAddress, that_leads_nowhere_is_told_soon_and_without_the_password) {
    const auto start = Clock::now();
    try {
        db::Database::open("postgresql://lotsen:hemligt@127.0.0.1:18299/lotsen");
        FAIL();
    } catch (const db::CannotOpen& e) {
        EXPECT_EQ(std::string(e.what()).find("hemligt"), std::string::npos) << e.what();
    }
    EXPECT_LT(Clock::now() - start, 3s);
}

TEST(PostgresqlAddress, that_cannot_be_read_is_told_without_any_part_of_the_password) {
    for (const auto* address : {"postgresql://lotsen:hem%ligt@127.0.0.1/x", "postgresql://lotsen:hem%ligt@[::1/x", "postgresql://lotsen:hem/ligt@127.0.0.1/x", "postgresql://lotsen:ligt@[/x?hem=1",
                                "postgresql://lotsen:x@127.0.0.1:hem/ligt", "postgresql://lotsen:x@127.0.0.1/x?hem=ligt"}) {
        try {
            db::Database::open(address);
            FAIL() << address;
        } catch (const db::CannotOpen& e) {
            for (const auto* part : {"hem", "ligt"}) EXPECT_EQ(std::string(e.what()).find(part), std::string::npos) << e.what();
        }
    }
}

TEST_F(Postgresql, a_deadlock_is_run_again_and_both_are_stored) {
    store(1);
    store(2);
    std::atomic<int> runs{0}, waiting{0};
    const auto both = [&](std::int64_t first, std::int64_t second) {
        database->write([&](Transaction& tx) {
            ++runs;
            tx.execute(add, {first});
            if (++waiting <= 2)
                while (waiting < 2) std::this_thread::sleep_for(1ms);
            tx.execute(add, {second});
        });
    };
    std::thread other([&] { both(2, 1); });
    both(1, 2);
    other.join();
    EXPECT_GE(runs, 3);
    EXPECT_EQ(database->read([](Reader& reader) { return reader.one(amount, {1}, number); }), 2);
    EXPECT_EQ(database->read([](Reader& reader) { return reader.one(amount, {2}, number); }), 2);
}

TEST_F(Postgresql, is_rerun_five_times_and_no_more) {
    constexpr Sql always{"test.always", "DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$"};
    int runs = 0;
    expect_unavailable_soon([&] {
        database->write([&](Transaction& tx) {
            ++runs;
            tx.execute(always, {});
        });
    });
    EXPECT_EQ(runs, 6);
}

TEST_F(Postgresql, a_statement_that_takes_too_long_is_broken_off) {
    constexpr Sql sleep{"test.sleep", "SELECT 1 FROM (SELECT pg_sleep(?1::bigint)) AS slept"};
    expect_unavailable_soon([&] { database->write([&](Transaction& tx) { tx.query(sleep, {20}, [](const Row&) {}); }); });
    store(1);
}

TEST_F(Postgresql, a_server_gone_silent_never_hangs_a_visitor) {
    const auto pid = static_cast<pid_t>(database->write([](Transaction& tx) { return tx.one(backend, {}, number); }));
    ASSERT_EQ(::kill(pid, SIGSTOP), 0) << "this test must run as the user of the server, or as root";
    expect_unavailable_soon([&] {
        database->write([](Transaction& tx) { tx.execute(put, {1}); });
        throw db::Unavailable("a new connection answered in time, which is as good");
    });
    ::kill(pid, SIGCONT);
    store(2);
}

TEST_F(Postgresql, uses_no_more_connections_than_it_may) {
    db::Options options;
    options.postgresql_writers = 4;
    const auto few = place.open(options);
    std::atomic<int> inside{0}, most{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 24; ++t)
        threads.emplace_back([&, t] {
            few->write([&](Transaction& tx) {
                const int now = ++inside;
                for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {}
                tx.execute(put, {t});
                std::this_thread::sleep_for(5ms);
                --inside;
            });
        });
    for (auto& thread : threads) thread.join();
    EXPECT_LE(most, 4);
    EXPECT_GE(most, 2);
}

TEST_F(Postgresql, a_connection_lost_inside_a_use_case_is_told_and_replaced) {
    constexpr Sql end{"test.end", "SELECT pg_terminate_backend(?1::int)"};
    expect_unavailable_soon([&] {
        database->write([&](Transaction& tx) {
            const auto pid = tx.one(backend, {}, number);
            tx.execute(put, {1});
            std::thread([&] { database->read([&](Reader& reader) { reader.query(end, {pid}, [](const Row&) {}); }); }).join();
            std::this_thread::sleep_for(100ms);
            tx.execute(put, {2});
        });
    });
    store(3);
    EXPECT_EQ(database->read([](Reader& reader) { return reader.one(amount_of_rows, {}, number); }), 1);
}

TEST(PostgresqlServer, that_crashes_is_told_and_used_again_when_it_is_back) {
    support::Postgres server;
    const auto database = db::Database::open(server.url());
    db::migrate(*database, {1}, schema);
    const auto store = [&](std::int64_t id) { database->write([&](Transaction& tx) { tx.execute(put, {id}); }); };
    const auto count = [&] { return database->read([](Reader& reader) { return reader.one(amount_of_rows, {}, number); }); };
    for (int id = 0; id < 20; ++id) store(id);
    EXPECT_EQ(count(), 20);
    server.crash();
    expect_unavailable_soon([&] { store(100); });
    expect_unavailable_soon([&] { count(); });
    server.start();
    store(101);
    EXPECT_EQ(count(), 21) << "all that was answered, and nothing that was refused";
}

// A plan that was made while the table was empty goes by any index, and stays until somebody looks at what the table holds.
TEST_F(Postgresql, looks_at_a_table_that_grows_in_a_rush_and_not_a_minute_later) {
    constexpr Sql known{"test.known", "SELECT CAST(greatest(reltuples, 0) AS BIGINT) FROM pg_class WHERE oid = 'note'::regclass"};
    const auto rows = [&] { return database->read([&](Reader& reader) { return reader.one(known, {}, number); }); };
    EXPECT_EQ(rows(), 0);
    // What was changed is counted by each connection once a second, at most.
    const auto until = Clock::now() + 20s;
    std::int64_t id = 0;
    while (rows() == 0 && Clock::now() < until)
        for (int n = 0; n < 250; ++n) store(++id);
    EXPECT_GE(rows(), 50);
    EXPECT_LE(rows(), id);
}
TEST_F(Postgresql, those_who_want_the_same_row_wait_outside_and_leave_connections_to_others) {
    store(1), store(2);
    std::atomic<int> waiting{0};
    std::vector<std::jthread> rush;
    std::atomic<bool> go{false};
    rush.emplace_back([&] {
        database->write_in_turn("1", [&](Transaction& tx) {
            tx.execute(add, {std::int64_t{1}});
            for (++waiting; !go;) std::this_thread::sleep_for(1ms);
        });
    });
    for (int n = 0; n < 30; ++n)
        rush.emplace_back([&] { ++waiting, database->write_in_turn("1", [&](Transaction& tx) { tx.execute(add, {std::int64_t{1}}); }); });
    while (waiting < 31) std::this_thread::sleep_for(1ms);
    std::this_thread::sleep_for(100ms);
    const auto begun = Clock::now();
    database->write([&](Transaction& tx) { tx.execute(add, {std::int64_t{2}}); });
    EXPECT_LT(Clock::now() - begun, 1s);   // 30 who wait are more than all connections for writing
    go = true;
    rush.clear();
    EXPECT_EQ(database->read([&](Reader& reader) { return reader.one(amount, {std::int64_t{1}}, number); }), 31);
}
}

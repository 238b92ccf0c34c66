#include "platform/db/migrations.hpp"
#include "support/test_database.hpp"
#include <atomic>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {
using db::Kind;
using db::Migration;
using db::Reader;
using db::Row;
using db::Sql;
constexpr Sql tables_sqlite{"test.tables_sqlite", "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"};
constexpr Sql tables_postgresql{"test.tables_postgresql", "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"};
constexpr Sql applied{"test.applied", "SELECT number FROM schema_migration ORDER BY number"};

const std::vector<Migration> two{
    {1, "0001_first", "CREATE TABLE first (id BIGINT NOT NULL PRIMARY KEY, name TEXT);\nINSERT INTO first (id, name) VALUES (1, 'a;b');"},
    {2, "0002_second", "CREATE TABLE second (id BIGINT NOT NULL PRIMARY KEY);\nCREATE TABLE third (id BIGINT NOT NULL PRIMARY KEY);\n"
                       "INSERT INTO second (id) VALUES (2);\nCREATE INDEX first_name ON first (name);"},
};

class Migrations : public testing::TestWithParam<Kind> {
protected:
    support::EmptyPlace place{GetParam()};
    std::vector<std::string> tables() {
        return place.open()->read([&](Reader& reader) {
            return reader.query(GetParam() == Kind::sqlite ? tables_sqlite : tables_postgresql, {}, [](const Row& row) { return std::string(row.text(0)); });
        });
    }
    std::vector<std::int64_t> numbers() {
        return place.open()->read([](Reader& reader) { return reader.query(applied, {}, [](const Row& row) { return row.integer(0); }); });
    }
    int apply(const std::vector<Migration>& wanted) { return db::migrate(*place.open(), {1}, wanted); }
};
LOTSEN_ON_BOTH_DATABASES(Migrations);

TEST_P(Migrations, are_applied_once_and_in_order) {
    EXPECT_EQ(apply({two[0]}), 1);
    EXPECT_EQ(apply(two), 1);
    EXPECT_EQ(apply(two), 0);
    EXPECT_EQ(numbers(), (std::vector<std::int64_t>{1, 2}));
    EXPECT_EQ(tables(), (std::vector<std::string>{"first", "schema_migration", "second", "third"}));
}

TEST_P(Migrations, two_programs_at_once_apply_once) {
    std::vector<std::thread> programs;
    std::atomic<int> count{0};
    for (int i = 0; i < 4; ++i) programs.emplace_back([&] { count += apply(two); });
    for (auto& program : programs) program.join();
    EXPECT_EQ(count, 2);
    EXPECT_EQ(numbers().size(), 2U);
}

TEST_P(Migrations, a_newer_schema_is_refused_in_words) {
    apply(two);
    EXPECT_EQ(db::schema_age(*place.open(), {two[0]}), db::SchemaAge::newer);
    try {
        apply({two[0]});
        FAIL();
    } catch (const db::CannotOpen& e) {
        EXPECT_NE(std::string(e.what()).find("newer schema (0002_second)"), std::string::npos) << e.what();
    }
}

TEST_P(Migrations, a_changed_migration_is_refused) {
    apply(two);
    auto changed = two;
    changed[0].text = "CREATE TABLE first (id BIGINT NOT NULL PRIMARY KEY);";
    EXPECT_THROW(apply(changed), db::CannotOpen);
}

TEST_P(Migrations, another_programs_tables_are_left_alone) {
    place.open()->exclusively([](db::Connection& connection) { connection.script("CREATE TABLE wp_posts (id BIGINT)"); });
    EXPECT_THROW(apply(two), db::CannotOpen);
    EXPECT_EQ(tables(), std::vector<std::string>{"wp_posts"});
}

TEST_P(Migrations, age_is_known_without_writing) {
    EXPECT_EQ(db::schema_age(*place.open(), two), db::SchemaAge::older);
    EXPECT_TRUE(tables().empty());
    apply(two);
    EXPECT_EQ(db::schema_age(*place.open(), two), db::SchemaAge::current);
}

// Ends this process, as the machine would, right before a statement of the last migration.
int killed_at(const support::EmptyPlace& place, int statement, const std::vector<Migration>& wanted = two) {
    const auto child = ::fork();
    if (child == 0) {
        try {
            const auto database = place.open();
            db::migrate(*database, {1}, wanted, [&](int number, int at) {
                if (number == wanted.back().number && at == statement) ::kill(::getpid(), SIGKILL);
            });
        } catch (...) {
        }
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

TEST_P(Migrations, killed_at_any_statement_the_schema_is_old_or_new) {
    apply({two[0]});
    const int statements = static_cast<int>(db::statements_for(GetParam(), two[1]).size());
    ASSERT_EQ(statements, 4);
    for (int at = 0; at <= statements; ++at) {
        EXPECT_EQ(killed_at(place, at), SIGKILL);
        EXPECT_EQ(tables(), (std::vector<std::string>{"first", "schema_migration"})) << "killed before statement " << at;
        EXPECT_EQ(numbers(), std::vector<std::int64_t>{1});
    }
    EXPECT_EQ(killed_at(place, statements + 1), 0);
    EXPECT_EQ(tables().size(), 4U);
}

TEST_P(Migrations, each_of_the_programs_own_killed_at_any_statement_leaves_the_schema_as_it_was) {
    std::vector<Migration> wanted;
    for (const auto& migration : db::migrations()) {
        const auto before = tables();
        wanted.push_back(migration);
        const int statements = static_cast<int>(db::statements_for(GetParam(), migration).size());
        for (int at = 0; at <= statements; ++at) {
            EXPECT_EQ(killed_at(place, at, wanted), SIGKILL);
            EXPECT_EQ(tables(), before) << migration.name << ", killed before statement " << at;
        }
        EXPECT_EQ(apply(wanted), 1) << migration.name;
    }
}

TEST_P(Migrations, a_failing_one_leaves_nothing) {
    auto faulty = two;
    faulty[1].text = "CREATE TABLE second (id BIGINT);\nCREATE TABLE first (id BIGINT);";
    EXPECT_THROW(apply(faulty), base::Bug);
    EXPECT_EQ(tables(), (std::vector<std::string>{"first", "schema_migration"}));
}

TEST(MigrationText, is_adapted_to_each_database) {
    const Migration migration{1, "0001_x",
                              "-- a comment; with BIGINT\n-- postgresql only\nCREATE DOMAIN blob AS bytea;\n-- end\n"
                              "create table t (a BIGINT, b TEXT DEFAULT 'BIGINT;TEXT');"};
    const auto sqlite = db::statements_for(Kind::sqlite, migration);
    ASSERT_EQ(sqlite.size(), 1U);
    EXPECT_TRUE(sqlite[0].ends_with("create table t (a INTEGER, b TEXT DEFAULT 'BIGINT;TEXT') STRICT")) << sqlite[0];
    const auto postgresql = db::statements_for(Kind::postgresql, migration);
    ASSERT_EQ(postgresql.size(), 2U);
    EXPECT_TRUE(postgresql[1].ends_with("create table t (a BIGINT, b TEXT COLLATE \"C\" DEFAULT 'BIGINT;TEXT')")) << postgresql[1];
}

TEST(MigrationText, may_not_defer_or_trigger) {
    EXPECT_THROW(db::statements_for(Kind::sqlite, {1, "x", "CREATE TABLE t (a BIGINT REFERENCES u DEFERRABLE INITIALLY DEFERRED)"}), base::Bug);
    EXPECT_THROW(db::statements_for(Kind::sqlite, {1, "x", "CREATE TRIGGER t AFTER INSERT ON u BEGIN SELECT 1; END"}), base::Bug);
}

TEST(MigrationText, embedded_ones_are_numbered) {
    const auto own = db::migrations();
    ASSERT_GE(own.size(), 3U);
    EXPECT_EQ(own[0].name, "0001_base_types");
    EXPECT_EQ(own[1].number, 2);
}
}

#include "platform/audit/audit.hpp"
#include "platform/audit/seal.hpp"
#include "platform/audit/verify.hpp"
#include "platform/crypto/random.hpp"
#include "support/audit_lines.hpp"
#include "support/test_database.hpp"
#include <atomic>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
// Several writers, several programs on one database, and long random walks: each act has its line, and the chain is whole.

namespace {
using audit::Act;
using namespace std::chrono_literals;

constexpr db::Sql waiting{"test.waiting", "SELECT count(*) FROM audit_waiting"};
constexpr db::Sql sealed{"test.sealed", "SELECT count(*) FROM audit_seal"};
constexpr db::Sql subjects{"test.subjects", "SELECT count(*) FROM audit_subject"};
std::int64_t count(db::Database& database, const db::Sql& sql) {
    return database.read([&](db::Reader& reader) { return reader.one(sql, {}, [](const db::Row& row) { return row.integer(0); }); });
}
template <class T> T fresh() {
    crypto::SystemRandomness randomness;
    return crypto::new_id<T>(randomness);
}

class Writers : public support::OnBothDatabases {
protected:
    crypto::Key key = crypto::Key::random();
    base::SystemClock clock;
    std::atomic<int> failures{0};
    audit::Sealer::Failed failed = [this](const std::string& why) { ++failures, ADD_FAILURE() << why; };

    void one_act(db::Database& on, const std::string& object) {
        const rights::Actor actor({.account = fresh<rights::AccountId>()});
        on.write([&](db::Transaction& tx) { audit::record(tx, actor, clock.now(), {.act = Act::write, .kind = "thing", .object = object}); });
    }
    // Each of `threads` does `acts` acts on each database; returns what they were about.
    std::multiset<std::string> many(const std::vector<db::Database*>& on, int threads, int acts) {
        std::multiset<std::string> wanted;
        std::vector<std::jthread> running;
        for (std::size_t d = 0; d < on.size(); ++d)
            for (int t = 0; t < threads; ++t) {
                const auto name = "d" + std::to_string(d) + ".t" + std::to_string(t) + ".a";
                for (int a = 0; a < acts; ++a) wanted.insert(name + std::to_string(a));
                running.emplace_back([this, name, acts, at = on[d]] {
                    for (int a = 0; a < acts; ++a) one_act(*at, name + std::to_string(a));
                });
            }
        return wanted;
    }
    void expect_all_there(const std::multiset<std::string>& wanted) {
        std::multiset<std::string> found;
        for (const auto& line : support::audit_lines(database())) found.insert(line.object);
        EXPECT_EQ(found, wanted);
        EXPECT_EQ(count(database(), waiting), 0);
        EXPECT_EQ(count(database(), sealed), static_cast<std::int64_t>(wanted.size()));
        EXPECT_EQ(audit::verify(database(), key, clock.now()).faults, 0);
        EXPECT_EQ(failures, 0);
    }
};
LOTSEN_ON_BOTH_DATABASES(Writers);

TEST_P(Writers, on_one_database_get_one_whole_chain) {
    audit::Sealer sealer(database(), key, clock, failed, 20ms);
    const auto wanted = many({&database()}, 8, 50);
    while (count(database(), waiting) > 0) sealer.seal_now();   // on PostgreSQL its own thread may be at it
    expect_all_there(wanted);
}
TEST_P(Writers, through_two_programs_with_a_sealer_each_get_one_whole_chain) {
    const auto other = place().open();
    audit::Sealer one(database(), key, clock, failed, 5ms), two(*other, key, clock, failed, 5ms);
    const auto wanted = many({&database(), other.get()}, 4, 50);
    while (count(database(), waiting) > 0) one.seal_now();
    expect_all_there(wanted);
}
TEST_P(Writers, in_two_processes_get_one_whole_chain) {
    const auto run = [&](const std::string& name) {
        const auto own = place().open();
        audit::Sealer sealer(*own, key, clock, [](const std::string&) { ::_exit(3); }, 5ms);
        for (int i = 0; i < 100; ++i) one_act(*own, name + std::to_string(i));
        while (count(*own, waiting) > 0) sealer.seal_now();
    };
    std::multiset<std::string> wanted;
    std::vector<pid_t> children;
    for (const std::string name : {"first.", "second."}) {
        for (int i = 0; i < 100; ++i) wanted.insert(name + std::to_string(i));
        children.push_back(::fork());
        if (children.back() != 0) continue;
        try {
            run(name);
            ::_exit(0);
        } catch (...) {
            ::_exit(4);
        }
    }
    for (const auto child : children) {
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
    }
    expect_all_there(wanted);
}
TEST_P(Writers, without_a_sealer_leave_lines_that_the_next_one_seals) {
    one_act(database(), "from.the.terminal");
    EXPECT_EQ(count(database(), waiting), 1);
    EXPECT_EQ(database().read(audit::sealing).last, std::nullopt);
    audit::Sealer sealer(database(), key, clock, failed, 10s);
    sealer.seal_now();
    for (int i = 0; i < 500 && count(database(), waiting) > 0; ++i) std::this_thread::sleep_for(5ms);
    expect_all_there({"from.the.terminal"});
    EXPECT_TRUE(database().read(audit::sealing).last);
}
TEST_P(Writers, get_their_seals_inside_the_group_commit_on_sqlite_alone) {
    if (GetParam() == db::Kind::postgresql) {
        bool called = false;
        database().before_group_commit([&](db::Transaction&) { called = true; });
        one_act(database(), "x");
        EXPECT_FALSE(called) << "there are no groups";
        EXPECT_EQ(count(database(), waiting), 1);
        return;
    }
    const audit::Sealer sealer(database(), key, clock, failed, 1h);
    one_act(database(), "x");
    EXPECT_EQ(count(database(), sealed), 1) << "sealed when the write returns, without waiting for the second";
}

// Ten thousand acts, some rolled back, some lists with subjects: each that was stored has its line, and no other is there.
TEST_P(Writers, walk_at_random_and_miss_nothing) {
    std::mt19937 random(GetParam() == db::Kind::sqlite ? 1u : 2u);
    const auto up_to = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    struct Undone {};
    std::multiset<std::string> wanted;
    std::int64_t subjects_wanted = 0;
    audit::Sealer sealer(database(), key, clock, failed, 50ms);
    for (int done = 0; done < 10'000;) {
        const int acts = 1 + up_to(99);
        const bool undone = up_to(9) == 0;
        std::vector<std::string> objects;
        std::vector<std::size_t> shown;
        for (int i = 0; i < acts; ++i) objects.push_back("act." + std::to_string(done + i)), shown.push_back(static_cast<std::size_t>(up_to(9) == 0 ? up_to(5) : 0));
        const rights::Actor actor({.account = fresh<rights::AccountId>()});
        const auto area = fresh<rights::AreaId>();
        const auto now = clock.now();
        const auto what = audit::acts.at(static_cast<std::size_t>(up_to(static_cast<int>(audit::acts.size()) - 1)));
        const auto use_case = [&](db::Transaction& tx) {
            for (std::size_t i = 0; i < objects.size(); ++i) {
                std::vector<audit::Subject> about;
                for (std::size_t s = 0; s < shown[i]; ++s) about.push_back({area, fresh<rights::PersonId>()});
                audit::record(tx, actor, now, {.act = what, .kind = "thing", .object = objects[i]}, about);
            }
            if (undone) throw Undone{};
        };
        if (undone) {
            EXPECT_THROW(database().write(use_case), Undone);
            continue;
        }
        database().write(use_case);
        wanted.insert(objects.begin(), objects.end());
        for (const auto s : shown) subjects_wanted += static_cast<std::int64_t>(s);
        done += acts;
    }
    while (count(database(), waiting) > 0) sealer.seal_now();
    EXPECT_GE(wanted.size(), 10'000u);
    EXPECT_EQ(count(database(), subjects), subjects_wanted);
    expect_all_there(wanted);
}

TEST(GroupHook, runs_in_a_group_that_wrote_and_cannot_hurt_it) {
    const support::EmptyPlace place(db::Kind::sqlite);
    const auto database = place.open();
    const std::vector<db::Migration> schema{{1, "0001_note", "CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY);"}};
    db::migrate(*database, {1}, schema);
    constexpr db::Sql put{"test.put", "INSERT INTO note (id) VALUES (?1)"};
    constexpr db::Sql amount{"test.amount", "SELECT count(*) FROM note"};
    std::atomic<int> runs{0};
    std::int64_t next = 100;
    bool fails = false;
    database->before_group_commit([&](db::Transaction& tx) {
        ++runs;
        tx.execute(put, {next++});
        if (fails) throw std::runtime_error("the hook fails");
    });
    database->write([&](db::Transaction& tx) { tx.execute(put, {1}); });
    EXPECT_EQ(count(*database, amount), 2);
    struct Undone {};
    EXPECT_THROW(database->write([&](db::Transaction&) { throw Undone{}; }), Undone);
    EXPECT_EQ(runs, 1) << "nothing was written";
    fails = true;
    database->write([&](db::Transaction& tx) { tx.execute(put, {2}); });
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(count(*database, amount), 3) << "the use case is stored, what the hook did is not";
    database->before_group_commit({});
    database->write([&](db::Transaction& tx) { tx.execute(put, {3}); });
    EXPECT_EQ(runs, 2);
}
}

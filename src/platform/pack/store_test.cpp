#include "platform/pack/store.hpp"
#include "support/test_database.hpp"
#include <atomic>
#include <fstream>
#include <thread>

namespace {
namespace fs = std::filesystem;
using pack::ApplyRefusal;
using pack::ContentStore;
using pack::ImportPlan;
using pack::Record;

constexpr base::Instant filled{100}, later{200};

class ContentStoreTest : public support::OnBothDatabases {
protected:
    support::TemporaryDirectory work;
    fs::path folder = work.path() / "pack";
    ContentStore store;

    void fill(const std::vector<Record>& records) {
        ASSERT_TRUE(database().write([&](db::Transaction& tx) { return store.fill(tx, records, filled); }));
    }
    std::vector<Record> all() {
        return database().read([&](db::Reader& reader) { return store.all(reader); });
    }
    std::int64_t generation() {
        return database().read([&](db::Reader& reader) { return store.generation(reader); });
    }
    void export_to(const fs::path& to) { pack::write_folder(to, all()); }
    ImportPlan plan(const fs::path& from) {
        return database().read([&](db::Reader& reader) { return store.plan_import(reader, pack::read_folder(from), pack::read_exported(from)); });
    }
    base::Result<std::int64_t, ApplyRefusal> apply(const ImportPlan& wanted) {
        return database().write([&](db::Transaction& tx) { return store.apply(tx, wanted, later); });
    }
    // A change made in the database by somebody else, through an export of their own.
    void change_elsewhere(const std::string& path, const std::string& source) {
        const support::TemporaryDirectory other;
        export_to(other.path() / "x");
        edit(other.path() / "x", path, source);
        ASSERT_TRUE(apply(plan(other.path() / "x")));
    }
    static void edit(const fs::path& in, const std::string& path, const std::string& source) { std::ofstream(in / path, std::ios::binary) << source; }
    std::int64_t versions(const std::string& path) {
        constexpr db::Sql count{"test.versions", "SELECT count(*) FROM content_version WHERE path = ?1"};
        return database().read([&](db::Reader& reader) { return reader.one(count, {path}, [](const db::Row& row) { return row.integer(0); }); });
    }
};
LOTSEN_ON_BOTH_DATABASES(ContentStoreTest);

const std::vector<Record> three{{"law.toml", "a = 1\r\n# utan radslut"}, {"offers/a.md", "+++\n+++\nÅ\n"}, {"offers/b.md", ""}};

TEST_P(ContentStoreTest, is_filled_once) {
    EXPECT_TRUE(database().read([&](db::Reader& reader) { return store.empty(reader); }));
    fill(three);
    EXPECT_EQ(all(), three);
    EXPECT_EQ(generation(), 1);
    EXPECT_FALSE(database().write([&](db::Transaction& tx) { return store.fill(tx, {{"x.md", "y"}}, later); }));
    EXPECT_EQ(all(), three);
    EXPECT_FALSE(database().read([&](db::Reader& reader) { return store.empty(reader); }));
}

TEST_P(ContentStoreTest, only_one_of_many_fills_wins) {
    std::atomic<int> won{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] { won += database().write([&](db::Transaction& tx) { return store.fill(tx, three, filled); }); });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(won, 1);
    EXPECT_EQ(all(), three);
}

TEST_P(ContentStoreTest, goes_out_and_comes_back_byte_for_byte) {
    fill(three);
    export_to(folder);
    EXPECT_EQ(pack::read_folder(folder), three);
    const auto unchanged = plan(folder);
    EXPECT_EQ(unchanged.unchanged.size(), 3U);
    EXPECT_FALSE(unchanged.changes_something());
    ASSERT_TRUE(apply(unchanged));
    EXPECT_EQ(generation(), 1) << "nothing changed, so nobody need read again";
}

TEST_P(ContentStoreTest, takes_in_what_was_added_changed_and_removed) {
    fill(three);
    export_to(folder);
    edit(folder, "law.toml", "a = 2\n");
    edit(folder, "offers/c.md", "ny");
    fs::remove(folder / "offers/b.md");
    const auto wanted = plan(folder);
    EXPECT_EQ(wanted.changed, (std::vector<Record>{{"law.toml", "a = 2\n"}}));
    EXPECT_EQ(wanted.added, (std::vector<Record>{{"offers/c.md", "ny"}}));
    EXPECT_EQ(wanted.removed, std::vector<std::string>{"offers/b.md"});
    const auto applied = apply(wanted);
    ASSERT_TRUE(applied);
    EXPECT_EQ(*applied, 2);
    EXPECT_EQ(all(), pack::read_folder(folder));
    EXPECT_EQ(versions("law.toml"), 2);
    EXPECT_EQ(versions("offers/b.md"), 2);

    pack::write_exported(folder, wanted.exported_after);
    edit(folder, "law.toml", "a = 3\n");
    edit(folder, "offers/b.md", "tillbaka");
    ASSERT_TRUE(apply(plan(folder))) << "the same folder can be edited and imported again";
    EXPECT_EQ(all(), pack::read_folder(folder));
    EXPECT_EQ(versions("offers/b.md"), 3);
}

TEST_P(ContentStoreTest, keeps_what_only_the_database_changed) {
    fill(three);
    export_to(folder);
    change_elsewhere("law.toml", "databasen\n");
    change_elsewhere("offers/d.md", "ny i databasen");
    edit(folder, "offers/a.md", "mappen\n");
    const auto wanted = plan(folder);
    EXPECT_EQ(wanted.kept, (std::vector<std::string>{"law.toml", "offers/d.md"}));
    EXPECT_TRUE(wanted.conflicts.empty());
    ASSERT_TRUE(apply(wanted));
    EXPECT_EQ(all()[0].source, "databasen\n");
    EXPECT_EQ(all()[1].source, "mappen\n");
    pack::write_exported(folder, wanted.exported_after);
    EXPECT_EQ(plan(folder).kept, (std::vector<std::string>{"law.toml", "offers/d.md"})) << "still known as older in the folder";
}

TEST_P(ContentStoreTest, both_changed_is_a_conflict_and_nothing_is_applied) {
    fill(three);
    export_to(folder);
    change_elsewhere("law.toml", "databasen\n");
    change_elsewhere("offers/b.md", "databasen\n");
    edit(folder, "law.toml", "mappen\n");
    edit(folder, "offers/a.md", "mappen\n");
    fs::remove(folder / "offers/b.md");
    const auto before = all();
    const auto wanted = plan(folder);
    ASSERT_EQ(wanted.conflicts.size(), 2U);
    EXPECT_EQ(wanted.conflicts[0].path, "law.toml");
    EXPECT_EQ(wanted.conflicts[1].reason, "removed in the folder, changed in the database");
    const auto refused = apply(wanted);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal(), ApplyRefusal::has_conflicts);
    EXPECT_EQ(all(), before);
}

TEST_P(ContentStoreTest, the_same_change_on_both_sides_is_no_conflict) {
    fill(three);
    export_to(folder);
    change_elsewhere("law.toml", "lika\n");
    edit(folder, "law.toml", "lika\n");
    EXPECT_EQ(plan(folder).unchanged.size(), 3U);
}

TEST_P(ContentStoreTest, a_folder_that_was_never_exported_can_only_add) {
    fill(three);
    pack::write_folder(folder, {{"law.toml", "annat\n"}, {"new.md", "ny"}, {"offers/a.md", three[1].source}});
    fs::remove(folder / ".exported");
    const auto wanted = plan(folder);
    ASSERT_EQ(wanted.conflicts.size(), 1U);
    EXPECT_EQ(wanted.conflicts[0].path, "law.toml");
    EXPECT_EQ(wanted.added.size(), 1U);
    EXPECT_EQ(wanted.kept, std::vector<std::string>{"offers/b.md"});
    EXPECT_TRUE(wanted.removed.empty());
}

TEST_P(ContentStoreTest, a_plan_made_before_another_import_is_refused) {
    fill(three);
    export_to(folder);
    edit(folder, "offers/a.md", "mappen\n");
    const auto stale = plan(folder);
    change_elsewhere("offers/a.md", "databasen\n");
    const auto refused = apply(stale);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal(), ApplyRefusal::content_changed_meanwhile);
    EXPECT_EQ(all()[1].source, "databasen\n");
}

TEST_P(ContentStoreTest, danderyds_pack_makes_the_round_trip) {
    const auto original = pack::read_folder(LOTSEN_SOURCE_DIR "/content/danderyd");
    ASSERT_FALSE(original.empty());
    fill(original);
    export_to(folder);
    EXPECT_EQ(pack::read_folder(folder), original);
}
}

#include "platform/vault/vault.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/crypto/seal.hpp"
#include "support/test_database.hpp"
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {
using crypto::Keyring;
using crypto::MasterKey;
using vault::Purpose;
using vault::Vault;
constexpr base::Instant now{1795305600000};
constexpr crypto::Owner anna{"person", "anna"}, bo{"person", "bo"};
constexpr db::Sql all_keys{"test.keys", "SELECT kind, id, wrapped FROM vault_key ORDER BY kind, id"};
constexpr db::Sql forget_root{"test.forget", "DELETE FROM vault_key WHERE kind = 'purpose' AND id = 'hash'"};
constexpr db::Sql exchange{"test.exchange", "UPDATE vault_key SET wrapped = (SELECT wrapped FROM vault_key WHERE kind = 'person' AND id = 'bo') WHERE kind = 'person' AND id = 'anna'"};

MasterKey copy(const char* seed) {
    const std::string bytes(32, seed[0]);
    return MasterKey(crypto::bytes(bytes));
}
std::string hex(crypto::Bytes bytes) { return std::string(crypto::text(bytes)); }

class TheVault : public support::OnBothDatabases {
protected:
    Vault with(const char* seed) { return Vault(Keyring(copy(seed))); }
    Vault both(const char* current, const char* former) {
        std::vector<MasterKey> old;
        old.push_back(copy(former));
        return Vault(Keyring(copy(current), std::move(old)));
    }
    std::optional<std::string> read(const Vault& vault, crypto::Owner owner) {
        return database().read([&](db::Reader& r) -> std::optional<std::string> {
            const auto key = vault.key(r, owner);
            return key ? std::optional(hex(key->read())) : std::nullopt;
        });
    }
    std::string create(const Vault& vault, crypto::Owner owner) {
        return database().write([&](db::Transaction& tx) { return hex(vault.create_key(tx, owner, now).read()); });
    }
};
LOTSEN_ON_BOTH_DATABASES(TheVault);
}

TEST_P(TheVault, gives_back_the_key_it_made_and_none_for_another) {
    const auto vault = with("a");
    const auto made = create(vault, anna);
    EXPECT_EQ(made.size(), 32u);
    EXPECT_EQ(read(vault, anna), made);
    EXPECT_EQ(read(vault, bo), std::nullopt);
    EXPECT_NE(create(vault, bo), made);
}
TEST_P(TheVault, keeps_no_key_in_the_clear) {
    const auto vault = with("a");
    const auto made = create(vault, anna);
    database().read([&](db::Reader& r) { r.query(all_keys, {}, [&](const db::Row& row) { EXPECT_EQ(db::bytes_of(row.blob(2)).find(made.substr(0, 8)), std::string::npos); }); });
}
TEST_P(TheVault, does_not_open_one_persons_key_in_anothers_row) {
    const auto vault = with("a");
    create(vault, anna), create(vault, bo);
    database().write([&](db::Transaction& tx) { tx.execute(exchange, {}); });
    EXPECT_THROW((void)read(vault, anna), vault::Unusable);
    EXPECT_TRUE(read(vault, bo));
}
TEST_P(TheVault, erases_for_ever) {
    const auto vault = with("a");
    create(vault, anna), create(vault, bo);
    database().write([&](db::Transaction& tx) { vault.erase(tx, anna, now); });
    EXPECT_EQ(read(vault, anna), std::nullopt);
    EXPECT_TRUE(read(vault, bo));
    EXPECT_THROW(create(vault, anna), base::Bug);
    database().read([&](db::Reader& r) { EXPECT_EQ(vault::erased(r, "person"), std::vector<std::string>{"anna"}); });
}
TEST_P(TheVault, erases_again_what_an_older_backup_brought_back) {
    const auto vault = with("a");
    create(vault, anna), create(vault, bo);
    const auto older = database().read([&](db::Reader& r) { return r.query(all_keys, {}, [](const db::Row& row) { return std::string(db::bytes_of(row.blob(2))); }); }).front();
    database().write([&](db::Transaction& tx) { vault.erase(tx, anna, now); });
    constexpr db::Sql put_back{"test.put_back", "INSERT INTO vault_key (kind, id, wrapped, created_at) VALUES ('person', 'anna', ?1, 1)"};
    database().write([&](db::Transaction& tx) { tx.execute(put_back, {db::blob_of(older)}); });
    ASSERT_TRUE(read(vault, anna));
    EXPECT_EQ(database().write([&](db::Transaction& tx) { return vault::replay_tombstones(tx); }), 1);
    EXPECT_EQ(read(vault, anna), std::nullopt);
    EXPECT_TRUE(read(vault, bo));
}
TEST_P(TheVault, has_one_hash_root_for_all_programs) {
    auto first = with("a"), second = with("a");
    const auto another = place().open();
    std::thread beside([&] { second.prepare(*another, now); });
    first.prepare(database(), now);
    beside.join();
    for (const auto purpose : vault::purposes) EXPECT_TRUE(crypto::equal(first.purpose_key(purpose).read(), second.purpose_key(purpose).read())) << vault::key(purpose);
    EXPECT_EQ(first.hash("lookup", "x.y").of("070"), second.hash("lookup", "x.y").of("070"));
    EXPECT_FALSE(crypto::equal(first.purpose_key(Purpose::hash).read(), first.purpose_key(Purpose::audit).read()));
}
TEST_P(TheVault, refuses_another_databases_key_file_and_writes_nothing_with_it) {
    auto right = with("a"), wrong = with("b");
    right.prepare(database(), now);
    try {
        wrong.prepare(database(), now);
        FAIL();
    } catch (const vault::Unusable& problem) {
        EXPECT_NE(std::string(problem.what()).find("does not fit this database"), std::string::npos) << problem.what();
        EXPECT_NE(problem.remedy, "");
    }
    const auto masters = database().read([](db::Reader& r) { return vault::wrapped_by(r); });
    ASSERT_EQ(masters.size(), 1u);
    EXPECT_EQ(masters[0].master, crypto::text_of(right.master()));
    EXPECT_EQ(masters[0].keys, static_cast<std::int64_t>(vault::purposes.size()));
}
TEST_P(TheVault, refuses_to_make_a_new_hash_root_beside_old_keys) {
    auto vault = with("a");
    vault.prepare(database(), now);
    database().write([&](db::Transaction& tx) { tx.execute(forget_root, {}); });
    EXPECT_THROW(vault.prepare(database(), now), vault::Unusable);
}
TEST_P(TheVault, is_a_bug_to_ask_before_it_is_prepared) { EXPECT_THROW((void)with("a").purpose_key(Purpose::hash), base::Bug); }

TEST_P(TheVault, is_rewrapped_in_small_steps_and_every_key_stays_the_same) {
    auto old = with("a");
    old.prepare(database(), now);
    std::map<std::string, std::string> before;
    for (int i = 0; i < 23; ++i) {
        const auto id = "p" + std::to_string(i);
        before[id] = create(old, {"person", id});
    }
    const auto root = hex(old.purpose_key(Purpose::hash).read());
    auto changing = both("b", "a");
    changing.prepare(database(), now);
    create(changing, bo);
    std::int64_t steps = 0, done = 0;
    while (const auto some = database().write([&](db::Transaction& tx) { return changing.rewrap_some(tx, 10); })) {
        EXPECT_LE(some, 10);
        if (++steps == 1) {
            EXPECT_TRUE(database().read([&](db::Reader& r) { return changing.former_needed(r); }));
            changing = both("b", "a"); // as if it was broken off and begun again
            changing.prepare(database(), now);
        }
        done += some;
    }
    EXPECT_EQ(done, 23 + static_cast<std::int64_t>(vault::purposes.size()));
    EXPECT_FALSE(database().read([&](db::Reader& r) { return changing.former_needed(r); }));
    auto fresh = with("b");
    fresh.prepare(database(), now);
    for (const auto& [id, key] : before) EXPECT_EQ(read(fresh, {"person", id}), key);
    EXPECT_EQ(hex(fresh.purpose_key(Purpose::hash).read()), root);
    EXPECT_THROW(old.prepare(database(), now), vault::Unusable);
}
TEST_P(TheVault, cannot_be_rewrapped_without_the_former_file) {
    auto old = with("a");
    create(old, anna);
    const auto stranger = with("b");
    EXPECT_THROW(database().write([&](db::Transaction& tx) { return stranger.rewrap_some(tx, 10); }), vault::Unusable);
    EXPECT_TRUE(read(old, anna));
}

TEST(Opening, reads_the_key_file_and_refuses_one_beside_the_data) {
    support::MigratedPlace place(db::Kind::sqlite);
    support::TemporaryDirectory apart;
    const auto data = place.directory();
    const auto database = place.open();
    crypto::KeyFile::create(apart.path() / "master.key", {});
    const auto opened = vault::open({apart.path() / "master.key"}, *database, data, now);
    EXPECT_TRUE(opened->purpose_key(Purpose::audit).read().size() == 32);
    crypto::KeyFile::create(data / "inside.key", {});
    EXPECT_THROW((void)vault::open({data / "inside.key"}, *database, data, now), crypto::KeyFileUnusable);
    EXPECT_THROW((void)vault::open({apart.path() / "absent.key"}, *database, data, now), crypto::KeyFileUnusable);
}
TEST(CoreDumps, are_not_written_once_forbidden) {
    const auto child = fork();
    if (child == 0) {
        vault::forbid_core_dumps();
        rlimit limit{1, 1};
        getrlimit(RLIMIT_CORE, &limit);
        _exit(limit.rlim_cur == 0 && limit.rlim_max == 0 ? 0 : 1);
    }
    int status = 1;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

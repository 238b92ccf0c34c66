#include "platform/backup/state.hpp"
#include "platform/db/sqlite_connection.hpp"
#include "support/backups.hpp"
#include <sys/stat.h>
#include <thread>

namespace {
using backup::Stage;
using db::Kind;
using support::Installation;
using support::Target;

class Backup : public testing::TestWithParam<Kind> {
protected:
    Installation here{GetParam()};
    // What every type and both ends of it looks like, with rows that refer to later ones.
    void fill() {
        here.add_person("p1", "Åsa Öberg");
        here.add_person("p2", "");
        constexpr db::Sql put{"test.act", "INSERT INTO act (id, area, person, answers, words, picture, size) VALUES (?1, 'a', ?2, ?3, ?4, ?5, ?6)"}, answer{"test.answer", "UPDATE act SET answers = ?2 WHERE id = ?1"};
        const std::string bytes("\0\xff\n|\0", 5), long_words(300'000, 'w');
        here.database->write([&](db::Transaction& tx) {
            tx.execute(put, {"first", "p1", std::nullopt, "ÅÄÖ åäö 🌲 ’\n", db::blob_of(bytes), std::numeric_limits<std::int64_t>::min()});
            tx.execute(put, {"third", std::nullopt, "third", std::nullopt, std::nullopt, std::nullopt});
            tx.execute(put, {"second", "p2", "third", "", db::blob_of(""), std::numeric_limits<std::int64_t>::max()});
            tx.execute(put, {"fourth", "p1", "third", long_words, db::blob_of(long_words), -1});
            tx.execute(answer, {"first", "fourth"});
            for (int i = 0; i < 450; ++i) tx.execute(put, {"n" + std::to_string(i), "p1", std::nullopt, "x", std::nullopt, i - 200});
        });
    }
};
LOTSEN_ON_BOTH_DATABASES(Backup);

TEST_P(Backup, everything_comes_back_on_either_database) {
    fill();
    const auto before = support::everything(*here.database);
    const auto made = here.back_up();
    for (const auto kind : {Kind::sqlite, Kind::postgresql}) {
        const Target target(kind);
        const auto restored = here.bring_back({made.data, {made.keys}}, target.to);
        EXPECT_EQ(support::everything(*target.open()), before);
        EXPECT_EQ(restored.rows, made.rows);
        EXPECT_EQ(restored.erased_rows, 0);
        EXPECT_EQ(db::schema_age(*target.open(), here.migrations), db::SchemaAge::current);
    }
}

TEST_P(Backup, a_restored_database_keeps_its_references) {
    fill();
    const auto made = here.back_up();
    const Target target(GetParam());
    here.bring_back({made.data, {made.keys}}, target.to);
    constexpr db::Sql wrong{"test.wrong", "INSERT INTO act (id, area, answers) VALUES ('x', 'a', 'finns inte')"};
    EXPECT_THROW(target.open()->write([&](db::Transaction& tx) { tx.execute(wrong, {}); }), base::Bug);
}

TEST_P(Backup, files_are_closed_to_others_named_by_time_and_say_what_they_are) {
    fill();
    const auto made = here.back_up();
    EXPECT_EQ(made.data.filename(), "lotsen-data-2026-11-22T000001Z.backup");
    EXPECT_EQ(made.keys.filename(), "lotsen-keys.backup");
    for (const auto& file : {made.data, made.keys}) {
        struct stat about {};
        ASSERT_EQ(::stat(file.c_str(), &about), 0);
        EXPECT_EQ(about.st_mode & 0777, 0600U);
        EXPECT_EQ(support::content_of(file).substr(0, 16), "LOTSEN BACKUP 1\n");
    }
    EXPECT_EQ(std::filesystem::status(here.backups()).permissions(), std::filesystem::perms(0700));
    const auto data = backup::verify(made.data, here.masters), keys = backup::verify(made.keys, here.masters);
    EXPECT_EQ(data.header.program, "0.0.test");
    EXPECT_EQ(data.header.schema, here.migrations.back().number);
    EXPECT_EQ(data.header.installation, keys.header.installation);
    EXPECT_FALSE(backup::has_table(data.contents, "vault_key"));
    EXPECT_TRUE(backup::has_table(keys.contents, "vault_key") && backup::has_table(keys.contents, "vault_tombstone"));
}

// Security T27: who takes a backup without the key file reads nothing.
TEST_P(Backup, planted_markers_stand_in_neither_file) {
    here.add_person("p1", "Planterad Markörsson");
    constexpr db::Sql put{"test.act", "INSERT INTO act (id, area, words, picture) VALUES ('a', 'a', ?1, ?2)"};
    here.database->write([&](db::Transaction& tx) { tx.execute(put, {"Planterad i klartext", db::blob_of("Planterad bild")}); });
    const auto made = here.back_up();
    for (const auto& file : {made.data, made.keys})
        for (const auto* marker : {"Planterad", "Mark", "person", "vault"}) EXPECT_EQ(support::content_of(file).find(marker), std::string::npos) << marker << " in " << file;
}

// Design 6: an erased key is gone from every older backup.
TEST_P(Backup, who_was_erased_after_a_backup_does_not_come_back_from_it) {
    fill();
    const auto older = here.back_up();
    here.erase("p1");
    const auto newer = here.back_up();
    ASSERT_EQ(older.keys, newer.keys);
    ASSERT_NE(older.data, newer.data);
    for (const auto kind : {Kind::sqlite, Kind::postgresql}) {
        const Target target(kind);
        const auto restored = here.bring_back({older.data, {newer.keys}}, target.to);
        EXPECT_GT(restored.erased_rows, 450);
        const auto database = target.open();
        const auto persons = support::rows_of(*database, "person");
        ASSERT_EQ(persons.size(), 1U);
        EXPECT_NE(persons[0].find("'p2'"), std::string::npos);
        const auto vault = here.vault();
        EXPECT_FALSE(database->read([&](db::Reader& reader) { return vault.key(reader, {"person", "p1"}); }));
        EXPECT_TRUE(database->read([&](db::Reader& reader) { return vault.key(reader, {"person", "p2"}); }));
        EXPECT_EQ(database->read([&](db::Reader& reader) { return vault::erased(reader, "person"); }), std::vector<std::string>{"p1"});
    }
}
TEST_P(Backup, the_keys_file_itself_no_longer_holds_an_erased_key) {
    here.add_person("p1", "Någon");
    constexpr db::Sql find{"test.key", "SELECT wrapped FROM vault_key WHERE id = 'p1'"};
    const auto wrapped = here.database->read([&](db::Reader& reader) { return reader.one(find, {}, [](const db::Row& row) { return std::string(db::bytes_of(row.blob(0))); }); });
    const auto held = [&](const std::filesystem::path& path) {
        bool found = false;
        backup::SealedReader file(path, here.masters);
        backup::RowReader rows(file);
        rows.each([&](const backup::Table&, const std::vector<backup::Value>& row) {
            for (const auto& value : row) found |= value.bytes == wrapped;
        });
        return found;
    };
    const auto before = here.back_up();
    EXPECT_TRUE(held(before.keys));
    EXPECT_FALSE(held(before.data));
    here.erase("p1");
    EXPECT_FALSE(held(here.back_up().keys));
}

TEST_P(Backup, while_others_write_it_holds_one_moment) {
    for (int i = 0; i < 300; ++i) here.add_person("before" + std::to_string(i), "Namn");
    std::atomic<int> written{0};
    std::jthread writer([&](std::stop_token stop) {
        for (; !stop.stop_requested(); ++written) here.add_person("during" + std::to_string(written), "Namn");
    });
    const auto wait_for = [&](int more) {
        for (const int from = written; written < from + more;) std::this_thread::yield();
    };
    wait_for(5);
    // Others get on while it is being written, so the view must not be that of the end.
    const auto made = here.back_up([&](Stage stage, std::int64_t, std::int64_t) {
        if (stage == Stage::counting || stage == Stage::before_keys_in_place) wait_for(5);
    });
    wait_for(5);
    writer.request_stop();
    writer.join();
    const Target target(GetParam());
    const auto restored = here.bring_back({made.data, {made.keys}}, target.to);
    EXPECT_EQ(restored.erased_rows, 0) << "a person without its key: the files are from two moments";
    const auto database = target.open();
    const auto persons = support::rows_of(*database, "person").size(), keys = support::rows_of(*database, "vault_key").size();
    EXPECT_EQ(persons, keys) << "a key without its person";
    const int during = static_cast<int>(persons) - 300;
    EXPECT_GE(during, 5);
    EXPECT_LT(during, written);
    const auto rows = support::rows_of(*database, "person");
    for (int i = 0; i < during; ++i)
        EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&](const auto& r) { return r.find("'during" + std::to_string(i) + "'") != std::string::npos; })) << "no prefix: " << i << " of " << during;
}

// Erasure is reported done only after that (design 6): while a backup reads it must wait, and no longer.
TEST(BackupOfSqlite, the_write_ahead_log_can_be_emptied_as_soon_as_it_is_done) {
    Installation here(Kind::sqlite);
    const auto file = here.place.directory() / "lotsen.db";
    const auto busy = [&] {
        constexpr db::Sql empty{"test.checkpoint", "PRAGMA wal_checkpoint(TRUNCATE)"};
        db::SqliteConnection connection(file, db::SqliteConnection::For::writing, std::chrono::milliseconds(20));
        std::int64_t out = -1;
        connection.run(empty, {}, [&](const db::Row& row) { out = row.integer(0); });
        return out;
    };
    std::int64_t meanwhile = -1;
    here.back_up([&](Stage stage, std::int64_t, std::int64_t) {
        if (stage != Stage::counting) return;
        std::thread([&] { here.add_person("during", "Namn"); }).join();
        meanwhile = busy();
    });
    EXPECT_EQ(meanwhile, 1);
    EXPECT_EQ(busy(), 0);
    EXPECT_EQ(std::filesystem::file_size(file.string() + "-wal"), 0U);
}

TEST_P(Backup, remembers_when_the_last_one_was_done) {
    const auto last = [&] { return here.database->read([](db::Reader& reader) { return backup::state::last(reader); }); };
    EXPECT_FALSE(last());
    here.back_up();
    const auto first = last();
    ASSERT_TRUE(first);
    here.back_up();
    EXPECT_GT(*last(), *first);
}

TEST_P(Backup, one_at_a_time_in_a_folder) {
    std::optional<backup::Trouble> second;
    here.back_up([&](Stage stage, std::int64_t, std::int64_t) {
        if (stage == Stage::before_keys_in_place) second = support::trouble_of([&] { here.back_up(); });
    });
    EXPECT_EQ(second, backup::Trouble::busy);
}

TEST_P(Backup, tells_how_far_it_has_come) {
    constexpr db::Sql put{"test.act", "INSERT INTO act (id, area) VALUES (?1, 'a')"};
    here.database->write([&](db::Transaction& tx) {
        for (int i = 0; i < 5000; ++i) tx.execute(put, {"a" + std::to_string(i)});
    });
    std::int64_t most = 0, of = 0;
    here.back_up([&](Stage stage, std::int64_t rows, std::int64_t all) {
        if (stage != Stage::writing) return;
        EXPECT_GT(rows, most);
        most = rows, of = all;
    });
    EXPECT_GE(most, 4000);
    EXPECT_GE(of, 5000);
}
}

#include "app/backup_commands.hpp"
#include "platform/backup/state.hpp"
#include "platform/crypto/key_file.hpp"
#include "support/danderyd.hpp"
#include "support/program.hpp"
#include "support/test_database.hpp"
#include "base/text.hpp"
#include <chrono>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>

// `lotsen backup` and `lotsen restore` as whoever looks after an installation runs them.
namespace {
using support::run_lotsen;
using support::RunningLotsen;
const std::string danderyd = LOTSEN_SOURCE_DIR "/content/danderyd";
bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

struct Place : support::TemporaryDirectory {
    Place() { crypto::KeyFile::create(key(), {}); }
    std::string key() const { return path() / "master.key"; }
    std::string in(const char* name) const { return path() / name; }
    // A copy of Danderyd's pack: an import leaves a note of what it saw in the folder.
    void fill() const {
        std::filesystem::copy(danderyd, in("pack"), std::filesystem::copy_options::recursive);
        ASSERT_EQ(run_lotsen({"import", "--data", in("data"), in("pack")}).code, 0);
    }
    support::Ended back_up(std::vector<std::string> more = {}) const {
        std::vector<std::string> words{"backup", "--data", in("data"), "--key", key(), "--to", in("backups")};
        words.insert(words.end(), more.begin(), more.end());
        return run_lotsen(words);
    }
    std::string data_file() const { return backup::newest_data(in("backups")).value(); }
};
}

TEST(BackupCommand, copies_while_the_site_serves_and_restore_brings_up_the_same_site) {
    const Place place;
    place.fill();
    RunningLotsen serving({"serve", "--data", place.in("data"), "--listen", "127.0.0.1:0"});
    std::atomic<int> answered{0}, failed{0};
    std::jthread visitor([&](std::stop_token stop) {
        while (!stop.stop_requested()) ++(serving.get("/stod/samtalsgrupp").starts_with("HTTP/1.1 200") ? answered : failed);
    });
    const auto made = place.back_up();
    visitor.request_stop();
    visitor.join();
    EXPECT_EQ(made.code, 0) << made.err;
    EXPECT_TRUE(has(made.out, "read back and found whole")) << made.out;
    EXPECT_TRUE(has(made.err, "writing 0 %") || has(made.err, "counting")) << made.err;
    EXPECT_GT(answered, 0);
    EXPECT_EQ(failed, 0);
    const auto whole = run_lotsen({"backup", "--verify", place.data_file(), "--key", place.key()});
    EXPECT_EQ(whole.code, 0) << whole.err;
    EXPECT_TRUE(has(whole.out, " is whole: data, ")) << whole.out;

    const auto restored = run_lotsen({"restore", "--from", place.in("backups"), "--key", place.key(), "--data", place.in("new")});
    EXPECT_EQ(restored.code, 0) << restored.err;
    const auto page = serving.get("/stod/samtalsgrupp");
    RunningLotsen again({"serve", "--data", place.in("new"), "--listen", "127.0.0.1:0", "--key", place.key()});
    EXPECT_TRUE(again.get("/stod/samtalsgrupp").starts_with("HTTP/1.1 200"));
    EXPECT_EQ(page.size(), again.get("/stod/samtalsgrupp").size());
}

TEST(BackupCommand, a_backup_of_sqlite_is_restored_into_postgresql) {
    const Place place;
    place.fill();
    ASSERT_EQ(place.back_up().code, 0);
    const support::EmptyPlace other(db::Kind::postgresql);
    const std::vector<std::string> words{"restore", "--from", place.data_file(), "--keys", place.in("backups") + "/lotsen-keys.backup", "--key", place.key(), "--database", other.url()};
    const auto restored = run_lotsen(words);
    EXPECT_EQ(restored.code, 0) << restored.err;
    EXPECT_EQ(run_lotsen({"export", "--database", other.url(), place.in("out")}).code, 0);
    EXPECT_EQ(pack::read_folder(place.in("out")), support::danderyds_records());
    const auto again = run_lotsen(words);
    EXPECT_EQ(again.code, 1);
    EXPECT_TRUE(has(again.err, "the database is not empty")) << again.err;
}

TEST(BackupCommand, says_in_words_what_cannot_be_done) {
    const Place place;
    const auto says = [](const std::vector<std::string>& call, std::string_view words) {
        const auto ended = run_lotsen(call);
        EXPECT_EQ(ended.code, 1) << words;
        EXPECT_TRUE(has(ended.err, words)) << ended.err;
    };
    says({"backup", "--data", place.in("data"), "--key", place.key(), "--to", place.in("backups")}, "there is no database in ");
    place.fill();
    says({"backup", "--data", place.in("data"), "--to", place.in("backups")}, "give its file with --key FILE (LOTSEN_KEY)");
    says({"backup", "--data", place.in("data"), "--key", place.key(), "--to", place.path()}, "lies in " + place.path().string());
    says({"backup", "--data", place.in("data"), "--key", place.key(), "--to", "/proc/nowhere"}, "cannot make the folder");
    ASSERT_EQ(place.back_up().code, 0);
    crypto::KeyFile::create(place.in("other.key"), {});
    says({"restore", "--from", place.in("backups"), "--key", place.in("other.key"), "--data", place.in("new")}, "was sealed under the master key");
    says({"restore", "--from", place.in("backups"), "--key", place.key(), "--data", place.in("data")}, "holds a database already");
    says({"restore", "--from", place.in("pack"), "--key", place.key(), "--data", place.in("new")}, "there is no lotsen-data-");
    says({"backup", "--verify", danderyd + "/municipality.toml", "--key", place.key()}, "is not a backup of Lotsen");
    EXPECT_FALSE(std::filesystem::exists(place.in("new")));
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{"backup", "--data", place.in("data")}, {"restore", "--data", place.in("new")}, {"backup", "--data", "x", "--to", "y", "--keep-days", "36"}})
        EXPECT_EQ(run_lotsen(wrong).code, 2);
}

TEST(BackupCommand, removes_old_data_only_when_told_and_never_the_keys) {
    const Place place;
    place.fill();
    ASSERT_EQ(place.back_up().code, 0);
    const auto old = place.in("backups") + "/lotsen-data-2020-01-01T000000Z.backup";
    std::filesystem::copy_file(place.data_file(), old);
    EXPECT_TRUE(has(place.back_up().out, "1 data files are older than 35 days"));
    EXPECT_TRUE(std::filesystem::exists(old));
    EXPECT_TRUE(has(place.back_up({"--keep-days", "35"}).out, "removed "));
    EXPECT_FALSE(std::filesystem::exists(old));
    EXPECT_EQ(backup::data_files(place.in("backups")).size(), 3U);
    EXPECT_TRUE(std::filesystem::exists(place.in("backups") + "/lotsen-keys.backup"));
}

// Whoever adds a table with identities must say how a restore erases from it again (design 6).
TEST(RestoreRules, name_every_table_that_holds_an_identity_and_no_table_that_is_not_there) {
    std::ifstream file(LOTSEN_SOURCE_DIR "/db/columns.csv");
    std::set<std::string> columns, identity, sealed;
    for (std::string line; std::getline(file, line);) {
        const auto parts = base::split(line, ',');
        ASSERT_EQ(parts.size(), 6U);
        columns.insert(std::string(parts[0]) + "." + std::string(parts[1]));
        if (parts[3] == "identity") identity.insert(std::string(parts[0]));
    }
    for (const auto& rule : app::restore_rules().sealed) {
        sealed.insert(std::string(rule.table));
        EXPECT_TRUE(columns.contains(std::string(rule.table) + "." + std::string(rule.column))) << rule.table;
    }
    for (const auto& table : identity) EXPECT_TRUE(sealed.contains(table)) << table << ". Remedy: a line in restore_rules (app/backup_commands.cpp).";
    for (const auto table : app::restore_rules().emptied) EXPECT_TRUE(std::any_of(columns.begin(), columns.end(), [&](const auto& c) { return c.starts_with(std::string(table) + "."); })) << table;
}

class Upgrade : public testing::TestWithParam<db::Kind> {};
LOTSEN_ON_BOTH_DATABASES(Upgrade);
TEST_P(Upgrade, is_preceded_by_a_backup_when_there_is_something_to_lose) {
    const Place place;
    const support::EmptyPlace older(GetParam());
    const base::SystemClock clock;
    const app::Where where = GetParam() == db::Kind::sqlite ? app::Where{older.directory(), ""} : app::Where{"", older.url()};
    const std::filesystem::path folder = place.in("before");
    const auto before = [&](const std::string& key) { app::back_up_before_upgrade(where, {key, ""}, folder, clock); };
    testing::internal::CaptureStdout();
    before(place.key());
    EXPECT_FALSE(std::filesystem::exists(folder)) << "nothing is there yet";
    auto migrations = db::migrations();
    migrations.resize(migrations.size() - 1);
    db::migrate(*older.open(), {1}, migrations);
    before("");
    EXPECT_FALSE(std::filesystem::exists(folder));
    before(place.key());
    const auto said = testing::internal::GetCapturedStdout();
    EXPECT_TRUE(has(said, "without a backup: no key file is given")) << said;
    EXPECT_TRUE(has(said, "before that it was copied to")) << said;
    const auto master = crypto::KeyFile::load(place.key(), {});
    ASSERT_TRUE(backup::newest_data(folder));
    EXPECT_EQ(backup::verify(*backup::newest_data(folder), {&master, 1}).header.schema, migrations.back().number);
    db::migrate(*older.open(), {1});
    before(place.key());
    EXPECT_EQ(backup::data_files(folder).size(), 1U) << "the schema is current: nothing to do";
}
TEST(UpgradeByServe, leaves_a_backup_in_the_data_folder_before_the_schema_changes) {
    const Place place;
    auto migrations = db::migrations();
    migrations.resize(migrations.size() - 1);
    db::migrate(*db::Database::open(place.in("data") + "/lotsen.db"), {1}, migrations);
    const auto ended = run_lotsen({"serve", "--data", place.in("data"), "--key", place.key(), "--listen", "127.0.0.1:0"});
    EXPECT_TRUE(has(ended.err, "the database has no content yet")) << ended.err;   // as far as this test needs it
    const auto made = backup::newest_data(place.in("data") + "/backup-before-upgrade");
    ASSERT_TRUE(made) << ended.out;
    const auto master = crypto::KeyFile::load(place.key(), {});
    EXPECT_EQ(backup::verify(*made, {&master, 1}).header.schema, migrations.back().number);
    EXPECT_EQ(db::schema_age(*db::Database::open(place.in("data") + "/lotsen.db")), db::SchemaAge::current);
}
TEST(DoctorOnBackups, notes_that_there_is_none_and_then_how_old_the_last_one_is) {
    const Place place;
    place.fill();
    const std::vector<std::string> doctor{"doctor", "--data", place.in("data"), "--key", place.key()};
    EXPECT_TRUE(has(run_lotsen(doctor).out, "note     no backup has been made\n"));
    ASSERT_EQ(place.back_up().code, 0);
    EXPECT_TRUE(has(run_lotsen(doctor).out, "ok       the last backup was made 0 days ago\n"));
    const auto database = db::Database::open(place.in("data") + "/lotsen.db");
    backup::state::done(*database, 9, {base::SystemClock{}.now().ms - 8LL * 24 * 60 * 60 * 1000});
    EXPECT_TRUE(has(run_lotsen(doctor).out, "note     the last backup was made 8 days ago\n"));
}

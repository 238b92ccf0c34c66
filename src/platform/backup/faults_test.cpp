#include "support/backups.hpp"
#include <csignal>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
// What goes wrong with disks, files and power: each is told in words, and the former backup stays.

namespace {
using backup::Stage;
using backup::Trouble;
using db::Kind;
using support::content_of;
using support::Installation;
using support::put_content;
using support::Target;
using support::trouble_of;

// Runs `f` in a process of its own; the signal that ended it, or -1 - its exit code.
template <class F> int alone(F f) {
    const auto child = ::fork();
    if (child == 0) {
        try {
            f();
        } catch (...) {
            ::_exit(2);
        }
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : -1 - WEXITSTATUS(status);
}
backup::Told killed_at(Stage wanted) {
    return [wanted](Stage stage, std::int64_t, std::int64_t) {
        if (stage == wanted) ::kill(::getpid(), SIGKILL);
    };
}
std::set<std::string> names_in(const std::filesystem::path& folder) {
    std::set<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) out.insert(entry.path().filename());
    return out;
}

class Faults : public testing::TestWithParam<Kind> {
protected:
    Installation here{GetParam()};
    void SetUp() override {
        here.add_person("p1", "Åsa");
        here.add_person("p2", "Bo");
    }
    std::optional<Trouble> bringing_back(const std::filesystem::path& data, const std::filesystem::path& keys) {
        const Target target(Kind::sqlite);
        const auto out = trouble_of([&] { here.bring_back({data, {keys}}, target.to); });
        EXPECT_EQ(std::filesystem::exists(target.to.folder), !out) << "something was begun before the files were found good";
        return out;
    }
};
LOTSEN_ON_BOTH_DATABASES(Faults);

TEST_P(Faults, killed_at_any_stage_the_former_backup_stays_and_the_next_one_works) {
    const auto former = here.back_up();
    const auto data = content_of(former.data), keys = content_of(former.keys);
    here.database.reset();   // no threads of ours in the child
    for (const auto stage : {Stage::counting, Stage::checking, Stage::before_keys_in_place, Stage::keys_in_place}) {
        ASSERT_EQ(alone([&] { here.back_up(killed_at(stage)); }), SIGKILL);
        EXPECT_EQ(content_of(former.data), data);
        EXPECT_TRUE(stage == Stage::keys_in_place || content_of(former.keys) == keys);
        const Target target(GetParam());
        here.bring_back({former.data, {former.keys}}, target.to);
        EXPECT_EQ(support::rows_of(*target.open(), "person").size(), 2U);
    }
    const auto next = here.back_up();
    EXPECT_EQ(names_in(here.backups()), (std::set<std::string>{former.data.filename(), next.data.filename(), "lotsen-keys.backup"})) << "nothing unfinished is left";
}

TEST_P(Faults, killed_at_any_stage_a_restore_leaves_nothing_half_and_can_be_repeated) {
    const auto made = here.back_up();
    here.database.reset();
    const Target target(GetParam());
    for (const auto stage : {Stage::checking, Stage::erasing, Stage::before_in_place}) {
        ASSERT_EQ(alone([&] { here.bring_back({made.data, {made.keys}}, target.to, killed_at(stage)); }), SIGKILL);
        EXPECT_FALSE(std::filesystem::exists(target.to.folder / "lotsen.db"));
    }
    here.bring_back({made.data, {made.keys}}, target.to);
    EXPECT_EQ(support::rows_of(*target.open(), "person").size(), 2U);
}

TEST_P(Faults, each_flipped_bit_is_found) {
    const auto made = here.back_up();
    for (const auto& file : {made.keys, made.data}) {
        const auto whole = content_of(file);
        const auto step = std::max<std::size_t>(1, whole.size() / 150);
        for (std::size_t at = 0; at < whole.size(); at += step) {
            auto changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            put_content(here.folder.path() / "changed", changed);
            EXPECT_TRUE(trouble_of([&] { (void)backup::verify(here.folder.path() / "changed", here.masters); })) << at;
        }
        auto changed = whole;
        changed[whole.size() - 30] = static_cast<char>(changed[whole.size() - 30] ^ 1);
        put_content(file, changed);
        EXPECT_EQ(bringing_back(made.data, made.keys), Trouble::damaged);
        put_content(file, whole);
    }
    EXPECT_EQ(bringing_back(made.data, made.keys), std::nullopt);
}
TEST_P(Faults, each_truncation_is_found) {
    constexpr db::Sql put{"test.act", "INSERT INTO act (id, area, words) VALUES ('long', 'a', ?1)"};
    const std::string words(200'000, 'x');
    here.database->write([&](db::Transaction& tx) { tx.execute(put, {words}); });
    const auto made = here.back_up();
    const auto whole = content_of(made.data);
    const auto body = whole.find("\n\n") + 2 + crypto::stream_preamble;
    constexpr std::size_t block = 65536 + crypto::stream_block_cost;
    for (const auto size : {whole.size() - 1, whole.size() - 17, body + 3 * block, body + block, body + 10, body, body - 5, std::size_t{20}, std::size_t{0}}) {
        ASSERT_LT(size, whole.size());
        put_content(made.data, whole.substr(0, size));
        const auto trouble = bringing_back(made.data, made.keys);
        EXPECT_EQ(trouble, size < 100 ? Trouble::not_a_backup : Trouble::damaged) << size;
    }
    put_content(made.data, whole + "x");
    EXPECT_EQ(bringing_back(made.data, made.keys), Trouble::damaged) << "something added at the end";
}
TEST_P(Faults, swapped_files_are_refused) {
    const auto made = here.back_up();
    EXPECT_EQ(bringing_back(made.keys, made.keys), Trouble::wrong_file);
    EXPECT_EQ(bringing_back(made.data, made.data), Trouble::wrong_file);
    auto disguised = content_of(made.keys);
    disguised.replace(disguised.find("file keys"), 9, "file data");
    put_content(here.folder.path() / "disguised", disguised);
    EXPECT_EQ(bringing_back(here.folder.path() / "disguised", made.keys), Trouble::damaged);
}
TEST_P(Faults, another_master_key_is_refused_and_a_former_one_taken) {
    const auto made = here.back_up();
    here.masters.clear();
    here.masters.push_back(crypto::MasterKey::random());
    EXPECT_EQ(bringing_back(made.data, made.keys), Trouble::wrong_key);
    here.masters.push_back(crypto::MasterKey(here.root.read()));
    EXPECT_EQ(bringing_back(made.data, made.keys), std::nullopt);
}
TEST_P(Faults, keys_older_than_the_data_are_refused_and_the_newest_of_several_is_used) {
    const auto first = here.back_up();
    const auto old_keys = here.folder.path() / "old-keys";
    std::filesystem::copy_file(first.keys, old_keys);
    here.add_person("p3", "Cia");
    here.erase("p1");
    const auto second = here.back_up();
    EXPECT_EQ(bringing_back(second.data, old_keys), Trouble::keys_too_old);
    const Target target(GetParam());
    here.bring_back({first.data, {old_keys, second.keys, old_keys}}, target.to);
    EXPECT_EQ(support::rows_of(*target.open(), "person").size(), 1U);
    EXPECT_EQ(trouble_of([&] { here.bring_back({first.data, {}}, target.to); }), Trouble::keys_too_old);
}
TEST_P(Faults, before_there_were_numbers_time_tells_which_keys_are_older) {
    std::vector<db::Migration> without;
    for (auto& migration : support::with_persons())
        if (migration.name.find("backup_state") == std::string::npos) migration.number = static_cast<int>(without.size()) + 1, without.push_back(migration);
    Installation old(GetParam(), without);
    const auto first = old.back_up();
    const auto old_keys = old.folder.path() / "old-keys";
    std::filesystem::copy_file(first.keys, old_keys);
    const auto second = old.back_up();
    EXPECT_EQ(backup::verify(second.data, old.masters).header.number, 0);
    const Target target(Kind::sqlite);
    EXPECT_EQ(trouble_of([&] { old.bring_back({second.data, {old_keys}}, target.to); }), Trouble::keys_too_old);
}
TEST_P(Faults, a_restored_installation_goes_on_counting) {
    const auto first = here.back_up();
    here.back_up();
    const Target target(GetParam());
    here.bring_back({first.data, {first.keys}}, target.to);
    auto wanted = here.wanted();
    wanted.database = target.url();
    const auto next = backup::write(wanted, here.master(), here.clock);
    EXPECT_EQ(backup::verify(next.data, here.masters).header.number, 3);
    EXPECT_EQ(bringing_back(first.data, next.keys), std::nullopt);
}
TEST_P(Faults, keys_of_another_installation_are_refused) {
    const auto made = here.back_up();
    Installation other(GetParam());
    other.root = crypto::Secret(here.root.read());
    other.masters.clear();
    other.masters.emplace_back(other.root.read());
    other.back_up();
    EXPECT_EQ(bringing_back(made.data, other.back_up().keys), Trouble::other_installation);
}
TEST_P(Faults, an_older_schema_is_brought_up_to_date_and_a_newer_one_refused) {
    constexpr db::Sql added{"test.added", "SELECT colour FROM person"};
    const auto made = here.back_up();
    auto newer = here.migrations;
    newer.push_back({newer.back().number + 1, "99999_colour", "ALTER TABLE person ADD COLUMN colour TEXT NOT NULL DEFAULT 'blå';"});
    const Target target(GetParam());
    const auto restored = backup::restore({made.data, {made.keys}}, here.masters, target.to, support::rules, {5}, {}, newer);
    EXPECT_EQ(restored.migrations, 1);
    EXPECT_EQ(target.open()->read([&](db::Reader& reader) { return reader.query(added, {}, [](const db::Row& row) { return std::string(row.text(0)); }); }), (std::vector<std::string>{"blå", "blå"}));
    db::migrate(*here.database, {1}, newer);
    EXPECT_EQ(trouble_of([&] { here.back_up(); }), Trouble::newer_schema);
    here.migrations = newer;
    const auto later = here.back_up();
    here.migrations.pop_back();
    EXPECT_EQ(bringing_back(later.data, later.keys), Trouble::newer_schema);
    here.migrations.back().text = "CREATE TABLE person (id BIGINT);";
    EXPECT_EQ(bringing_back(made.data, made.keys), Trouble::other_schema);
}
TEST_P(Faults, only_an_empty_place_is_restored_into) {
    const auto made = here.back_up();
    const auto before = support::everything(*here.database);
    const backup::To own = GetParam() == Kind::sqlite ? backup::To{here.place.directory(), ""} : backup::To{"", here.place.url()};
    EXPECT_EQ(trouble_of([&] { here.bring_back({made.data, {made.keys}}, own); }), Trouble::not_empty);
    EXPECT_EQ(support::everything(*here.database), before);
}
TEST_P(Faults, an_empty_database_is_not_backed_up) {
    Installation empty(GetParam(), {});
    EXPECT_EQ(trouble_of([&] { empty.back_up(); }), Trouble::no_database);
    EXPECT_TRUE(names_in(empty.backups()).empty());
}

// A disk of 1 MB when we may mount one, otherwise a limit on the size of files.
void make_small(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& bring) {
    std::vector<std::pair<std::filesystem::path, std::string>> files;
    for (const auto& path : bring) files.emplace_back(path, content_of(path));
    if (::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 && ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=1m") == 0) {
        for (const auto& [path, content] : files) put_content(path, content);
        return;
    }
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1 << 20, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}
TEST_P(Faults, a_full_disk_is_told_in_words_and_the_former_backup_stays) {
    const auto former = here.back_up();
    const std::string words(100'000, 'w');
    constexpr db::Sql put{"test.act", "INSERT INTO act (id, area, words) VALUES (?1, 'a', ?2)"};
    here.database->write([&](db::Transaction& tx) {
        for (int i = 0; i < 30; ++i) tx.execute(put, {"w" + std::to_string(i), words});
    });
    here.database.reset();
    const auto data = content_of(former.data), keys = content_of(former.keys);
    const auto ended = alone([&] {
        make_small(here.backups(), {former.data, former.keys});
        std::string said;
        try {
            here.back_up();
        } catch (const backup::Unusable& e) {
            if (e.trouble != Trouble::cannot_write) ::_exit(11);
            said = e.what();
        }
        if (said.find("The former backup is untouched") == std::string::npos) ::_exit(12);
        if (content_of(former.data) != data || content_of(former.keys) != keys) ::_exit(13);
        if (names_in(here.backups()).size() != 2) ::_exit(14);
        const Target target(Kind::sqlite);
    });
    EXPECT_EQ(ended, -1);
}
}

#include "platform/backup/restore.hpp"
#include "platform/backup/load.hpp"
#include "platform/backup/lock.hpp"
#include "platform/backup/schema.hpp"
#include <cerrno>
#include <list>
#include <unistd.h>

namespace backup {
namespace {
namespace fs = std::filesystem;
using namespace std::chrono_literals;
const db::Options patient{.read_limit = 6h, .sqlite_readers = 1, .postgresql_readers = 1, .postgresql_writers = 1};
constexpr db::Sql integrity{"backup.integrity", "PRAGMA integrity_check(1)"};
constexpr db::Sql references{"backup.references_hold", "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1"};

void require_kind(const SealedReader& file, Which wanted) {
    if (file.header().which != wanted)
        throw Unusable(Trouble::wrong_file, file.path().string() + " holds " + std::string(word(file.header().which)) + ", and " + std::string(word(wanted)) + " are needed there: the two files may have changed places");
}
void require_ours(const SealedReader& file, const std::vector<db::Migration>& own) {
    const auto& header = file.header();
    if (header.schema > schema_of(own).number)
        throw Unusable(Trouble::newer_schema, file.path().string() + " was made by a newer program (" + header.program + ", schema " + std::to_string(header.schema) + "): restore it with that program or a newer one");
    if (header.schema < 1 || header.migrations != schema_of(up_to(header.schema, own)).hash)
        throw Unusable(Trouble::other_schema, file.path().string() + " was made by a program (" + header.program + ") whose migrations are not this program's: restore it with that program");
}
// The number goes first: clocks are set back. Before there were numbers, time must do.
std::pair<std::int64_t, std::int64_t> age_of(const SealedReader& file) { return {file.header().number, file.header().made_at.ms}; }
void require_pair(const SealedReader& data, const SealedReader& keys) {
    if (keys.header().installation != data.header().installation && !data.header().installation.empty())
        throw Unusable(Trouble::other_installation, keys.path().string() + " holds the keys of another installation than " + data.path().string());
    if (age_of(keys) < age_of(data))
        throw Unusable(Trouble::keys_too_old, keys.path().string() + " is older than " + data.path().string() + ", so it lacks keys: give the newest " + std::string(keys_name) + " that there is");
}

void refuse_used_folder(const fs::path& folder) {
    for (const auto* name : {"lotsen.db", "lotsen.db-wal", "lotsen.db-journal"})
        if (fs::exists(folder / name)) throw Unusable(Trouble::not_empty, folder.string() + " holds a database already (" + name + "): restore into a new folder, and move that one aside yourself");
}
void require_empty(db::Database& database) {
    const bool empty = database.read([&](db::Reader& reader) { return tables_of(reader, database.kind()).empty() && schema_of(reader, database.kind()).number == 0; });
    if (!empty) throw Unusable(Trouble::not_empty, "the database is not empty: restore into a new one (createdb), and put that in its place yourself");
}

// SQLite's own opinion of the whole file.
void require_sound(db::Database& database) {
    database.read([](db::Reader& reader) {
        for (const auto& said : reader.query(integrity, {}, [](const db::Row& row) { return std::string(row.text(0)); }))
            if (said != "ok") throw Unusable(Trouble::cannot_write, "the restored database is not sound: " + said + ". Look at the disk.");
        if (!reader.query(references, {}, [](const db::Row&) { return true; }).empty()) throw Unusable(Trouble::damaged, "rows of the backup refer to rows that it does not hold");
    });
}

// Gives the file its name unless somebody else has taken it meanwhile.
void name_it(const fs::path& made, const fs::path& folder) {
    if (::link(made.c_str(), (folder / "lotsen.db").c_str()) != 0)
        throw Unusable(Trouble::cannot_write, "cannot put " + (folder / "lotsen.db").string() + " in place: " + std::generic_category().message(errno));
    sync_folder(folder);
}

struct Work {
    const Files& files;
    const Rules& rules;
    base::Instant now;
    const Told& told;
    const std::vector<db::Migration>& own;
    Restored into(db::Database& database) const {
        Restored out;
        database.exclusively([&](db::Connection& connection) {
            out = load(connection, database.kind(), files, rules, now, told, own);
            if (told && database.kind() == db::Kind::postgresql) told(Stage::before_in_place, out.rows, out.rows);
        });
        return out;
    }
};

Restored into_sqlite(const Work& work, const fs::path& folder) {
    const FolderLock lock(folder);
    refuse_used_folder(folder);
    const auto workshop = folder / "restoring";
    fs::remove_all(workshop); // of a restore that was broken off; the lock says that none is at work
    const auto file = workshop / "lotsen.db";
    Restored out;
    try {
        const auto database = db::Database::open("sqlite:" + file.string(), patient);
        out = work.into(*database);
        require_sound(*database);
    } catch (...) {
        std::error_code ignored;
        fs::remove_all(workshop, ignored);
        throw;
    }
    const auto log = file.string() + "-wal";
    base::require(!fs::exists(log) || fs::file_size(log) == 0, "closing the restored database left something in its write-ahead log");
    if (work.told) work.told(Stage::before_in_place, out.rows, out.rows);
    name_it(file, folder);
    fs::remove_all(workshop);
    return out;
}
Restored into_postgresql(const Work& work, const std::string& url) {
    const auto database = db::Database::open(url, patient);
    require_empty(*database);
    return work.into(*database);
}
}

Restored restore(const From& from, std::span<const crypto::MasterKey> masters, const To& to, const Rules& rules, base::Instant now, const Told& told, const std::vector<db::Migration>& own) {
    SealedReader data(from.data, masters);
    require_kind(data, Which::data);
    if (from.keys.empty()) throw Unusable(Trouble::keys_too_old, "no keys file is given: without " + std::string(keys_name) + " nothing that names a person can be read");
    std::list<SealedReader> all;
    SealedReader* keys = nullptr;
    for (const auto& path : from.keys) {
        auto& file = all.emplace_back(path, masters);
        require_kind(file, Which::keys);
        if (!keys || age_of(file) > age_of(*keys)) keys = &file;
    }
    require_pair(data, *keys);
    for (auto* file : {&data, keys}) require_ours(*file, own), (void)verify(*file, told);
    const Files files{data, *keys};
    const Work work{files, rules, now, told, own};
    return to.database.empty() ? into_sqlite(work, to.folder) : into_postgresql(work, to.database);
}
}

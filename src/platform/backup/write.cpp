#include "platform/backup/backup.hpp"
#include "platform/backup/lock.hpp"
#include "platform/backup/state.hpp"
#include "platform/crypto/random.hpp"

namespace backup {
namespace {
namespace fs = std::filesystem;
using namespace std::chrono_literals;
constexpr std::string_view data_begin = "lotsen-data-", ending = ".backup", unfinished = ".unfinished";
constexpr std::int64_t report_every = 2000;

// A backup reads longer than the two seconds a page may (ADR 0033).
const db::Options patient{.read_limit = 6h, .sqlite_readers = 1, .postgresql_readers = 1, .postgresql_writers = 1};

bool in_keys(const Table& table) { return table.name == "vault_key" || table.name == "vault_tombstone"; }
bool in_data(const Table& table) { return table.name != "vault_key"; }

class Copying {
    db::Reader& reader_;
    db::Kind kind_;
    const Told& told_;
    std::int64_t done_ = 0, of_;

public:
    Copying(db::Reader& reader, db::Kind kind, const Told& told, std::int64_t of) : reader_(reader), kind_(kind), told_(told), of_(of) {}
    void table(const Table& table, RowWriter& out) {
        const auto select = "SELECT " + columns(table) + " FROM " + in_quotes(table.name);
        const auto put = [&](const db::Row& row) {
            out.row(table, row);
            if (++done_ % report_every == 0 && told_) told_(Stage::writing, done_, of_);
        };
        const auto name = "backup.copy." + table.name;
        if (kind_ == db::Kind::sqlite) reader_.query({name, select}, {}, put);
        else by_cursor(table.name, name, select, put);
        out.end_table();
    }

private:
    static std::string columns(const Table& table) {
        std::string out;
        for (const auto& column : table.columns) out += (out.empty() ? "" : ", ") + in_quotes(column.name);
        return out;
    }
    // PostgreSQL hands over a whole answer at once; a cursor keeps memory bounded.
    template <class F> void by_cursor(const std::string& table, const std::string& name, const std::string& select, F put) {
        const auto cursor = in_quotes("backup " + table), open = "DECLARE " + cursor + " NO SCROLL CURSOR FOR " + select, fetch = "FETCH 100 FROM " + cursor;
        reader_.query({name, open}, {}, [](const db::Row&) {});
        const auto fetch_name = name + ".fetch";
        for (std::int64_t before = -1; before != done_;) {
            before = done_;
            reader_.query({fetch_name, fetch}, {}, put);
        }
        const auto close_name = name + ".close", close = "CLOSE " + cursor;
        reader_.query({close_name, close}, {}, [](const db::Row&) {});
    }
};

// Removed again unless it came into place.
struct Part {
    fs::path path, final;
    explicit Part(const fs::path& wanted) : path(wanted.parent_path() / ("." + wanted.filename().string() + std::string(unfinished))), final(wanted) {}
    ~Part() {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
    Part(const Part&) = delete;
    void into_place() const { rename_into_place(path, final); }
};

Contents counted(db::Reader& reader, Contents tables) {
    for (auto& table : tables) table.rows = count_rows(reader, table.name);
    return tables;
}
Contents only(const Contents& all, bool (*wanted)(const Table&)) {
    Contents out;
    std::copy_if(all.begin(), all.end(), std::back_inserter(out), wanted);
    return out;
}

void refuse_foreign(const SchemaVersion& found, const std::vector<db::Migration>& own) {
    if (found.number == 0) throw Unusable(Trouble::no_database, "the database is empty: there is nothing to back up");
    if (found.number > schema_of(own).number) throw Unusable(Trouble::newer_schema, "the database has a newer schema than this program knows: back it up with the newer program");
    if (found != schema_of(up_to(found.number, own)))
        throw Unusable(Trouble::other_schema, "the database was made by a program with other migrations: back it up with the program that made it");
}

// What a folder may hold after somebody pulled the plug.
void remove_unfinished(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder))
        if (const auto name = entry.path().filename().string(); name.starts_with(".lotsen-") && name.ends_with(unfinished)) fs::remove(entry.path());
}

// Two backups in one second must not write over each other.
fs::path free_name(const fs::path& folder, base::Instant at) {
    for (;; at.ms += 1000)
        if (auto path = folder / (std::string(data_begin) + stamp_of(at) + std::string(ending)); !fs::exists(path)) return path;
}

void write_file(const Part& part, const Header& header, const crypto::MasterKey& master, const Contents& contents, Copying& copying) {
    SealedWriter file(part.path, header, master);
    RowWriter rows(file, contents);
    for (const auto& table : contents) copying.table(table, rows);
    rows.finish();
}

void check(const Part& part, const crypto::MasterKey& master, const Contents& wanted, const Told& told) {
    const auto found = verify(part.path, {&master, 1}, told);
    if (found.contents != wanted) throw Unusable(Trouble::damaged, "what was written to " + part.path.string() + " cannot be read back. The former backup is untouched; look at the disk.");
}

// All from one view of the data; returns what the two files hold.
std::pair<Contents, Contents> copy(db::Database& database, const Wanted& wanted, const crypto::MasterKey& master, Header header, const Part& data, const Part& keys, const Told& told) {
    return database.read([&](db::Reader& reader) {
        const auto schema = schema_of(reader, database.kind());
        refuse_foreign(schema, wanted.migrations);
        std::tie(header.schema, header.migrations) = std::pair(schema.number, schema.hash);
        if (told) told(Stage::counting, 0, 0);
        const auto all = counted(reader, tables_of(reader, database.kind()));
        const auto in_data_file = only(all, in_data), in_keys_file = only(all, in_keys);
        Copying copying(reader, database.kind(), told, rows_in(in_data_file) + rows_in(in_keys_file));
        header.which = Which::keys;
        write_file(keys, header, master, in_keys_file, copying);
        header.which = Which::data;
        write_file(data, header, master, in_data_file, copying);
        return std::pair(in_data_file, in_keys_file);
    });
}
}

Written write(const Wanted& wanted, const crypto::MasterKey& master, const base::Clock& clock, const Told& told) {
    const FolderLock lock(wanted.folder);
    remove_unfinished(wanted.folder);
    const auto database = db::Database::open(wanted.database, patient);
    crypto::SystemRandomness randomness;
    const auto begun = state::begin(*database, crypto::text_of(crypto::random_id(randomness)));
    const auto now = clock.now();
    const Header header{.program = wanted.program, .made_at = now, .installation = begun.installation, .number = begun.number, .master = crypto::text_of(master.id())};
    const Part data(free_name(wanted.folder, now)), keys(wanted.folder / keys_name);
    const auto [in_data_file, in_keys_file] = copy(*database, wanted, master, header, data, keys, told);
    check(keys, master, in_keys_file, told);
    check(data, master, in_data_file, told);
    Written out{data.final, keys.final, rows_in(in_data_file) + rows_in(in_keys_file), static_cast<std::int64_t>(fs::file_size(data.path) + fs::file_size(keys.path))};
    if (told) told(Stage::before_keys_in_place, 0, 0);
    keys.into_place();
    if (told) told(Stage::keys_in_place, 0, 0);
    data.into_place();
    state::done(*database, begun.number, clock.now());
    if (told) told(Stage::done, out.rows, out.rows);
    return out;
}

std::vector<fs::path> data_files(const fs::path& folder) {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(folder))
        if (const auto name = entry.path().filename().string(); name.starts_with(data_begin) && name.ends_with(ending)) out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}
std::optional<fs::path> newest_data(const fs::path& folder) {
    const auto all = data_files(folder);
    return all.empty() ? std::nullopt : std::optional(all.back());
}
}

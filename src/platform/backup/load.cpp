#include "platform/backup/load.hpp"
#include "platform/backup/state.hpp"

namespace backup {
namespace {
constexpr std::int64_t report_every = 2000;
constexpr std::string_view tombstones = "vault_tombstone";
const db::Visit nothing = [](const db::Row&) {};

std::int64_t run(db::Connection& connection, const std::string& name, const std::string& sql, std::span<const db::Param> params = {}) {
    return connection.run({name, sql}, params, nothing);
}
void empty(db::Connection& connection, std::string_view table) { run(connection, "backup.empty." + std::string(table), "DELETE FROM " + in_quotes(table)); }

// "INSERT INTO t (a, b) VALUES (?1, ?2)"; a tombstone that both files hold is the same one.
std::string insert(const Table& table) {
    std::string columns, places;
    for (int at = 1; const auto& column : table.columns) {
        columns += (at > 1 ? ", " : "") + in_quotes(column.name);
        places += (at > 1 ? ", ?" : "?") + std::to_string(at);
        ++at;
    }
    return "INSERT INTO " + in_quotes(table.name) + " (" + columns + ") VALUES (" + places + ")" + (table.name == tombstones ? " ON CONFLICT DO NOTHING" : "");
}

class Loading {
    db::Connection& connection_;
    const Told& told_;
    std::int64_t done_ = 0, of_;

public:
    Loading(db::Connection& connection, const Told& told, std::int64_t of) : connection_(connection), told_(told), of_(of) {}
    void all(RowReader& rows) {
        const Table* current = nullptr;
        std::string name, sql;
        std::vector<db::Param> params;
        rows.each([&](const Table& table, const std::vector<Value>& row) {
            if (&table != current) current = &table, name = "backup.put." + table.name, sql = insert(table);
            params.clear();
            for (const auto& value : row) params.push_back(value.param());
            connection_.run({name, sql}, params, nothing);
            if (++done_ % report_every == 0 && told_) told_(Stage::loading, done_, of_);
        });
    }
};

std::vector<Column> sorted(std::vector<Column> columns) {
    std::sort(columns.begin(), columns.end());
    return columns;
}
// The file was made from this very schema, so a difference is a fault in one of the two.
void require_same_shape(const Contents& file, const Contents& database, const SealedReader& in) {
    for (const auto& table : file) {
        const auto own = std::find_if(database.begin(), database.end(), [&](const auto& t) { return t.name == table.name; });
        if (own == database.end() || sorted(own->columns) != sorted(table.columns))
            throw Unusable(Trouble::other_schema, in.path().string() + ": the table " + table.name + " is not as in this program's schema: restore with the program that made the backup (" + in.header().program + ")");
    }
}
void require_counts(db::Reader& reader, const Contents& file, const SealedReader& in) {
    for (const auto& table : file)
        if (count_rows(reader, table.name) != table.rows) throw Unusable(Trouble::damaged, in.path().string() + ": the table " + table.name + " did not come out with as many rows as it went in with");
}

void load_data(db::Connection& connection, db::Kind kind, SealedReader& file, Loading& loading) {
    file.begin_again();
    RowReader rows(file);
    db::Reader reader(connection);
    require_same_shape(rows.contents(), tables_of(reader, kind), file);
    ReferencesAside references(connection, kind);
    for (const auto& table : rows.contents()) empty(connection, table.name); // rows that migrations put there
    loading.all(rows);
    require_counts(reader, rows.contents(), file);
    references.put_back();
}
// After all migrations: the keys may come from a newer schema than the data.
void load_keys(db::Connection& connection, db::Kind kind, SealedReader& file, Loading& loading) {
    file.begin_again();
    RowReader rows(file);
    db::Reader reader(connection);
    require_same_shape(rows.contents(), tables_of(reader, kind), file);
    empty(connection, "vault_key");
    loading.all(rows);
}

std::int64_t erase_keys_again(db::Connection& connection) {
    return run(connection, "backup.erase_keys", "DELETE FROM vault_key WHERE EXISTS (SELECT 1 FROM vault_tombstone t WHERE t.kind = vault_key.kind AND t.id = vault_key.id)");
}
// Rows whose key is gone cannot be read any more; now they are no longer there either.
std::int64_t erase_rows_again(db::Connection& connection, const Rules& rules) {
    std::int64_t count = 0;
    for (const auto& rule : rules.sealed) {
        const auto table = in_quotes(rule.table), column = table + "." + in_quotes(rule.column);
        const db::Param kind[] = {rule.kind};
        count += run(connection, "backup.erase." + std::string(rule.table) + "." + std::string(rule.column),
                     "DELETE FROM " + table + " WHERE " + column + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vault_key k WHERE k.kind = ?1 AND k.id = " + column + ")", kind);
    }
    for (const auto table : rules.emptied) empty(connection, table);
    for (const auto& statement : rules.then) run(connection, std::string(statement.name), std::string(statement.text));
    return count;
}
}

Restored load(db::Connection& connection, db::Kind kind, const Files& files, const Rules& rules, base::Instant now, const Told& told, const std::vector<db::Migration>& own) {
    Restored out{files.data.header(), files.keys.header()};
    db::migrate_within(kind, connection, now, up_to(out.data.schema, own));
    std::int64_t of = 0;
    for (auto* file : {&files.data, &files.keys}) file->begin_again(), of += rows_in(RowReader(*file).contents());
    Loading loading(connection, told, of);
    load_data(connection, kind, files.data, loading);
    out.migrations = db::migrate_within(kind, connection, now, own);
    load_keys(connection, kind, files.keys, loading);
    if (told) told(Stage::erasing, of, of);
    out.rows = of;
    out.erased_keys = erase_keys_again(connection);
    out.erased_rows = erase_rows_again(connection, rules);
    state::go_on_from(connection, {out.keys.installation, out.keys.number});
    return out;
}
}

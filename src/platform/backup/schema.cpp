#include "platform/backup/schema.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/db/hash.hpp"
#include "platform/db/reader.hpp"

namespace backup {
namespace {
constexpr db::Sql tables_sqlite{"backup.tables", "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"};
constexpr db::Sql columns_sqlite{"backup.columns", "SELECT name, lower(type) FROM pragma_table_info(?1) ORDER BY cid"};
constexpr db::Sql tables_postgresql{"backup.tables", "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename::text COLLATE \"C\""};
constexpr db::Sql columns_postgresql{"backup.columns",
                                     "SELECT a.attname::text, format_type(CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END, NULL) FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid "
                                     "WHERE a.attrelid = to_regclass(quote_ident(?1)) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"};
constexpr db::Sql references_postgresql{"backup.references",
                                        "SELECT r.relname::text, c.conname::text, pg_get_constraintdef(c.oid) FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid "
                                        "JOIN pg_namespace n ON n.oid = r.relnamespace WHERE c.contype = 'f' AND n.nspname = current_schema() ORDER BY 1, 2"};
constexpr db::Sql applied{"backup.applied", "SELECT number, hash FROM schema_migration ORDER BY number"};
constexpr std::string_view own_table = "schema_migration";

std::string text(const db::Row& row) { return std::string(row.text(0)); }
std::vector<std::string> names(db::Reader& reader, db::Kind kind) { return reader.query(kind == db::Kind::sqlite ? tables_sqlite : tables_postgresql, {}, text); }

db::Type type_named(std::string_view name) {
    if (name == "integer" || name == "bigint") return db::Type::integer;
    if (name == "text") return db::Type::text;
    if (name == "blob" || name == "bytea") return db::Type::blob;
    throw base::Bug("a column of type " + std::string(name) + ": both databases keep only BIGINT, TEXT and BLOB");
}
}

Contents tables_of(db::Reader& reader, db::Kind kind) {
    Contents out;
    for (auto& name : names(reader, kind)) {
        if (name == own_table) continue;
        auto columns = reader.query(kind == db::Kind::sqlite ? columns_sqlite : columns_postgresql, {name},
                                    [](const db::Row& row) { return Column{std::string(row.text(0)), type_named(row.text(1))}; });
        out.push_back({std::move(name), std::move(columns)});
    }
    return out;
}
bool has_table(const Contents& contents, std::string_view name) {
    return std::any_of(contents.begin(), contents.end(), [&](const auto& table) { return table.name == name; });
}
std::int64_t count_rows(db::Reader& reader, const std::string& table) {
    const auto name = "backup.count." + table, sql = "SELECT count(*) FROM " + in_quotes(table);
    return reader.one({name, sql}, {}, [](const db::Row& row) { return row.integer(0); });
}
std::string in_quotes(std::string_view name) { return "\"" + base::replaced(name, "\"", "\"\"") + "\""; }

SchemaVersion schema_of(db::Reader& reader, db::Kind kind) {
    const auto all = names(reader, kind);
    if (std::find(all.begin(), all.end(), own_table) == all.end()) return {};
    SchemaVersion out;
    std::string hashes;
    reader.query(applied, {}, [&](const db::Row& row) {
        out.number = static_cast<int>(row.integer(0));
        hashes += row.text(1);
    });
    out.hash = db::sha256(hashes);
    return out;
}
SchemaVersion schema_of(const std::vector<db::Migration>& migrations) {
    std::string hashes;
    for (const auto& migration : migrations) hashes += db::sha256(migration.text);
    return {migrations.empty() ? 0 : migrations.back().number, db::sha256(hashes)};
}
std::vector<db::Migration> up_to(int number, const std::vector<db::Migration>& migrations) {
    std::vector<db::Migration> out;
    std::copy_if(migrations.begin(), migrations.end(), std::back_inserter(out), [&](const auto& migration) { return migration.number <= number; });
    return out;
}

ReferencesAside::ReferencesAside(db::Connection& connection, db::Kind kind) : connection_(connection), kind_(kind) {
    if (kind_ == db::Kind::sqlite) {
        connection_.script("PRAGMA defer_foreign_keys = ON");
        return;
    }
    connection_.run(references_postgresql, {}, [&](const db::Row& row) { constraints_.push_back({std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2))}); });
    for (const auto& c : constraints_) connection_.script("ALTER TABLE " + in_quotes(c.table) + " DROP CONSTRAINT " + in_quotes(c.name));
}
// SQLite checks them at COMMIT by itself.
void ReferencesAside::put_back() {
    for (const auto& c : constraints_) connection_.script("ALTER TABLE " + in_quotes(c.table) + " ADD CONSTRAINT " + in_quotes(c.name) + " " + c.definition);
}
}

#include "base/text.hpp"
#include "platform/db/migrations.hpp"
#include "support/test_database.hpp"
#include <fstream>
// The schema is the same on both databases, and db/columns.csv knows every column of it.

namespace {
using db::Kind;
using db::Reader;
using db::Row;
using db::Sql;

constexpr Sql tables_sqlite{"schema.tables", "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"};
constexpr Sql columns_sqlite{"schema.columns", "SELECT name, type, \"notnull\" OR pk > 0 FROM pragma_table_info(?1)"};
constexpr Sql key_sqlite{"schema.key", "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk"};
constexpr Sql unique_sqlite{"schema.unique",
                            "SELECT l.name || CASE l.partial WHEN 1 THEN ' partial' ELSE '' END, i.name FROM pragma_index_list(?1) AS l "
                            "JOIN pragma_index_info(l.name) AS i WHERE l.\"unique\" = 1 AND l.origin <> 'pk' ORDER BY l.name, i.seqno"};
constexpr Sql foreign_sqlite{"schema.foreign",
                             "SELECT CAST(id AS TEXT), \"from\" || '>' || \"table\" || '.' || \"to\" || ' ' || lower(on_delete) FROM pragma_foreign_key_list(?1) ORDER BY id, seq"};

constexpr Sql tables_postgresql{"schema.tables", "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"};
constexpr Sql columns_postgresql{"schema.columns",
                                 "SELECT a.attname::text, CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, NULL) ELSE format_type(t.oid, NULL) END, "
                                 "a.attnotnull FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid "
                                 "WHERE a.attrelid = to_regclass(?1) AND a.attnum > 0 AND NOT a.attisdropped"};
constexpr Sql key_postgresql{"schema.key",
                             "SELECT a.attname::text FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k(number, place), pg_attribute a "
                             "WHERE i.indrelid = to_regclass(?1) AND i.indisprimary AND a.attrelid = i.indrelid AND a.attnum = k.number ORDER BY k.place"};
constexpr Sql unique_postgresql{"schema.unique",
                                "SELECT i.indexrelid::text || CASE WHEN i.indpred IS NULL THEN '' ELSE ' partial' END, a.attname::text FROM pg_index i, "
                                "unnest(i.indkey) WITH ORDINALITY AS k(number, place), pg_attribute a WHERE i.indrelid = to_regclass(?1) AND i.indisunique "
                                "AND NOT i.indisprimary AND a.attrelid = i.indrelid AND a.attnum = k.number ORDER BY i.indexrelid, k.place"};
constexpr Sql foreign_postgresql{
    "schema.foreign",
    "SELECT c.oid::text, f.attname::text || '>' || r.relname::text || '.' || t.attname::text || ' ' || CASE c.confdeltype WHEN 'a' THEN 'no action' "
    "WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' WHEN 'r' THEN 'restrict' ELSE 'set default' END FROM pg_constraint c "
    "JOIN pg_class r ON r.oid = c.confrelid, unnest(c.conkey, c.confkey) WITH ORDINALITY AS k(own, other, place), pg_attribute f, pg_attribute t "
    "WHERE c.conrelid = to_regclass(?1) AND c.contype = 'f' AND f.attrelid = c.conrelid AND f.attnum = k.own AND t.attrelid = c.confrelid "
    "AND t.attnum = k.other ORDER BY c.oid, k.place"};

struct Column {
    std::string table, name, type;
    bool required;
    auto operator<=>(const Column&) const = default;
};
std::string text(const Row& row) { return std::string(row.text(0)); }
std::pair<std::string, std::string> two_texts(const Row& row) { return {std::string(row.text(0)), std::string(row.text(1))}; }

std::string type_class(std::string_view type) {
    const auto lower = base::lower(type);
    if (lower == "integer" || lower == "bigint") return "integer";
    if (lower == "blob" || lower == "bytea") return "blob";
    return lower;
}

std::vector<Column> columns(Reader& reader, Kind kind) {
    const bool sqlite = kind == Kind::sqlite;
    std::vector<Column> out;
    for (const auto& table : reader.query(sqlite ? tables_sqlite : tables_postgresql, {}, text))
        reader.query(sqlite ? columns_sqlite : columns_postgresql, {table}, [&](const Row& row) {
            out.push_back({table, std::string(row.text(0)), type_class(row.text(1)), row.truth(2)});
        });
    std::sort(out.begin(), out.end());
    return out;
}

// Names of indexes and constraints differ between the databases; what they say must not.
void add_grouped(std::set<std::string>& out, const std::string& what, const std::vector<std::pair<std::string, std::string>>& members) {
    std::map<std::string, std::string> groups;
    for (const auto& [group, member] : members) groups[group] += " " + member;
    for (const auto& [group, all] : groups) out.insert(what + all + (group.ends_with(" partial") ? " partial" : ""));
}

std::set<std::string> schema(Reader& reader, Kind kind) {
    const bool sqlite = kind == Kind::sqlite;
    std::set<std::string> out;
    for (const auto& column : columns(reader, kind)) out.insert(column.table + "." + column.name + " " + column.type + (column.required ? " required" : ""));
    for (const auto& table : reader.query(sqlite ? tables_sqlite : tables_postgresql, {}, text)) {
        out.insert(table + " key " + base::joined(reader.query(sqlite ? key_sqlite : key_postgresql, {table}, text), " "));
        add_grouped(out, table + " unique", reader.query(sqlite ? unique_sqlite : unique_postgresql, {table}, two_texts));
        add_grouped(out, table + " refers", reader.query(sqlite ? foreign_sqlite : foreign_postgresql, {table}, two_texts));
    }
    return out;
}

struct Migrated {
    support::EmptyPlace place;
    std::unique_ptr<db::Database> database;
    Migrated(Kind kind, const std::vector<db::Migration>& wanted) : place(kind), database(place.open()) { db::migrate(*database, {1}, wanted); }
    std::set<std::string> schema() {
        return database->read([&](Reader& reader) { return ::schema(reader, database->kind()); });
    }
    std::vector<Column> columns() {
        return database->read([&](Reader& reader) { return ::columns(reader, database->kind()); });
    }
};

TEST(Schema, is_equal_on_both_databases) {
    EXPECT_EQ(Migrated(Kind::sqlite, db::migrations()).schema(), Migrated(Kind::postgresql, db::migrations()).schema())
        << "Remedy: write the migration so that both databases get the same; see platform/db/migrations.hpp";
}

TEST(Schema, comparison_sees_keys_uniques_and_references) {
    const std::vector<db::Migration> rich{{1, "0001_rich",
                                           "-- postgresql only\nCREATE DOMAIN blob AS bytea;\n-- end\n"
                                           "CREATE TABLE a (area BIGINT NOT NULL, id BLOB NOT NULL, name TEXT UNIQUE, PRIMARY KEY (area, id));\n"
                                           "CREATE TABLE b (id BIGINT NOT NULL PRIMARY KEY, area BIGINT, a_id BLOB, open BIGINT NOT NULL CHECK (open IN (0, 1)),\n"
                                           "  FOREIGN KEY (area, a_id) REFERENCES a (area, id) ON DELETE CASCADE);\n"
                                           "CREATE UNIQUE INDEX b_open ON b (area, a_id) WHERE open = 1;\nCREATE INDEX b_area ON b (area);"}};
    const std::set<std::string> expected{
        "a key area id", "a unique name", "a.area integer required", "a.id blob required", "a.name text", "b key id",
        "b refers area>a.area cascade a_id>a.id cascade", "b unique area a_id partial", "b.a_id blob", "b.area integer", "b.id integer required",
        "b.open integer required", "schema_migration key number", "schema_migration.applied_at integer required", "schema_migration.hash text required",
        "schema_migration.name text required", "schema_migration.number integer required"};
    EXPECT_EQ(Migrated(Kind::sqlite, rich).schema(), expected);
    EXPECT_EQ(Migrated(Kind::postgresql, rich).schema(), expected);
}

// What the database says when this column gets `value` and every other column something of its own type.
std::string refusal(Migrated& on, const std::vector<Column>& all, const Column& column, const std::string& value) {
    std::string names, values;
    for (const auto& other : all) {
        if (other.table != column.table) continue;
        const auto own = other.type == "integer" ? "1" : other.type == "text" ? "'x'" : on.database->kind() == Kind::sqlite ? "x'00'" : "'\\x00'";
        names += (names.empty() ? "" : ", ") + other.name;
        values += (values.empty() ? "" : ", ") + (other.name == column.name ? value : own);
    }
    const auto insert = "INSERT INTO " + column.table + " (" + names + ") VALUES (" + values + ")";
    const auto name = column.table + column.name + value, empty = "DELETE FROM " + column.table;
    try {
        on.database->write([&](db::Transaction& tx) {
            tx.execute({empty, empty}, {});  // so that no key is taken
            tx.execute({name, insert}, {});
            throw base::Bug("accepted");
        });
    } catch (const base::Bug& e) {
        return e.what();
    }
    return "nothing";
}

TEST(Schema, refuses_text_in_every_bigint) {
    int seen = 0;
    for (const auto kind : {Kind::sqlite, Kind::postgresql}) {
        Migrated on(kind, db::migrations());
        const auto speaks_of_type = [&](const std::string& words) {
            for (const char* sign : {"cannot store TEXT value in INTEGER column", "datatype mismatch", "PostgreSQL 22P02"})
                if (words.find(sign) != std::string::npos) return true;
            return false;
        };
        const auto all = on.columns();
        for (const auto& column : all) {
            if (column.type != "integer") continue;
            ++seen;
            const auto words = refusal(on, all, column, "'abc'");
            EXPECT_TRUE(speaks_of_type(words)) << column.table << "." << column.name << " on " << (kind == Kind::sqlite ? "SQLite" : "PostgreSQL") << ": " << words;
            EXPECT_FALSE(speaks_of_type(refusal(on, all, column, "1"))) << column.table << "." << column.name;
        }
    }
    EXPECT_GE(seen, 12);
}

TEST(Schema, every_sqlite_table_is_strict) {
    Migrated on(Kind::sqlite, db::migrations());
    constexpr Sql loose{"schema.loose", "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'"};
    EXPECT_EQ(on.database->read([&](Reader& reader) { return reader.query(loose, {}, text); }), std::vector<std::string>{});
}

TEST(Columns, are_all_described_and_nothing_else_is) {
    std::set<std::string> described;
    std::ifstream file(LOTSEN_SOURCE_DIR "/db/columns.csv");
    std::string line;
    std::getline(file, line);
    ASSERT_EQ(line, "table,column,meaning,class,regime,kept");
    while (std::getline(file, line)) {
        const auto parts = base::split(line, ',');
        ASSERT_EQ(parts.size(), 6U) << line << ": six fields, without commas in them";
        for (const auto part : parts) EXPECT_FALSE(part.empty()) << line;
        EXPECT_TRUE(described.insert(std::string(parts[0]) + "." + std::string(parts[1])).second) << "twice: " << line;
        EXPECT_TRUE(parts[3] == "identity" || parts[3] == "sensitive" || parts[3] == "ordinary" || parts[3] == "key") << line;
        EXPECT_TRUE(parts[4] == "none" || parts[4] == "A" || parts[4] == "B" || parts[4] == "C" || parts[4] == "D") << line;
        EXPECT_TRUE(parts[3] != "identity" || parts[0].starts_with("people_")) << line << ": only people may hold identities";
    }
    for (const auto kind : {Kind::sqlite, Kind::postgresql}) {
        std::set<std::string> real;
        for (const auto& column : Migrated(kind, db::migrations()).columns()) real.insert(column.table + "." + column.name);
        EXPECT_EQ(real, described) << "Remedy: describe each column of a migration in db/columns.csv";
    }
}
}

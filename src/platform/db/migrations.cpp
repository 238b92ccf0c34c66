#include "platform/db/migrations.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "platform/db/hash.hpp"
#include <charconv>

namespace embedded {
std::span<const base::EmbeddedFile> migrations();
}

namespace db {
namespace {
constexpr Sql applied{"db.applied_migrations", "SELECT number, name, hash FROM schema_migration ORDER BY number"};
constexpr Sql note{"db.note_migration", "INSERT INTO schema_migration (number, name, hash, applied_at) VALUES (?1, ?2, ?3, ?4)"};
constexpr Sql tables_sqlite{"db.tables", "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"};
constexpr Sql tables_postgresql{"db.tables", "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"};
constexpr std::string_view own_table = "CREATE TABLE schema_migration (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at BIGINT NOT NULL)";

struct Applied {
    int number;
    std::string name, hash;
};

std::string without_postgresql_blocks(std::string_view text) {
    std::string out;
    bool skipping = false;
    for (const auto line : base::split(text, '\n')) {
        const auto word = base::trimmed(line);
        if (word == "-- postgresql only") skipping = true;
        if (!skipping) out += std::string(line) + "\n";
        if (word == "-- end") skipping = false;
    }
    base::require(!skipping, "a migration's '-- postgresql only' lacks its '-- end'");
    return out;
}

std::string for_kind(Kind kind, std::string_view statement) {
    const bool creates = begins_with_words(statement, "CREATE TABLE");
    if (kind == Kind::sqlite) return with_word_replaced(statement, "bigint", "INTEGER") + (creates ? " STRICT" : "");
    if (creates || begins_with_words(statement, "ALTER TABLE")) return with_word_replaced(statement, "text", "TEXT COLLATE \"C\"");
    return std::string(statement);
}

std::vector<std::string> tables(Kind kind, Connection& connection) {
    std::vector<std::string> out;
    connection.run(kind == Kind::sqlite ? tables_sqlite : tables_postgresql, {}, [&](const Row& row) { out.emplace_back(row.text(0)); });
    return out;
}

std::vector<Applied> applied_in(Connection& connection) {
    std::vector<Applied> out;
    connection.run(applied, {}, [&](const Row& row) {
        out.push_back({static_cast<int>(row.integer(0)), std::string(row.text(1)), std::string(row.text(2))});
    });
    return out;
}

bool has_own_table(const std::vector<std::string>& names) { return std::find(names.begin(), names.end(), "schema_migration") != names.end(); }

// How many of the wanted migrations are in place, after comparing each with what was applied.
std::size_t compared(const std::vector<Applied>& done, const std::vector<Migration>& wanted) {
    for (std::size_t i = 0; i < done.size(); ++i) {
        if (i >= wanted.size())
            throw CannotOpen("the database has a newer schema (" + done[i].name + ") than this program knows: use the newer program, or restore a backup");
        if (done[i].number != wanted[i].number || done[i].hash != sha256(wanted[i].text))
            throw CannotOpen("migration " + done[i].name + " was changed after it had been applied to this database: use the program that made it");
    }
    return done.size();
}

void apply(Kind kind, Connection& connection, const Migration& migration, base::Instant now, const BeforeStatement& before) {
    int at = 0;
    for (const auto& statement : statements_for(kind, migration)) {
        if (before) before(migration.number, at++);
        connection.script(statement);
    }
    const auto hash = sha256(migration.text);
    const Param values[] = {migration.number, migration.name, hash, now.ms};
    connection.run(note, values, [](const Row&) {});
    if (before) before(migration.number, at);
}

// Applies the next missing migration; false when there is none.
bool step(Kind kind, Connection& connection, base::Instant now, const std::vector<Migration>& wanted, const BeforeStatement& before) {
    const auto present = tables(kind, connection);
    if (!has_own_table(present)) {
        if (!present.empty())
            throw CannotOpen("the database holds tables of another program (" + present.front() + "): give Lotsen a database of its own");
        connection.script(for_kind(kind, own_table));
    }
    const auto done = compared(applied_in(connection), wanted);
    if (done == wanted.size()) return false;
    apply(kind, connection, wanted[done], now, before);
    return true;
}
}

std::vector<Migration> migrations() {
    std::vector<Migration> out;
    for (const auto& file : embedded::migrations()) {
        Migration migration{0, std::string(file.path.substr(0, file.path.rfind('.'))), file.bytes};
        std::from_chars(file.path.data(), file.path.data() + 4, migration.number);
        out.push_back(std::move(migration));
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    for (std::size_t i = 0; i < out.size(); ++i)
        base::require(out[i].number == static_cast<int>(i) + 1, "migrations are numbered 0001, 0002, … without gap or double");
    return out;
}

std::vector<std::string> statements_for(Kind kind, const Migration& migration) {
    const auto text = kind == Kind::sqlite ? without_postgresql_blocks(migration.text) : std::string(migration.text);
    std::vector<std::string> out;
    for (const auto& statement : statements_of(text)) {
        base::require(!begins_with_words(statement, "CREATE TRIGGER"), "a migration may not make triggers: the rule belongs in a use case");
        base::require(with_word_replaced(statement, "deferrable", "") == statement,
                      "a migration may not defer constraints: they would fail the COMMIT of a whole group");
        out.push_back(for_kind(kind, statement));
    }
    return out;
}

int migrate(Database& database, base::Instant now, const std::vector<Migration>& wanted, const BeforeStatement& before) {
    int count = 0;
    for (bool more = true; more; count += more)
        database.exclusively([&](Connection& connection) { more = step(database.kind(), connection, now, wanted, before); });
    return count;
}

int migrate_within(Kind kind, Connection& connection, base::Instant now, const std::vector<Migration>& wanted) {
    int count = 0;
    while (step(kind, connection, now, wanted, {})) ++count;
    return count;
}

SchemaAge schema_age(Database& database, const std::vector<Migration>& wanted) {
    const auto& names = database.kind() == Kind::sqlite ? tables_sqlite : tables_postgresql;
    const auto newest = database.read([&](Reader& reader) -> std::int64_t {
        if (!has_own_table(reader.query(names, {}, [](const Row& row) { return std::string(row.text(0)); }))) return 0;
        const auto numbers = reader.query(applied, {}, [](const Row& row) { return row.integer(0); });
        return numbers.empty() ? 0 : numbers.back();
    });
    const std::int64_t own = wanted.empty() ? 0 : wanted.back().number;
    return newest < own ? SchemaAge::older : newest > own ? SchemaAge::newer : SchemaAge::current;
}
}

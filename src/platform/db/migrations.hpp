#pragma once
#include "base/instant.hpp"
#include "platform/db/database.hpp"
namespace db {

// One step of the schema: db/migrations/NNNN_feature_what.sql, the same file for both databases.
// Written with BIGINT, TEXT and BLOB. On SQLite BIGINT becomes INTEGER and each CREATE TABLE ends with STRICT; on PostgreSQL TEXT sorts
// by bytes as on SQLite (COLLATE "C"). Lines between "-- postgresql only" and "-- end" are for PostgreSQL alone.
struct Migration {
    int number = 0;
    std::string name;
    std::string_view text;
};
// Those compiled into the program, in order.
std::vector<Migration> migrations();

// The statements as this kind of database gets them. Throws Bug for what is not allowed in a migration (triggers, deferred constraints).
std::vector<std::string> statements_for(Kind, const Migration&);

// Called before each statement of a migration and once before its COMMIT; tests end the process there.
using BeforeStatement = std::function<void(int migration, int statement)>;

// Applies what is missing, each migration in one transaction, under a lock, so that two programs starting at once apply it once.
// Returns how many it applied. Throws CannotOpen when the schema is newer than the program, when an applied migration has been changed
// afterwards, or when the database holds another program's tables.
int migrate(Database&, base::Instant now, const std::vector<Migration>& = migrations(), const BeforeStatement& = {});
// The same inside a transaction of the caller's (Database::exclusively), for a restore that is all or nothing.
int migrate_within(Kind, Connection&, base::Instant now, const std::vector<Migration>&);

// Whether the schema is the program's own; writes nothing. For commands that must not migrate, and for /readyz.
enum class SchemaAge { older, current, newer };
SchemaAge schema_age(Database&, const std::vector<Migration>& = migrations());
}

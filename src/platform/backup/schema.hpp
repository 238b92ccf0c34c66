#pragma once
#include "platform/backup/rows.hpp"
#include "platform/db/migrations.hpp"
// What a database holds, asked from itself, so that a new table is in the next backup without anybody thinking of it.
namespace backup {

// Every table but schema_migration (restoring makes that one anew), in the order of their names; without row counts.
Contents tables_of(db::Reader&, db::Kind);
bool has_table(const Contents&, std::string_view name);
std::int64_t count_rows(db::Reader&, const std::string& table);
std::string in_quotes(std::string_view name);

// Which migrations a database or a program has: the newest one's number and a hash over all. Number 0: none.
struct SchemaVersion {
    int number = 0;
    std::string hash;
    bool operator==(const SchemaVersion&) const = default;
};
SchemaVersion schema_of(db::Reader&, db::Kind);
SchemaVersion schema_of(const std::vector<db::Migration>&);
std::vector<db::Migration> up_to(int number, const std::vector<db::Migration>&);

// While rows are loaded table by table, a row may come before the one it refers to. Put back, every reference is checked.
class ReferencesAside {
    struct Constraint {
        std::string table, name, definition;
    };
    db::Connection& connection_;
    db::Kind kind_;
    std::vector<Constraint> constraints_;

public:
    ReferencesAside(db::Connection&, db::Kind);
    void put_back();
};
}

#include "platform/db/database.hpp"
#include "platform/db/postgresql_database.hpp"
#include "platform/db/sqlite_database.hpp"

namespace db {
namespace {
thread_local bool inside = false;
}

Inside::Inside() {
    base::require(!inside, "a read or write inside another one: pass the Reader or Transaction on instead");
    inside = true;
}
Inside::~Inside() { inside = false; }

std::unique_ptr<Database> Database::open(std::string_view where, const Options& options) {
    if (where.starts_with("postgresql://") || where.starts_with("postgres://")) return open_postgresql(std::string(where), options);
    if (where.starts_with("sqlite:")) where.remove_prefix(7);
    if (where.empty()) throw CannotOpen("no database is named: give a file (sqlite:DIR/lotsen.db) or postgresql://…");
    if (where.find("://") != where.npos)
        throw CannotOpen("the database address begins with neither sqlite: nor postgresql://; give a file (sqlite:DIR/lotsen.db) or postgresql://…");
    return open_sqlite(std::string(where), options);
}
}

#include "app/settling.hpp"
#include "features/privacy/public.hpp"
#include "platform/backup/state.hpp"
#include "platform/db/postgresql_connection.hpp"
#include "platform/db/sqlite_connection.hpp"

namespace app {
namespace {
constexpr std::chrono::milliseconds wait{5000};
constexpr db::Sql checkpoint{"settle.checkpoint", "PRAGMA wal_checkpoint(TRUNCATE)"};
constexpr db::Sql vacuum{"settle.vacuum", "VACUUM"};

void truncate(const std::filesystem::path& file) {
    bool busy = true;
    db::SqliteConnection(file, db::SqliteConnection::For::writing, wait).run(checkpoint, {}, [&](const db::Row& row) { busy = row.integer(0) != 0; });
    if (busy) throw db::Unavailable("somebody reads in the database, so its log cannot be emptied now");
}
}

void empty_files(const std::string& where) {
    constexpr std::string_view sqlite = "sqlite:";
    if (where.starts_with("postgres")) db::PostgresqlConnection(where, {wait, std::chrono::minutes(10)}).run(vacuum, {}, [](const db::Row&) {});
    else truncate(where.starts_with(sqlite) ? where.substr(sqlite.size()) : where);
}

jobs::Job settle_job(db::Database& database, const base::Clock& clock, const std::string& where) {
    return {"settle", std::chrono::minutes(1), [&database, &clock, where](const jobs::Lease&) {
                const auto last = database.read([](db::Reader& reader) { return backup::state::last(reader); });
                privacy::settle(database, clock.now(), [&] { empty_files(where); }, last);
            }};
}
}

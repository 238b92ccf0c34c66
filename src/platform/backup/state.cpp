#include "platform/backup/state.hpp"
#include <limits>

namespace backup::state {
namespace {
constexpr db::Sql make{"backup.state.make", "INSERT INTO backup_state (id, installation, number) VALUES (1, ?1, 0) ON CONFLICT DO NOTHING"};
constexpr db::Sql count{"backup.state.count", "UPDATE backup_state SET number = number + 1 WHERE id = 1"};
constexpr db::Sql read{"backup.state.read", "SELECT installation, number FROM backup_state WHERE id = 1"};
// An older backup that ends late says nothing of a newer one.
constexpr db::Sql note{"backup.state.note", "UPDATE backup_state SET last_number = ?1, last_at = ?2 WHERE id = 1 AND coalesce(last_number, 0) <= ?1"};
constexpr db::Sql when{"backup.state.when", "SELECT last_at FROM backup_state WHERE id = 1"};
constexpr db::Sql forget{"backup.state.forget", "DELETE FROM backup_state"};
constexpr db::Sql set{"backup.state.set", "INSERT INTO backup_state (id, installation, number) VALUES (1, ?1, ?2)"};

bool kept(db::Database& database) {
    return database.read([&](db::Reader& reader) { return has_table(tables_of(reader, database.kind()), "backup_state"); });
}
}

Begun begin(db::Database& database, std::string_view fresh_installation) {
    if (!kept(database)) return {};
    return database.write([&](db::Transaction& tx) {
        tx.execute(make, {fresh_installation});
        tx.execute(count, {});
        return tx.one(read, {}, [](const db::Row& row) { return Begun{std::string(row.text(0)), row.integer(1)}; });
    });
}
void done(db::Database& database, std::int64_t number, base::Instant at) {
    if (number > 0) database.write([&](db::Transaction& tx) { tx.execute(note, {number, at.ms}); });
}
std::optional<base::Instant> last(db::Reader& reader) {
    const auto found = reader.optional_one(when, {}, [](const db::Row& row) { return row.optional_integer(0); });
    if (!found || !*found) return std::nullopt;
    return base::Instant{**found};
}
double age(db::Database& database, base::Instant now) {
    if (!kept(database)) return std::numeric_limits<double>::infinity();
    const auto at = database.read([](db::Reader& reader) { return last(reader); });
    return at ? static_cast<double>(now.ms - at->ms) / 1000 : std::numeric_limits<double>::infinity();
}
void go_on_from(db::Connection& connection, const Begun& newest) {
    db::Transaction tx(connection);
    tx.execute(forget, {});
    if (newest.number > 0) tx.execute(set, {newest.installation, newest.number});
}
}

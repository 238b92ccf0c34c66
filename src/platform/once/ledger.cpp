#include "platform/once/ledger.hpp"
#include "platform/db/hash.hpp"

namespace once {
namespace {
using db::Sql;
constexpr std::int64_t a_day = 24 * 60 * 60 * 1000;
constexpr Sql insert{"once.begin", "INSERT INTO once_form (stamp, session, begun_at) VALUES (?1, ?2, ?3) ON CONFLICT (stamp) DO NOTHING"};
constexpr Sql find{"once.find", "SELECT session, location FROM once_form WHERE stamp = ?1"};
constexpr Sql answer{"once.answer", "UPDATE once_form SET location = ?2 WHERE stamp = ?1"};
constexpr Sql forget{"once.forget", "DELETE FROM once_form WHERE stamp = ?1 AND location IS NULL"};
constexpr Sql remove_old{"once.sweep", "DELETE FROM once_form WHERE begun_at < ?1"};
}

std::optional<web::Once::Before> Ledger::begun(std::string_view stamp, std::string_view session) {
    const auto key = db::sha256(stamp);
    const auto now = clock_.now().ms;
    return database_.write([&](db::Transaction& tx) -> std::optional<Before> {
        if (tx.execute(insert, {key, session, now}) == 1) return std::nullopt;
        return tx.one(find, {key}, [&](const db::Row& row) {
            // Another session's stamp is refused before it comes here; told apart all the same.
            const auto location = row.optional_text(1);
            return row.text(0) == session && location ? Before{std::string(*location)} : Before{};
        });
    });
}

void Ledger::led_to(std::string_view stamp, std::string_view location) {
    database_.write([&](db::Transaction& tx) { tx.execute(answer, {db::sha256(stamp), location}); });
}
void Ledger::not_done(std::string_view stamp) {
    database_.write([&](db::Transaction& tx) { tx.execute(forget, {db::sha256(stamp)}); });
}
void Ledger::sweep(db::Transaction& tx, base::Instant now) { tx.execute(remove_old, {now.ms - a_day}); }
}

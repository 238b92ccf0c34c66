// The SQL on who may see protected persons, on break-glass and on what the head is told.
#include "features/people/store.hpp"
#include "platform/db/stored.hpp"

namespace people::store {
namespace {
using db::bytes;
constexpr db::Sql upsert_reader{"people.grant", "INSERT INTO people_protected_reader (area, account, until_at, granted_by, granted_at) VALUES (?1, ?2, ?3, ?4, ?5) "
                                                "ON CONFLICT (area, account) DO UPDATE SET until_at = ?3, granted_by = ?4, granted_at = ?5"};
constexpr db::Sql delete_reader{"people.revoke", "DELETE FROM people_protected_reader WHERE area = ?1 AND account = ?2"};
constexpr db::Sql readers_of{"people.protected_readers", "SELECT account, until_at FROM people_protected_reader WHERE area = ?1 ORDER BY account"};
constexpr db::Sql may_see{"people.may_see_protected", "SELECT 1 FROM people_protected_reader WHERE area = ?1 AND account = ?2 AND until_at > ?3"};
constexpr db::Sql insert_broken{"people.insert_emergency", "INSERT INTO people_emergency (area, id, account, why, from_at, until_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
constexpr db::Sql own_emergencies{"people.emergencies_of", "SELECT area, until_at FROM people_emergency WHERE account = ?1 AND from_at <= ?2 AND until_at > ?2 ORDER BY until_at"};
constexpr db::Sql end_own{"people.emergency_end", "UPDATE people_emergency SET until_at = ?3 WHERE area = ?1 AND account = ?2 AND from_at < ?3 AND until_at > ?3"};
constexpr db::Sql insert_alert_row{"people.insert_alert", "INSERT INTO people_alert (area, id, kind, account, at) VALUES (?1, ?2, ?3, ?4, ?5)"};
constexpr db::Sql unseen{"people.alerts", "SELECT a.id, a.kind, a.account, a.at, e.until_at, e.why, k.wrapped FROM people_alert a "
                                          "LEFT JOIN people_emergency e ON e.area = a.area AND e.id = a.id LEFT JOIN vault_key k ON k.kind = 'emergency' AND k.id = e.id "
                                          "WHERE a.area = ?1 AND a.told_head_at IS NULL ORDER BY a.at, a.id"};
constexpr db::Sql mark{"people.alert_seen", "UPDATE people_alert SET told_head_at = ?3, told_head = ?4 WHERE area = ?1 AND id = ?2 AND told_head_at IS NULL"};

constexpr std::string_view glass = "break_glass", hidden = "protected_person";

rights::AccountId account(std::string_view text) {
    const auto id = rights::AccountId::from(text);
    base::require(id.has_value(), "an account in the database is written wrongly");
    return *id;
}
void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
}

void grant(db::Transaction& tx, const AreaScope& scope, base::Instant now, const ProtectedReader& reader, const rights::AccountId& by) {
    need(scope, reader.area);
    tx.execute(upsert_reader, {reader.area, reader.account, reader.until.ms, by, now.ms});
}
bool revoke(db::Transaction& tx, const AreaScope& scope, const AreaId& area, const rights::AccountId& whose) {
    need(scope, area);
    return tx.execute(delete_reader, {area, whose}) == 1;
}
std::vector<ProtectedReader> protected_readers(db::Reader& reader, const AreaScope& scope) {
    std::vector<ProtectedReader> out;
    for (const auto& area : scope.areas())
        reader.query(readers_of, {area}, [&](const db::Row& row) { out.push_back({area, account(row.text(0)), {row.integer(1)}}); });
    return out;
}
bool may_see_protected(db::Reader& reader, const AreaScope& scope, const AreaId& area, const rights::AccountId& who, base::Instant now) {
    need(scope, area);
    return reader.optional_one(may_see, {area, who, now.ms}, [](const db::Row&) { return true; }).has_value();
}

void insert_emergency(db::Transaction& tx, const AreaScope& scope, const Broken& broken) {
    need(scope, broken.area);
    tx.execute(insert_broken, {broken.area, broken.id, broken.account, db::blob_of(broken.why), broken.from.ms, broken.until.ms});
}
bool end_emergencies(db::Transaction& tx, const rights::AccountId& who, const AreaId& area, base::Instant now) { return tx.execute(end_own, {area, who, now.ms}) > 0; }
std::vector<rights::Emergency> emergencies_of(db::Reader& reader, const rights::AccountId& who, base::Instant now) {
    return reader.query(own_emergencies, {who, now.ms}, [](const db::Row& row) {
        return rights::Emergency{AreaId::stored(row.text(0)), {row.integer(1)}};
    });
}

void insert_alert(db::Transaction& tx, const AreaScope& scope, const NewAlert& alert) {
    need(scope, alert.area);
    tx.execute(insert_alert_row, {alert.area, alert.id, alert.kind == AlertKind::break_glass ? glass : hidden, alert.account, alert.at.ms});
}
std::vector<StoredAlert> alerts(db::Reader& reader, const AreaScope& scope) {
    std::vector<StoredAlert> out;
    for (const auto& area : scope.areas())
        reader.query(unseen, {area}, [&](const db::Row& row) {
            const auto until = row.optional_integer(4);
            out.push_back({{std::string(row.text(0)), area, row.text(1) == glass ? AlertKind::break_glass : AlertKind::protected_person, account(row.text(2)), {row.integer(3)},
                            until ? std::optional(base::Instant{*until}) : std::nullopt, bytes(row, 5)},
                           bytes(row, 6)});
        });
    return out;
}
std::optional<AreaId> mark_seen(db::Transaction& tx, const AreaScope& scope, std::string_view id, const rights::AccountId& by, base::Instant now) {
    for (const auto& area : scope.areas())
        if (tx.execute(mark, {area, id, now.ms, by}) == 1) return area;
    return std::nullopt;
}
}

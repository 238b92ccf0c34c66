#include "features/privacy/store_watch.hpp"

namespace privacy::store {
namespace {
using db::Sql;
constexpr Sql of_person{"privacy.looks_at", "SELECT l.at, l.act, l.kind, l.unit, l.role FROM audit_subject s JOIN audit_line l ON l.id = s.line WHERE s.area = ?1 AND s.person = ?2 ORDER BY l.at DESC, l.id LIMIT ?3"};
constexpr Sql extracts{"privacy.extracts", "SELECT id FROM audit_line WHERE at > ?2 AND account = ?1 AND act = 'export' AND kind = 'person.extract' LIMIT ?3"};
constexpr Sql add_alert{"privacy.alert_add", "INSERT INTO privacy_alert (area, id, kind, line, account, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
constexpr Sql no_alert{"privacy.alert_take_back", "DELETE FROM privacy_alert WHERE area = ?1 AND line = ?2 AND kind <> 'many_extracts' AND told_head_at IS NULL"};
constexpr Sql waiting{"privacy.alerts", "SELECT id, kind, line, account, at FROM privacy_alert WHERE area = ?1 AND told_head_at IS NULL ORDER BY at, id"};
constexpr Sql seen{"privacy.alert_seen", "UPDATE privacy_alert SET told_head_at = ?3, told_head = ?4 WHERE area = ?1 AND id = ?2 AND told_head_at IS NULL"};

std::string text(const db::Row& row, int column) { return std::string(row.optional_text(column).value_or("")); }
AlertKind kind_of(std::string_view text) {
    for (const auto kind : alert_kinds)
        if (key(kind) == text) return kind;
    throw base::Bug("an unknown kind of alert");
}
}

std::string_view key(AlertKind kind) {
    switch (kind) {
        case AlertKind::review_ask: return "review_ask";
        case AlertKind::review_wrong: return "review_wrong";
        case AlertKind::many_extracts: return "many_extracts";
    }
    throw base::Bug("an alert without a name");
}

std::vector<Look> looks_at(db::Reader& reader, const rights::AreaScope& scope, const rights::PersonId& person, std::size_t most) {
    std::vector<Look> out;
    for (const auto& area : scope.areas())
        reader.query(of_person, {area, person, most}, [&](const db::Row& row) { out.push_back({{row.integer(0)}, text(row, 1), text(row, 2), text(row, 3), text(row, 4)}); });
    return out;
}
bool has_taken(db::Reader& reader, const rights::AccountId& account, base::Instant since, std::size_t many) {
    return reader.query(extracts, {account, since.ms, many}, [](const db::Row& row) { return std::string(row.text(0)); }).size() >= many;
}

void insert_alert(db::Transaction& tx, const rights::AreaScope& scope, const Alert& a) {
    base::require(scope.holds(a.area), "the area is not in the scope");
    tx.execute(add_alert, {a.area, a.id, key(a.kind), a.line, a.account, a.at.ms});
}
void take_back(db::Transaction& tx, const rights::AreaScope& scope, std::string_view line) {
    for (const auto& area : scope.areas()) tx.execute(no_alert, {area, line});
}
std::vector<Alert> alerts(db::Reader& reader, const rights::AreaScope& scope) {
    std::vector<Alert> out;
    for (const auto& area : scope.areas())
        reader.query(waiting, {area}, [&](const db::Row& row) { out.push_back({std::string(row.text(0)), area, kind_of(row.text(1)), text(row, 2), rights::AccountId::stored(row.text(3)), {row.integer(4)}}); });
    return out;
}
std::optional<rights::AreaId> mark_seen(db::Transaction& tx, const rights::AreaScope& scope, std::string_view id, const rights::AccountId& by, base::Instant now) {
    for (const auto& area : scope.areas())
        if (tx.execute(seen, {area, id, now.ms, by}) == 1) return area;
    return std::nullopt;
}
}

#include "features/activities/plan/store_planning.hpp"
#include "platform/db/stored.hpp"

namespace activities::store {
namespace {
using db::instant;
using db::known;
constexpr db::Sql activities_of{"activities.ids_of_area", "SELECT id FROM activities_activity WHERE area = ?1 ORDER BY made_at DESC, id"};
constexpr db::Sql sessions_of{"activities.session_ids_of_area", "SELECT id FROM activities_session WHERE area = ?1 AND ends_at > ?2 ORDER BY begins_at, id"};
constexpr db::Sql stand{"activities.standings", "SELECT activity, state, CAST(sum(size) AS BIGINT), min(offer_until) FROM activities_entry WHERE area = ?1 GROUP BY activity, state"};
constexpr db::Sql taken{"activities.taken_seats", "SELECT slot, count(*) FROM activities_seat WHERE area = ?1 AND entry IS NOT NULL GROUP BY slot"};
constexpr db::Sql meetings{"activities.with_meeting", "SELECT session FROM activities_meeting WHERE area = ?1"};
constexpr db::Sql any{"activities.any_entry", "SELECT 1 FROM activities_entry WHERE area = ?1 AND activity = ?2 LIMIT 1"};

constexpr db::Sql no_seats{"activities.remove_all_seats", "DELETE FROM activities_seat WHERE area = ?1 AND slot = ?2 AND entry IS NULL"};
constexpr db::Sql no_session{"activities.remove_session", "DELETE FROM activities_session WHERE area = ?1 AND id = ?2"};
constexpr db::Sql no_activity{"activities.remove", "DELETE FROM activities_activity WHERE area = ?1 AND id = ?2"};

constexpr db::Sql add_change{"activities.remember", "INSERT INTO activities_change (area, activity, number, did, was, became, bar, account, at) "
                                                    "SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8 FROM activities_change WHERE area = ?1 AND activity = ?2"};
constexpr db::Sql last_change{"activities.latest_change", "SELECT number, did, was, became, bar, account, at FROM activities_change WHERE area = ?1 AND activity = ?2 ORDER BY number DESC LIMIT 1"};
constexpr db::Sql no_change{"activities.forget", "DELETE FROM activities_change WHERE area = ?1 AND activity = ?2 AND number = ?3"};

Standing standing_in(const db::Row& row) { return {ActivityId::stored(row.text(0)), known(entry_state_from(row.text(1))), static_cast<int>(row.integer(2)), instant(row.optional_integer(3))}; }
Change change_in(const db::Row& row) {
    const auto bar = row.optional_text(4);
    return {row.integer(0), known(did_from(row.text(1))), std::string(row.text(2)), std::string(row.text(3)), bar ? std::optional(known(bar_from(*bar))) : std::nullopt, AccountId::stored(row.text(5)), {row.integer(6)}};
}
void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
}

std::vector<Activity> all_activities(db::Reader& reader, const AreaScope& scope) {
    std::vector<Activity> out;
    for (const auto& area : scope.areas())
        for (const auto& id : reader.query(activities_of, {area}, [](const db::Row& row) { return ActivityId::stored(row.text(0)); }))
            if (auto found = find(reader, scope, id)) out.push_back(std::move(*found));
    return out;
}
std::vector<Session> all_sessions_from(db::Reader& reader, const AreaScope& scope, base::Instant from) {
    std::vector<Session> out;
    for (const auto& area : scope.areas())
        for (const auto& id : reader.query(sessions_of, {area, from.ms}, [](const db::Row& row) { return SessionId::stored(row.text(0)); }))
            if (auto found = find_session(reader, scope, id)) out.push_back(std::move(*found));
    return out;
}
std::vector<Standing> standings(db::Reader& reader, const AreaScope& scope) {
    std::vector<Standing> out;
    for (const auto& area : scope.areas())
        for (auto& s : reader.query(stand, {area}, standing_in)) out.push_back(s);
    return out;
}
std::map<std::string, int> taken_seats(db::Reader& reader, const AreaScope& scope) {
    std::map<std::string, int> out;
    for (const auto& area : scope.areas())
        for (auto& [slot, count] : reader.query(taken, {area}, [](const db::Row& row) { return std::pair(std::string(row.text(0)), static_cast<int>(row.integer(1))); })) out[slot] = count;
    return out;
}
std::set<SessionId> with_meeting(db::Reader& reader, const AreaScope& scope) {
    std::set<SessionId> out;
    for (const auto& area : scope.areas())
        for (const auto& id : reader.query(meetings, {area}, [](const db::Row& row) { return SessionId::stored(row.text(0)); })) out.insert(id);
    return out;
}
bool any_entry(db::Reader& reader, const Activity& a) { return reader.optional_one(any, {a.area, a.id}, [](const db::Row&) { return true; }).has_value(); }

void remove(db::Transaction& tx, const AreaScope& scope, const Session& s) {
    need(scope, s.area);
    tx.execute(no_seats, {s.area, s.id});
    tx.execute(no_session, {s.area, s.id});
}
void remove(db::Transaction& tx, const AreaScope& scope, const Activity& a) {
    need(scope, a.area);
    tx.execute(no_seats, {a.area, a.id});
    tx.execute(no_activity, {a.area, a.id});
}

void remember(db::Transaction& tx, const AreaScope& scope, const Activity& a, const Change& c) {
    need(scope, a.area);
    tx.execute(add_change, {a.area, a.id, key(c.did), c.was, c.became, c.bar ? std::optional(std::string(key(*c.bar))) : std::nullopt, c.account, c.at.ms});
}
std::optional<Change> latest_change(db::Reader& reader, const AreaScope& scope, const Activity& a) {
    need(scope, a.area);
    return reader.optional_one(last_change, {a.area, a.id}, change_in);
}
void forget(db::Transaction& tx, const AreaScope& scope, const Activity& a, std::int64_t number) {
    need(scope, a.area);
    tx.execute(no_change, {a.area, a.id, number});
}
}

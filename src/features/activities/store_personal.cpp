#include "features/activities/store_personal.hpp"
#include "features/activities/store_kept.hpp"

namespace activities::store {
namespace {
constexpr db::Sql of_her{"activities.of_person", "SELECT id, activity FROM activities_entry WHERE area = ?1 AND ((person_area = ?1 AND person = ?2) OR (companion_area = ?1 AND companion = ?2)) ORDER BY made_at, id"};
constexpr db::Sql any_of_her{"activities.any_of_person", "SELECT 1 FROM activities_entry WHERE area = ?1 AND ((person_area = ?1 AND person = ?2) OR (companion_area = ?1 AND companion = ?2)) LIMIT 1"};
constexpr db::Sql all_ended{"activities.ended_entries", "SELECT e.id, e.activity FROM activities_entry e JOIN activities_activity a ON a.area = e.area AND a.id = e.activity "
                                                        "WHERE e.area = ?1 AND (e.ended_at IS NOT NULL OR a.state = 'closed') ORDER BY e.made_at, e.id"};
constexpr db::Sql all_ongoing{"activities.ongoing_entries", "SELECT e.id, e.activity FROM activities_entry e JOIN activities_activity a ON a.area = e.area AND a.id = e.activity "
                                                            "WHERE e.area = ?1 AND e.ended_at IS NULL AND a.state <> 'closed' ORDER BY e.made_at, e.id"};
constexpr db::Sql hold{"activities.lock_entry", "UPDATE activities_entry SET position = position WHERE area = ?1 AND id = ?2"};
constexpr db::Sql gone{"activities.remove_entry", "DELETE FROM activities_entry WHERE area = ?1 AND id = ?2"};
constexpr db::Sql her_sessions{"activities.came_to", "SELECT session FROM activities_attendance WHERE area = ?1 AND entry = ?2 ORDER BY session"};
constexpr db::Sql her_reminders{"activities.reminded_at", "SELECT at FROM activities_reminder WHERE area = ?1 AND entry = ?2 ORDER BY at, session"};

void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
std::vector<OfActivity> all(db::Reader& reader, const AreaScope& scope, const db::Sql& sql) {
    std::vector<OfActivity> out;
    for (const auto& area : scope.areas())
        for (const auto& id : reader.query(sql, {area}, [](const db::Row& row) { return EntryId::stored(row.text(0)); })) out.push_back(*with_activity(reader, scope, id));
    return out;
}
}

std::optional<OfActivity> with_activity(db::Reader& reader, const AreaScope& scope, const EntryId& id) {
    auto entry = find_entry(reader, scope, id);
    auto activity = entry ? find(reader, scope, entry->activity) : std::nullopt;
    if (!activity) return std::nullopt;
    return OfActivity{*std::move(entry), *std::move(activity)};
}
std::vector<OfActivity> of_person(db::Reader& reader, const AreaScope& scope, const PersonId& person) {
    std::vector<OfActivity> out;
    for (const auto& area : scope.areas())
        for (const auto& id : reader.query(of_her, {area, person}, [](const db::Row& row) { return EntryId::stored(row.text(0)); })) out.push_back(*with_activity(reader, scope, id));
    return out;
}
bool any_of_person(db::Reader& reader, const AreaScope& scope, const PersonId& person) {
    for (const auto& area : scope.areas())
        if (reader.optional_one(any_of_her, {area, person}, [](const db::Row&) { return true; })) return true;
    return false;
}
std::vector<OfActivity> ended_ones(db::Reader& reader, const AreaScope& scope) { return all(reader, scope, all_ended); }
std::vector<OfActivity> ongoing_ones(db::Reader& reader, const AreaScope& scope) { return all(reader, scope, all_ongoing); }
void lock_entry(db::Transaction& tx, const AreaScope& scope, const EntryId& id) {
    for (const auto& area : scope.areas()) tx.execute(hold, {area, id});
}
void remove(db::Transaction& tx, const AreaScope& scope, const Entry& e) {
    need(scope, e.area);
    free_seats_of(tx, e);
    tx.execute(gone, {e.area, e.id});
}
std::vector<base::Instant> reminded_at(db::Reader& reader, const AreaScope& scope, const Entry& e) {
    need(scope, e.area);
    return reader.query(her_reminders, {e.area, e.id}, [](const db::Row& row) { return base::Instant{row.integer(0)}; });
}
std::vector<Came> came_to(db::Reader& reader, const AreaScope& scope, const Entry& e) {
    need(scope, e.area);
    std::vector<Came> out;
    for (const auto& id : reader.query(her_sessions, {e.area, e.id}, [](const db::Row& row) { return SessionId::stored(row.text(0)); })) {
        const auto session = find_session(reader, scope, id);
        const auto said = session ? attendance(reader, scope, *session, e.id) : std::nullopt;
        if (said) out.push_back({*session, said->came, said->said_so});
    }
    return out;
}
}

#include "features/activities/store_due.hpp"
#include "platform/db/stored.hpp"

namespace activities::store {
namespace {
constexpr db::Sql short_ones{"activities.maybe_short", "SELECT area, id FROM activities_activity WHERE state = 'open' AND minimum > 0 AND stop_day < ?1 ORDER BY area, id"};
constexpr db::Sql areas{"activities.areas_with_what_goes", "SELECT area FROM activities_need UNION SELECT area FROM activities_shown_name UNION SELECT area FROM activities_meeting ORDER BY 1"};
constexpr db::Sql remind{"activities.to_remind",
                         "SELECT e.area, s.id, e.id, e.person, e.companion, s.begins_at FROM activities_session s JOIN activities_entry e ON e.area = s.area AND (e.slot = s.activity OR e.slot = s.id) "
                         "WHERE s.begins_at >= ?1 AND s.begins_at < ?2 AND s.cancelled_at IS NULL AND e.state = 'placed' AND (e.person IS NOT NULL OR e.companion IS NOT NULL) AND e.made_at < ?3 "
                         "AND NOT EXISTS (SELECT 1 FROM activities_reminder r WHERE r.area = e.area AND r.session = s.id AND r.entry = e.id) "
                         "AND NOT EXISTS (SELECT 1 FROM activities_attendance t WHERE t.area = e.area AND t.session = s.id AND t.entry = e.id AND t.said_so = 1) ORDER BY s.begins_at, e.id LIMIT ?4"};
constexpr db::Sql answered{"activities.answering_due", "DELETE FROM activities_answering WHERE until_at <= ?1"};
constexpr db::Sql note{"activities.reminded", "INSERT INTO activities_reminder (area, session, entry, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (area, session, entry) DO NOTHING"};
}

std::vector<Due> maybe_short(db::Reader& reader, calendar::Date today) {
    return reader.query(short_ones, {calendar::iso(today)}, [](const db::Row& row) { return Due{AreaId::stored(row.text(0)), ActivityId::stored(row.text(1))}; });
}
std::vector<AreaId> areas_with_what_goes(db::Reader& reader) {
    return reader.query(areas, {}, [](const db::Row& row) { return AreaId::stored(row.text(0)); });
}
void remove_old_answering(db::Transaction& tx, base::Instant now) { tx.execute(answered, {now.ms}); }
std::vector<ToRemind> to_remind(db::Reader& reader, base::Instant from, base::Instant until, base::Instant signed_up_before, std::size_t most) {
    return reader.query(remind, {from.ms, until.ms, signed_up_before.ms, most}, [](const db::Row& row) {
        return ToRemind{AreaId::stored(row.text(0)), SessionId::stored(row.text(1)), EntryId::stored(row.text(2)), db::optional_id<PersonId>(row, 3), db::optional_id<PersonId>(row, 4), {row.integer(5)}};
    });
}
bool reminded(db::Transaction& tx, const AreaScope& scope, const ToRemind& r, base::Instant now) {
    base::require(scope.holds(r.area), "the area is not in the scope");
    return tx.execute(note, {r.area, r.session, r.entry, now.ms}) == 1;
}
}

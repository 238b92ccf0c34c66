#include "features/activities/store_kept.hpp"
#include "platform/calendar/calendar.hpp"

namespace activities::store {
namespace {
constexpr db::Sql add_alias{"activities.add_alias", "INSERT INTO activities_alias (area, entry, alias) VALUES (?1, ?2, ?3)"};
constexpr db::Sql alias_of{"activities.alias", "SELECT alias FROM activities_alias WHERE area = ?1 AND entry = ?2"};
constexpr db::Sql add_needs{"activities.add_needs", "INSERT INTO activities_need (area, entry, needs) VALUES (?1, ?2, ?3)"};
constexpr db::Sql needs_of{"activities.needs", "SELECT needs FROM activities_need WHERE area = ?1 AND entry = ?2"};
constexpr db::Sql change_needs{"activities.change_needs", "UPDATE activities_need SET needs = ?3 WHERE area = ?1 AND entry = ?2"};
// Over: the activity has ended, or had occasions and none of them ends later than this. An individual time is its own occasion.
constexpr db::Sql needs_due{"activities.needs_due",
                            "SELECT n.entry FROM activities_need n JOIN activities_entry e ON e.area = n.area AND e.id = n.entry JOIN activities_activity a ON a.area = e.area AND a.id = e.activity "
                            "WHERE n.area = ?1 AND (a.state = 'closed' OR e.state IN ('declined', 'lapsed', 'left', 'called_off') OR "
                            "(EXISTS (SELECT 1 FROM activities_session s WHERE s.area = e.area AND (s.id = e.slot OR s.activity = e.slot)) AND "
                            "NOT EXISTS (SELECT 1 FROM activities_session s WHERE s.area = e.area AND (s.id = e.slot OR s.activity = e.slot) AND s.cancelled_at IS NULL AND s.ends_at > ?2)))"};
constexpr db::Sql remove_needs{"activities.remove_needs", "DELETE FROM activities_need WHERE area = ?1 AND entry = ?2"};

constexpr db::Sql meeting_of{"activities.meeting", "SELECT id, link FROM activities_meeting WHERE area = ?1 AND session = ?2"};
constexpr db::Sql add_meeting{"activities.add_meeting", "INSERT INTO activities_meeting (area, id, session, link) VALUES (?1, ?2, ?3, ?4)"};
constexpr db::Sql no_meeting{"activities.remove_meeting", "DELETE FROM activities_meeting WHERE area = ?1 AND session = ?2 RETURNING id"};

constexpr db::Sql meetings_over{"activities.meetings_over", "SELECT m.session FROM activities_meeting m JOIN activities_session s ON s.area = m.area AND s.id = m.session WHERE m.area = ?1 AND s.ends_at <= ?2"};

constexpr db::Sql add_link{"activities.add_link", "INSERT INTO activities_link (hash, area, entry, purpose, made_at, until_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
constexpr db::Sql link{"activities.link", "SELECT area, entry FROM activities_link WHERE hash = ?1 AND purpose = ?2 AND until_at > ?3 AND used_at IS NULL"};
constexpr db::Sql use_link{"activities.use_link", "UPDATE activities_link SET used_at = ?3 WHERE hash = ?1 AND purpose = ?2 AND until_at > ?3 AND used_at IS NULL RETURNING area, entry"};
constexpr db::Sql old_links{"activities.old_links", "DELETE FROM activities_link WHERE until_at <= ?1"};

constexpr db::Sql came{"activities.attendance", "SELECT entry, came, said_so, ticked FROM activities_attendance WHERE area = ?1 AND session = ?2 AND entry = ?3"};
constexpr db::Sql all_came{"activities.attendances", "SELECT entry, came, said_so, ticked FROM activities_attendance WHERE area = ?1 AND session = ?2 ORDER BY entry"};
constexpr db::Sql keep_came{"activities.keep_attendance", "INSERT INTO activities_attendance (area, session, entry, came, said_so, at, ticked) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                                                          "ON CONFLICT (area, session, entry) DO UPDATE SET came = ?4, said_so = ?5, at = ?6, ticked = ?7"};
constexpr db::Sql most_came{"activities.came_most", "SELECT CAST(COALESCE(MAX(t.came), 0) AS BIGINT) FROM activities_entry e JOIN activities_activity a ON a.area = e.area AND a.id = e.activity "
                                                    "JOIN activities_attendance t ON t.area = e.area AND t.entry = e.id JOIN activities_session s ON s.area = t.area AND s.id = t.session "
                                                    "WHERE e.area = ?1 AND (e.id = ?2 OR e.person = ?3) AND a.kind = ?4 AND s.day >= ?5 AND s.day <= ?6 AND NOT (e.id = ?2 AND s.id = ?7)"};
constexpr db::Sql no_attendance{"activities.remove_attendance", "DELETE FROM activities_attendance WHERE area = ?1 AND session = ?2 AND entry = ?3"};

void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
std::string bytes(const db::Row& row) { return std::string(db::bytes_of(row.blob(0))); }
Followed followed_in(const db::Row& row) { return {AreaId::stored(row.text(0)), EntryId::stored(row.text(1))}; }
Attendance attendance_in(const db::Row& row) { return {EntryId::stored(row.text(0)), static_cast<int>(row.integer(1)), row.truth(2), static_cast<Ticked>(row.integer(3))}; }
crypto::Key key_of(db::Reader& reader, const vault::Vault& vault, std::string_view kind, std::string_view id) {
    auto key = vault.key(reader, {kind, id});
    base::require(key.has_value(), "a sealed row without a key");
    return *std::move(key);
}
}

void keep_alias(db::Transaction& tx, const AreaScope& scope, const Entry& e, const SealedText& sealed, base::Instant now) {
    need(scope, e.area);
    vault::keep(tx, {alias_key, e.id}, sealed.key, now);
    tx.execute(add_alias, {e.area, e.id, db::blob_of(sealed.envelope)});
}
void keep_needs(db::Transaction& tx, const AreaScope& scope, const Entry& e, const SealedText& sealed, base::Instant now) {
    need(scope, e.area);
    vault::keep(tx, {needs_key, e.id}, sealed.key, now);
    tx.execute(add_needs, {e.area, e.id, db::blob_of(sealed.envelope)});
}
bool has_needs(db::Reader& reader, const AreaScope& scope, const Entry& e) {
    need(scope, e.area);
    return reader.optional_one(needs_of, {e.area, e.id}, [](const db::Row&) { return true; }).has_value();
}
void replace_needs(db::Transaction& tx, const AreaScope& scope, const Entry& e, std::string_view envelope) {
    need(scope, e.area);
    tx.execute(change_needs, {e.area, e.id, db::blob_of(envelope)});
}
std::optional<Alias> alias(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const Entry& e) {
    need(scope, e.area);
    const auto envelope = reader.optional_one(alias_of, {e.area, e.id}, bytes);
    return envelope ? std::optional(opened_alias(key_of(reader, vault, alias_key, e.id), e.id, *envelope)) : std::nullopt;
}
std::optional<Needs> needs(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const Entry& e) {
    need(scope, e.area);
    const auto envelope = reader.optional_one(needs_of, {e.area, e.id}, bytes);
    return envelope ? std::optional(opened_needs(key_of(reader, vault, needs_key, e.id), e.id, *envelope)) : std::nullopt;
}
int remove_needs_due(db::Transaction& tx, const vault::Vault& vault, const AreaScope& scope, base::Instant now) {
    int removed = 0;
    for (const auto& area : scope.areas())
        for (const auto& id : tx.query(needs_due, {area, now.ms}, [](const db::Row& row) { return EntryId::stored(row.text(0)); })) {
            tx.execute(remove_needs, {area, id});
            vault.erase(tx, {needs_key, id}, now);
            ++removed;
        }
    return removed;
}

void keep_meeting(db::Transaction& tx, const vault::Vault& vault, const AreaScope& scope, const Session& s, const SealedMeeting& sealed, base::Instant now) {
    remove_meeting(tx, vault, scope, s, now);
    vault::keep(tx, {meeting_key, sealed.id}, sealed.link.key, now);
    tx.execute(add_meeting, {s.area, sealed.id, s.id, db::blob_of(sealed.link.envelope)});
}
void remove_meeting(db::Transaction& tx, const vault::Vault& vault, const AreaScope& scope, const Session& s, base::Instant now) {
    need(scope, s.area);
    const auto had = tx.optional_one(no_meeting, {s.area, s.id}, [](const db::Row& row) { return MeetingId::stored(row.text(0)); });
    if (had) vault.erase(tx, {meeting_key, *had}, now);
}
int remove_meetings_due(db::Transaction& tx, const vault::Vault& vault, const AreaScope& scope, base::Instant now) {
    int removed = 0;
    for (const auto& area : scope.areas())
        for (const auto& id : tx.query(meetings_over, {area, now.ms}, [](const db::Row& row) { return SessionId::stored(row.text(0)); })) remove_meeting(tx, vault, scope, *find_session(tx, scope, id), now), ++removed;
    return removed;
}
bool has_meeting(db::Reader& reader, const AreaScope& scope, const Session& s) {
    need(scope, s.area);
    return reader.optional_one(meeting_of, {s.area, s.id}, [](const db::Row&) { return true; }).has_value();
}
std::optional<std::string> meeting(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const Session& s) {
    need(scope, s.area);
    const auto row = reader.optional_one(meeting_of, {s.area, s.id}, [](const db::Row& found) { return std::pair(MeetingId::stored(found.text(0)), std::string(db::bytes_of(found.blob(1)))); });
    return row ? std::optional(opened_meeting(key_of(reader, vault, meeting_key, row->first), row->first, row->second)) : std::nullopt;
}

void keep_link(db::Transaction& tx, const AreaScope& scope, const Entry& e, const NewLink& made, base::Instant now) {
    need(scope, e.area);
    tx.execute(add_link, {db::blob_of(made.hash), e.area, e.id, key(made.purpose), now.ms, made.until.ms});
}
std::optional<Followed> followed(db::Reader& reader, std::string_view hash, Purpose purpose, base::Instant now) {
    return reader.optional_one(link, {db::blob_of(hash), key(purpose), now.ms}, followed_in);
}
std::optional<Followed> used_up(db::Transaction& tx, std::string_view hash, Purpose purpose, base::Instant now) {
    return tx.optional_one(use_link, {db::blob_of(hash), key(purpose), now.ms}, followed_in);
}
void remove_old_links(db::Transaction& tx, base::Instant now) { tx.execute(old_links, {now.ms}); }

std::optional<Attendance> attendance(db::Reader& reader, const AreaScope& scope, const Session& s, const EntryId& entry) {
    need(scope, s.area);
    return reader.optional_one(came, {s.area, s.id, entry}, attendance_in);
}
void keep_attendance(db::Transaction& tx, const AreaScope& scope, const Session& s, const Attendance& a, base::Instant now) {
    need(scope, s.area);
    tx.execute(keep_came, {s.area, s.id, a.entry, a.came, a.said_so, now.ms, static_cast<std::int64_t>(a.ticked)});
}
void remove_attendance(db::Transaction& tx, const AreaScope& scope, const Session& s, const EntryId& entry) {
    need(scope, s.area);
    tx.execute(no_attendance, {s.area, s.id, entry});
}
int came_most(db::Reader& reader, const AreaScope& scope, const Activity& a, const Session& s, const Entry& e) {
    need(scope, s.area);
    const int year = s.times.day().year;
    const std::string person(e.person ? e.person->text() : "");
    return reader.one(most_came, {s.area, e.id, person, key(a.kind), calendar::iso({year, 1, 1}), calendar::iso({year, 12, 31}), s.id}, [](const db::Row& row) { return static_cast<int>(row.integer(0)); });
}
std::vector<Attendance> attendances(db::Reader& reader, const AreaScope& scope, const Session& s) {
    need(scope, s.area);
    return reader.query(all_came, {s.area, s.id}, attendance_in);
}
}

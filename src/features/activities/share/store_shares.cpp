#include "features/activities/share/store_shares.hpp"
#include "platform/db/stored.hpp"

namespace activities::store {
namespace {
#define SHARE_COLUMNS "id, area, activity, receiver, hash, made_at, made_by, until_at, revoked_at"
constexpr db::Sql add{"activities.add_share", "INSERT INTO activities_share (" SHARE_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL)"};
constexpr db::Sql by_id{"activities.share", "SELECT " SHARE_COLUMNS " FROM activities_share WHERE area = ?1 AND id = ?2"};
constexpr db::Sql by_hash{"activities.share_by_hash", "SELECT " SHARE_COLUMNS " FROM activities_share WHERE hash = ?1"};
constexpr db::Sql of_activity{"activities.shares", "SELECT " SHARE_COLUMNS " FROM activities_share WHERE area = ?1 AND activity = ?2 ORDER BY made_at DESC, id"};
constexpr db::Sql past{"activities.shares_over", "SELECT " SHARE_COLUMNS " FROM activities_share s WHERE (s.until_at <= ?1 AND s.revoked_at IS NULL) OR (s.revoked_at IS NOT NULL AND "
                                              "EXISTS (SELECT 1 FROM activities_seat f WHERE f.area = s.area AND f.slot = s.id AND f.entry IS NULL)) ORDER BY s.area, s.id"};
constexpr db::Sql end_it{"activities.end_share", "UPDATE activities_share SET revoked_at = ?3 WHERE area = ?1 AND id = ?2 AND revoked_at IS NULL"};
constexpr db::Sql put{"activities.share_put", "INSERT INTO activities_share_entry (area, entry, share) VALUES (?1, ?2, ?3)"};
constexpr db::Sql whose{"activities.share_of", "SELECT 1 FROM activities_share_entry WHERE area = ?1 AND entry = ?2 AND share = ?3"};
constexpr db::Sql of_entry{"activities.share_of_entry", "SELECT share FROM activities_share_entry WHERE area = ?1 AND entry = ?2"};
constexpr db::Sql all{"activities.share_entries", "SELECT x.entry FROM activities_share_entry x JOIN activities_entry e ON e.area = x.area AND e.id = x.entry "
                                                  "WHERE x.area = ?1 AND x.share = ?2 AND e.state = 'placed' ORDER BY e.arrived_at, e.position"};

Share share_in(const db::Row& row) {
    return {.id = ShareId::stored(row.text(0)),
            .area = AreaId::stored(row.text(1)),
            .activity = ActivityId::stored(row.text(2)),
            .receiver = std::string(row.text(3)),
            .hash = std::string(db::bytes_of(row.blob(4))),
            .made_at = {row.integer(5)},
            .made_by = AccountId::stored(row.text(6)),
            .until = {row.integer(7)},
            .revoked_at = db::instant(row.optional_integer(8))};
}
void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
}

void insert(db::Transaction& tx, const AreaScope& scope, const Share& s) {
    need(scope, s.area);
    tx.execute(add, {s.id, s.area, s.activity, s.receiver, db::blob_of(s.hash), s.made_at.ms, s.made_by, s.until.ms});
}
std::optional<Share> find_share(db::Reader& reader, const AreaScope& scope, const ShareId& id) {
    for (const auto& area : scope.areas())
        if (auto found = reader.optional_one(by_id, {area, id}, share_in)) return found;
    return std::nullopt;
}
std::optional<Share> share_by_hash(db::Reader& reader, std::string_view hash) { return reader.optional_one(by_hash, {db::blob_of(hash)}, share_in); }
std::vector<Share> shares(db::Reader& reader, const AreaScope& scope, const Activity& a) {
    need(scope, a.area);
    return reader.query(of_activity, {a.area, a.id}, share_in);
}
void end(db::Transaction& tx, const AreaScope& scope, const Share& s, base::Instant now) {
    need(scope, s.area);
    tx.execute(end_it, {s.area, s.id, now.ms});
}
std::vector<Share> shares_over(db::Reader& reader, base::Instant now) { return reader.query(past, {now.ms}, share_in); }

void belongs(db::Transaction& tx, const AreaScope& scope, const Share& s, const EntryId& entry) {
    need(scope, s.area);
    tx.execute(put, {s.area, entry, s.id});
}
std::optional<Share> share_of(db::Reader& reader, const AreaScope& scope, const EntryId& entry) {
    for (const auto& area : scope.areas())
        if (const auto id = reader.optional_one(of_entry, {area, entry}, [](const db::Row& row) { return ShareId::stored(row.text(0)); })) return find_share(reader, scope, *id);
    return std::nullopt;
}
bool is_of(db::Reader& reader, const AreaScope& scope, const ShareId& share, const EntryId& entry) {
    for (const auto& area : scope.areas())
        if (reader.optional_one(whose, {area, entry, share}, [](const db::Row&) { return true; })) return true;
    return false;
}
std::vector<Entry> entries_of(db::Reader& reader, const AreaScope& scope, const Share& s) {
    need(scope, s.area);
    std::vector<Entry> out;
    for (const auto& id : reader.query(all, {s.area, s.id}, [](const db::Row& row) { return EntryId::stored(row.text(0)); })) out.push_back(*find_entry(reader, scope, id));
    return out;
}
}

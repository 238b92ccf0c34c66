#include "features/activities/line/taken_out.hpp"
#include "platform/db/stored.hpp"

namespace activities {
namespace {
constexpr std::array<std::string_view, all_why_out.size()> why_words{"asked", "stopped", "twice", "mistake"};
}
std::string_view key(WhyOut why) { return why_words[static_cast<std::size_t>(why)]; }
std::optional<WhyOut> why_out_from(std::string_view key) {
    for (std::size_t i = 0; i < why_words.size(); ++i)
        if (why_words[i] == key) return all_why_out[i];
    return std::nullopt;
}

namespace store {
namespace {
using db::known;
constexpr db::Sql keep{"activities.keep_taken_out", "INSERT INTO activities_taken_out (area, entry, was, why, account, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                                                    "ON CONFLICT (area, entry) DO UPDATE SET was = ?3, why = ?4, account = ?5, at = ?6"};
constexpr db::Sql forget{"activities.forget_taken_out", "DELETE FROM activities_taken_out WHERE area = ?1 AND entry = ?2"};
constexpr db::Sql all{"activities.taken_out", "SELECT t.entry, t.was, t.why, t.account, t.at FROM activities_taken_out t JOIN activities_entry e ON e.area = t.area AND e.id = t.entry "
                                              "WHERE t.area = ?1 AND e.activity = ?2 AND t.at >= ?3 ORDER BY t.at DESC, e.arrived_at, e.position"};

void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
TakenOut taken_out_in(const db::Row& row) { return {EntryId::stored(row.text(0)), known(entry_state_from(row.text(1))), known(why_out_from(row.text(2))), std::string(row.text(3)), {row.integer(4)}}; }
}

void keep_taken_out(db::Transaction& tx, const AreaScope& scope, const Entry& e, const TakenOut& t) {
    need(scope, e.area);
    tx.execute(keep, {e.area, e.id, key(t.was), key(t.why), t.account, t.at.ms});
}
void forget_taken_out(db::Transaction& tx, const AreaScope& scope, const EntryId& entry) {
    for (const auto& area : scope.areas()) tx.execute(forget, {area, entry});
}
std::vector<TakenOut> taken_out(db::Reader& reader, const AreaScope& scope, const Activity& a, base::Instant from) {
    need(scope, a.area);
    return reader.query(all, {a.area, a.id, from.ms}, taken_out_in);
}
}
}

#include "features/privacy/store.hpp"

namespace privacy::store {
namespace {
// The lines of a person are looked up once, not for each line: a year of 500 000 lines is read in half a second.
// The areas come as one text of ids with blanks between: replace() finds one whole in it, and is the same on both databases.
constexpr db::Sql some{"privacy.lines",
                       "SELECT l.id, l.at, l.account, l.role, l.unit, l.area, l.act, l.kind, l.object, l.reason FROM audit_line l "
                       "WHERE l.at >= ?1 AND l.at <= ?2 AND (l.at < ?2 OR l.id < ?3) "
                       "AND (?8 = '' OR l.object = ?8 OR l.id IN (SELECT x.line FROM audit_subject x WHERE x.person = ?8)) "
                       "AND (?4 = '' OR l.act = ?4) AND (?5 = '' OR l.account = ?5) AND ((l.area IS NULL AND ?6 = 1) OR replace(?7, l.area, '') <> ?7) "
                       "ORDER BY l.at DESC, l.id DESC LIMIT ?9"};
constexpr db::Sql one{"privacy.line", "SELECT l.id, l.at, l.account, l.role, l.unit, l.area, l.act, l.kind, l.object, l.reason FROM audit_line l "
                                      "WHERE l.id = ?1 AND (l.area IS NULL OR replace(?2, l.area, '') <> ?2)"};
constexpr db::Sql persons{"privacy.persons", "SELECT person FROM audit_subject WHERE line = ?1 ORDER BY area, person"};
constexpr db::Sql behind{"privacy.behind_alert", "SELECT l.id, l.at, l.account, l.role, l.unit, l.area, l.act, l.kind, l.object, l.reason FROM audit_line l "
                                                 "WHERE l.at = ?1 AND l.account = ?2 AND l.kind IN ('person.emergency', 'person.protected') ORDER BY l.id LIMIT 1"};
constexpr db::Sql newest_check{"privacy.newest_check", "SELECT at, session FROM audit_line WHERE kind = 'audit.chain' AND act = 'review' ORDER BY at DESC, id DESC LIMIT 1"};
constexpr db::Sql of_check{"privacy.check", "SELECT l.id, l.at, l.account, l.role, l.unit, l.area, l.act, l.kind, l.object, l.reason FROM audit_line l "
                                            "WHERE l.at = ?1 AND l.session = ?2 AND l.kind = 'audit.chain' AND l.act = 'review' ORDER BY l.reason"};

Line line_in(const db::Row& row) {
    const auto text = [&](int column) { return std::string(row.optional_text(column).value_or("")); };
    return {text(0), {row.integer(1)}, text(2), text(3), text(4), text(5), text(6), text(7), text(8), text(9)};
}
std::string joined(const std::vector<rights::AreaId>& areas) {
    std::string out = " ";
    for (const auto& area : areas) out += std::string(area.text()) + " ";
    return out;
}
}

std::vector<Line> lines(db::Reader& reader, const Wanted& w, std::size_t most) {
    return reader.query(some, {w.from.ms, w.before.at.ms, w.before.id, w.act, w.account, w.without_area ? 1 : 0, joined(w.areas), w.object, most}, line_in);
}
std::optional<Line> line(db::Reader& reader, std::string_view id, const std::vector<rights::AreaId>& areas) { return reader.optional_one(one, {id, joined(areas)}, line_in); }
std::vector<std::string> persons_of(db::Reader& reader, std::string_view line) {
    return reader.query(persons, {line}, [](const db::Row& row) { return std::string(row.text(0)); });
}
std::optional<Line> behind_alert(db::Reader& reader, base::Instant at, const rights::AccountId& account) { return reader.optional_one(behind, {at.ms, account}, line_in); }
std::vector<Line> last_check(db::Reader& reader) {
    const auto newest = reader.optional_one(newest_check, {}, [](const db::Row& row) { return std::pair(row.integer(0), std::string(row.text(1))); });
    return newest ? reader.query(of_check, {newest->first, newest->second}, line_in) : std::vector<Line>();
}
}

#include "features/participation/store.hpp"
#include "features/participation/public.hpp"
#include "platform/db/stored.hpp"

namespace participation::store {
namespace {
// How many proposals a view is among, and how many of those have no answer but "new".
#define LAST "(SELECT MAX(x.position) FROM participation_answer x WHERE x.point = b.point)"
#define VIEW                                                                                                                                       \
    "v.id, v.area, v.draft, v.paragraph, v.way, v.perspective, v.meeting, v.arrived_at, v.made_at, v.kind, CASE WHEN v.words IS NULL THEN 0 ELSE 1 END, " \
    "(SELECT COUNT(*) FROM participation_backing b WHERE b.area = v.area AND b.view = v.id), "                                                     \
    "(SELECT COUNT(*) FROM participation_backing b JOIN participation_answer a ON a.point = b.point AND a.position = " LAST " WHERE b.area = v.area AND b.view = v.id AND a.status = 'new') FROM participation_view v "
constexpr db::Sql add_view{"participation.add_view", "INSERT INTO participation_view (area, id, draft, paragraph, way, perspective, meeting, arrived_at, made_at, form, code, words, kind) "
                                                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 'unsorted') ON CONFLICT (form) DO NOTHING"};
constexpr db::Sql all_views{"participation.views", "SELECT " VIEW "WHERE v.area = ?1 ORDER BY v.arrived_at DESC, v.id"};
constexpr db::Sql one_view{"participation.view", "SELECT " VIEW "WHERE v.area = ?1 AND v.id = ?2"};
constexpr db::Sql view_by_code{"participation.view_by_code", "SELECT " VIEW "WHERE v.code = ?1"};
constexpr db::Sql council_views{"participation.council_views", "SELECT " VIEW "JOIN participation_meeting m ON m.id = v.meeting WHERE m.council = ?1 AND v.draft = ?2 ORDER BY v.arrived_at, v.id"};
constexpr db::Sql every_view{"participation.every_view", "SELECT " VIEW "WHERE v.draft = ?1"};
constexpr db::Sql words_of{"participation.words", "SELECT words FROM participation_view WHERE area = ?1 AND id = ?2"};
constexpr db::Sql sort_view{"participation.sort", "UPDATE participation_view SET kind = ?3, sorted_at = ?4 WHERE area = ?1 AND id = ?2"};
constexpr db::Sql no_words{"participation.take_words", "UPDATE participation_view SET words = NULL WHERE area = ?1 AND id = ?2"};

constexpr db::Sql hold_view{"participation.lock_view", "UPDATE participation_view SET kind = kind WHERE area = ?1 AND id = ?2"};

#define POINT "p.id, p.draft, p.paragraph, p.summary, p.made_at, (SELECT COUNT(*) FROM participation_backing b WHERE b.point = p.id) FROM participation_point p "
constexpr db::Sql all_points{"participation.points", "SELECT " POINT "ORDER BY p.made_at, p.id"};
constexpr db::Sql some_points{"participation.points_of", "SELECT " POINT "JOIN participation_backing o ON o.point = p.id WHERE o.area = ?1 AND o.view = ?2 ORDER BY p.made_at, p.id"};
constexpr db::Sql one_point{"participation.point", "SELECT " POINT "WHERE p.id = ?1"};
constexpr db::Sql answers_of{"participation.answers_of", "SELECT status, words, paragraph, role, at FROM participation_answer WHERE point = ?1 ORDER BY position"};
constexpr db::Sql add_point{"participation.add_point", "INSERT INTO participation_point (id, draft, paragraph, summary, role, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
constexpr db::Sql lock_point{"participation.lock_point", "UPDATE participation_point SET summary = summary WHERE id = ?1"};
constexpr db::Sql add_answer{"participation.add_answer", "INSERT INTO participation_answer (point, position, status, words, paragraph, role, at) "
                                                         "SELECT ?1, COALESCE(MAX(position), 0) + 1, ?2, ?3, ?4, ?5, ?6 FROM participation_answer WHERE point = ?1"};
constexpr db::Sql reword_point{"participation.reword", "UPDATE participation_point SET summary = ?2 WHERE id = ?1"};
constexpr db::Sql add_backing{"participation.back", "INSERT INTO participation_backing (area, view, point) VALUES (?1, ?2, ?3) ON CONFLICT (area, view, point) DO NOTHING"};
constexpr db::Sql no_backing{"participation.no_longer_back", "DELETE FROM participation_backing WHERE area = ?1 AND view = ?2 AND point = ?3"};
#undef LAST
#undef VIEW
#undef POINT

std::optional<db::Blob> blob(const std::string& bytes) { return bytes.empty() ? std::nullopt : std::optional(db::blob_of(bytes)); }
View view_in(const db::Row& row) {
    return {.id = ViewId::stored(row.text(0)), .area = AreaId::stored(row.text(1)), .draft = std::string(row.text(2)), .paragraph = std::string(row.text(3)), .way = db::known(way_from(row.text(4))),
            .perspective = db::known(perspective_from(row.text(5))), .meeting = db::optional_id<MeetingId>(row, 6), .arrived_at = {row.integer(7)}, .made_at = {row.integer(8)}, .kind = db::known(kind_from(row.text(9))),
            .has_words = row.truth(10), .points = row.integer(11), .waiting = row.integer(12)};
}
Point point_in(const db::Row& row) { return {PointId::stored(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), {row.integer(4)}, row.integer(5), {}}; }
PointAnswer answer_in(const db::Row& row) { return {db::known(status_from(row.text(0))), std::string(row.text(1)), std::string(row.text(2)), db::known(rights::role_from(row.text(3))), {row.integer(4)}}; }
std::vector<Point> with_answers(db::Reader& reader, std::vector<Point> all) {
    for (auto& p : all) p.answers = reader.query(answers_of, {p.id}, answer_in);
    return all;
}
void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
}

bool add(db::Transaction& tx, const AreaScope& scope, const View& v, const Kept& kept) {
    need(scope, v.area);
    return tx.execute(add_view, {v.area, v.id, v.draft, v.paragraph, key(v.way), key(v.perspective), v.meeting, v.arrived_at.ms, v.made_at.ms, blob(kept.form), blob(kept.code), db::blob_of(kept.envelope)}) == 1;
}
std::vector<View> views(db::Reader& reader, const AreaScope& scope) {
    std::vector<View> out;
    for (const auto& area : scope.areas()) {
        auto some = reader.query(all_views, {area}, view_in);
        out.insert(out.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    std::stable_sort(out.begin(), out.end(), [](const View& a, const View& b) { return a.arrived_at > b.arrived_at; });
    return out;
}
std::optional<View> find(db::Reader& reader, const AreaScope& scope, const ViewId& id) {
    for (const auto& area : scope.areas())
        if (auto found = reader.optional_one(one_view, {area, id}, view_in)) return found;
    return std::nullopt;
}
std::optional<View> by_code(db::Reader& reader, std::string_view code) { return reader.optional_one(view_by_code, {db::blob_of(code)}, view_in); }
std::vector<View> of_meetings(db::Reader& reader, const CouncilId& council, std::string_view draft) { return reader.query(council_views, {council, draft}, view_in); }
std::optional<std::string> words(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const ViewId& id) {
    const auto view = find(reader, scope, id);
    const auto with = view && view->has_words ? vault.key(reader, owner_of(id)) : std::nullopt;
    if (!with) return std::nullopt;
    return opened(*with, id, reader.one(words_of, {view->area, id}, [](const db::Row& row) { return db::bytes(row, 0); }));
}
void sort(db::Transaction& tx, const AreaScope& scope, const View& v, Kind kind, base::Instant now) {
    need(scope, v.area);
    tx.execute(sort_view, {v.area, v.id, key(kind), now.ms});
}
void take_words(db::Transaction& tx, const vault::Vault& vault, const AreaScope& scope, const View& v, base::Instant now) {
    need(scope, v.area);
    tx.execute(no_words, {v.area, v.id});
    vault.erase(tx, owner_of(v.id), now);
}
void lock_view(db::Transaction& tx, const AreaScope& scope, const AreaId& area, std::string_view view) {
    need(scope, area);
    tx.execute(hold_view, {area, view});
}

Counts counts(db::Reader& reader, std::string_view draft) {
    Counts out;
    reader.query(every_view, {draft}, [&](const db::Row& row) {
        const auto v = view_in(row);
        if (v.kind == Kind::handed_over) return;   // it was no view
        ++out.all, ++out.each[v.perspective];
        out.unanswered += v.answered() ? 0 : 1;
    });
    return out;
}

std::vector<Point> points(db::Reader& reader) { return with_answers(reader, reader.query(all_points, {}, point_in)); }
std::vector<Point> points_of(db::Reader& reader, const AreaId& area, const ViewId& view) { return with_answers(reader, reader.query(some_points, {area, view}, point_in)); }
std::optional<Point> find_point(db::Reader& reader, const PointId& id) {
    auto found = reader.optional_one(one_point, {id}, point_in);
    if (found) found->answers = reader.query(answers_of, {id}, answer_in);
    return found;
}
void add(db::Transaction& tx, const Point& p) {
    base::require(!p.answers.empty(), "a proposal begins with an answer: new");
    tx.execute(add_point, {p.id, p.draft, p.paragraph, p.summary, rights::key(p.last().role), p.made_at.ms});
    for (const auto& a : p.answers) answer(tx, p.id, a);
}
void answer(db::Transaction& tx, const PointId& id, const PointAnswer& a) {
    tx.execute(lock_point, {id});   // two at once get a position each
    tx.execute(add_answer, {id, key(a.status), a.words, a.paragraph, rights::key(a.role), a.at.ms});
}
void reword(db::Transaction& tx, const PointId& id, std::string_view summary) { tx.execute(reword_point, {id, summary}); }
void back(db::Transaction& tx, const AreaScope& scope, const View& v, const PointId& point) {
    need(scope, v.area);
    tx.execute(add_backing, {v.area, v.id, point});
}
void no_longer_back(db::Transaction& tx, const AreaScope& scope, const View& v, const PointId& point) {
    need(scope, v.area);
    tx.execute(no_backing, {v.area, v.id, point});
}
}
namespace participation {
std::int64_t unanswered(db::Reader& reader, std::string_view draft) { return store::counts(reader, draft).unanswered; }
}

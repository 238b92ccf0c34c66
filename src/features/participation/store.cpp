#include "features/participation/store.hpp"
#include "features/participation/ground.hpp"
#include "features/participation/public.hpp"
#include "platform/db/stored.hpp"

namespace participation::store {
namespace {
// How many proposals a view is among, and how many of those have no answer but "new".
#define LAST "(SELECT MAX(x.position) FROM participation_answer x WHERE x.point = b.point)"
// Each view's proposals: how many, and how many of them everybody cannot read an answer to yet. Those that are taken down wait for nothing.
#define WAITS "(a.status = 'new' OR (p.published_at IS NULL AND p.summary <> ''))"
#define ANSWERED "participation_backing b JOIN participation_point p ON p.id = b.point JOIN participation_answer a ON a.point = b.point AND a.position = " LAST
#define VIEW                                                                                                                                       \
    "v.id, v.area, v.draft, v.paragraph, v.way, v.perspective, v.meeting, v.arrived_at, v.made_at, v.kind, CASE WHEN v.words IS NULL THEN 0 ELSE 1 END, " \
    "(SELECT COUNT(*) FROM participation_backing b WHERE b.area = v.area AND b.view = v.id), "                                                     \
    "(SELECT COUNT(*) FROM " ANSWERED " WHERE b.area = v.area AND b.view = v.id AND " WAITS "), v.sorted_at, " \
    "(SELECT MAX(CASE WHEN p.published_at > a.at THEN p.published_at ELSE a.at END) FROM " ANSWERED " WHERE b.area = v.area AND b.view = v.id), y.reason, y.at FROM participation_view v LEFT JOIN participation_aside y ON y.area = v.area AND y.view = v.id "
constexpr db::Sql add_view{"participation.add_view", "INSERT INTO participation_view (area, id, draft, paragraph, way, perspective, meeting, arrived_at, made_at, form, code, words, kind) "
                                                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 'unsorted') ON CONFLICT (form) DO NOTHING"};
constexpr db::Sql all_views{"participation.views", "SELECT " VIEW "WHERE v.area = ?1 ORDER BY v.arrived_at DESC, v.id"};
constexpr db::Sql one_view{"participation.view", "SELECT " VIEW "WHERE v.area = ?1 AND v.id = ?2"};
constexpr db::Sql view_by_code{"participation.view_by_code", "SELECT " VIEW "WHERE v.code = ?1"};
constexpr db::Sql council_views{"participation.council_views", "SELECT " VIEW "JOIN participation_meeting m ON m.id = v.meeting WHERE m.council = ?1 AND v.draft = ?2 ORDER BY v.arrived_at, v.id"};
constexpr db::Sql count_views{"participation.count_views", "SELECT v.draft, v.perspective, COUNT(*), SUM(CASE WHEN y.view IS NOT NULL THEN 0 WHEN v.kind = 'unsorted' OR (v.kind = 'proposal' AND (s.view IS NULL OR s.waiting > 0)) THEN 1 ELSE 0 END) "
                                                           "FROM participation_view v LEFT JOIN (SELECT b.area, b.view, SUM(CASE WHEN " WAITS " THEN 1 ELSE 0 END) AS waiting FROM " ANSWERED " GROUP BY b.area, b.view) s "
                                                           "ON s.area = v.area AND s.view = v.id LEFT JOIN participation_aside y ON y.area = v.area AND y.view = v.id "
                                                           "WHERE v.made_at < ?1 AND (?2 = '' OR v.draft = ?2) GROUP BY v.draft, v.perspective"};
constexpr db::Sql unread_views{"participation.unread", "SELECT COUNT(*), MIN(v.arrived_at) FROM participation_view v WHERE v.area = ?1 AND v.kind = 'unsorted' AND v.words IS NOT NULL "
                                                       "AND NOT EXISTS (SELECT 1 FROM participation_aside y WHERE y.area = v.area AND y.view = v.id)"};
constexpr db::Sql of_form{"participation.of_form", "SELECT COUNT(*) FROM participation_view WHERE form = ?1"};
constexpr db::Sql words_of{"participation.words", "SELECT words FROM participation_view WHERE area = ?1 AND id = ?2"};
constexpr db::Sql sort_view{"participation.sort", "UPDATE participation_view SET kind = ?3, sorted_at = ?4 WHERE area = ?1 AND id = ?2"};
constexpr db::Sql add_aside{"participation.put_aside", "INSERT INTO participation_aside (area, view, reason, role, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (area, view) DO NOTHING"};
constexpr db::Sql no_aside{"participation.put_back", "DELETE FROM participation_aside WHERE area = ?1 AND view = ?2"};
constexpr db::Sql no_words{"participation.take_words", "UPDATE participation_view SET words = NULL WHERE area = ?1 AND id = ?2"};

constexpr db::Sql hold_view{"participation.lock_view", "UPDATE participation_view SET kind = kind WHERE area = ?1 AND id = ?2"};

#define POINT "p.id, p.draft, p.paragraph, p.summary, p.made_at, (SELECT COUNT(*) FROM participation_backing b WHERE b.point = p.id), p.writer, p.published_at FROM participation_point p "
constexpr db::Sql all_points{"participation.points", "SELECT " POINT "ORDER BY p.made_at, p.id"};
constexpr db::Sql some_points{"participation.points_of", "SELECT " POINT "JOIN participation_backing o ON o.point = p.id WHERE o.area = ?1 AND o.view = ?2 ORDER BY p.made_at, p.id"};
constexpr db::Sql one_point{"participation.point", "SELECT " POINT "WHERE p.id = ?1"};
constexpr db::Sql all_answers{"participation.answers", "SELECT status, words, paragraph, role, at, point FROM participation_answer ORDER BY point, position"};
constexpr db::Sql answers_of{"participation.answers_of", "SELECT status, words, paragraph, role, at FROM participation_answer WHERE point = ?1 ORDER BY position"};
constexpr db::Sql add_point{"participation.add_point", "INSERT INTO participation_point (id, draft, paragraph, summary, role, made_at, writer, published_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"};
constexpr db::Sql lock_point{"participation.lock_point", "UPDATE participation_point SET summary = summary WHERE id = ?1"};
constexpr db::Sql add_answer{"participation.add_answer", "INSERT INTO participation_answer (point, position, status, words, paragraph, role, at) "
                                                         "SELECT ?1, COALESCE(MAX(position), 0) + 1, ?2, ?3, ?4, ?5, ?6 FROM participation_answer WHERE point = ?1"};
constexpr db::Sql reword_point{"participation.reword", "UPDATE participation_point SET summary = ?2, writer = ?3, published_at = NULL WHERE id = ?1"};
constexpr db::Sql no_summary{"participation.take_down", "UPDATE participation_point SET summary = '' WHERE id = ?1"};
constexpr db::Sql publish_point{"participation.publish", "UPDATE participation_point SET published_at = ?2 WHERE id = ?1 AND published_at IS NULL AND summary <> ''"};
constexpr db::Sql areas_of_point{"participation.areas_of_point", "SELECT DISTINCT area FROM participation_backing WHERE point = ?1 ORDER BY area"};
constexpr db::Sql no_answer_words{"participation.no_answer_words", "UPDATE participation_answer SET words = '' WHERE point = ?1"};
constexpr db::Sql free_views{"participation.free_views", "DELETE FROM participation_backing WHERE point = ?1 AND EXISTS (SELECT 1 FROM participation_view v WHERE v.area = participation_backing.area AND v.id = participation_backing.view AND v.words IS NOT NULL)"};
constexpr db::Sql texts_of{"participation.texts_of", "SELECT v.id, v.words FROM participation_view v JOIN participation_backing b ON b.area = v.area AND b.view = v.id WHERE b.point = ?1 AND v.words IS NOT NULL"};
constexpr db::Sql add_backing{"participation.back", "INSERT INTO participation_backing (area, view, point) VALUES (?1, ?2, ?3) ON CONFLICT (area, view, point) DO NOTHING"};
constexpr db::Sql no_backing{"participation.no_longer_back", "DELETE FROM participation_backing WHERE area = ?1 AND view = ?2 AND point = ?3"};
#undef LAST
#undef WAITS
#undef ANSWERED
#undef VIEW
#undef POINT

std::optional<db::Blob> blob(const std::string& bytes) { return bytes.empty() ? std::nullopt : std::optional(db::blob_of(bytes)); }
std::optional<Aside> aside_in(const db::Row& row) {
    const auto reason = row.optional_text(15);
    return reason ? std::optional(db::known(aside_from(*reason))) : std::nullopt;
}
View view_in(const db::Row& row) {
    return {.id = ViewId::stored(row.text(0)), .area = AreaId::stored(row.text(1)), .draft = std::string(row.text(2)), .paragraph = std::string(row.text(3)), .way = db::known(way_from(row.text(4))),
            .perspective = db::known(perspective_from(row.text(5))), .meeting = db::optional_id<MeetingId>(row, 6), .arrived_at = {row.integer(7)}, .made_at = {row.integer(8)}, .kind = db::known(kind_from(row.text(9))),
            .has_words = row.truth(10), .points = row.integer(11), .waiting = row.integer(12), .sorted_at = db::instant(row.optional_integer(13)), .answered_at = db::instant(row.optional_integer(14)), .aside = aside_in(row), .aside_at = db::instant(row.optional_integer(16))};
}
Point point_in(const db::Row& row) { return {PointId::stored(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), {row.integer(4)}, row.integer(5), db::optional_id<rights::AccountId>(row, 6), db::instant(row.optional_integer(7)), {}}; }
PointAnswer answer_in(const db::Row& row) { return {db::known(status_from(row.text(0))), std::string(row.text(1)), std::string(row.text(2)), db::known(rights::role_from(row.text(3))), {row.integer(4)}}; }
// Of all proposals, in one question.
std::vector<Point> with_all_answers(db::Reader& reader, std::vector<Point> all) {
    std::map<std::string, std::vector<PointAnswer>, std::less<>> answers;
    reader.query(all_answers, {}, [&](const db::Row& row) { answers[std::string(row.text(5))].push_back(answer_in(row)); });
    for (auto& p : all) p.answers = std::move(answers[std::string(p.id.text())]);
    return all;
}
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
bool put_aside(db::Transaction& tx, const AreaScope& scope, const View& v, Aside why, rights::Role role, base::Instant now) {
    need(scope, v.area);
    return tx.execute(add_aside, {v.area, v.id, key(why), rights::key(role), now.ms}) == 1;
}
bool put_back(db::Transaction& tx, const AreaScope& scope, const View& v) {
    need(scope, v.area);
    return tx.execute(no_aside, {v.area, v.id}) == 1;
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

bool was_sent(db::Reader& reader, std::string_view form) {
    return reader.one(of_form, {db::blob_of(form)}, [](const db::Row& row) { return row.integer(0); }) > 0;
}

AllCounts all_counts(db::Reader& reader, base::Instant until, std::string_view draft) {
    AllCounts out;
    reader.query(count_views, {until.ms, draft}, [&](const db::Row& row) {
        auto& c = out[std::string(row.text(0))];
        c.all += c.each[db::known(perspective_from(row.text(1)))] = row.integer(2);
        c.unanswered += row.integer(3);
    });
    return out;
}
Counts counts(db::Reader& reader, std::string_view draft, base::Instant until) { return all_counts(reader, until, draft)[std::string(draft)]; }

std::vector<Point> points(db::Reader& reader) { return with_all_answers(reader, reader.query(all_points, {}, point_in)); }
std::vector<Point> points_of(db::Reader& reader, const AreaId& area, const ViewId& view) { return with_answers(reader, reader.query(some_points, {area, view}, point_in)); }
std::optional<Point> find_point(db::Reader& reader, const PointId& id) {
    auto found = reader.optional_one(one_point, {id}, point_in);
    if (found) found->answers = reader.query(answers_of, {id}, answer_in);
    return found;
}
void add(db::Transaction& tx, const Point& p) {
    base::require(!p.answers.empty(), "a proposal begins with an answer: new");
    tx.execute(add_point, {p.id, p.draft, p.paragraph, p.summary, rights::key(p.last().role), p.made_at.ms, p.writer, db::ms(p.published_at)});
    for (const auto& a : p.answers) answer(tx, p.id, a);
}
void answer(db::Transaction& tx, const PointId& id, const PointAnswer& a) {
    tx.execute(lock_point, {id});   // two at once get a position each
    tx.execute(add_answer, {id, key(a.status), a.words, a.paragraph, rights::key(a.role), a.at.ms});
}
void reword(db::Transaction& tx, const PointId& id, std::string_view summary, const rights::AccountId& writer) { tx.execute(reword_point, {id, summary, writer}); }
bool publish(db::Transaction& tx, const PointId& id, base::Instant now) { return tx.execute(publish_point, {id, now.ms}) == 1; }
std::vector<AreaId> areas_of(db::Reader& reader, const PointId& id) { return reader.query(areas_of_point, {id}, [](const db::Row& row) { return AreaId::stored(row.text(0)); }); }
void take_down(db::Transaction& tx, const PointId& id) {
    tx.execute(no_summary, {id});
    tx.execute(no_answer_words, {id});
    tx.execute(free_views, {id});
}
bool repeats(db::Reader& reader, const vault::Vault& vault, const PointId& id, std::string_view said) {
    const auto texts = reader.query(texts_of, {id}, [](const db::Row& row) { return std::pair(ViewId::stored(row.text(0)), db::bytes(row, 1)); });
    return std::any_of(texts.begin(), texts.end(), [&](const auto& t) {
        const auto with = vault.key(reader, owner_of(t.first));
        return with && only_repeats(said, opened(*with, t.first, t.second));
    });
}
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
Unread unread(db::Reader& reader, const rights::Actor& actor, base::Instant now) {
    Unread out;
    constexpr rights::Roles heads{rights::Role::head_of_operations};
    auto areas = reading_scope(reader, actor, now).areas();
    const auto headed = rights::AreaScope::of(rights::Actor({.account = actor.account(), .assignments = actor.assignments()}), heads, now);
    for (const auto& area : headed.areas())
        if (std::find(areas.begin(), areas.end(), area) == areas.end()) areas.push_back(area);
    for (const auto& area : areas)
        reader.query(store::unread_views, {area}, [&](const db::Row& row) {
            out.number += row.integer(0);
            if (const auto first = db::instant(row.optional_integer(1)); first && (!out.oldest || *first < *out.oldest)) out.oldest = first;
        });
    return out;
}
std::int64_t unanswered(db::Reader& reader, std::string_view draft) { return store::counts(reader, draft).unanswered; }
}

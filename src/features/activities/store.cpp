#include "features/activities/store.hpp"
#include "platform/db/stored.hpp"

namespace activities::store {
namespace {
using db::instant;
using db::known;
using db::ms;
#define ACTIVITY_COLUMNS "id, area, unit, slug, offer, kind, for_whom, title, neutral_title, sensitive, partner, state, ended_as, wanted, minimum, seats, stop_day, offering, offer_hours, two, preferred, preferred_why, arrivals, last_arrived_at, changed, made_at, made_by, changed_at"
#define SESSION_COLUMNS "id, area, activity, day, begins, ends, way, place, cancelled_at, heads, changed, changed_at"
constexpr db::Sql add_activity{"activities.add", "INSERT INTO activities_activity (" ACTIVITY_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, "
                                                 "?23, ?24, ?25, ?26, ?27, ?28) ON CONFLICT (slug) DO NOTHING"};
constexpr db::Sql by_id{"activities.find", "SELECT " ACTIVITY_COLUMNS " FROM activities_activity WHERE area = ?1 AND id = ?2"};
constexpr db::Sql slug{"activities.by_slug", "SELECT " ACTIVITY_COLUMNS " FROM activities_activity WHERE slug = ?1"};
constexpr db::Sql by_state{"activities.in_state", "SELECT " ACTIVITY_COLUMNS " FROM activities_activity WHERE state = ?1 ORDER BY made_at, id"};
constexpr db::Sql off{"activities.called_off", "SELECT " ACTIVITY_COLUMNS " FROM activities_activity a WHERE a.state = 'closed' AND a.ended_as = 'called_off' AND EXISTS (SELECT 1 FROM activities_session s WHERE s.area = a.area AND s.activity = a.id "
                                              "AND s.cancelled_at IS NOT NULL AND s.ends_at > ?1) ORDER BY made_at, id"};
constexpr db::Sql lock{"activities.lock", "UPDATE activities_activity SET arrivals = arrivals WHERE area = ?1 AND id = ?2 RETURNING " ACTIVITY_COLUMNS};
constexpr db::Sql arrive{"activities.arrive", "UPDATE activities_activity SET arrivals = arrivals + 1, last_arrived_at = CASE WHEN last_arrived_at < ?3 THEN ?3 ELSE last_arrived_at END "
                                              "WHERE area = ?1 AND id = ?2 RETURNING " ACTIVITY_COLUMNS};
constexpr db::Sql change{"activities.change", "UPDATE activities_activity SET unit = ?3, offer = ?4, kind = ?5, for_whom = ?6, title = ?7, neutral_title = ?8, sensitive = ?9, partner = ?10, state = ?11, ended_as = ?12, "
                                              "wanted = ?13, minimum = ?14, seats = ?15, stop_day = ?16, offering = ?17, offer_hours = ?18, two = ?19, preferred = ?20, preferred_why = ?21, changed = ?22, "
                                              "changed_at = ?23, slug = ?24 WHERE area = ?1 AND id = ?2"};

constexpr db::Sql add_session{"activities.add_session", "INSERT INTO activities_session (" SESSION_COLUMNS ", begins_at, ends_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"};
constexpr db::Sql session_by_id{"activities.session", "SELECT " SESSION_COLUMNS " FROM activities_session WHERE area = ?1 AND id = ?2"};
constexpr db::Sql all_sessions{"activities.sessions", "SELECT " SESSION_COLUMNS " FROM activities_session WHERE area = ?1 AND activity = ?2 ORDER BY begins_at, id"};
constexpr db::Sql later_sessions{"activities.sessions_from", "SELECT " SESSION_COLUMNS " FROM activities_session WHERE area = ?1 AND activity = ?2 AND ends_at > ?3 ORDER BY begins_at, id"};
constexpr db::Sql change_session{"activities.change_session", "UPDATE activities_session SET day = ?3, begins = ?4, ends = ?5, begins_at = ?6, ends_at = ?7, way = ?8, place = ?9, cancelled_at = ?10, heads = ?11, changed = ?12, "
                                                              "changed_at = ?13 WHERE area = ?1 AND id = ?2"};
constexpr db::Sql next{"activities.next_begins", "SELECT min(begins_at) FROM activities_session WHERE area = ?1 AND activity = ?2 AND begins_at > ?3 AND cancelled_at IS NULL"};

std::optional<std::string> unless_empty(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }
std::string text_or_empty(std::optional<std::string_view> text) { return std::string(text.value_or("")); }
int number(const db::Row& row, int column) { return static_cast<int>(row.integer(column)); }

Terms terms_in(const db::Row& row) {
    const auto stop = row.optional_text(16);
    return {.wanted = number(row, 13),
            .minimum = number(row, 14),
            .seats = number(row, 15),
            .stop_day = stop ? std::optional(known(calendar::date_from(*stop))) : std::nullopt,
            .offering = known(offering_from(row.text(17))),
            .offer_hours = number(row, 18),
            .two = known(two_from(row.text(19))),
            .preferred = known(preferred_from(row.text(20))),
            .preferred_why = text_or_empty(row.optional_text(21))};
}
Activity activity_in(const db::Row& row) {
    const auto ended = row.optional_text(12);
    return {.id = ActivityId::stored(row.text(0)),
            .area = AreaId::stored(row.text(1)),
            .unit = UnitId::stored(row.text(2)),
            .slug = std::string(row.text(3)),
            .offer = std::string(row.text(4)),
            .kind = known(kind_from(row.text(5))),
            .for_whom = known(for_whom_from(row.text(6))),
            .title = std::string(row.text(7)),
            .neutral_title = std::string(row.text(8)),
            .sensitive = row.truth(9),
            .partner = text_or_empty(row.optional_text(10)),
            .state = known(state_from(row.text(11))),
            .ended_as = ended ? std::optional(known(ended_as_from(*ended))) : std::nullopt,
            .terms = terms_in(row),
            .arrivals = row.integer(22),
            .last_arrived_at = {row.integer(23)},
            .changed = row.integer(24),
            .made_at = {row.integer(25)},
            .made_by = AccountId::stored(row.text(26)),
            .changed_at = {row.integer(27)}};
}
Session session_in(const db::Row& row) {
    const auto times = Times::of(known(calendar::date_from(row.text(3))), {number(row, 4)}, {number(row, 5)});
    base::require(static_cast<bool>(times), "a session stands at a time that the clock does not show once");
    const auto heads = row.optional_integer(9);
    return {.id = SessionId::stored(row.text(0)),
            .area = AreaId::stored(row.text(1)),
            .activity = ActivityId::stored(row.text(2)),
            .times = *times,
            .way = known(way_from(row.text(6))),
            .place = std::string(row.text(7)),
            .cancelled_at = instant(row.optional_integer(8)),
            .heads = heads ? std::optional(static_cast<int>(*heads)) : std::nullopt,
            .changed = row.integer(10),
            .changed_at = {row.integer(11)}};
}
std::optional<std::string> stop_day(const Terms& terms) { return terms.stop_day ? std::optional(calendar::iso(*terms.stop_day)) : std::nullopt; }
std::optional<std::string> ended(const Activity& a) { return a.ended_as ? std::optional(std::string(key(*a.ended_as))) : std::nullopt; }
void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
// The one row that `ask` gives in some area of the scope.
template <class F> auto in_scope(const AreaScope& scope, F ask) -> decltype(ask(scope.areas().front())) {
    for (const auto& area : scope.areas())
        if (auto found = ask(area)) return found;
    return std::nullopt;
}
}

bool insert(db::Transaction& tx, const AreaScope& scope, const Activity& a) {
    need(scope, a.area);
    const auto& t = a.terms;
    return tx.execute(add_activity, {a.id, a.area, a.unit, a.slug, a.offer, key(a.kind), key(a.for_whom), a.title, a.neutral_title, a.sensitive, unless_empty(a.partner), key(a.state), ended(a), t.wanted, t.minimum, t.seats,
                                     stop_day(t), key(t.offering), t.offer_hours, key(t.two), key(t.preferred), unless_empty(t.preferred_why), a.arrivals, a.last_arrived_at.ms, a.changed, a.made_at.ms, a.made_by,
                                     a.changed_at.ms}) == 1;
}
std::optional<Activity> find(db::Reader& reader, const AreaScope& scope, const ActivityId& id) {
    return in_scope(scope, [&](const AreaId& area) { return reader.optional_one(by_id, {area, id}, activity_in); });
}
std::optional<Activity> by_slug(db::Reader& reader, std::string_view text) { return reader.optional_one(slug, {text}, activity_in); }
std::vector<Activity> in_state(db::Reader& reader, State state) { return reader.query(by_state, {key(state)}, activity_in); }
std::vector<Activity> called_off_from(db::Reader& reader, base::Instant from) { return reader.query(off, {from.ms}, activity_in); }
std::vector<Session> sessions_from(db::Reader& reader, const Activity& a, base::Instant from) { return reader.query(later_sessions, {a.area, a.id, from.ms}, session_in); }
std::optional<Activity> locked(db::Transaction& tx, const AreaScope& scope, const ActivityId& id) {
    return in_scope(scope, [&](const AreaId& area) { return tx.optional_one(lock, {area, id}, activity_in); });
}
std::optional<Activity> locked_for_arrival(db::Transaction& tx, const AreaScope& scope, const ActivityId& id, base::Instant now) {
    return in_scope(scope, [&](const AreaId& area) { return tx.optional_one(arrive, {area, id, now.ms}, activity_in); });
}
void replace(db::Transaction& tx, const AreaScope& scope, const Activity& a) {
    need(scope, a.area);
    const auto& t = a.terms;
    tx.execute(change, {a.area, a.id, a.unit, a.offer, key(a.kind), key(a.for_whom), a.title, a.neutral_title, a.sensitive, unless_empty(a.partner), key(a.state), ended(a), t.wanted, t.minimum, t.seats, stop_day(t),
                        key(t.offering), t.offer_hours, key(t.two), key(t.preferred), unless_empty(t.preferred_why), a.changed, a.changed_at.ms, a.slug});
}

void insert(db::Transaction& tx, const AreaScope& scope, const Session& s) {
    need(scope, s.area);
    tx.execute(add_session, {s.id, s.area, s.activity, calendar::iso(s.times.day()), s.times.begins().minutes, s.times.ends().minutes, key(s.way), s.place, ms(s.cancelled_at), s.heads, s.changed, s.changed_at.ms,
                             s.times.begins_at().ms, s.times.ends_at().ms});
}
std::optional<Session> find_session(db::Reader& reader, const AreaScope& scope, const SessionId& id) {
    return in_scope(scope, [&](const AreaId& area) { return reader.optional_one(session_by_id, {area, id}, session_in); });
}
std::vector<Session> sessions(db::Reader& reader, const AreaScope& scope, const ActivityId& id) {
    std::vector<Session> out;
    for (const auto& area : scope.areas())
        for (auto& s : reader.query(all_sessions, {area, id}, session_in)) out.push_back(std::move(s));
    return out;
}
void replace(db::Transaction& tx, const AreaScope& scope, const Session& s) {
    need(scope, s.area);
    tx.execute(change_session, {s.area, s.id, calendar::iso(s.times.day()), s.times.begins().minutes, s.times.ends().minutes, s.times.begins_at().ms, s.times.ends_at().ms, key(s.way), s.place, ms(s.cancelled_at), s.heads,
                                s.changed, s.changed_at.ms});
}
std::optional<base::Instant> next_begins(db::Reader& reader, const AreaScope& scope, const ActivityId& id, base::Instant after) {
    std::optional<base::Instant> out;
    for (const auto& area : scope.areas())
        if (const auto at = reader.one(next, {area, id, after.ms}, [](const db::Row& row) { return row.optional_integer(0); })) out = base::Instant{*at};
    return out;
}
}

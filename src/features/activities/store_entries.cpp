#include "features/activities/store_entries.hpp"
#include "platform/db/stored.hpp"

namespace activities::store {
namespace {
using db::instant;
using db::known;
using db::ms;
#define ENTRY_COLUMNS "id, area, activity, slot, size, state, arrived_at, position, offer_until, keeping, decision, person, companion, came_by, been_before, not_reached, heard_of, guardian_agreed_at, shows_name, made_at, ended_at"
// heard_of: of a former version. It is asked apart from the sign-up now and never stands here (feature O2).
#define IN_ORDER " ORDER BY arrived_at, position"
constexpr db::Sql add{"activities.add_entry", "INSERT INTO activities_entry (" ENTRY_COLUMNS ", person_area, form, companion_area) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, "
                                              "?22, ?23, ?24) ON CONFLICT (area, activity, form) DO NOTHING"};
constexpr db::Sql form_of{"activities.entry_by_form", "SELECT " ENTRY_COLUMNS " FROM activities_entry WHERE area = ?1 AND activity = ?2 AND form = ?3"};
constexpr db::Sql by_id{"activities.entry", "SELECT " ENTRY_COLUMNS " FROM activities_entry WHERE area = ?1 AND id = ?2"};
constexpr db::Sql change{"activities.change_entry", "UPDATE activities_entry SET slot = ?3, state = ?4, offer_until = ?5, ended_at = ?6, shows_name = ?7 WHERE area = ?1 AND id = ?2"};
constexpr db::Sql all{"activities.entries", "SELECT " ENTRY_COLUMNS " FROM activities_entry WHERE area = ?1 AND activity = ?2" IN_ORDER};
constexpr db::Sql those_in_state{"activities.entries_in_state", "SELECT " ENTRY_COLUMNS " FROM activities_entry WHERE area = ?1 AND activity = ?2 AND state = ?3" IN_ORDER};
constexpr db::Sql in_slot{"activities.entries_of_slot", "SELECT " ENTRY_COLUMNS " FROM activities_entry WHERE area = ?1 AND slot = ?2 AND state = ?3" IN_ORDER};
constexpr db::Sql count_heads{"activities.heads", "SELECT CAST(coalesce(sum(size), 0) AS BIGINT) FROM activities_entry WHERE area = ?1 AND activity = ?2 AND state = ?3"};

constexpr db::Sql anyone{"activities.anyone_waits", "SELECT 1 FROM activities_entry WHERE area = ?1 AND slot = ?2 AND state = 'waiting' LIMIT 1"};
constexpr db::Sql first{"activities.first_waiting", "SELECT " ENTRY_COLUMNS " FROM activities_entry WHERE area = ?1 AND slot = ?2 AND state = 'waiting'" IN_ORDER " LIMIT ?3"};
constexpr db::Sql first_of_size{"activities.first_waiting_of_size", "SELECT " ENTRY_COLUMNS " FROM activities_entry WHERE area = ?1 AND slot = ?2 AND state = 'waiting' AND size = ?4" IN_ORDER " LIMIT ?3"};
constexpr db::Sql first_new{"activities.first_new", "SELECT " ENTRY_COLUMNS " FROM activities_entry WHERE area = ?1 AND slot = ?2 AND state = 'waiting' AND size = ?4 AND been_before = 'new'" IN_ORDER " LIMIT ?3"};
constexpr db::Sql first_not_reached{"activities.first_not_reached", "SELECT " ENTRY_COLUMNS " FROM activities_entry WHERE area = ?1 AND slot = ?2 AND state = 'waiting' AND size = ?4 AND not_reached = 1" IN_ORDER " LIMIT ?3"};
constexpr db::Sql count_before{"activities.waiting_before", "SELECT count(*) FROM (SELECT 1 FROM activities_entry WHERE area = ?1 AND slot = ?2 AND state = 'waiting' AND (arrived_at, position) < (?3, ?4) LIMIT ?5) AS counted"};
constexpr db::Sql due{"activities.due_offers", "SELECT DISTINCT area, activity FROM activities_entry WHERE state = 'offered' AND offer_until <= ?1 ORDER BY area, activity"};
constexpr db::Sql ended{"activities.ended_offers", "SELECT " ENTRY_COLUMNS " FROM activities_entry WHERE area = ?1 AND activity = ?2 AND state = 'offered' AND offer_until <= ?3" IN_ORDER};

constexpr db::Sql count_seats{"activities.seats", "SELECT count(*), coalesce(max(seat), 0) FROM activities_seat WHERE area = ?1 AND slot = ?2"};
constexpr db::Sql count_free{"activities.free_seats", "SELECT count(*) FROM activities_seat WHERE area = ?1 AND slot = ?2 AND entry IS NULL"};
constexpr db::Sql add_seat{"activities.add_seat", "INSERT INTO activities_seat (area, slot, seat, entry) VALUES (?1, ?2, ?3, NULL)"};
constexpr db::Sql remove_seats{"activities.remove_seats", "DELETE FROM activities_seat WHERE area = ?1 AND slot = ?2 AND seat IN "
                                                          "(SELECT seat FROM activities_seat WHERE area = ?1 AND slot = ?2 AND entry IS NULL ORDER BY seat DESC LIMIT ?3)"};
constexpr db::Sql take{"activities.take_seats", "UPDATE activities_seat SET entry = ?3 WHERE area = ?1 AND slot = ?2 AND entry IS NULL AND seat IN "
                                                "(SELECT seat FROM activities_seat WHERE area = ?1 AND slot = ?2 AND entry IS NULL ORDER BY seat LIMIT ?4)"};
constexpr db::Sql let_go{"activities.free_seats_of", "UPDATE activities_seat SET entry = NULL WHERE area = ?1 AND entry = ?2"};

constexpr db::Sql add_exception{"activities.add_exception", "INSERT INTO activities_exception (area, activity, number, entry, why, passed, account, at) "
                                                            "SELECT ?1, ?2, count(*) + 1, ?3, ?4, ?5, ?6, ?7 FROM activities_exception WHERE area = ?1 AND activity = ?2"};
constexpr db::Sql all_exceptions{"activities.exceptions", "SELECT number, entry, why, passed, account, at FROM activities_exception WHERE area = ?1 AND activity = ?2 ORDER BY number"};

std::optional<std::string> unless_empty(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }
std::optional<PersonId> person(std::optional<std::string_view> text) { return text ? std::optional(PersonId::stored(*text)) : std::nullopt; }
int number(const db::Row& row) { return static_cast<int>(row.integer(0)); }

Entry entry_in(const db::Row& row) {
    const auto been = row.optional_text(14);
    return {.id = EntryId::stored(row.text(0)),
            .area = AreaId::stored(row.text(1)),
            .activity = ActivityId::stored(row.text(2)),
            .slot = std::string(row.text(3)),
            .size = static_cast<int>(row.integer(4)),
            .state = known(entry_state_from(row.text(5))),
            .arrived_at = {row.integer(6)},
            .position = row.integer(7),
            .offer_until = instant(row.optional_integer(8)),
            .keeping = known(keeping_from(row.text(9))),
            .decision = std::string(row.optional_text(10).value_or("")),
            .person = person(row.optional_text(11)),
            .companion = person(row.optional_text(12)),
            .came_by = known(came_by_from(row.text(13))),
            .been_before = been ? std::optional(known(been_from(*been))) : std::nullopt,
            .not_reached = row.truth(15),
            .guardian_agreed_at = instant(row.optional_integer(17)),
            .shows_name = row.truth(18),
            .made_at = {row.integer(19)},
            .ended_at = instant(row.optional_integer(20))};
}
Exception exception_in(const db::Row& row) {
    return {row.integer(0), EntryId::stored(row.text(1)), known(queue::why_from(row.text(2))), row.integer(3), std::string(row.text(4)), {row.integer(5)}};
}
void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
}

bool insert(db::Transaction& tx, const AreaScope& scope, const Entry& e, std::string_view form) {
    need(scope, e.area);
    const auto been = e.been_before ? std::optional(key(*e.been_before)) : std::nullopt;
    return tx.execute(add, {e.id, e.area, e.activity, e.slot, e.size, key(e.state), e.arrived_at.ms, e.position, ms(e.offer_until), key(e.keeping), unless_empty(e.decision), e.person, e.companion, key(e.came_by), been,
                            e.not_reached, std::optional<std::string>(), ms(e.guardian_agreed_at), e.shows_name, e.made_at.ms, ms(e.ended_at), e.person ? std::optional(e.area) : std::nullopt, db::blob_of(form), e.companion ? std::optional(e.area) : std::nullopt}) == 1;
}
std::optional<Entry> by_form(db::Reader& reader, const AreaScope& scope, const Activity& a, std::string_view form) {
    need(scope, a.area);
    return reader.optional_one(form_of, {a.area, a.id, db::blob_of(form)}, entry_in);
}
std::optional<Entry> find_entry(db::Reader& reader, const AreaScope& scope, const EntryId& id) {
    for (const auto& area : scope.areas())
        if (auto found = reader.optional_one(by_id, {area, id}, entry_in)) return found;
    return std::nullopt;
}
void replace(db::Transaction& tx, const AreaScope& scope, const Entry& e) {
    need(scope, e.area);
    tx.execute(change, {e.area, e.id, e.slot, key(e.state), ms(e.offer_until), ms(e.ended_at), e.shows_name});
}
std::vector<Entry> entries(db::Reader& reader, const AreaScope& scope, const Activity& a) {
    need(scope, a.area);
    return reader.query(all, {a.area, a.id}, entry_in);
}
std::vector<Entry> entries(db::Reader& reader, const AreaScope& scope, const Activity& a, EntryState state) {
    need(scope, a.area);
    return reader.query(those_in_state, {a.area, a.id, key(state)}, entry_in);
}
std::vector<Entry> of_slot(db::Reader& reader, const AreaId& area, std::string_view slot, EntryState state) { return reader.query(in_slot, {area, slot, key(state)}, entry_in); }
int heads(db::Reader& reader, const Activity& a, EntryState state) { return reader.one(count_heads, {a.area, a.id, key(state)}, number); }

bool anyone_waits(db::Reader& reader, const AreaId& area, std::string_view slot) { return reader.optional_one(anyone, {area, slot}, number).has_value(); }
std::vector<Entry> first_waiting(db::Reader& reader, const AreaId& area, std::string_view slot, int free, const Terms& terms) {
    // Each pick takes one who is first of its size, or first of its size among those the rule prefers: no more than `free` of each can be.
    auto out = reader.query(first, {area, slot, free}, entry_in);
    const auto add_those = [&](const db::Sql& sql, int size) {
        for (auto& e : reader.query(sql, {area, slot, free, size}, entry_in))
            if (std::none_of(out.begin(), out.end(), [&](const Entry& had) { return had.id == e.id; })) out.push_back(std::move(e));
    };
    for (const int size : {1, 2}) {
        if (terms.two == Two::next_who_fits) add_those(first_of_size, size);
        if (terms.preferred == Preferred::newcomers) add_those(first_new, size);
        if (terms.preferred == Preferred::not_reached) add_those(first_not_reached, size);
    }
    return out;
}
std::int64_t waiting_before(db::Reader& reader, const Entry& e, std::int64_t most) {
    return reader.one(count_before, {e.area, e.slot, e.arrived_at.ms, e.position, most}, [](const db::Row& row) { return row.integer(0); });
}
std::vector<Due> due_offers(db::Reader& reader, base::Instant now) {
    return reader.query(due, {now.ms}, [](const db::Row& row) { return Due{AreaId::stored(row.text(0)), ActivityId::stored(row.text(1))}; });
}
std::vector<Entry> ended_offers(db::Reader& reader, const Activity& a, base::Instant now) { return reader.query(ended, {a.area, a.id, now.ms}, entry_in); }

int seats(db::Reader& reader, const AreaId& area, std::string_view slot) { return reader.one(count_seats, {area, slot}, number); }
int free_seats(db::Reader& reader, const AreaId& area, std::string_view slot) { return reader.one(count_free, {area, slot}, number); }
void add_seats(db::Transaction& tx, const AreaId& area, std::string_view slot, int more) {
    const auto last = tx.one(count_seats, {area, slot}, [](const db::Row& row) { return row.integer(1); });
    for (int i = 1; i <= more; ++i) tx.execute(add_seat, {area, slot, last + i});
}
bool remove_free_seats(db::Transaction& tx, const AreaId& area, std::string_view slot, int fewer) {
    if (free_seats(tx, area, slot) < fewer) return false;
    return tx.execute(remove_seats, {area, slot, fewer}) == fewer;
}
void take_seats(db::Transaction& tx, const Entry& e) {
    base::require(tx.execute(take, {e.area, e.slot, e.id, e.size}) == e.size, "there are not enough seats, and somebody was to have them");
}
void free_seats_of(db::Transaction& tx, const Entry& e) { tx.execute(let_go, {e.area, e.id}); }

void log(db::Transaction& tx, const Activity& a, const Exception& x) { tx.execute(add_exception, {a.area, a.id, x.entry, queue::key(x.why), x.passed, x.account, x.at.ms}); }
std::vector<Exception> exceptions(db::Reader& reader, const AreaScope& scope, const Activity& a) {
    need(scope, a.area);
    return reader.query(all_exceptions, {a.area, a.id}, exception_in);
}
}

#include "features/privacy/store_destruction.hpp"

namespace privacy::store {
namespace {
using db::Sql;
constexpr Sql add_hold{"privacy.hold_add", "INSERT INTO privacy_hold (area, id, kind, object, called, reason, set_by, set_at, until_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"};
constexpr Sql all_holds{"privacy.holds", "SELECT id, kind, object, called, reason, until_day FROM privacy_hold WHERE area = ?1 AND lifted_at IS NULL ORDER BY until_day, id"};
constexpr Sql last_hold{"privacy.held_until", "SELECT max(until_day) FROM privacy_hold WHERE area = ?1 AND kind = ?2 AND object = ?3 AND lifted_at IS NULL"};
constexpr Sql lift_hold{"privacy.hold_lift", "UPDATE privacy_hold SET lifted_at = ?3 WHERE area = ?1 AND id = ?2 AND lifted_at IS NULL"};
constexpr Sql say_birth{"privacy.birth_say", "INSERT INTO privacy_birth (area, kind, object, research_day, thirty_in, said_by, said_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                                             "ON CONFLICT (area, kind, object) DO UPDATE SET research_day = ?4, thirty_in = ?5, said_by = ?6, said_at = ?7"};
constexpr Sql said_birth{"privacy.birth", "SELECT research_day, thirty_in FROM privacy_birth WHERE area = ?1 AND kind = ?2 AND object = ?3"};
constexpr Sql unsay_birth{"privacy.birth_remove", "DELETE FROM privacy_birth WHERE area = ?1 AND kind = ?2 AND object = ?3"};

#define DESTRUCTION_COLUMNS "d.id, d.listed_by, d.listed_at, d.confirmed_by, d.thrown_at, d.confirmed_at, d.erased_at, d.emptied_at, d.done_at"
constexpr Sql add_destruction{"privacy.destruction_add", "INSERT INTO privacy_destruction (id, listed_by, listed_at) VALUES (?1, ?2, ?3)"};
constexpr Sql add_item{"privacy.item_add", "INSERT INTO privacy_destruction_item (destruction, area, kind, object, called, rule, due_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"};
// ?1: the areas one may see as one text, as in store.cpp. A list that holds another area is not there.
constexpr Sql newest{"privacy.destructions", "SELECT " DESTRUCTION_COLUMNS " FROM privacy_destruction d WHERE NOT EXISTS (SELECT 1 FROM privacy_destruction_item i WHERE i.destruction = d.id "
                                             "AND replace(?1, i.area, '') = ?1) ORDER BY d.listed_at DESC, d.id LIMIT ?2"};
constexpr Sql one{"privacy.destruction", "SELECT " DESTRUCTION_COLUMNS " FROM privacy_destruction d WHERE d.id = ?2 AND NOT EXISTS (SELECT 1 FROM privacy_destruction_item i WHERE i.destruction = d.id "
                                         "AND replace(?1, i.area, '') = ?1)"};
constexpr Sql all_items{"privacy.items", "SELECT area, kind, object, called, rule, due_day, done_at, spared_at FROM privacy_destruction_item WHERE destruction = ?1 ORDER BY due_day, kind, called, object"};
constexpr Sql say_yes{"privacy.destruction_confirm", "UPDATE privacy_destruction SET confirmed_by = ?2, confirmed_at = ?3 WHERE id = ?1 AND confirmed_at IS NULL AND thrown_at IS NULL AND listed_by <> ?2"};
constexpr Sql discard{"privacy.destruction_throw", "UPDATE privacy_destruction SET thrown_at = ?2 WHERE id = ?1 AND confirmed_at IS NULL AND thrown_at IS NULL"};
constexpr Sql item_done{"privacy.item_done", "UPDATE privacy_destruction_item SET done_at = ?5, spared_at = NULL WHERE destruction = ?1 AND area = ?2 AND kind = ?3 AND object = ?4 AND done_at IS NULL"};
constexpr Sql item_spared{"privacy.item_spared", "UPDATE privacy_destruction_item SET spared_at = ?5 WHERE destruction = ?1 AND area = ?2 AND kind = ?3 AND object = ?4 AND done_at IS NULL AND spared_at IS NULL"};
constexpr Sql erased{"privacy.destruction_erased", "UPDATE privacy_destruction SET erased_at = ?2 WHERE id = ?1 AND erased_at IS NULL"};
constexpr Sql emptied{"privacy.destruction_emptied", "UPDATE privacy_destruction SET emptied_at = ?1 WHERE id = ?2 AND erased_at IS NOT NULL AND emptied_at IS NULL"};
constexpr Sql done{"privacy.destruction_done", "UPDATE privacy_destruction SET done_at = ?2 WHERE emptied_at < ?1 AND done_at IS NULL"};
constexpr Sql full{"privacy.destruction_full", "SELECT id FROM privacy_destruction WHERE erased_at IS NOT NULL AND emptied_at IS NULL ORDER BY id"};

std::string joined(const AreaScope& scope) {
    std::string out = " ";
    for (const auto& area : scope.areas()) out += std::string(area.text()) + " ";
    return out;
}
calendar::Date day(std::string_view text) {
    const auto found = calendar::date_from(text);
    base::require(found.has_value(), "a day in the database is written wrongly");
    return *found;
}
std::optional<base::Instant> moment(const db::Row& row, int column) {
    const auto ms = row.optional_integer(column);
    return ms ? std::optional(base::Instant{*ms}) : std::nullopt;
}
Destruction destruction_in(const db::Row& row) {
    const auto by = row.optional_text(3);
    return {std::string(row.text(0)), AccountId::stored(row.text(1)), {row.integer(2)}, by ? std::optional(AccountId::stored(*by)) : std::nullopt,
            moment(row, 4),           moment(row, 5),                 moment(row, 6),   moment(row, 7),                                              moment(row, 8)};
}
void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
}

void insert_hold(db::Transaction& tx, const AreaScope& scope, const Hold& h, const AccountId& by, base::Instant now) {
    need(scope, h.area);
    tx.execute(add_hold, {h.area, h.id, h.kind, h.object, h.called, h.reason, by, now.ms, calendar::iso(h.until)});
}
void tell(db::Transaction& tx, const AreaScope& scope, const Told& t, const AccountId& by, base::Instant now) {
    need(scope, t.area);
    tx.execute(say_birth, {t.area, t.kind, t.object, t.research_day, t.thirty_in ? std::optional<std::int64_t>(*t.thirty_in) : std::nullopt, by, now.ms});
}
std::optional<Told> told(db::Reader& reader, const AreaScope& scope, const AreaId& area, std::string_view kind, std::string_view object) {
    if (!scope.holds(area)) return std::nullopt;
    return reader.optional_one(said_birth, {area, kind, object}, [&](const db::Row& row) {
        const auto year = row.optional_integer(1);
        return Told{area, std::string(kind), std::string(object), row.truth(0), year ? std::optional(static_cast<int>(*year)) : std::nullopt};
    });
}
void untell(db::Transaction& tx, const AreaScope& scope, const AreaId& area, std::string_view kind, std::string_view object) {
    need(scope, area);
    tx.execute(unsay_birth, {area, kind, object});
}
std::vector<Hold> holds(db::Reader& reader, const AreaScope& scope) {
    std::vector<Hold> out;
    for (const auto& area : scope.areas())
        reader.query(all_holds, {area}, [&](const db::Row& row) {
            out.push_back({std::string(row.text(0)), area, std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), std::string(row.text(4)), day(row.text(5))});
        });
    return out;
}
std::optional<calendar::Date> held_until(db::Reader& reader, const AreaScope& scope, const AreaId& area, std::string_view kind, std::string_view object) {
    need(scope, area);
    return reader.one(last_hold, {area, kind, object}, [](const db::Row& row) {
        const auto text = row.optional_text(0);
        return text ? std::optional(day(*text)) : std::nullopt;
    });
}
std::optional<AreaId> lift(db::Transaction& tx, const AreaScope& scope, std::string_view id, base::Instant now) {
    for (const auto& area : scope.areas())
        if (tx.execute(lift_hold, {area, id, now.ms}) == 1) return area;
    return std::nullopt;
}

void insert_destruction(db::Transaction& tx, std::string_view id, const AccountId& by, base::Instant now, const std::vector<Item>& items) {
    tx.execute(add_destruction, {id, by, now.ms});
    for (const auto& i : items) tx.execute(add_item, {id, i.area, i.kind, i.object, i.called, i.rule, calendar::iso(i.due)});
}
std::vector<Destruction> destructions(db::Reader& reader, const AreaScope& scope, std::size_t most) { return reader.query(newest, {joined(scope), most}, destruction_in); }
std::optional<Destruction> destruction(db::Reader& reader, const AreaScope& scope, std::string_view id) { return reader.optional_one(one, {joined(scope), id}, destruction_in); }
std::vector<Item> items(db::Reader& reader, const AreaScope& scope, std::string_view destruction) {
    return reader.query(all_items, {destruction}, [&](const db::Row& row) {
        const auto area = AreaId::stored(row.text(0));
        need(scope, area);
        return Item{area, std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), std::string(row.text(4)), day(row.text(5)), moment(row, 6), moment(row, 7)};
    });
}
bool confirm(db::Transaction& tx, std::string_view id, const AccountId& by, base::Instant now) { return tx.execute(say_yes, {id, by, now.ms}) == 1; }
bool throw_away(db::Transaction& tx, std::string_view id, base::Instant now) { return tx.execute(discard, {id, now.ms}) == 1; }
void mark(db::Transaction& tx, const AreaScope& scope, std::string_view destruction, const Item& item, bool destroyed, base::Instant now) {
    need(scope, item.area);
    tx.execute(destroyed ? item_done : item_spared, {destruction, item.area, item.kind, item.object, now.ms});
}
void mark_erased(db::Transaction& tx, std::string_view id, base::Instant now) { tx.execute(erased, {id, now.ms}); }
void mark_emptied(db::Transaction& tx, const std::vector<std::string>& ids, base::Instant now) {
    for (const auto& id : ids) tx.execute(emptied, {now.ms, id});
}
void mark_done(db::Transaction& tx, base::Instant emptied_before, base::Instant now) { tx.execute(done, {emptied_before.ms, now.ms}); }
std::vector<std::string> to_empty(db::Reader& reader) {
    return reader.query(full, {}, [](const db::Row& row) { return std::string(row.text(0)); });
}
}

#include "features/activities/sign_up/store_wishes.hpp"
#include "platform/db/stored.hpp"

namespace activities::store {
namespace {
constexpr db::Sql keep_choice{"activities.choose", "INSERT INTO activities_choice (area, session, entry, joins) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (area, session, entry) DO UPDATE SET joins = ?4"};
constexpr db::Sql choice_of{"activities.choice", "SELECT joins FROM activities_choice WHERE area = ?1 AND session = ?2 AND entry = ?3"};
constexpr db::Sql all_choices{"activities.choices", "SELECT c.joins, CAST(sum(e.size) AS BIGINT) FROM activities_choice c JOIN activities_entry e ON e.area = c.area AND e.id = c.entry "
                                                    "WHERE c.area = ?1 AND c.session = ?2 AND e.state = 'placed' GROUP BY c.joins"};

constexpr db::Sql add_name{"activities.add_shown_name", "INSERT INTO activities_shown_name (area, id, entry, name) VALUES (?1, ?2, ?3, ?4)"};
constexpr db::Sql no_name{"activities.remove_shown_name", "DELETE FROM activities_shown_name WHERE area = ?1 AND entry = ?2 RETURNING id"};
constexpr db::Sql name_of{"activities.shown_name", "SELECT id, name FROM activities_shown_name WHERE area = ?1 AND entry = ?2"};
constexpr db::Sql others{"activities.shown_names", "SELECT n.id, n.name FROM activities_shown_name n JOIN activities_entry e ON e.area = n.area AND e.id = n.entry "
                                                   "WHERE n.area = ?1 AND e.slot = ?2 AND e.state = 'placed' AND n.entry <> ?3 ORDER BY e.arrived_at, e.position"};
// As with what somebody needs (D7): gone when no occasion is left.
constexpr db::Sql names_due{"activities.shown_names_due",
                            "SELECT n.entry FROM activities_shown_name n JOIN activities_entry e ON e.area = n.area AND e.id = n.entry JOIN activities_activity a ON a.area = e.area AND a.id = e.activity "
                            "WHERE n.area = ?1 AND (a.state = 'closed' OR e.state IN ('declined', 'lapsed', 'left', 'called_off') OR "
                            "(EXISTS (SELECT 1 FROM activities_session s WHERE s.area = e.area AND s.activity = e.activity) AND "
                            "NOT EXISTS (SELECT 1 FROM activities_session s WHERE s.area = e.area AND s.activity = e.activity AND s.cancelled_at IS NULL AND s.ends_at > ?2)))"};

constexpr db::Sql want{"activities.want_link", "UPDATE activities_entry SET wants_link = 1 WHERE area = ?1 AND id = ?2"};
constexpr db::Sql want_none{"activities.want_no_link", "UPDATE activities_entry SET wants_link = 0 WHERE area = ?1 AND id = ?2"};
// What is sent is good for two weeks; a code for a year.
constexpr db::Sql end_sent{"activities.end_sent_links", "DELETE FROM activities_link WHERE area = ?1 AND entry = ?2 AND until_at - made_at <= 15 * 86400000"};
constexpr db::Sql wants{"activities.wants_link", "SELECT wants_link FROM activities_entry WHERE area = ?1 AND id = ?2"};
constexpr db::Sql said{"activities.said_why", "SELECT said_why FROM activities_entry WHERE area = ?1 AND id = ?2"};
constexpr db::Sql say{"activities.say_why", "UPDATE activities_entry SET said_why = 1 WHERE area = ?1 AND id = ?2 AND state = 'left' AND said_why = 0"};

void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
struct Row {
    ShownNameId id;
    std::string envelope;
};
Row name_in(const db::Row& row) { return {ShownNameId::stored(row.text(0)), std::string(db::bytes_of(row.blob(1)))}; }
Alias opened(db::Reader& reader, const vault::Vault& vault, const Row& row) {
    const auto with = vault.key(reader, {shown_name_key, row.id});
    base::require(with.has_value(), "a shown name without a key");
    return opened_name(*with, row.id, row.envelope);
}
void remove(db::Transaction& tx, const vault::Vault& vault, const AreaId& area, const EntryId& entry, base::Instant now) {
    const auto had = tx.optional_one(no_name, {area, entry}, [](const db::Row& row) { return ShownNameId::stored(row.text(0)); });
    if (had) vault.erase(tx, {shown_name_key, *had}, now);
}
}

void choose(db::Transaction& tx, const AreaScope& scope, const Session& s, const EntryId& entry, Joins joins) {
    need(scope, s.area);
    tx.execute(keep_choice, {s.area, s.id, entry, key(joins)});
}
std::optional<Joins> choice(db::Reader& reader, const AreaScope& scope, const Session& s, const EntryId& entry) {
    need(scope, s.area);
    return reader.optional_one(choice_of, {s.area, s.id, entry}, [](const db::Row& row) { return db::known(joins_from(row.text(0))); });
}
Choices choices(db::Reader& reader, const AreaScope& scope, const Session& s) {
    need(scope, s.area);
    Choices out;
    reader.query(all_choices, {s.area, s.id}, [&](const db::Row& row) { (row.text(0) == key(Joins::room) ? out.room : out.net) = static_cast<int>(row.integer(1)); });
    return out;
}

void keep_shown_name(db::Transaction& tx, const vault::Vault& vault, const AreaScope& scope, const Entry& e, const SealedName& sealed, base::Instant now) {
    need(scope, e.area);
    remove(tx, vault, e.area, e.id, now);
    vault::keep(tx, {shown_name_key, sealed.id}, sealed.name.key, now);
    tx.execute(add_name, {e.area, sealed.id, e.id, db::blob_of(sealed.name.envelope)});
}
void remove_shown_name(db::Transaction& tx, const vault::Vault& vault, const AreaScope& scope, const Entry& e, base::Instant now) {
    need(scope, e.area);
    remove(tx, vault, e.area, e.id, now);
}
std::optional<Alias> shown_name(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const Entry& e) {
    need(scope, e.area);
    const auto row = reader.optional_one(name_of, {e.area, e.id}, name_in);
    return row ? std::optional(opened(reader, vault, *row)) : std::nullopt;
}
std::vector<Alias> shown_names_of_others(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const Entry& e) {
    need(scope, e.area);
    std::vector<Alias> out;
    for (const auto& row : reader.query(others, {e.area, e.slot, e.id}, name_in)) out.push_back(opened(reader, vault, row));
    return out;
}
int remove_shown_names_due(db::Transaction& tx, const vault::Vault& vault, const AreaScope& scope, base::Instant now) {
    int removed = 0;
    for (const auto& area : scope.areas())
        for (const auto& entry : tx.query(names_due, {area, now.ms}, [](const db::Row& row) { return EntryId::stored(row.text(0)); })) remove(tx, vault, area, entry, now), ++removed;
    return removed;
}

void want_link(db::Transaction& tx, const AreaScope& scope, const EntryId& entry) {
    for (const auto& area : scope.areas()) tx.execute(want, {area, entry});
}
void want_no_link(db::Transaction& tx, const AreaScope& scope, const EntryId& entry) {
    for (const auto& area : scope.areas()) tx.execute(want_none, {area, entry});
    end_sent_links(tx, scope, entry);
}
void end_sent_links(db::Transaction& tx, const AreaScope& scope, const EntryId& entry) {
    for (const auto& area : scope.areas()) tx.execute(end_sent, {area, entry});
}
bool wants_link(db::Reader& reader, const AreaScope& scope, const EntryId& entry) {
    for (const auto& area : scope.areas())
        if (reader.optional_one(wants, {area, entry}, [](const db::Row& row) { return row.truth(0); }).value_or(false)) return true;
    return false;
}

bool has_said_why(db::Reader& reader, const AreaScope& scope, const EntryId& entry) {
    for (const auto& area : scope.areas())
        if (reader.optional_one(said, {area, entry}, [](const db::Row& row) { return row.truth(0); }).value_or(false)) return true;
    return false;
}
bool says_why(db::Transaction& tx, const AreaScope& scope, const EntryId& entry) {
    for (const auto& area : scope.areas())
        if (tx.execute(say, {area, entry}) == 1) return true;
    return false;
}
}

#include "features/people/store.hpp"

namespace people::store {
namespace {
#define LOTSEN_PERSON_COLUMNS                                                                                                            \
    "SELECT p.id, p.area, p.kind, p.protected, k.wrapped, p.name, p.phone, p.email, p.address, p.personal_number, p.created_at, p.changed_at " \
    "FROM people_person p JOIN vault_key k ON k.kind = 'person' AND k.id = p.id "
constexpr db::Sql insert_person{"people.insert", "INSERT INTO people_person (area, id, kind, ground, decision, protected, name, phone, email, address, personal_number, phone_hash, "
                                                 "email_hash, personal_number_hash, created_at, changed_at) "
                                                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15)"};
constexpr db::Sql find_person{"people.find", LOTSEN_PERSON_COLUMNS "WHERE p.area = ?1 AND p.id = ?2"};
constexpr db::Sql by_phone{"people.by_phone", LOTSEN_PERSON_COLUMNS "WHERE p.area = ?1 AND p.phone_hash = ?2 ORDER BY p.id LIMIT 50"};
constexpr db::Sql by_email{"people.by_email", LOTSEN_PERSON_COLUMNS "WHERE p.area = ?1 AND p.email_hash = ?2 ORDER BY p.id LIMIT 50"};
constexpr db::Sql by_personal_number{"people.by_personal_number", LOTSEN_PERSON_COLUMNS "WHERE p.area = ?1 AND p.personal_number_hash = ?2 ORDER BY p.id LIMIT 50"};
constexpr db::Sql update_person{"people.update", "UPDATE people_person SET protected = ?3, name = ?4, phone = ?5, email = ?6, address = ?7, personal_number = ?8, "
                                                 "phone_hash = ?9, email_hash = ?10, personal_number_hash = ?11, changed_at = ?12 WHERE area = ?1 AND id = ?2"};
constexpr db::Sql lock_person{"people.lock", "UPDATE people_person SET changed_at = changed_at WHERE area = ?1 AND id = ?2"};
constexpr db::Sql delete_person{"people.delete", "DELETE FROM people_person WHERE area = ?1 AND id = ?2"};
constexpr db::Sql names_of{"people.names", "SELECT p.id, p.kind, k.wrapped, p.name, p.protected FROM people_person p "
                                           "JOIN vault_key k ON k.kind = 'person' AND k.id = p.id WHERE p.area = ?1"};
constexpr db::Sql without{"people.without_key", "SELECT COUNT(*) FROM people_person p WHERE NOT EXISTS (SELECT 1 FROM vault_key k WHERE k.kind = 'person' AND k.id = p.id)"};
constexpr db::Sql delete_erased{"people.delete_erased", "DELETE FROM people_person WHERE EXISTS (SELECT 1 FROM vault_tombstone t WHERE t.kind = 'person' AND t.id = people_person.id)"};

std::string blob(const db::Row& row, int column) { return std::string(db::bytes_of(row.blob(column))); }
std::string optional_blob(const db::Row& row, int column) {
    const auto found = row.optional_blob(column);
    return found ? std::string(db::bytes_of(*found)) : std::string();
}
std::optional<db::Blob> given(const std::string& bytes) { return bytes.empty() ? std::nullopt : std::optional(db::blob_of(bytes)); }
Kind kind_of(std::string_view text) {
    for (const auto kind : kinds)
        if (key(kind) == text) return kind;
    throw base::Bug("an unknown kind of person");
}
Stored stored(const db::Row& row) {
    return {PersonId::stored(row.text(0)), AreaId::stored(row.text(1)), kind_of(row.text(2)), row.truth(3) ? Protection::protected_identity : Protection::none, blob(row, 4),
            {blob(row, 5), optional_blob(row, 6), optional_blob(row, 7), optional_blob(row, 8), optional_blob(row, 9), {}, {}, {}},
            {row.integer(10)}, {row.integer(11)}};
}
const db::Sql& statement(By by) {
    switch (by) {
        case By::phone: return by_phone;
        case By::email: return by_email;
        case By::personal_number: return by_personal_number;
    }
    throw base::Bug("an unknown way to look");
}
void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
}

bool insert(db::Transaction& tx, const AreaScope& scope, base::Instant now, const NewPerson& p) {
    if (!scope.holds(p.area)) return false;
    const auto& s = p.sealed;
    tx.execute(insert_person, {p.area, p.id, key(p.kind), p.ground.key(), p.ground.decision(), p.protection == Protection::protected_identity, db::blob_of(s.name), given(s.phone), given(s.email), given(s.address),
                               given(s.personal_number), given(s.phone_hash), given(s.email_hash), given(s.personal_number_hash), now.ms});
    return true;
}
std::optional<Stored> find(db::Reader& reader, const AreaScope& scope, const PersonId& id) {
    std::optional<Stored> out;
    for (const auto& area : scope.areas())
        if (auto found = reader.optional_one(find_person, {area, id}, stored)) out = std::move(found);
    return out;
}
void replace(db::Transaction& tx, const AreaScope& scope, base::Instant now, const Stored& former, Protection protection, const Sealed& s) {
    need(scope, former.area);
    tx.execute(update_person, {former.area, former.id, protection == Protection::protected_identity, db::blob_of(s.name), given(s.phone), given(s.email), given(s.address),
                               given(s.personal_number), given(s.phone_hash), given(s.email_hash), given(s.personal_number_hash), now.ms});
}
void remove(db::Transaction& tx, const AreaScope& scope, const PersonId& id) {
    for (const auto& area : scope.areas()) tx.execute(delete_person, {area, id});
}
void lock(db::Transaction& tx, const AreaScope& scope, const AreaId& area, const PersonId& id) {
    base::require(scope.holds(area), "the area is not in the scope");
    tx.execute(lock_person, {area, id});
}

void each_name(db::Reader& reader, const AreaScope& scope, const AreaId& area, const std::function<void(const NameRow&)>& visit) {
    need(scope, area);
    reader.query(names_of, {area}, [&](const db::Row& row) { visit({row.text(0), row.text(1), db::bytes_of(row.blob(2)), db::bytes_of(row.blob(3)), row.truth(4)}); });
}
std::vector<Stored> find_by(db::Reader& reader, const AreaScope& scope, const AreaId& area, By by, std::string_view hash) {
    need(scope, area);
    return reader.query(statement(by), {area, db::blob_of(hash)}, stored);
}
}

namespace people {
std::int64_t without_key(db::Reader& reader) {
    return reader.one(store::without, {}, [](const db::Row& row) { return row.integer(0); });
}
std::int64_t remove_erased(db::Transaction& tx) { return tx.execute(store::delete_erased, {}); }
}

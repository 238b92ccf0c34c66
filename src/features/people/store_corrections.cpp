// The SQL on corrections, and on those who are not staff.
#include "features/people/store.hpp"

namespace people::store {
namespace {
constexpr db::Sql insert_row{"people.insert_correction", "INSERT INTO people_correction (area, id, person, says, noted_by, noted_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
constexpr db::Sql of_person{"people.corrections", "SELECT id, says, noted_by, noted_at FROM people_correction WHERE area = ?1 AND person = ?2 ORDER BY noted_at, id"};
constexpr db::Sql decided{"people.by_decision", "SELECT 1 FROM people_person WHERE area = ?1 AND id = ?2 AND ground = 'service'"};
constexpr db::Sql others{"people.not_staff", "SELECT id FROM people_person WHERE area = ?1 AND kind <> 'staff' ORDER BY id"};
void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
}

void insert_correction(db::Transaction& tx, const AreaScope& scope, const StoredCorrection& c) {
    need(scope, c.area);
    tx.execute(insert_row, {c.area, c.id, c.person, db::blob_of(c.says), c.noted_by, c.noted_at.ms});
}
std::vector<StoredCorrection> corrections(db::Reader& reader, const AreaScope& scope, const AreaId& area, const PersonId& person) {
    need(scope, area);
    return reader.query(of_person, {area, person}, [&](const db::Row& row) {
        return StoredCorrection{std::string(row.text(0)), area, person, std::string(db::bytes_of(row.blob(1))), rights::AccountId::stored(row.text(2)), {row.integer(3)}};
    });
}
bool by_decision(db::Reader& reader, const AreaScope& scope, const AreaId& area, const PersonId& id) {
    need(scope, area);
    return reader.optional_one(decided, {area, id}, [](const db::Row&) { return true; }).has_value();
}
std::vector<std::pair<Stored, bool>> not_staff(db::Reader& reader, const AreaScope& scope, const AreaId& area) {
    need(scope, area);
    std::vector<std::pair<Stored, bool>> out;
    for (const auto& id : reader.query(others, {area}, [](const db::Row& row) { return PersonId::stored(row.text(0)); }))
        if (auto found = find(reader, scope, id)) out.emplace_back(std::move(*found), by_decision(reader, scope, area, id));
    return out;
}
}

#include "features/participation/panel.hpp"
#include "platform/db/stored.hpp"

namespace participation::store {
namespace {
#define MEMBER "id, area, person, since, until, left_at FROM participation_panel_member "
constexpr db::Sql rule_of{"participation.panel_rule", "SELECT decision, reimbursed, months FROM participation_panel_rule WHERE area = ?1"};
constexpr db::Sql put_rule{"participation.set_panel_rule", "INSERT INTO participation_panel_rule (area, decision, reimbursed, months, changed_at) VALUES (?1, ?2, ?3, ?4, ?5) "
                                                           "ON CONFLICT (area) DO UPDATE SET decision = ?2, reimbursed = ?3, months = ?4, changed_at = ?5"};
constexpr db::Sql all_members{"participation.members", "SELECT " MEMBER "WHERE area = ?1 ORDER BY since, id"};
constexpr db::Sql one_member{"participation.member", "SELECT " MEMBER "WHERE area = ?1 AND id = ?2"};
constexpr db::Sql of_person{"participation.member_of_person", "SELECT COUNT(*) FROM participation_panel_member WHERE area = ?1 AND person = ?2"};
constexpr db::Sql add_member{"participation.add_member", "INSERT INTO participation_panel_member (area, id, person, since, until) VALUES (?1, ?2, ?3, ?4, ?5)"};
constexpr db::Sql end_member{"participation.end_member", "UPDATE participation_panel_member SET left_at = ?3 WHERE area = ?1 AND id = ?2 AND left_at IS NULL"};
constexpr db::Sql no_member{"participation.remove_member", "DELETE FROM participation_panel_member WHERE area = ?1 AND id = ?2"};
constexpr db::Sql lock_member{"participation.lock_member", "UPDATE participation_panel_member SET since = since WHERE area = ?1 AND id = ?2"};
constexpr db::Sql counts_of{"participation.panel_counts", "SELECT perspective, number FROM participation_panel_count WHERE area = ?1 AND number > 0"};
constexpr db::Sql first_count{"participation.first_count", "INSERT INTO participation_panel_count (area, perspective, number) VALUES (?1, ?2, 0) ON CONFLICT (area, perspective) DO NOTHING"};
constexpr db::Sql add_count{"participation.count", "UPDATE participation_panel_count SET number = CASE WHEN number + ?3 < 0 THEN 0 ELSE number + ?3 END WHERE area = ?1 AND perspective = ?2"};
#undef MEMBER
void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
Member member_in(const db::Row& row) {
    return {MemberId::stored(row.text(0)), AreaId::stored(row.text(1)), rights::PersonId::stored(row.text(2)), db::known(calendar::date_from(row.text(3))), db::known(calendar::date_from(row.text(4))), db::instant(row.optional_integer(5))};
}
}

std::optional<PanelRule> panel_rule(db::Reader& reader, const AreaScope& scope, const AreaId& area) {
    need(scope, area);
    return reader.optional_one(rule_of, {area}, [](const db::Row& row) { return PanelRule{std::string(row.text(0)), row.truth(1), static_cast<int>(row.integer(2))}; });
}
void set_rule(db::Transaction& tx, const AreaScope& scope, const AreaId& area, const PanelRule& rule, base::Instant now) {
    need(scope, area);
    tx.execute(put_rule, {area, rule.decision, rule.reimbursed ? 1 : 0, rule.months, now.ms});
}
std::vector<Member> members(db::Reader& reader, const AreaScope& scope) {
    std::vector<Member> out;
    for (const auto& area : scope.areas())
        for (auto& m : reader.query(all_members, {area}, member_in)) out.push_back(std::move(m));
    return out;
}
std::optional<Member> find_member(db::Reader& reader, const AreaScope& scope, const MemberId& id) {
    for (const auto& area : scope.areas())
        if (auto found = reader.optional_one(one_member, {area, id}, member_in)) return found;
    return std::nullopt;
}
bool any_of_person(db::Reader& reader, const AreaScope& scope, const rights::PersonId& person) {
    return std::any_of(scope.areas().begin(), scope.areas().end(), [&](const AreaId& area) { return reader.one(of_person, {area, person}, [](const db::Row& row) { return row.integer(0); }) > 0; });
}
void add(db::Transaction& tx, const AreaScope& scope, const Member& m) {
    need(scope, m.area);
    tx.execute(add_member, {m.area, m.id, m.person, calendar::iso(m.since), calendar::iso(m.until)});
}
bool ended(db::Transaction& tx, const AreaScope& scope, const Member& m, base::Instant now) {
    need(scope, m.area);
    return tx.execute(end_member, {m.area, m.id, now.ms}) == 1;
}
void remove(db::Transaction& tx, const AreaScope& scope, const Member& m) {
    need(scope, m.area);
    tx.execute(no_member, {m.area, m.id});
}
void lock(db::Transaction& tx, const AreaScope& scope, const AreaId& area, std::string_view member) {
    need(scope, area);
    tx.execute(lock_member, {area, member});
}
PanelCounts panel_counts(db::Reader& reader, const AreaScope& scope, const AreaId& area) {
    need(scope, area);
    PanelCounts out;
    reader.query(counts_of, {area}, [&](const db::Row& row) { out[std::string(row.text(0))] = row.integer(1); });
    return out;
}
void count(db::Transaction& tx, const AreaScope& scope, const AreaId& area, std::string_view perspective, int by) {
    need(scope, area);
    tx.execute(first_count, {area, perspective});
    tx.execute(add_count, {area, perspective, by});
}
}

#include "features/work/store.hpp"
#include "platform/db/stored.hpp"

namespace work::store {
namespace {
using db::optional_id;
#define COLUMNS "id, area, unit, account, kind, subject, focus, day, minutes, heads, operation, visited, place, sex, age, helped_for, helped_long, heard_of, children, outcome, concern, made_at"
constexpr db::Sql add{"work.add", "INSERT INTO work_entry (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)"};
constexpr db::Sql one{"work.find", "SELECT " COLUMNS " FROM work_entry WHERE id = ?1 AND taken_back_at IS NULL"};
constexpr db::Sql newest{"work.latest", "SELECT " COLUMNS " FROM work_entry WHERE area = ?1 AND unit = ?2 AND taken_back_at IS NULL ORDER BY made_at DESC, id DESC LIMIT ?3"};
constexpr db::Sql back{"work.take_back", "UPDATE work_entry SET taken_back_at = ?3 WHERE area = ?1 AND id = ?2 AND taken_back_at IS NULL"};
#undef COLUMNS

std::optional<std::string_view> key(const Code* code) { return code ? std::optional(code->key) : std::nullopt; }
// A word that is on no list any more is shown as nothing said.
const Code* code(Codes all, std::optional<std::string_view> stored) { return stored ? find(all, *stored) : nullptr; }
std::optional<int> number(const db::Row& row, int column) {
    const auto found = row.optional_integer(column);
    return found ? std::optional(static_cast<int>(*found)) : std::nullopt;
}
Given given_in(const db::Row& row) {
    Given g{.focus = code(focuses(), row.optional_text(6))};
    g.kind = find(g.own_work() ? works() : channels(), row.text(4));
    base::require(g.kind != nullptr, "a stored entry is of no kind of ours");
    g.subject = code(subjects(), row.optional_text(5));
    const auto day = calendar::date_from(row.text(7));
    base::require(day.has_value(), "a stored entry has no day");
    g.day = *day, g.minutes = number(row, 8), g.heads = number(row, 9);
    g.operation = optional_id<OperationId>(row, 10), g.visited = optional_id<UnitId>(row, 11), g.place = row.optional_text(12).value_or("");
    g.sex = code(sexes(), row.optional_text(13)), g.age = code(ages(), row.optional_text(14)), g.helped_for = code(target_groups(), row.optional_text(15));
    g.helped_long = code(times(), row.optional_text(16)), g.heard_of = code(ways_here(), row.optional_text(17)), g.children = code(children(), row.optional_text(18));
    g.outcome = code(outcomes(), row.optional_text(19)), g.concern = row.truth(20);
    return g;
}
Entry entry_in(const db::Row& row) {
    return {EntryId::stored(row.text(0)), AreaId::stored(row.text(1)), UnitId::stored(row.text(2)), AccountId::stored(row.text(3)), given_in(row), {row.integer(21)}};
}
}

void insert(db::Transaction& tx, const Entry& e) {
    const auto& g = e.given;
    tx.execute(add, {e.id, e.area, e.unit, e.account, g.kind->key, key(g.subject), key(g.focus), calendar::iso(g.day), g.minutes, g.heads, g.operation, g.visited,
                     g.place.empty() ? std::optional<std::string_view>() : std::optional<std::string_view>(g.place), key(g.sex), key(g.age), key(g.helped_for), key(g.helped_long), key(g.heard_of), key(g.children),
                     key(g.outcome), g.concern ? 1 : 0, e.made_at.ms});
}
std::optional<Entry> find(db::Reader& reader, const rights::AreaScope& scope, const EntryId& id) {
    auto found = reader.optional_one(one, {id}, entry_in);
    return found && scope.holds(found->area) ? std::move(found) : std::nullopt;
}
std::vector<Entry> latest(db::Reader& reader, const rights::AreaScope& scope, const UnitId& unit, std::size_t most) {
    std::vector<Entry> out;
    for (const auto& area : scope.areas())
        for (auto& entry : reader.query(newest, {area, unit, most}, entry_in)) out.push_back(std::move(entry));
    return out;
}
bool take_back(db::Transaction& tx, const Entry& entry, base::Instant now) { return tx.execute(back, {entry.area, entry.id, now.ms}) == 1; }
}

#include "features/guideline/store_revision.hpp"
#include "platform/audit/first_reason.hpp"
#include "platform/db/stored.hpp"
#include "platform/pack/folder.hpp"

namespace guideline::store {
namespace {
using db::Row;
using db::Sql;
#define CHANGE "statement, doing, section, follows, was, says, note, kind, role, why, moves"
#define VERSION "number, source, valid_from, draft, made_at, in_force_at"
constexpr Sql all_drafts{"guideline.drafts", "SELECT id, title, stage, opened_at FROM guideline_draft ORDER BY opened_at DESC, id"};
constexpr Sql one_draft{"guideline.find_draft", "SELECT id, title, stage, opened_at FROM guideline_draft WHERE id = ?1"};
constexpr Sql add_draft{"guideline.add_draft", "INSERT INTO guideline_draft (id, title, stage, opened_at) VALUES (?1, ?2, ?3, ?4)"};
constexpr Sql lock_drafts{"guideline.one_at_a_time", "UPDATE guideline_draft SET stage = stage WHERE id = (SELECT id FROM guideline_draft ORDER BY opened_at, id LIMIT 1)"};
constexpr Sql move_draft{"guideline.move_draft", "UPDATE guideline_draft SET stage = ?3 WHERE id = ?1 AND stage = ?2"};
constexpr Sql changes_of{"guideline.changes", "SELECT " CHANGE " FROM guideline_change WHERE draft = ?1 ORDER BY position, statement"};
constexpr Sql put_change{"guideline.put_change", "INSERT INTO guideline_change (draft, position, " CHANGE ") VALUES (?1, (SELECT COALESCE(MAX(position), 0) + 1 FROM guideline_change WHERE draft = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
                                                  "ON CONFLICT (draft, statement) DO UPDATE SET doing = excluded.doing, follows = excluded.follows, moves = excluded.moves, was = excluded.was, "
                                                  "says = excluded.says, note = excluded.note, kind = excluded.kind, role = excluded.role, why = excluded.why"};
constexpr Sql drop_change{"guideline.drop_change", "DELETE FROM guideline_change WHERE draft = ?1 AND statement = ?2"};
constexpr Sql drop_ticks{"guideline.drop_ticks", "DELETE FROM guideline_tick WHERE draft = ?1 AND statement = ?2"};
constexpr Sql other_draft{"guideline.other_draft", "SELECT d.id FROM guideline_change c JOIN guideline_draft d ON d.id = c.draft WHERE c.statement = ?1 AND d.id <> ?2 AND d.stage NOT IN ('decided', 'withdrawn') LIMIT 1"};
constexpr Sql all_changed{"guideline.ever_changed", "SELECT DISTINCT statement FROM guideline_change ORDER BY statement"};
constexpr Sql steps_of{"guideline.steps", "SELECT stage, back, day, words, closes, role, at FROM guideline_step WHERE draft = ?1 ORDER BY number"};
constexpr Sql add_step{"guideline.add_step", "INSERT INTO guideline_step (draft, number, stage, back, day, words, closes, role, at) VALUES (?1, (SELECT COALESCE(MAX(number), 0) + 1 FROM guideline_step WHERE draft = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8)"};
constexpr Sql ticks_of{"guideline.ticks", "SELECT statement, linked FROM guideline_tick WHERE draft = ?1 ORDER BY statement, linked"};
constexpr Sql add_tick{"guideline.tick", "INSERT INTO guideline_tick (draft, statement, linked, role, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING"};
constexpr Sql remove_tick{"guideline.untick", "DELETE FROM guideline_tick WHERE draft = ?1 AND statement = ?2 AND linked = ?3"};
constexpr Sql all_versions{"guideline.versions", "SELECT " VERSION " FROM guideline_version ORDER BY number DESC"};
constexpr Sql one_version{"guideline.find_version", "SELECT " VERSION " FROM guideline_version WHERE number = ?1"};
constexpr Sql add_version{"guideline.add_version", "INSERT INTO guideline_version (" VERSION ") VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
constexpr Sql due_version{"guideline.due", "SELECT " VERSION " FROM guideline_version WHERE in_force_at IS NULL AND valid_from <= ?1 ORDER BY number DESC LIMIT 1"};
constexpr Sql come_into_force{"guideline.set_in_force", "UPDATE guideline_version SET in_force_at = ?2 WHERE number <= ?1 AND in_force_at IS NULL"};
constexpr Sql number_in_force{"guideline.in_force", "SELECT COALESCE(MAX(number), 1) FROM guideline_version WHERE in_force_at IS NOT NULL"};
constexpr Sql decided_versions{"guideline.decided", "SELECT number, source FROM guideline_version WHERE draft IS NOT NULL ORDER BY number"};
constexpr Sql version_read{"guideline.read_by", "SELECT version FROM guideline_read WHERE account = ?1"};
constexpr Sql put_read{"guideline.set_read", "INSERT INTO guideline_read (account, version) VALUES (?1, ?2) ON CONFLICT (account) DO UPDATE SET version = excluded.version"};
constexpr Sql all_read{"guideline.who_have_read", "SELECT account FROM guideline_read WHERE version >= ?1 ORDER BY account"};
#undef CHANGE
#undef VERSION

std::string text(const Row& row, int column) { return std::string(row.text(column)); }
Draft draft(const Row& row) { return {DraftId::stored(row.text(0)), text(row, 1), db::known(stage_from(row.text(2))), {row.integer(3)}}; }
Change change(const Row& row) {
    return {text(row, 0), db::known(doing_from(row.text(1))), text(row, 2), text(row, 3), text(row, 4), text(row, 5), text(row, 6), db::known(kind_from(row.text(7))), text(row, 8), text(row, 9), row.truth(10)};
}
Step step(const Row& row) { return {db::known(stage_from(row.text(0))), row.integer(1) == 1, text(row, 2), text(row, 3), text(row, 4), db::known(rights::role_from(row.text(5))), {row.integer(6)}}; }
Version version(const Row& row) { return {static_cast<int>(row.integer(0)), text(row, 1), text(row, 2), db::optional_id<DraftId>(row, 3), {row.integer(4)}, db::instant(row.optional_integer(5))}; }
}

std::vector<Draft> drafts(db::Reader& reader) { return reader.query(all_drafts, {}, draft); }
std::optional<Draft> find_draft(db::Reader& reader, const DraftId& id) { return reader.optional_one(one_draft, {id}, draft); }
void add(db::Transaction& tx, const Draft& d) { tx.execute(add_draft, {d.id, d.title, key(d.stage), d.opened_at.ms}); }
void one_at_a_time(db::Transaction& tx) { tx.execute(lock_drafts, {}); }
bool move(db::Transaction& tx, const DraftId& id, Stage from, Stage to) { return tx.execute(move_draft, {id, key(from), key(to)}) == 1; }

std::vector<Change> changes(db::Reader& reader, const DraftId& id) { return reader.query(changes_of, {id}, change); }
void put(db::Transaction& tx, const DraftId& id, const Change& c) { tx.execute(put_change, {id, c.statement, key(c.doing), c.section, c.follows, c.was, c.says, c.note, guideline::key(c.kind), c.role, c.why, c.moves ? 1 : 0}); }
bool drop(db::Transaction& tx, const DraftId& id, std::string_view statement) {
    tx.execute(drop_ticks, {id, statement});
    return tx.execute(drop_change, {id, statement}) == 1;
}
std::optional<DraftId> other_draft_of(db::Reader& reader, std::string_view statement, const DraftId& id) { return reader.optional_one(other_draft, {statement, id}, [](const Row& row) { return DraftId::stored(row.text(0)); }); }
std::vector<std::string> ever_changed(db::Reader& reader) { return reader.query(all_changed, {}, [](const Row& row) { return text(row, 0); }); }

std::vector<Step> steps(db::Reader& reader, const DraftId& id) { return reader.query(steps_of, {id}, step); }
void add(db::Transaction& tx, const DraftId& id, const Step& s) { tx.execute(add_step, {id, key(s.stage), std::int64_t{s.back}, s.day, s.words, s.closes, rights::key(s.role), s.at.ms}); }

std::vector<std::pair<std::string, std::string>> ticks(db::Reader& reader, const DraftId& id) {
    return reader.query(ticks_of, {id}, [](const Row& row) { return std::pair{text(row, 0), text(row, 1)}; });
}
void tick(db::Transaction& tx, const DraftId& id, std::string_view statement, std::string_view linked, rights::Role role, base::Instant now) { tx.execute(add_tick, {id, statement, linked, rights::key(role), now.ms}); }
void untick(db::Transaction& tx, const DraftId& id, std::string_view statement, std::string_view linked) { tx.execute(remove_tick, {id, statement, linked}); }

std::vector<Version> versions(db::Reader& reader) { return reader.query(all_versions, {}, version); }
std::optional<Version> find_version(db::Reader& reader, int number) { return reader.optional_one(one_version, {std::int64_t{number}}, version); }
void add(db::Transaction& tx, const Version& v) {
    tx.execute(add_version, {std::int64_t{v.number}, v.source, v.valid_from, v.draft ? std::optional(v.draft->text()) : std::nullopt, v.made_at.ms, db::ms(v.in_force_at)});
}
std::optional<Version> due(db::Reader& reader, std::string_view day) { return reader.optional_one(due_version, {day}, version); }
void set_in_force(db::Transaction& tx, int number, base::Instant now) { tx.execute(come_into_force, {std::int64_t{number}, now.ms}); }
int in_force(db::Reader& reader) { return static_cast<int>(reader.one(number_in_force, {}, [](const Row& row) { return row.integer(0); })); }

bool Fingerprint::changed() const { return !logged.empty() && logged != pack::content_hash(source); }
std::vector<Fingerprint> fingerprints(db::Reader& reader) {
    auto out = reader.query(decided_versions, {}, [](const Row& row) { return Fingerprint{static_cast<int>(row.integer(0)), text(row, 1), {}}; });
    for (auto& v : out) v.logged = audit::first_reason(reader, audit::Act::confirm, "guideline.version", "version-" + std::to_string(v.number)).value_or("");
    return out;
}
std::optional<int> read_by(db::Reader& reader, const rights::AccountId& account) { return reader.optional_one(version_read, {account}, [](const Row& row) { return static_cast<int>(row.integer(0)); }); }
void set_read(db::Transaction& tx, const rights::AccountId& account, int number) { tx.execute(put_read, {account, std::int64_t{number}}); }
std::vector<rights::AccountId> who_have_read(db::Reader& reader, int number) { return reader.query(all_read, {std::int64_t{number}}, [](const Row& row) { return rights::AccountId::stored(row.text(0)); }); }
}

#include "platform/pack/store.hpp"
#include <map>

namespace pack {
namespace {
using db::Row;
using db::Sql;
constexpr Sql find_generation{"content.generation", "SELECT generation FROM content_state WHERE id = 1"};
constexpr Sql next_generation{"content.next_generation", "UPDATE content_state SET generation = generation + 1 WHERE id = 1 AND generation = ?1"};
constexpr Sql list_all{"content.all", "SELECT path, source FROM content_record ORDER BY path"};
constexpr Sql last_version{"content.last_version", "SELECT version FROM content_version WHERE path = ?1 ORDER BY version DESC LIMIT 1"};
constexpr Sql put{"content.put",
                  "INSERT INTO content_record (path, source, hash, version, changed_at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (path) DO UPDATE "
                  "SET source = excluded.source, hash = excluded.hash, version = excluded.version, changed_at = excluded.changed_at"};
constexpr Sql remove{"content.remove", "DELETE FROM content_record WHERE path = ?1"};
constexpr Sql note{"content.note_version",
                   "INSERT INTO content_version (path, version, change, source, hash, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};

std::int64_t next_version(db::Transaction& tx, const std::string& path) {
    return tx.optional_one(last_version, {path}, [](const Row& row) { return row.integer(0); }).value_or(0) + 1;
}

void store(db::Transaction& tx, const Record& record, std::string_view change, base::Instant now) {
    const auto hash = content_hash(record.source);
    const auto version = next_version(tx, record.path);
    tx.execute(put, {record.path, record.source, hash, version, now.ms});
    tx.execute(note, {record.path, version, change, record.source, hash, now.ms});
}

void remove_record(db::Transaction& tx, const std::string& path, base::Instant now) {
    tx.execute(remove, {path});
    tx.execute(note, {path, next_version(tx, path), "removed", std::nullopt, std::nullopt, now.ms});
}

// The three hashes an import compares for one path; absent where there is none.
struct Sides {
    std::optional<std::string> exported, stored, filed;
    const Record* file = nullptr;
};
using AllSides = std::map<std::string, Sides>;

void decide(ImportPlan& plan, const std::string& path, const Sides& at, bool from_export) {
    if (at.filed == at.stored) {
        if (at.filed) plan.unchanged.push_back(path);
    } else if (at.filed == at.exported) {
        plan.kept.push_back(path);
    } else if (at.stored != at.exported) {
        plan.conflicts.push_back({path, !from_export  ? "differs from the database, and the folder has no .exported that tells which is newer"
                                        : !at.stored  ? "changed in the folder, removed in the database"
                                        : !at.filed   ? "removed in the folder, changed in the database"
                                        : !at.exported ? "new both in the folder and in the database, with different text"
                                                      : "changed both in the folder and in the database"});
    } else if (!at.filed) {
        plan.removed.push_back(path);
    } else {
        (at.stored ? plan.changed : plan.added).push_back(*at.file);
    }
}

// A kept record keeps the hash it was exported with: the folder still has that text, and the database's change is still unseen there.
Exported exported_after(const ImportPlan& plan, const AllSides& sides) {
    Exported out;
    for (const auto& [path, at] : sides) {
        const bool kept = std::binary_search(plan.kept.begin(), plan.kept.end(), path);
        if (kept && at.exported) out.emplace(path, *at.exported);
        if (!kept && at.filed) out.emplace(path, *at.filed);
    }
    return out;
}
}

std::int64_t ContentStore::generation(db::Reader& reader) const {
    return reader.one(find_generation, {}, [](const Row& row) { return row.integer(0); });
}

bool ContentStore::empty(db::Reader& reader) const { return generation(reader) == 0; }

std::vector<Record> ContentStore::all(db::Reader& reader) const {
    return reader.query(list_all, {}, [](const Row& row) { return Record{std::string(row.text(0)), std::string(row.text(1))}; });
}

bool ContentStore::fill(db::Transaction& tx, const std::vector<Record>& records, base::Instant now) const {
    if (tx.execute(next_generation, {0}) == 0) return false;
    for (const auto& record : records) store(tx, record, "added", now);
    return true;
}

ImportPlan ContentStore::plan_import(db::Reader& reader, const std::vector<Record>& files, const std::optional<Exported>& exported) const {
    ImportPlan plan;
    plan.generation = generation(reader);
    AllSides sides;
    for (const auto& record : all(reader)) sides[record.path].stored = content_hash(record.source);
    for (const auto& file : files) {
        sides[file.path].filed = content_hash(file.source);
        sides[file.path].file = &file;
    }
    if (exported)
        for (const auto& [path, hash] : *exported) sides[path].exported = hash;
    for (const auto& [path, at] : sides) decide(plan, path, at, exported.has_value());
    plan.exported_after = exported_after(plan, sides);
    return plan;
}

base::Result<std::int64_t, ApplyRefusal> ContentStore::apply(db::Transaction& tx, const ImportPlan& plan, base::Instant now) const {
    if (!plan.conflicts.empty()) return base::refused(ApplyRefusal::has_conflicts);
    if (!plan.changes_something()) return plan.generation;
    // Also locks the row, so that two imports at once cannot both think they were first.
    if (plan.generation == 0 || tx.execute(next_generation, {plan.generation}) == 0) return base::refused(ApplyRefusal::content_changed_meanwhile);
    for (const auto& record : plan.added) store(tx, record, "added", now);
    for (const auto& record : plan.changed) store(tx, record, "changed", now);
    for (const auto& path : plan.removed) remove_record(tx, path, now);
    return plan.generation + 1;
}
}

#include "platform/pack/editor.hpp"

namespace pack {
namespace {
using db::Row;
using db::Sql;
constexpr Sql find_source{"content.source", "SELECT source FROM content_record WHERE path = ?1"};
constexpr Sql list_versions{"content.versions", "SELECT version, source, changed_at FROM content_version WHERE path = ?1 ORDER BY version DESC"};

Problems only_faults(Problems problems) {
    std::erase_if(problems, [](const Problem& p) { return p.grade != Grade::fault; });
    return problems;
}

// Puts the record where its path belongs, or takes it away when it has no text. Gives what stood there.
std::string put(std::vector<Record>& records, const Record& record) {
    const auto place = std::lower_bound(records.begin(), records.end(), record.path, [](const Record& r, const std::string& path) { return r.path < path; });
    const bool there = place != records.end() && place->path == record.path;
    const std::string before = there ? place->source : std::string();
    if (there && record.source.empty()) records.erase(place);
    else if (there) place->source = record.source;
    else if (!record.source.empty()) records.insert(place, record);
    return before;
}

struct Look {
    std::vector<Record> records;
    ImportPlan plan;
};
// The content as it would be; nothing when a record is no longer what was seen.
std::optional<Look> looked(db::Reader& reader, const std::vector<Editor::Change>& changes) {
    Look out{ContentStore{}.all(reader), {}};
    out.plan.generation = ContentStore{}.generation(reader);
    for (const auto& [record, seen] : changes) {
        const auto before = put(out.records, record);
        if (content_hash(before) != seen) return std::nullopt;
        if (before == record.source) continue;
        if (record.source.empty()) out.plan.removed.push_back(record.path);
        else (before.empty() ? out.plan.added : out.plan.changed).push_back(record);
    }
    return out;
}
}

Editor::Editor(db::Database& database, Check check, std::function<void()> stored) : database_(database), check_(std::move(check)), stored_(std::move(stored)) {}

std::string Editor::source(db::Reader& reader, std::string_view path) const {
    return reader.optional_one(find_source, {path}, [](const Row& row) { return std::string(row.text(0)); }).value_or("");
}

std::vector<Version> Editor::versions(db::Reader& reader, std::string_view path) const {
    return reader.query(list_versions, {path}, [](const Row& row) {
        const auto text = row.optional_text(1);
        return Version{row.integer(0), std::string(text.value_or("")), !text, {row.integer(2)}};
    });
}

std::vector<Record> Editor::with(db::Reader& reader, const Record& record) const {
    auto records = ContentStore{}.all(reader);
    put(records, record);
    return records;
}

base::Result<std::int64_t, Editor::Refusal> Editor::save(const Record& record, std::string_view seen, base::Instant now, const std::function<void(db::Transaction&)>& also) const {
    return save(std::vector{Change{record, std::string(seen)}}, now, also);
}

base::Result<std::int64_t, Editor::Refusal> Editor::save(const std::vector<Change>& changes, base::Instant now, const std::function<void(db::Transaction&)>& also) const {
    const auto look = database_.read([&](db::Reader& reader) { return looked(reader, changes); });
    if (!look) return base::refused(Refusal{.meanwhile = true});
    const auto& [records, plan] = *look;
    if (!plan.changes_something()) return plan.generation;
    if (auto faults = only_faults(check_(records)); !faults.empty()) return base::refused(Refusal{.faults = std::move(faults)});
    // Another change between the look and here is refused by the generation.
    const auto stored = database_.write([&](db::Transaction& tx) {
        auto applied = ContentStore{}.apply(tx, plan, now);
        if (applied) also(tx);
        return applied;
    });
    if (!stored) return base::refused(Refusal{.meanwhile = true});
    stored_();
    return *stored;
}

Editor::Refusal Editor::tried(const std::vector<Change>& changes) const {
    const auto look = database_.read([&](db::Reader& reader) { return looked(reader, changes); });
    if (!look) return {.meanwhile = true};
    return {.faults = only_faults(check_(look->records))};
}
}

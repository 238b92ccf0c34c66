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
    const auto place = std::lower_bound(records.begin(), records.end(), record.path, [](const Record& r, const std::string& path) { return r.path < path; });
    if (place != records.end() && place->path == record.path) place->source = record.source;
    else records.insert(place, record);
    return records;
}

base::Result<std::int64_t, Editor::Refusal> Editor::save(const Record& record, std::string_view seen, base::Instant now, const std::function<void(db::Transaction&)>& also) const {
    auto [records, generation, before] = database_.read([&](db::Reader& reader) { return std::tuple(with(reader, record), ContentStore{}.generation(reader), source(reader, record.path)); });
    if (content_hash(before) != seen) return base::refused(Refusal{.meanwhile = true});
    if (before == record.source) return generation;
    if (auto faults = only_faults(check_(records)); !faults.empty()) return base::refused(Refusal{.faults = std::move(faults)});
    ImportPlan plan;
    plan.generation = generation;
    (before.empty() ? plan.added : plan.changed).push_back(record);
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
}

#include "features/guideline/promise.hpp"
#include "features/guideline/revising.hpp"
#include "features/guideline/store.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"

namespace guideline {
namespace {
using Changes = std::vector<pack::Editor::Change>;

struct Waiting {
    int number;
    Guideline before;   // the text until now
    Changes changes;
};
pack::Editor::Change change(db::Reader& reader, const pack::Editor& editor, std::string_view path, std::string source) {
    return {{std::string(path), std::move(source)}, pack::content_hash(editor.source(reader, path))};
}
// As it stands when the version changes nothing of it.
std::string promises_left(const std::string& source, const Guideline& before, const Guideline& after) {
    pack::Problems ignored;   // what stands in the database has been checked
    const auto promises = parse_promises(source, ignored);
    const auto left = brought_over(promises, before, after);
    return left == promises ? source : written(left);
}
std::optional<Waiting> waiting(db::Reader& reader, const pack::Editor& editor, base::Instant now) {
    const auto version = store::due(reader, calendar::day(now));
    if (!version) return std::nullopt;
    pack::Problems ignored;   // the editor checks it with everything else
    const auto g = parse(version->source, {}, ignored);
    auto before = parse(editor.source(reader, statements_path), {}, ignored);
    const auto promises = editor.source(reader, promises_path);
    Changes changes{change(reader, editor, statements_path, version->source), change(reader, editor, source_path, plain(g)), change(reader, editor, promises_path, promises_left(promises, before, g))};
    return Waiting{version->number, std::move(before), std::move(changes)};
}
std::optional<Waiting> waiting(db::Database& database, const pack::Editor& editor, base::Instant now) {
    return database.read([&](db::Reader& reader) { return waiting(reader, editor, now); });
}
// No person does it: the day has come.
void marked(db::Transaction& tx, const Waiting& next, base::Instant now) {
    for (const auto* s : promises_in(next.before)) store::keep_words(tx, s->id, s->text);
    store::set_in_force(tx, next.number, now);
    audit::record(tx, rights::Actor::at_the_terminal(), now, {.act = audit::Act::write, .kind = "guideline.version", .object = "version-" + std::to_string(next.number), .reason = "in_force"});
}
}

std::string newest_text(db::Reader& reader, const pack::Editor& editor) {
    const auto all = store::versions(reader);
    return all.empty() || all.front().in_force_at ? editor.source(reader, statements_path) : all.front().source;
}

bool bring_into_force(db::Database& database, const pack::Editor& editor, base::Instant now) {
    const auto next = waiting(database, editor, now);
    if (!next) return false;
    bool stored = false;
    const auto saved = editor.save(next->changes, now, [&](db::Transaction& tx) { marked(tx, *next, now), stored = true; });
    if (!saved) return false;
    if (!stored) database.write([&](db::Transaction& tx) { marked(tx, *next, now); });   // the content said so already
    return true;
}

std::optional<pack::Editor::Refusal> hindered(db::Database& database, const pack::Editor& editor, base::Instant now) {
    const auto next = waiting(database, editor, now);
    return next ? std::optional(editor.tried(next->changes)) : std::nullopt;
}
}

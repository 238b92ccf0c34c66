#include "features/settings/answers.hpp"
#include "base/text.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"

namespace settings {
using web::Request;
using web::Response;

Response History::versions(const Request& request) const {
    const auto& g = keeping_.ground();
    const auto shown = g.source();
    const auto listed = g.database.read([&](db::Reader& reader) {
        std::vector<Listed> out;
        for (const auto& file : setting_files())
            for (auto& version : g.editor.versions(reader, file)) out.push_back({file, std::move(version)});
        return out;
    });
    return versions_page({request, *shown->frame}, listed);
}

// The version asked for, beside the one before it, or beside what stands now (?med=nu).
std::optional<Compared> History::asked(const Request& request) const {
    const auto& g = keeping_.ground();
    const auto file = file_named(request.param("post"));
    if (!file) return std::nullopt;
    const auto [all, now] = g.database.read([&](db::Reader& reader) { return std::pair(g.editor.versions(reader, *file), g.editor.source(reader, *file)); });
    const auto found = std::find_if(all.begin(), all.end(), [&](const pack::Version& v) { return std::to_string(v.number) == request.param("nummer"); });
    if (found == all.end()) return std::nullopt;
    Compared out{*file, *found, all.front().number, "", "", found->source, pack::content_hash(now)};
    const bool with_now = request.asked("med") == "nu";
    out.with = with_now ? "nu" : "";
    if (with_now) out.before = found->source, out.after = now;
    else if (std::next(found) != all.end()) out.before = std::next(found)->source;
    return out;
}
Response History::compared(const Request& request, const Compared& compared, const page::FieldErrors& errors) const {
    const auto shown = keeping_.ground().source();
    return version_page({request, *shown->frame}, compared, errors);
}
Response History::version(const Request& request) const {
    const auto found = asked(request);
    return found ? compared(request, *found, {}) : Response::not_found();
}
Response History::restore(const Request& request) const {
    const auto found = asked(request);
    if (!found) return Response::not_found();
    const auto shown = keeping_.ground().source();
    const page::Visit visit(request, *shown->frame);
    const auto stored = keeping_.save(request, {{{found->file, found->version.source}, std::string(request.field("seen"))}}, found->file);
    if (stored) return after(request, std::string(home) + "/versioner?klart=tillbaka");
    page::FieldErrors errors;
    explain(visit, stored.refusal(), "", errors);
    return compared(request, *found, errors);
}

std::vector<pack::Record> History::records() const {
    std::vector<pack::Record> out;
    for (const auto& file : setting_files()) out.push_back({file, keeping_.source(file)});
    return out;
}

Response History::exported(const Request& request) const {
    const auto& g = keeping_.ground();
    const auto now = g.clock.now();
    const auto all = records();
    g.database.write([&](db::Transaction& tx) { audit::record(tx, *request.actor, now, {.act = audit::Act::exported, .kind = "setting", .object = "export"}); });
    return Response::file(bundle(all, calendar::day(now)), "text/plain; charset=utf-8", "lotsen-installningar-" + calendar::day(now) + ".txt");
}

namespace {
std::string hash_of(const std::vector<Planned>& planned) {
    std::string all;
    for (const auto& one : planned) all += one.file + "\n" + one.now + "\n";
    return pack::content_hash(all);
}
std::vector<pack::Editor::Change> changes_of(const std::vector<Planned>& planned) {
    std::vector<pack::Editor::Change> out;
    for (const auto& one : planned)
        if (one.fate == Fate::changed || one.fate == Fate::added) out.push_back({{one.file, one.next}, pack::content_hash(one.now)});
    return out;
}
std::string pasted(const Request& request) { return base::replaced(request.field("text"), "\r\n", "\n"); }
}

Response History::empty_import(const Request& request) const {
    const auto shown = keeping_.ground().source();
    return import_page({request, *shown->frame}, {}, {});
}
Response History::planned(const Request& request, bool meanwhile, page::FieldErrors errors) const {
    const auto& g = keeping_.ground();
    const auto shown = g.source();
    const page::Visit visit(request, *shown->frame);
    Import import{.text = pasted(request), .meanwhile = meanwhile};
    auto made = plan(import.text, records());
    if (const auto* why = std::get_if<NoBundle>(&made)) errors.add("text", visit.t(words(*why)));
    else {
        import.planned = std::get<std::vector<Planned>>(std::move(made));
        import.seen = hash_of(import.planned);
        import.faults = g.editor.tried(changes_of(import.planned)).faults;
    }
    return import_page(visit, import, errors);
}
Response History::try_import(const Request& request) const { return planned(request, false, {}); }

// What was looked at is what is taken in: if anything else stands now, the plan is shown anew.
Response History::save_import(const Request& request) const {
    const auto made = plan(pasted(request), records());
    const auto* found = std::get_if<std::vector<Planned>>(&made);
    if (!found || hash_of(*found) != request.field("seen")) return planned(request, found != nullptr, {});
    const auto stored = keeping_.save(request, changes_of(*found), "import");
    return stored ? after(request, std::string(home) + "?klart=inlast") : planned(request, stored.refusal().meanwhile, {});
}
}

#include "app/commands.hpp"
#include "app/site_server.hpp"
#include "features/directory/store.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/pack/stamp.hpp"
#include "platform/pack/store.hpp"
#include <fstream>
#include <iostream>

namespace app {
namespace {
using pack::Grade;

std::string_view word(Grade grade) {
    switch (grade) {
        case Grade::fault: return "fel";
        case Grade::to_fill_in: return "att fylla i";
        case Grade::stale: return "att se över";
        case Grade::advice: return "råd";
    }
    throw base::Bug("a grade without a word");
}

std::pair<std::shared_ptr<const site::Content>, pack::Problems> checked(const std::vector<pack::Record>& records) {
    pack::Problems problems;
    auto content = site::read_content(records, problems);
    site::check_texts(*content, calendar::day(base::SystemClock{}.now()), problems);
    std::stable_sort(problems.begin(), problems.end(), [](const auto& a, const auto& b) { return std::tie(a.grade, a.file, a.line) < std::tie(b.grade, b.file, b.line); });
    return {std::move(content), std::move(problems)};
}

std::size_t count(const pack::Problems& problems, Grade grade) {
    return static_cast<std::size_t>(std::count_if(problems.begin(), problems.end(), [&](const auto& p) { return p.grade == grade; }));
}

void print(const pack::Problems& problems, bool only_faults) {
    for (const auto& p : problems)
        if (!only_faults || p.grade == Grade::fault) std::cout << p.file << ":" << p.line << ": " << word(p.grade) << ": " << p.reason << " " << p.remedy << "\n";
}

void print_plan(const pack::ImportPlan& plan) {
    for (const auto& r : plan.added) std::cout << "  + " << r.path << "\n";
    for (const auto& r : plan.changed) std::cout << "  ~ " << r.path << "\n";
    for (const auto& path : plan.removed) std::cout << "  - " << path << "\n";
    for (const auto& path : plan.kept) std::cout << "  = " << path << " (changed in the database; kept)\n";
    for (const auto& c : plan.conflicts) std::cout << "  ! " << c.path << ": " << c.reason << "\n";
    std::cout << plan.added.size() << " new, " << plan.changed.size() << " changed, " << plan.removed.size() << " removed, " << plan.unchanged.size() << " unchanged, " << plan.kept.size() << " kept, "
              << plan.conflicts.size() << " conflicts\n";
}

// The records as they would be after the plan.
std::vector<pack::Record> after(std::vector<pack::Record> records, const pack::ImportPlan& plan) {
    std::map<std::string, std::string> files;
    for (auto& r : records) files[r.path] = std::move(r.source);
    for (const auto& path : plan.removed) files.erase(path);
    for (const auto* list : {&plan.added, &plan.changed})
        for (const auto& r : *list) files[r.path] = r.source;
    std::vector<pack::Record> out;
    for (auto& [path, source] : files) out.push_back({path, std::move(source)});
    return out;
}
}

int check_content(const std::filesystem::path& folder, bool only_faults) {
    const auto [content, problems] = checked(pack::read_folder(folder));
    print(problems, only_faults);
    const auto faults = count(problems, Grade::fault);
    std::cout << faults << " fel, " << count(problems, Grade::to_fill_in) << " att fylla i, " << count(problems, Grade::stale) << " att se över, " << count(problems, Grade::advice) << " råd ("
              << content->catalogue->offers().size() << " stöd, " << content->library->articles().size() << " sidor, " << content->workplaces.size() << " arbetsplatser)\n";
    return faults == 0 ? 0 : 1;
}

int stamp_translations(const std::filesystem::path& folder) {
    const auto records = pack::read_folder(folder);
    const auto [content, problems] = checked(records);
    std::size_t changed = 0;
    for (const auto& [path, stamp] : site::translation_stamps(*content, records)) {
        const auto record = std::find_if(records.begin(), records.end(), [&, &wanted = path](const auto& r) { return r.path == wanted; });
        const auto begin = record->source.find("translates = \""), end = record->source.find('"', begin + 14);
        if (begin == std::string::npos || record->source.substr(begin + 14, end - begin - 14) == stamp) continue;
        auto text = record->source;
        text.replace(begin + 14, end - begin - 14, stamp);
        std::ofstream(folder / path, std::ios::binary) << text;
        ++changed;
    }
    std::cout << changed << " translations marked as following the Swedish text of today\n";
    return 0;
}

int import_content(const Where& where, const std::filesystem::path& folder, bool dry_run) {
    const base::SystemClock clock;
    const auto database = open_database(where.address(), clock);
    const auto files = pack::read_folder(folder);
    const pack::ContentStore store;
    // What another database exported says nothing of an empty one: everything is new there.
    const auto exported = [&](db::Reader& reader) { return store.empty(reader) ? std::nullopt : pack::read_exported(folder); };
    const auto [plan, records] = database->read([&](db::Reader& reader) { return std::pair(store.plan_import(reader, files, exported(reader)), store.all(reader)); });
    print_plan(plan);
    if (!plan.conflicts.empty()) throw Refusal("nothing is imported while there are conflicts: export to a new folder, make the change there, and import that");
    const auto [content, problems] = checked(after(records, plan));
    if (count(problems, Grade::fault) > 0) {
        print(problems, true);
        throw Refusal("nothing is imported: the content would have faults");
    }
    if (dry_run || !plan.changes_something()) return 0;
    if (records.empty()) fill(*database, files, clock.now());
    else database->write([&, &made = plan, &read = content](db::Transaction& tx) {
        const auto generation = store.apply(tx, made, clock.now());
        if (!generation) throw Refusal("somebody changed the content meanwhile: run the command again");
        directory::OfferBodies{}.replace(tx, *read->catalogue, *generation);
    });
    pack::write_exported(folder, plan.exported_after);
    std::cout << "imported\n";
    return 0;
}

int export_content(const Where& where, const std::filesystem::path& folder) {
    const auto database = open_database(where.address(), base::SystemClock{});
    const auto records = database->read([](db::Reader& reader) { return pack::ContentStore{}.all(reader); });
    if (records.empty()) throw Refusal("the database has no content to export");
    pack::write_folder(folder, records);
    std::cout << records.size() << " files written to " << folder.string() << "\n";
    return 0;
}
}

#pragma once
#include "base/instant.hpp"
#include "base/result.hpp"
#include "platform/db/database.hpp"
#include "platform/pack/folder.hpp"
// The stored content: the truth of what the site says (docs/pack.md). A record is one file of the pack, byte for byte.
namespace pack {

// What an import would do, each path in one list. Each record of the folder is compared with its hash at export and with the database:
//   file unchanged since export, record too            → unchanged
//   file changed, record not                           → changed     (file removed → removed)
//   record changed (or removed), file not              → kept        (the database's own change stays)
//   both changed, in different ways                    → conflict
//   new in the folder                                  → added;  new in the database → kept
// A folder without .exported says nothing about what its editor saw, so there: equal → unchanged, new → added, different → conflict,
// absent from the folder → kept. There is no way to force: export to a new folder, make the change there, import that.
struct ImportPlan {
    struct Conflict {
        std::string path, reason;
    };
    std::vector<Record> added, changed;
    std::vector<std::string> removed, unchanged, kept;
    std::vector<Conflict> conflicts;
    std::int64_t generation = 0;  // of the content it was compared with
    // What to write into .exported after the plan has been applied, so that the folder can be edited and imported again.
    Exported exported_after;
    bool changes_something() const { return !added.empty() || !changed.empty() || !removed.empty(); }
};

enum class ApplyRefusal { has_conflicts, content_changed_meanwhile };

class ContentStore {
public:
    // True until the first fill; a database whose records were all removed is not empty.
    bool empty(db::Reader&) const;
    // 0 when empty; grows by one with every fill or applied import. Another value than before: read everything again.
    std::int64_t generation(db::Reader&) const;
    // Sorted by path.
    std::vector<Record> all(db::Reader&) const;

    // Fills an empty database. False, with nothing stored, when it is not empty.
    [[nodiscard]] bool fill(db::Transaction&, const std::vector<Record>&, base::Instant now) const;
    ImportPlan plan_import(db::Reader&, const std::vector<Record>& files, const std::optional<Exported>&) const;
    // Stores the whole plan, or refuses: a plan with conflicts, or content that changed after the plan was made. Returns the new generation.
    base::Result<std::int64_t, ApplyRefusal> apply(db::Transaction&, const ImportPlan&, base::Instant now) const;
};
}

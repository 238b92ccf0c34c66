#pragma once
#include "features/guideline/revision.hpp"
#include "platform/db/database.hpp"
#include "platform/rights/actor.hpp"
// All SQL of revisions and versions. No person but in guideline_read, where an account says which version it has read.
namespace guideline {

struct Draft {
    DraftId id;
    std::string title;
    Stage stage = Stage::writing;
    base::Instant opened_at;
};
struct Step {
    Stage stage;                   // where it came to
    bool back = false;
    std::string day, words;        // of the meeting or the decision; what was said
    std::string closes;            // of one out for consultation: the last day to say something
    rights::Role role;
    base::Instant at;
};
// When people were last asked; null: never. Points into the steps.
const Step* last_asked(const std::vector<Step>&);
// What ended it otherwise than was said: before the last day had passed, taken back, or withdrawn; null: nothing did.
const Step* ended_otherwise(const std::vector<Step>&);
// Frozen as it was decided. Of the first one nobody knows a draft, and perhaps no day.
struct Version {
    int number;
    std::string source, valid_from;
    std::optional<DraftId> draft;
    base::Instant made_at;
    std::optional<base::Instant> in_force_at;
};

namespace store {
std::vector<Draft> drafts(db::Reader&);                                          // newest first
std::optional<Draft> find_draft(db::Reader&, const DraftId&);
void add(db::Transaction&, const Draft&);
// Whoever changes a draft, moves it or decides does so alone until the transaction ends: it comes before anything is read. (PostgreSQL; SQLite
// writes one at a time.) The oldest draft's row is the lock, as drafts are never deleted.
void one_at_a_time(db::Transaction&);
// False when it is no longer where it was.
bool move(db::Transaction&, const DraftId&, Stage from, Stage to);

std::vector<Change> changes(db::Reader&, const DraftId&);                        // in the order they were proposed
void put(db::Transaction&, const DraftId&, const Change&);                       // a second one of the same statement takes the place of the first
bool drop(db::Transaction&, const DraftId&, std::string_view statement);
// The draft on its way, other than this one, that changes the statement.
std::optional<DraftId> other_draft_of(db::Reader&, std::string_view statement, const DraftId&);
std::vector<std::string> ever_changed(db::Reader&);                              // every statement of every draft, once

std::vector<Step> steps(db::Reader&, const DraftId&);                            // oldest first
void add(db::Transaction&, const DraftId&, const Step&);

std::vector<std::pair<std::string, std::string>> ticks(db::Reader&, const DraftId&);   // statement and what is linked to it
void tick(db::Transaction&, const DraftId&, std::string_view statement, std::string_view linked, rights::Role, base::Instant now);
void untick(db::Transaction&, const DraftId&, std::string_view statement, std::string_view linked);

std::vector<Version> versions(db::Reader&);                                      // newest first; none before the first revision is decided
std::optional<Version> find_version(db::Reader&, int number);
void add(db::Transaction&, const Version&);
// The newest that should be in force by that day and is not.
std::optional<Version> due(db::Reader&, std::string_view day);
void set_in_force(db::Transaction&, int number, base::Instant now);              // and every older one
// Each decided version as it stands now, beside the fingerprint of what was decided, from the log's line (empty: the log has none any more).
struct Fingerprint {
    int number;
    std::string source, logged;
    bool changed() const;
};
std::vector<Fingerprint> fingerprints(db::Reader&);
int in_force(db::Reader&);                                                       // 1 before the first revision

std::optional<int> read_by(db::Reader&, const rights::AccountId&);
void set_read(db::Transaction&, const rights::AccountId&, int version);
std::vector<rights::AccountId> who_have_read(db::Reader&, int version);          // that one or a newer
}
}

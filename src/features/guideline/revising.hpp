#pragma once
#include "base/result.hpp"
#include "features/guideline/store_revision.hpp"
#include "platform/calendar/date.hpp"
#include "platform/pack/editor.hpp"
#include <functional>
// What the staff do with a revision: one verb a file. Each writes its line in the access log.
namespace guideline {

inline constexpr rights::Roles revisers{rights::Role::consultant, rights::Role::director};                               // UP4
inline constexpr rights::Roles deciding{rights::Role::consultant, rights::Role::director, rights::Role::registrar};      // who enters what the board has decided

enum class RevisionRefusal {
    not_yours,
    unknown,               // no such draft or statement: say 404
    elsewhere,             // the draft is not, or no longer, where this may be done
    in_another_draft,      // another draft on its way changes the same statement
    nothing_proposed,
    too_early,             // in force before the version before it
    lost,                  // it changes a statement that the guideline no longer has
    meanwhile,             // somebody else has changed the proposal since the form was shown
};

base::Result<DraftId, RevisionRefusal> open_draft(db::Transaction&, const rights::Actor&, base::Instant now, const DraftId&, const std::string& title);
// What the proposal of a statement was when a form was shown: goes with the form and comes back with it. "" when nothing was proposed.
std::string seen_proposal(const Change* stored);
// Only while it is written: what others are asked about stays as it was when they were asked. `seen`: another's newer proposal is never put
// back, nor taken out, by somebody who has not seen it. Two who add at the same moment add two statements; the same one sent twice is one.
base::Result<DraftId, RevisionRefusal> propose(db::Transaction&, const rights::Actor&, base::Instant now, const DraftId&, Change, std::string_view seen);
base::Result<DraftId, RevisionRefusal> take_back_proposal(db::Transaction&, const rights::Actor&, base::Instant now, const DraftId&, std::string_view statement, std::string_view seen);

// A step: to the next place, back to the one before, or withdrawn. `from` is where the form was shown.
struct Move {
    DraftId draft;
    Stage from, to;
    calendar::Date day;
    std::string words;                       // why, of a step back and of a withdrawal
    std::optional<calendar::Date> closes = {};
};
base::Result<DraftId, RevisionRefusal> move_draft(db::Transaction&, const rights::Actor&, base::Instant now, const Move&);

// Something linked to a changed statement has been seen to, or has not after all.
base::Result<DraftId, RevisionRefusal> tick(db::Transaction&, const rights::Actor&, base::Instant now, const DraftId&, std::string_view statement, std::string_view linked, bool done);

// What the board decided (M3).
struct Decision {
    DraftId draft;
    calendar::Date day, valid_from;
    std::optional<calendar::Date> next_review;
    std::string number, by, responsible;     // §; by, responsible: keys of roles in the guideline
};
// The guideline that a draft is a revision of (newest_text), with its record as it was written.
struct Newest {
    Guideline text;
    std::string source;
};
// The draft becomes a version, frozen; the line in the log has its SHA-256. The newest is read when nobody else can decide.
base::Result<int, RevisionRefusal> decide(db::Transaction&, const rights::Actor&, base::Instant now, const std::function<Newest(db::Reader&)>& read_newest, const Decision&);

// The text that a revision begins from: what is in force as content, or the newest version while its day has not come.
std::string newest_text(db::Reader&, const pack::Editor&);
// Puts the version whose day has come into the content, with what no longer has a statement taken out of promises.toml (ADR 0047). True when
// it did; nothing is done, and nothing lost, while the content as a whole would be faulty.
bool bring_into_force(db::Database&, const pack::Editor&, base::Instant now);
// Why the version whose day has come is not in force; nothing when none waits.
std::optional<pack::Editor::Refusal> hindered(db::Database&, const pack::Editor&, base::Instant now);

// The actor has read what has changed for her until that version.
base::Result<int, RevisionRefusal> confirm_read(db::Transaction&, const rights::Actor&, base::Instant now, int version);
}

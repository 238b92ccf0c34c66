#pragma once
#include "features/guideline/state.hpp"
#include "platform/calendar/date.hpp"
#include "platform/db/database.hpp"
// All SQL of the feature. Rows are about statements, operations and units; none is about a person.
namespace guideline {

using AnswerId = base::Id<struct AnswerKept>;
using SignedId = base::Id<struct SignedKept>;
using AnchoringId = base::Id<struct AnchoringKept>;

// One role signs for the whole, and UP3 lays it on the director: who signs declares which she is.
enum class Capacity { director, on_behalf };
inline constexpr std::array capacities{Capacity::director, Capacity::on_behalf};
std::string_view key(Capacity);
std::optional<Capacity> capacity_from(std::string_view key);
const char* words(Capacity);                // "Jag är socialdirektör"

// A year's statement as it was signed. Without an operation: the director's, of the whole.
struct Signed {
    SignedId id;
    std::optional<rights::OperationId> operation;
    int year;
    rights::Role role;
    base::Instant at;
    std::string code_day = {};              // left by whoever had the provider's code of that day; empty: signed in
    std::string named = {};                 // what the operation was called; empty: of the whole, or signed before names were kept
    std::optional<Capacity> as = {};        // of the whole
};
struct SignedLine {
    std::string statement, words;
    std::optional<State> state;             // nobody has said
    std::string reason, shown_by;
    bool operator==(const SignedLine&) const = default;
};

enum class Level { management, workplace };
// The carer perspective taken up at a meeting. A workplace meeting is a unit's.
struct Anchoring {
    AnchoringId id;
    std::optional<rights::UnitId> unit;
    calendar::Date day;
    std::string decision, next_step, link;
    rights::Role role;
    base::Instant made_at;
    Level level() const { return unit ? Level::workplace : Level::management; }
};

namespace store {
std::vector<Answer> answers(db::Reader&, base::Instant until);                            // oldest first, without what was struck out
std::vector<Answer> answers_of(db::Reader&, std::string_view statement);                  // newest first
void add(db::Transaction&, const AnswerId&, const Answer&);
// Whoever answers does so alone until the transaction ends: it comes before anything is read. (PostgreSQL; SQLite writes one at a time.) The
// oldest answer's row is the lock.
void one_answer_at_a_time(db::Transaction&);
// What was said of the statement before texts were kept was said of these words.
void keep_words(db::Transaction&, std::string_view statement, std::string_view words);

// Said or left by a code since then: of one day, the newest counts and the others go.
void forget_by_code(db::Transaction&, std::string_view statement, const rights::OperationId&, base::Instant since);
void forget_signed_by_code(db::Transaction&, const rights::OperationId&, base::Instant since);
// False when there is no such answer by a code. Its reason is gone, and why stands in its place.
bool strike(db::Transaction&, std::string_view statement, const rights::OperationId&, base::Instant said_at, std::string_view why, base::Instant now);

void add(db::Transaction&, const Signed&, const std::vector<SignedLine>&);
std::vector<Signed> all_signed(db::Reader&);                                              // newest first
std::vector<Signed> signed_of(db::Reader&, const std::optional<rights::OperationId>&, int year);   // its editions, newest first
std::optional<Signed> find_signed(db::Reader&, const SignedId&);
std::vector<SignedLine> lines(db::Reader&, const SignedId&);

std::vector<Anchoring> anchorings(db::Reader&);                                           // newest first, without those taken back
void add(db::Transaction&, const Anchoring&);
bool take_back(db::Transaction&, const AnchoringId&, base::Instant now);
}
}

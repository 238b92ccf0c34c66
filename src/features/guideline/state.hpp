#pragma once
#include "base/instant.hpp"
#include "features/guideline/public.hpp"
#include "platform/rights/actor.hpp"
#include <map>
// What people have said of the statements, and what follows for the whole. Pure: rows come from the store.
namespace guideline {

// unknown is an answer too ("vi vet inte"); where nobody has answered there is none.
enum class State { met, partly, not_met, unknown, not_ours };   // not_ours: of one operation alone, always with a reason; never a whole's
inline constexpr std::array states{State::met, State::partly, State::not_met, State::unknown};             // what a whole can be
inline constexpr std::array sayings{State::met, State::partly, State::not_met, State::unknown, State::not_ours};
std::string_view key(State);                          // "not_met": as it is stored and sent
std::optional<State> state_from(std::string_view key);
const char* words(State);                             // the Swedish words to translate: "Inte uppfyllt"

// What was said once. Without an operation: of the whole municipality.
struct Answer {
    std::string statement;
    std::optional<rights::OperationId> operation;
    State state;
    std::string reason;
    rights::Role role;
    base::Instant at;
    std::string code_day = {};      // said by whoever had the provider's code of that day; empty: signed in
    std::optional<base::Instant> struck_at = {};   // wrong, and taken out; then reason is gone
    std::string struck_why = {};
    std::string words = {};   // the statement's text it was given for; empty: said before texts were kept
    bool operator==(const Answer&) const = default;
};

// Whether it was said of other words than the statement has: then it says nothing of the promise as it reads.
bool of_older_words(const Answer&, const Statement&);

// How everything stood at a moment: the last answer of each statement and operation.
class Answers {
    std::map<std::pair<std::string, std::string>, Answer> last_;

public:
    // `oldest_first`: as the store gives them. What was said after `until` is left out.
    Answers(const std::vector<Answer>& oldest_first, base::Instant until);
    Answers() = default;
    const Answer* of(std::string_view statement, const std::optional<rights::OperationId>&) const;
};

// An operation as this feature sees it: who shall answer for it.
struct Operation {
    rights::OperationId id;
    std::string name;
    bool private_provider = false;
};

// An operation that says that the statement does not concern it.
struct NotOurs {
    const Operation* operation;
    const Answer* answer;
};
// A statement's state as a whole, and how many have answered of those who shall: those it does not concern are counted apart.
struct Tally {
    State state = State::unknown;
    std::size_t answered = 0, of = 1;
    std::array<std::size_t, states.size()> each{};
    base::Instant last = {};            // of the newest answer; 0 without any
    std::vector<const Operation*> missing = {};
    std::vector<NotOurs> not_ours = {};
    std::vector<const Answer*> older = {};   // of former words: counted as not answered, and told
};
// Of an each_operation duty: met or not met only when every operation has answered so; partly when all have answered and they differ; unknown
// as long as one has not answered or does not know.
Tally tally(const Answers&, const Guideline&, const Statement&, const std::vector<Operation>&);

// Whether the actor answers for that statement: the head for her own operations, the director for what is said once, the consultant for what
// the guideline lays on her.
bool may_answer(const rights::Actor&, const Guideline&, const Statement&, const std::optional<rights::OperationId>&);
// The operations the actor is head of, in the order given.
std::vector<Operation> own(const rights::Actor&, const std::vector<Operation>&);
}

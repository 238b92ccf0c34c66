#pragma once
#include "features/activities/after/outcome.hpp"
#include "features/activities/run/running.hpp"
// How answers come in: by a code that is shown in the room, or as a bundle of papers that the staff adds up. Neither knows whose answer it is:
// nothing of a person, a sign-up or an occasion is asked for or kept, and no line is written of who answered.
namespace activities {

// Eight characters that follow from the occasion, so that they can be shown again; only their hash is kept.
std::string answer_code(const vault::Vault&, const SessionId&);
// However it is typed; nothing unless it is written as one is.
std::optional<std::string> answer_hash(const vault::Vault&, std::string_view typed);

// What is asked there.
struct Asking {
    Answering where;
    Activity activity;
    Session session;
    Questions questions;
};
// Nothing when no answers come in there, or not any more.
std::optional<Asking> asking_by(db::Reader&, std::string_view code_hash, base::Instant now);

// Opens it until three days after the occasion, to as many as have a place or were counted. `code_hash`: of answer_code.
Answer open_answering(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const SessionId&, std::string_view code_hash);
Answer close_answering(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const SessionId&);

// One answer: each question may be left out.
struct Given {
    std::optional<Load> body = {}, mind = {};
    std::vector<std::pair<std::string, Reply>> survey = {};   // q1 …
    bool none() const { return !body && !mind && survey.empty(); }
    std::size_t answers() const { return (body ? 1u : 0u) + (mind ? 1u : 0u) + survey.size(); }
};
enum class AnswerRefusal { closed, full, nothing };
// The mark of the form that was sent: the same form counts once, also when it is sent at once to two programs. It says nothing of who sent it.
std::string form_answered(const vault::Vault&, std::string_view opened);
// False: the form has answered before. `drawn`: a number for each answer.
base::Result<bool, AnswerRefusal> keep_answer(db::Transaction&, std::string_view code_hash, std::string_view form_hash, base::Instant now, const Given&, const std::vector<facts::Drawn>& drawn);

// The papers of one occasion, added up: how many said what. Whoever added wrong takes the same numbers away.
struct Bundle {
    SessionId session;
    std::vector<std::pair<std::pair<Part, Load>, int>> loads = {};
    std::vector<std::pair<std::pair<std::string, Reply>, int>> survey = {};
    bool take_away = false;
};
inline constexpr int most_of_one = 200;
Answer add_bundle(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Bundle&, const std::vector<facts::Drawn>& drawn);
}

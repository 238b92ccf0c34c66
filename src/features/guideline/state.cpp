#include "features/guideline/state.hpp"
#include "platform/i18n/language.hpp"

namespace guideline {
namespace {
constexpr std::array<std::string_view, sayings.size()> keys{"met", "partly", "not_met", "unknown", "not_ours"};

std::string place(const std::optional<rights::OperationId>& operation) { return operation ? std::string(operation->text()) : std::string(); }

void count(Tally& t, const Answer& a) {
    ++t.answered, ++t.each[static_cast<std::size_t>(a.state)];
    t.last = std::max(t.last, a.at);
}
// False when nobody has answered of the words as they are.
bool said(Tally& t, const Answer* a, const Statement& s, const Operation* by = nullptr) {
    if (!a) return false;
    if (of_older_words(*a, s)) return t.older.push_back(a), false;
    if (a->state == State::not_ours) return --t.of, t.not_ours.push_back({by, a}), t.last = std::max(t.last, a->at), true;
    return count(t, *a), true;
}
State whole(const Tally& t) {
    const auto of = [&](State s) { return t.each[static_cast<std::size_t>(s)]; };
    if (t.of == 0 || t.answered < t.of || of(State::unknown) > 0) return State::unknown;
    for (const auto s : {State::met, State::not_met})
        if (of(s) == t.of) return s;
    return State::partly;
}
}

std::string_view key(State s) { return keys[static_cast<std::size_t>(s)]; }
std::optional<State> state_from(std::string_view key) {
    for (const auto s : sayings)
        if (guideline::key(s) == key) return s;
    return std::nullopt;
}
const char* words(State s) {
    switch (s) {
        case State::met: return i18n::key("Uppfyllt");
        case State::partly: return i18n::key("Delvis");
        case State::not_met: return i18n::key("Inte uppfyllt");
        case State::unknown: return i18n::key("Vet inte");
        case State::not_ours: return i18n::key("Gäller inte oss");
    }
    throw base::Bug("a state without words");
}

bool of_older_words(const Answer& a, const Statement& s) { return !a.words.empty() && a.words != s.text; }

Answers::Answers(const std::vector<Answer>& oldest_first, base::Instant until) {
    for (const auto& a : oldest_first)
        if (a.at <= until) last_.insert_or_assign({a.statement, place(a.operation)}, a);
}
const Answer* Answers::of(std::string_view statement, const std::optional<rights::OperationId>& operation) const {
    const auto found = last_.find({std::string(statement), place(operation)});
    return found == last_.end() ? nullptr : &found->second;
}

Tally tally(const Answers& answers, const Guideline& g, const Statement& s, const std::vector<Operation>& operations) {
    Tally t;
    if (g.duty(s) == Duty::each_operation) {
        t.of = operations.size();
        for (const auto& operation : operations)
            if (!said(t, answers.of(s.id, operation.id), s, &operation)) t.missing.push_back(&operation);
    } else said(t, answers.of(s.id, std::nullopt), s);
    t.state = whole(t);
    return t;
}

bool may_answer(const rights::Actor& actor, const Guideline& g, const Statement& s, const std::optional<rights::OperationId>& operation) {
    using rights::Role;
    const auto duty = g.duty(s);
    if (duty == Duty::nobody) return false;
    if (duty == Duty::once) return !operation && (actor.is(Role::director) || (s.role == "anhorigkonsulent" && actor.is(Role::consultant)));
    return operation && std::any_of(actor.assignments().begin(), actor.assignments().end(), [&](const auto& a) { return a.role == Role::head_of_operations && a.operation == *operation; });
}
std::vector<Operation> own(const rights::Actor& actor, const std::vector<Operation>& all) {
    std::vector<Operation> out;
    for (const auto& operation : all)
        if (std::any_of(actor.assignments().begin(), actor.assignments().end(), [&](const auto& a) { return a.role == rights::Role::head_of_operations && a.operation == operation.id; })) out.push_back(operation);
    return out;
}
}

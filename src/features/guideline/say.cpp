#include "features/guideline/answer_form.hpp"
#include "features/staff/public.hpp"
#include "base/text.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"

namespace guideline {
namespace {
bool says_the_same(const Answer* last, const NewAnswer& next, const std::string& words, base::Instant now) {
    if (!last || last->words != words || last->state != next.state || last->reason != next.reason) return false;
    return !next.again || calendar::day(last->at) == calendar::day(now);
}
}

std::vector<Operation> operations(db::Reader& reader, base::Instant now) {
    const auto all = staff::organisation(reader, now);
    std::vector<Operation> out;
    for (const auto& o : staff::operations_at(reader, now)) {
        const auto* controller = all.controller(o.controller);
        out.push_back({o.id, o.name, controller && controller->kind == staff::ControllerKind::private_provider});
    }
    std::sort(out.begin(), out.end(), [](const auto& one, const auto& other) { return base::swedish_order(one.name) < base::swedish_order(other.name); });
    return out;
}

base::Result<std::size_t, Refusal> say(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const Guideline& g, const std::vector<NewAnswer>& wanted) {
    for (const auto& answer : wanted) {
        const auto* statement = g.find(answer.statement).second;
        if (!statement) return base::refused(Refusal::unknown);
        if (!may_answer(actor, g, *statement, answer.operation)) return base::refused(Refusal::not_yours);
        if (answer.state == State::not_ours && (!answer.operation || answer.reason.empty())) return base::refused(Refusal::not_yours);
    }
    const auto* as = actor.acting_as();
    base::require(as != nullptr, "a state is said in a role");
    store::one_answer_at_a_time(tx);
    const Answers before(store::answers(tx, now), now);
    for (const auto& answer : wanted)
        if (meanwhile(answer.seen, answer, before.of(answer.statement, answer.operation), *g.find(answer.statement).second)) return base::refused(Refusal::meanwhile);
    std::size_t stored = 0;
    for (const auto& answer : wanted) {
        const auto& words = g.find(answer.statement).second->text;
        if (says_the_same(before.of(answer.statement, answer.operation), answer, words, now)) continue;
        if (!answer.code_day.empty() && answer.operation) store::forget_by_code(tx, answer.statement, *answer.operation, calendar::start_of(calendar::date(now)));
        store::add(tx, answer.id, {answer.statement, answer.operation, answer.state, answer.reason, as->role, now, answer.code_day, std::nullopt, {}, words});
        audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "guideline.state", .object = answer.statement, .reason = std::string(key(answer.state))});
        ++stored;
    }
    return stored;
}
base::Result<base::Instant, Refusal> strike(db::Transaction& tx, const rights::Actor& actor, base::Instant now, std::string_view statement, const rights::OperationId& operation, base::Instant said_at, const std::string& why) {
    if (!actor.is_any(strikers)) return base::refused(Refusal::not_yours);
    if (!store::strike(tx, statement, operation, said_at, why, now)) return base::refused(Refusal::unknown);
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "guideline.state", .object = std::string(statement), .reason = "struck"});
    return said_at;
}
}

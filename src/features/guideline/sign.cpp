#include "features/guideline/changes.hpp"
#include "features/directory/public.hpp"
#include "base/text.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/i18n/language.hpp"

namespace guideline {
namespace {

// What was linked that day, a line each: enough to be read without the site of that day.
std::string shown_by(const Statement& s, const Told& told) {
    const auto& p = of(told.promises, s.id);
    std::vector<std::string> lines;
    for (const auto* offer : offers_for(s, p, told.catalogue)) lines.push_back(offer->title.sv);
    for (const auto& name : p.routines)
        if (const auto* row = find(told.registers.routines, name)) lines.push_back(row->title());
    for (const auto* list : {&p.activities, &p.partners, &p.evidence}) lines.insert(lines.end(), list->begin(), list->end());
    return base::joined(lines, "\n");
}

SignedLine line(const Answers& answers, const Told& told, const Statement& s, const std::optional<rights::OperationId>& operation, const std::vector<Operation>& all) {
    SignedLine out{.statement = s.id, .words = s.text, .shown_by = shown_by(s, told)};
    if (told.guideline.duty(s) == Duty::each_operation && !operation) {   // the director's: how many, and who is missing
        const auto t = tally(answers, told.guideline, s, all);
        if (t.missing.empty() && t.of > 0) out.state = t.state;
        std::vector<std::string> missing, others;
        for (const auto& o : t.not_ours) others.push_back(o.operation->name);
        for (const auto* o : t.missing) missing.push_back(o->name);
        out.reason = base::to_text(static_cast<long long>(t.answered)) + " av " + base::to_text(static_cast<long long>(t.of)) + (t.not_ours.empty() ? " har svarat" : " som det gäller har svarat");
        if (!missing.empty()) out.reason += ". Saknas: " + base::joined(missing, ", ");
        if (!others.empty()) out.reason += ". Säger att det inte gäller dem: " + base::joined(others, ", ");
    } else if (const auto* a = answers.of(s.id, operation); a && of_older_words(*a, s)) out.reason = "Sagt om en äldre lydelse";
    else if (a) out.state = a->state, out.reason = a->reason;
    return out;
}

std::string name_of(const std::optional<rights::OperationId>& operation, const std::vector<Operation>& all) {
    for (const auto& o : all)
        if (operation == o.id) return o.name;
    return {};
}
bool may_sign(const rights::Actor& actor, const std::optional<rights::OperationId>& operation, const std::vector<Operation>& all) {
    if (!operation) return actor.is(rights::Role::director);
    const auto mine = own(actor, all);
    return std::any_of(mine.begin(), mine.end(), [&](const auto& o) { return o.id == *operation; });
}
}

std::string newest_of(const std::vector<Signed>& all, const std::optional<rights::OperationId>& operation, int year) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Signed& s) { return s.operation == operation && s.year == year; });
    return found == all.end() ? std::string() : std::string(found->id.text());
}

base::Result<SignedId, Refusal> sign(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const Told& told, const Signing& wanted) {
    const auto& operation = wanted.operation;
    const auto all = operations(tx, now);
    const auto year = calendar::date(now).year;
    if (!may_sign(actor, operation, all)) return base::refused(Refusal::not_yours);
    if (!operation && !wanted.as) return base::refused(Refusal::no_capacity);
    store::one_answer_at_a_time(tx);
    if (wanted.code_day.empty() && newest_of(store::all_signed(tx), operation, year) != wanted.after) return base::refused(Refusal::meanwhile);
    const Answers answers(store::answers(tx, now), now);
    std::vector<SignedLine> lines;
    for (const auto* s : promises_in(told.guideline))
        if (!operation || told.guideline.duty(*s) == Duty::each_operation) lines.push_back(line(answers, told, *s, operation, all));
    if (!wanted.code_day.empty() && operation) store::forget_signed_by_code(tx, *operation, calendar::start_of(calendar::date(now)));
    store::add(tx, {wanted.id, operation, year, operation ? rights::Role::head_of_operations : rights::Role::director, now, wanted.code_day, name_of(operation, all), operation ? std::nullopt : wanted.as}, lines);
    audit::record(tx, actor, now, {.act = audit::Act::confirm, .kind = "guideline.statement", .object = std::string(wanted.id.text())});
    return wanted.id;
}

std::string_view key(Capacity c) { return c == Capacity::director ? "director" : "on_behalf"; }
std::optional<Capacity> capacity_from(std::string_view wanted) {
    for (const auto c : capacities)
        if (key(c) == wanted) return c;
    return std::nullopt;
}
const char* words(Capacity c) { return c == Capacity::director ? i18n::key("Jag är socialdirektör") : i18n::key("Jag undertecknar på socialdirektörens uppdrag"); }
}

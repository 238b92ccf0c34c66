#include "features/guideline/answer_form.hpp"
#include "base/text.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/pack/folder.hpp"

namespace guideline {
using page::Visit;

namespace {
std::string clean(std::string_view text) { return base::replaced(base::trimmed(text), "\r", ""); }
std::string hash(const std::string& text) { return pack::content_hash(text).substr(0, 20); }
std::string value(std::string_view state, std::string_view reason) { return hash(std::string(state) + "\n" + clean(reason)); }
// What the fields hold when the form is shown: nothing is chosen of what was said of other words.
std::string filled(const Answer* last, const Statement& s) { return last && !of_older_words(*last, s) ? value(key(last->state), last->reason) : value("", ""); }
}

YearlyLine typed_line(const web::Request& r, const Statement& s) {
    return {clean(r.field("lage-" + s.id)), clean(r.field("skal-" + s.id)), r.field("igen-" + s.id) == "ja", std::string(r.field("sedd-" + s.id))};
}
std::string seen(const Answer* last, const Statement& s) {
    return filled(last, s) + "." + (last ? hash(base::to_text(static_cast<long long>(last->at.ms)) + std::string(key(last->state)) + clean(last->reason) + s.text) : std::string("0"));
}
bool touched(const YearlyLine& line, const Answer* last, const Statement& s) {
    const auto then = line.seen.empty() ? filled(last, s) : line.seen.substr(0, line.seen.find('.'));
    return line.again || value(line.state, line.reason) != then;
}
bool meanwhile(std::string_view seen_then, const NewAnswer& wanted, const Answer* last, const Statement& s) {
    if (seen_then.empty() || seen_then == seen(last, s)) return false;
    return filled(last, s) != value(key(wanted.state), wanted.reason);
}
std::optional<NewAnswer> answer_of(const YearlyLine& line, const Answer* last, const Statement& s, const AnswerId& id, const std::optional<rights::OperationId>& operation) {
    const bool as_before = line.again && line.state.empty() && line.reason.empty() && last;
    const auto state = as_before ? std::optional(last->state) : state_from(line.state);
    if (!state) return std::nullopt;
    return NewAnswer{.id = id, .statement = s.id, .operation = operation, .state = *state, .reason = as_before ? last->reason : line.reason, .seen = line.seen, .again = line.again};
}
std::string meanwhile_words(const Visit& visit, const Answer& a) {
    return visit.t("Ett annat svar har sparats sedan du öppnade sidan: {state}. {reason} Välj vad som ska gälla och spara igen.", {{"state", visit.t(words(a.state))}, {"reason", a.reason}});
}
void show_meanwhile(const Visit& visit, const Standing& now, const Guideline& g, const std::optional<rights::OperationId>& operation, YearlyForm& typed, page::FieldErrors& errors) {
    for (auto& [id, line] : typed.lines) {
        const auto* s = g.find(id).second;
        const auto* last = s ? now.answers.of(id, operation) : nullptr;
        if (!last || line.seen.empty() || line.seen == seen(last, *s)) continue;
        errors.add("lage-" + id, meanwhile_words(visit, *last));
        line.seen = seen(last, *s);
    }
}
}

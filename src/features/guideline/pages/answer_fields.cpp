// One statement's answer in a form of many: the head's, the director's, and the provider's by a code.
#include "base/text.hpp"
#include "features/guideline/answer_form.hpp"
#include "features/guideline/wording.hpp"
#include "platform/calendar/calendar.hpp"

namespace guideline {
using html::Html;
using page::Visit;

namespace {
// To look over an old answer is an act of its own, one tick; a save alone says nothing of it.
void still_holds(Html& h, const Visit& visit, const Statement& s, const Answer* last, bool ticked, std::string_view today) {
    if (!last) return;
    const bool older = of_older_words(*last, s);
    if (!older && calendar::day(last->at) >= today) return;
    page::checkboxes(h, visit, {.name = "igen-" + s.id, .label = visit.t("Har du sett över svaret?"), .may_be_empty = true}, {{"ja", std::string(older ? visit.t("Svaret stämmer också med den nya lydelsen") : visit.t("Stämmer fortfarande"))}},
                     ticked ? std::vector<std::string>{"ja"} : std::vector<std::string>(), {});
}
void last_answer(Html& h, const Visit& visit, const Statement& s, const Answer* last) {
    if (!last) return;
    if (!of_older_words(*last, s)) return void(h.el("p", {{"class", "small"}}, visit.t("Senaste svaret: {day}", {{"day", i18n::day(visit.language(), calendar::day(last->at))}})));
    h.el("p", older_words(visit, *last) + (last->reason.empty() ? "." : ". " + last->reason));
}
}

void answer_fields(Html& h, const Visit& visit, std::string_view heading_tag, const Statement& s, const Answer* last, bool of_operation, const YearlyForm* typed, std::string_view today, const page::FieldErrors& errors, const std::function<void()>& between) {
    const auto found = typed ? typed->lines.find(s.id) : decltype(typed->lines.find(s.id)){};
    const bool has = typed && found != typed->lines.end(), stands = last && !of_older_words(*last, s);
    const std::string value = has ? found->second.state : stands ? std::string(key(last->state)) : "", reason = has ? found->second.reason : stands ? last->reason : "";
    const std::string state_name = "lage-" + s.id, reason_name = "skal-" + s.id;
    const auto choices = state_choices(visit, of_operation);
    h.el("section", {{"class", "stack"}, {"aria-labelledby", "om-" + s.id}}, [&] {
        h.el(heading_tag, {{"id", "om-" + s.id}}, s.id);
        h.el("p", {page::in_language(visit, i18n::Language::sv)}, s.text);
        if (between) between();
        last_answer(h, visit, s, last);
        page::hidden_field(h, "sedd-" + s.id, has && !found->second.seen.empty() ? found->second.seen : seen(last, s));
        still_holds(h, visit, s, last, has && found->second.again, today);
        page::radios(h, visit, {.name = state_name, .label = visit.t("Hur går det?"), .value = value, .may_be_empty = true}, choices, errors);
        page::text_area(h, visit, {.name = reason_name, .label = visit.t("Varför, och hur vet ni det?"), .value = reason, .longest = 1000, .may_be_empty = true}, 2, errors);
    });
}
}

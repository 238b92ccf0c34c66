#pragma once
#include "features/guideline/desk.hpp"
// One statement's answer in a form of many. Only what its sender has changed, or says still holds, is hers to say; what somebody else has said
// since the form was opened is never put back by a save.
namespace guideline {

// As it is typed, without what browsers add.
YearlyLine typed_line(const web::Request&, const Statement&);
// What the form was filled with when it was shown, and which answer that was: goes with the form and comes back with it.
std::string seen(const Answer* last, const Statement&);
// Whether its sender has changed the line, or says that it still holds.
bool touched(const YearlyLine&, const Answer* last, const Statement&);
// Somebody else has said another thing since the form was shown.
bool meanwhile(std::string_view seen_then, const NewAnswer&, const Answer* last, const Statement&);
// What to store of a touched line; nothing when no state is chosen. An answer of former words that still holds is that answer.
std::optional<NewAnswer> answer_of(const YearlyLine&, const Answer* last, const Statement&, const AnswerId&, const std::optional<rights::OperationId>&);
// Says by each touched line what somebody else has said, and lets the next save be one that has seen it.
void show_meanwhile(const page::Visit&, const Standing&, const Guideline&, const std::optional<rights::OperationId>&, YearlyForm&, page::FieldErrors&);
std::string meanwhile_words(const page::Visit&, const Answer&);

// The heading, the text, `between`, and the fields.
void answer_fields(html::Html&, const page::Visit&, std::string_view heading_tag, const Statement&, const Answer* last, bool of_operation, const YearlyForm* typed, std::string_view today, const page::FieldErrors&, const std::function<void()>& between = {});
}

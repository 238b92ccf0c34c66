#pragma once
#include "features/guideline/desk.hpp"
// What the staff's forms send, checked field by field; what is wrong is said in the reader's language, all at once.
namespace guideline {

Promise typed_promise(const page::Visit&, page::FieldErrors&);
// Values in the sheet's order. `key` and `invented` are the caller's.
Row typed_row(const page::Visit&, const Shown&, const Sheet&, std::string_view today, page::FieldErrors&);
// state and reason as they are sent; a reason is asked for where something is lacking.
std::optional<State> typed_state(const page::Visit&, std::string_view state_field, std::string_view reason_field, bool may_be_empty, page::FieldErrors&);
// Nothing when a field is wrong; then errors says so.
std::optional<NewAnchoring> typed_anchoring(const page::Visit&, const AnchoringId&, const AnchoringForm&, std::string_view today, page::FieldErrors&);
AnchoringForm anchoring_form(const web::Request&);
}

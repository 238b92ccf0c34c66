#pragma once
#include "features/guideline/pages_revision.hpp"
// What the forms of a revision send, checked field by field.
namespace guideline {

// The change that a form is opened on: sats and gor from the address or the form. Of an addition sats is what it stands behind, the section it
// begins, or itself once it is proposed. Nothing when there is no such statement.
std::optional<Change> wanted_change(const web::Request&, const DraftView&, const std::vector<std::string>& taken);
Change typed_change(const page::Visit&, Change, const DraftView&, page::FieldErrors&);
// Whether the step would end the consultation while people still have been told that they may write: then why is told to all.
bool ends_early(const DraftView&, Stage to);
// Nothing when something is wrong; then errors says what.
std::optional<Move> typed_move(const page::Visit&, const DraftView&, page::FieldErrors&);
std::optional<Decision> typed_decision(const page::Visit&, const DraftView&, page::FieldErrors&);
std::string typed_title(const page::Visit&, page::FieldErrors&);
}

#pragma once
#include "features/directory/public.hpp"
#include "features/guideline/shown.hpp"
#include "features/guideline/state.hpp"
namespace guideline {

// A target group and a form of support that no support of the municipality's own answers (feature O1).
struct Cell {
    const directory::Term *group, *form;
    std::size_t offers;
};
// What is missing between the guideline and what there is. Pointers into the snapshot.
struct Holes {
    std::vector<const Statement*> without_answer, without_evidence;   // promises that nothing is linked to, and those that nothing shows
    std::vector<const Statement*> older_answer, older_plain;          // said, or put in plain words, of a former text
    std::vector<const directory::Offer*> without_statement, past_review, never_verified;
    std::vector<const Row*> overdue;                                  // routines
    std::vector<Cell> matrix;                                         // every group with every form, in the vocabulary's order
    std::size_t empty_cells() const;
};
Holes holes(const Shown&, const Answers&, const std::vector<Operation>&, std::string_view today);
// The day a text was to be looked at again; "" when it has never been verified (feature A5).
std::string due(const directory::Offer&);
}

#pragma once
#include "features/participation/draft.hpp"
#include "site/snapshot.hpp"
namespace site {
// The drafts that people are or have been asked about; `now` is the guideline they are revisions of.
std::vector<participation::Draft> drafts_asked_about(db::Reader&, const guideline::Guideline& now);
// The drafts of the guideline that people are or have been asked about, as features/participation sees them.
participation::Drafts drafts_asked_about(const Current&);
}

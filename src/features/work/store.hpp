#pragma once
#include "features/work/entry.hpp"
#include "platform/db/database.hpp"
#include "platform/rights/actor.hpp"
// All SQL on work_entry. What was taken back is never given out again.
namespace work::store {

void insert(db::Transaction&, const Entry&);
// Nothing when there is none in the scope, or it was taken back.
std::optional<Entry> find(db::Reader&, const rights::AreaScope&, const EntryId&);
// Newest first.
std::vector<Entry> latest(db::Reader&, const rights::AreaScope&, const UnitId&, std::size_t most);
// False when it is taken back already.
bool take_back(db::Transaction&, const Entry&, base::Instant now);
}

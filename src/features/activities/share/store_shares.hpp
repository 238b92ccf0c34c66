#pragma once
#include "features/activities/share/share.hpp"
// All SQL on shared seats.
namespace activities::store {

void insert(db::Transaction&, const AreaScope&, const Share&);
std::optional<Share> find_share(db::Reader&, const AreaScope&, const ShareId&);
// Whatever has become of it; nothing for a code that never was.
std::optional<Share> share_by_hash(db::Reader&, std::string_view hash);
// The newest first.
std::vector<Share> shares(db::Reader&, const AreaScope&, const Activity&);
void end(db::Transaction&, const AreaScope&, const Share&, base::Instant now);
// Those whose time is over and that nobody has ended; and ended ones with a seat that has become free since.
std::vector<Share> shares_over(db::Reader&, base::Instant now);

void belongs(db::Transaction&, const AreaScope&, const Share&, const EntryId&);
std::optional<Share> share_of(db::Reader&, const AreaScope&, const EntryId&);
bool is_of(db::Reader&, const AreaScope&, const ShareId&, const EntryId&);
// Those with a place, in the order they were put there.
std::vector<Entry> entries_of(db::Reader&, const AreaScope&, const Share&);
}

#pragma once
#include "features/activities/use_cases.hpp"
#include "features/activities/sign_up/wishes.hpp"
// What somebody who comes says for herself, by her code.
namespace activities {

// Whether others may see a name at all: those who meet more than once, and of whom a name is kept.
bool may_show_names(const Activity&, const Entry&);

// Room or net, of an occasion that is both and has not ended (D5). not_placed, cancelled, over; not_asked when it is not both.
Answer choose_joins(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const SessionId&, const EntryId&, Joins);
// The others who show theirs see this one (D11); it replaces the former. Taken back whenever she wants.
Answer show_name(db::Transaction&, const vault::Vault&, const Actor&, const AreaScope&, base::Instant now, const EntryId&, const SealedName&);
Answer hide_name(db::Transaction&, const vault::Vault&, const Actor&, const AreaScope&, base::Instant now, const EntryId&);
// Counted as a fact of nobody, once; what she said is not kept with her sign-up.
Answer say_why_left(db::Transaction&, const AreaScope&, base::Instant now, const EntryId&, WhyLeft, const facts::Drawn&);
}

#pragma once
#include "features/activities/store.hpp"
#include "features/activities/sign_up/wishes.hpp"
// All SQL on what somebody who comes says for herself: where she joins, whose names the others see, and that she has said why she left.
namespace activities::store {

// ---- room or net, of an occasion that is both (D5) ------------------------------------------------------------------------------------

void choose(db::Transaction&, const AreaScope&, const Session&, const EntryId&, Joins);
std::optional<Joins> choice(db::Reader&, const AreaScope&, const Session&, const EntryId&);
// For the leader: how many come how, of those who have a place and have said so. Two are two.
struct Choices {
    int room = 0, net = 0;
};
Choices choices(db::Reader&, const AreaScope&, const Session&);

// ---- names that the others see (D11) --------------------------------------------------------------------------------------------------

// Replaces the former one, whose key goes.
void keep_shown_name(db::Transaction&, const vault::Vault&, const AreaScope&, const Entry&, const SealedName&, base::Instant now);
void remove_shown_name(db::Transaction&, const vault::Vault&, const AreaScope&, const Entry&, base::Instant now);
std::optional<Alias> shown_name(db::Reader&, const vault::Vault&, const AreaScope&, const Entry&);
// Of the others with a place on the same seats, those who show theirs.
std::vector<Alias> shown_names_of_others(db::Reader&, const vault::Vault&, const AreaScope&, const Entry&);
// Names of an activity that is over, or of somebody who comes no more: row and key go. Returns how many.
int remove_shown_names_due(db::Transaction&, const vault::Vault&, const AreaScope&, base::Instant now);

// ---- a link in what is sent to her ------------------------------------------------------------------------------------------------------

void want_link(db::Transaction&, const AreaScope&, const EntryId&);
// She wants none any more, and those that were sent open nothing. Her code does.
void want_no_link(db::Transaction&, const AreaScope&, const EntryId&);
void end_sent_links(db::Transaction&, const AreaScope&, const EntryId&);
bool wants_link(db::Reader&, const AreaScope&, const EntryId&);

// ---- why she left -----------------------------------------------------------------------------------------------------------------------

bool has_said_why(db::Reader&, const AreaScope&, const EntryId&);
// False when she has said so before, or has not left.
[[nodiscard]] bool says_why(db::Transaction&, const AreaScope&, const EntryId&);
}

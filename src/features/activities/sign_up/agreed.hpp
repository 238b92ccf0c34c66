#pragma once
#include "features/activities/sign_up/signing.hpp"
// What an individual time that is in no room needs in order to come about: an hour that is safe to call in, and where a visit is to be (C1).
namespace activities {

// As she has said it; and the hour of a call that she has chosen is one that she has said is safe, whatever the others are.
people::SafeContact safe_contact_for(const Asked&, const Answers&);
people::SafeContact with_hour(people::SafeContact, const Times&);

// Where a visit is to be, said or changed afterwards; empty: it goes, since her time is no visit any more. What else she needs stays.
struct NewAddress {
    std::string envelope = {};               // with the key that is there
    std::optional<SealedText> fresh = {};    // when nothing was kept of what she needs
};
// Nothing when there is nothing to change.
std::optional<NewAddress> new_address(db::Reader&, const vault::Vault&, const AreaScope&, const Entry&, const std::string& address);
// not_asked: her time is no visit that lies before her, or it may not be kept who she is.
Answer say_address(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const EntryId&, const NewAddress&);
// Under the activity's lock, once she has another time: nothing of where is kept for what is no visit.
void forget_address(db::Transaction&, const AreaScope&, const EntryId&, const NewAddress&);
// Of her own time, before it begins: a visit whose address may be kept.
bool may_say_address(const Activity&, const Entry&, const Session&, base::Instant now);
}

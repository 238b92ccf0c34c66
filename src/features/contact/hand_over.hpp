#pragma once
#include "base/result.hpp"
#include "features/contact/copy.hpp"
#include "features/contact/refusal_desk.hpp"
#include "features/people/public.hpp"
#include "features/staff/public.hpp"
// A copy of chosen fields goes to another unit: never a widening of access (security T11). The receiver opens the copy, and may make a
// contact of it in her own area; the sender may call it back until then (T28).
namespace contact {

// Who may open what is handed over to their unit.
inline constexpr rights::Roles handover_readers{rights::Role::consultant, rights::Role::support_contact, rights::Role::assessor};
// The units where the actor does.
std::vector<UnitId> receiving_units(const rights::Actor&);
// Units that somebody reads in now, but for the contact's own.
std::vector<staff::Unit> possible_receivers(const staff::Organisation&, const UnitId& own, base::Instant now);

// What is chosen of a contact. Names and numbers are opened through people, when the copy is made.
struct Chosen {
    UnitId to;
    store::HandoverGround ground;
    std::vector<std::int64_t> messages;
    bool name = false, phone = false, interpreter = false;
};
// What would move, and why not. Writes the line of a person's name being read, when one is.
base::Result<Copy, DeskRefusal> copied(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const Contact&, const Chosen&);

struct HandingOver {
    ContactId contact;
    Chosen chosen;
    store::HandoverId id;
    const vault::NewKey& key;
};
base::Result<store::HandoverId, DeskRefusal> hand_over(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const HandingOver&);
// The copy and its key are gone at once; that it was sent stays in the log.
base::Result<ContactId, DeskRefusal> call_back(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const ContactId&, const store::HandoverId&);

// From here it cannot be called back. Opening it again changes nothing.
base::Result<store::HandoverId, DeskRefusal> open_copy(db::Transaction&, const rights::Actor&, base::Instant now, const store::HandoverId&);

struct Receiving {
    store::HandoverId handover;
    ContactId contact;             // the new one
    const vault::NewKey& key;      // the new conversation's
    std::optional<base::Instant> promised_at;
};
// The copied words become a contact of the receiver's, with a number in her own register.
base::Result<ContactId, DeskRefusal> receive(db::Transaction&, const vault::Vault&, crypto::Randomness&, const rights::Actor&, base::Instant now, const Receiving&);
}

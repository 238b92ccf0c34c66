#pragma once
#include "features/contact/ground.hpp"
#include "features/contact/reachable.hpp"
#include "features/contact/stored.hpp"
// Somebody says who she is, by her own act (feature B5), and may take it back until a member of the staff has opened it.
namespace contact {

// Sealed before the transaction, since it is random. What was typed has been found sound.
struct Naming {
    people::NewPerson person;
    people::CheckedSafeContact safe;
};
Naming naming(const Ground&, const AreaId&, bool young, const Reachable&);
// The row in features/people, with how it is safe to reach her.
void add_person(db::Transaction&, const vault::Vault&, base::Instant now, const Naming&);

// known: it has a name already. not_there: no such contact, or she has ended it.
enum class NamingRefusal { not_there, known };
base::Result<Contact, NamingRefusal> say_name(db::Transaction&, const vault::Vault&, base::Instant now, const AreaId&, const ContactId&, const Naming&);
// seen: a member of the staff has opened it, so it stands. no_name: there is none to take back.
enum class UnnamingRefusal { not_there, no_name, seen };
base::Result<Contact, UnnamingRefusal> take_name_back(db::Transaction&, const vault::Vault&, base::Instant now, const AreaId&, const ContactId&);
}

#pragma once
#include "features/staff/plan.hpp"
// The organisation out of a file and into one. Both read everybody's name and e-mail address, and the access log says so.
namespace staff {

// Everybody whose account is not ended, by e-mail address; who has none is left out.
KnownByEmail known_people(db::Transaction&, const vault::Vault&, const Actor&, base::Instant now, const Organisation&);
// Reads, and stores nothing.
Plan plan_import(db::Database&, const vault::Vault&, crypto::Randomness&, const Actor&, base::Instant now, const Table&);
// Stores a plan without faults, all of it or nothing. Throws db::Unavailable when the organisation was changed meanwhile: try again.
void import(db::Database&, const vault::Vault&, crypto::Randomness&, const Actor&, base::Instant now, const Plan&);
// As table.hpp writes it: every unit, what is current or to come, and a line for each that is missing.
std::string exported(db::Database&, const vault::Vault&, const Actor&, base::Instant now);
}

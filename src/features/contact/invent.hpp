#pragma once
#include "platform/crypto/random.hpp"
#include "platform/db/database.hpp"
#include "platform/vault/vault.hpp"
namespace contact {
// For the demonstration: the unit that reads is chosen, and some invented people have asked; one too long ago, one young, one whose text
// opened a way out, one with an answer, one handed over from another area. Nothing when a unit has been chosen already.
void invent(db::Database&, const vault::Vault&, crypto::Randomness&, base::Instant now);
}

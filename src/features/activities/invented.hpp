#pragma once
#include "base/instant.hpp"
#include "features/decisions/public.hpp"
#include "platform/crypto/random.hpp"
#include "platform/vault/vault.hpp"
namespace activities {
// For the demonstration only: invented activities of every kind, with places free and taken, a line and a list of those who would come. Nobody
// behind it. Does nothing where there is no consultant, or where there is any activity.
void invent(db::Database&, const vault::Vault&, crypto::Randomness&, base::Instant now, const decisions::Register&, const directory::Catalogue&);
}

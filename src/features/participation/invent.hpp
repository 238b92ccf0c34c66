#pragma once
#include "features/participation/draft.hpp"
#include "platform/crypto/random.hpp"
#include "platform/vault/vault.hpp"
namespace participation {
// For the demonstration: invented people have said what they think of the first draft that is out, a council has met, and some of it is
// answered. Nothing where nobody reads, no draft is out, or somebody has said something already.
void invent(db::Database&, const vault::Vault&, crypto::Randomness&, base::Instant now, const Drafts&);
}

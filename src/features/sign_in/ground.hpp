#pragma once
#include "base/instant.hpp"
#include "features/sign_in/shown.hpp"
#include "platform/crypto/password.hpp"
#include "platform/crypto/random.hpp"
#include "platform/db/database.hpp"
#include "platform/vault/vault.hpp"
#include "platform/web/stamps.hpp"
namespace sign_in {
class ProviderKeeper;

// What the gate and the pages stand on. All of it outlives them.
struct Ground {
    db::Database& database;
    const vault::Vault& vault;
    const base::Clock& clock;
    const web::Stamps& stamps;
    crypto::Randomness& randomness;
    crypto::Passwords& passwords;
    Source source;
    ProviderKeeper* provider = nullptr;   // sign-in through a provider; absent without a client key
    bool demo = false;                    // sessions made by stepping into a role count (only in `lotsen demo`)
};
}

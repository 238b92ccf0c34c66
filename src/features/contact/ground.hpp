#pragma once
#include "base/instant.hpp"
#include "features/contact/contact.hpp"
#include "features/contact/shown.hpp"
#include "platform/crypto/password.hpp"
#include "platform/crypto/random.hpp"
#include "platform/db/database.hpp"
#include "platform/vault/vault.hpp"
#include "platform/web/stamps.hpp"
namespace contact {

// What the pages work with; alive as long as the site.
struct Ground {
    db::Database& database;
    const vault::Vault& vault;
    crypto::Randomness& randomness;
    crypto::Passwords& passwords;
    const base::Clock& clock;
    Source source;
    // The page for a call that another feature waits with, by what its task is about; nothing when it is not there for the reader. Whoever keeps
    // such calls lends it.
    std::function<std::string(db::Reader&, const rights::AreaScope&, base::Instant now, std::string_view about)> calls_elsewhere = {};
};

// Who acts when a carer does: somebody who is not signed in and has no role. Her lines in the access log say so, and nothing else of her.
inline rights::Actor visitor() { return rights::Actor({.account = *AccountId::from("visitor---------------")}); }
}

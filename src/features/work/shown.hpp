#pragma once
#include "base/instant.hpp"
#include "features/articles/pages.hpp"
#include "platform/crypto/random.hpp"
#include "platform/db/database.hpp"
#include "platform/vault/vault.hpp"
namespace work {

// What the pages work with; alive as long as the site. Links to the pack's own pages where there is worry, so they show from the articles.
struct Ground {
    db::Database& database;
    const vault::Vault& vault;
    crypto::Randomness& randomness;
    const base::Clock& clock;
    articles::Source source;
};
}

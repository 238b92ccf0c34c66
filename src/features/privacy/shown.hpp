#pragma once
#include "base/instant.hpp"
#include "platform/crypto/random.hpp"
#include "platform/db/database.hpp"
#include "platform/page/page.hpp"
#include "platform/personal/personal.hpp"
#include "platform/vault/vault.hpp"
#include <memory>
namespace privacy {

// What the pages work with; alive as long as the site.
struct Ground {
    db::Database& database;
    const vault::Vault& vault;
    const base::Clock& clock;
    std::function<std::shared_ptr<const page::Frame>()> frame;
    crypto::Randomness& randomness;
    // What each feature keeps of persons; what refers to a person before the persons themselves.
    std::vector<personal::Data> data;
};
}

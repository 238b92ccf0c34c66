#pragma once
#include "base/instant.hpp"
#include "platform/crypto/keys.hpp"
#include "platform/db/database.hpp"
// All SQL on vault_key and vault_tombstone.
namespace vault::store {

struct Wrapped {
    std::string kind, id, bytes;
};
// False when the owner has one already, or had.
bool insert(db::Transaction&, const crypto::Owner&, std::string_view wrapped, base::Instant now);
std::optional<std::string> find(db::Reader&, const crypto::Owner&);
void erase(db::Transaction&, const crypto::Owner&, base::Instant now);
// Those wrapped by another master key than `current`, in order.
std::vector<Wrapped> others(db::Reader&, const crypto::KeyId& current, std::int64_t most);
// Unless it has been erased or changed meanwhile.
void replace(db::Transaction&, const Wrapped& former, std::string_view wrapped);
bool any(db::Reader&);
}

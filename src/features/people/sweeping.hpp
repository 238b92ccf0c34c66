#pragma once
#include "base/instant.hpp"
#include "platform/db/database.hpp"
#include "platform/vault/vault.hpp"
namespace people {

// Break-glass and what heads were told, of before then: rows, and the keys of what was written as the reason.
void sweep_alerts(db::Transaction&, const vault::Vault&, base::Instant before, base::Instant now);
}

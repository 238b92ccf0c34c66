#pragma once
#include "base/instant.hpp"
#include "platform/db/database.hpp"
#include "platform/vault/vault.hpp"
// How long somebody who has tried in vain must wait. Never more than a minute, so nobody is locked out; and whoever comes from a device
// that this account has signed in on, or with a printed code that is right, waits only for her own tries (security T19, ADR 0034).
namespace sign_in::throttle {

inline constexpr std::int64_t longest_wait_ms = 60'000, forgotten_ms = 10 * 60'000;

// Where a try comes from. `network`: the client's address as web::Request::peer has it.
struct From {
    std::string login_hash, network, device;   // device: empty when it is not known for that account
    bool right_recovery_code = false;
};
// How many ms there are still to wait; writes nothing.
std::optional<std::int64_t> waiting(db::Reader&, const vault::Vault&, const From&, base::Instant now);
// Counts the try before anything is looked at, so that a thousand at once are a thousand. Nothing: go on. Else so many ms to wait; then it
// was not counted.
std::optional<std::int64_t> counted(db::Transaction&, const vault::Vault&, const From&, base::Instant now);
// It was right: what it counted is taken back.
void forgiven(db::Transaction&, const vault::Vault&, const From&);
std::int64_t remove_old(db::Transaction&, base::Instant now);
}

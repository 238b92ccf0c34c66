#pragma once
#include "platform/db/database.hpp"
#include "platform/rights/actor.hpp"
#include "platform/vault/vault.hpp"
namespace privacy {

inline constexpr std::string_view alerts_path = "/personal/larm";
// Who is told when somebody breaks the glass or asks for a protected person.
inline constexpr rights::Roles told{rights::Role::head_of_operations, rights::Role::director};
// How many alerts of the actor's own areas nobody has seen yet. 0 for who is not told.
std::size_t waiting_alerts(db::Reader&, const vault::Vault&, const rights::Actor&, base::Instant now);
}

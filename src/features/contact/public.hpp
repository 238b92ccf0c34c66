#pragma once
#include "platform/db/database.hpp"
#include "platform/rights/rule.hpp"
#include "platform/vault/vault.hpp"
#include "platform/web/web.hpp"
#include <memory>
// What others may know of asking and answering.
namespace contact {

inline constexpr std::string_view ask_path = "/fraga", ask_young_path = "/ung/fraga", code_path = "/svar", reception_path = "/personal/mottagning";

// The guide's result is taken into a question by a form that carries the words here, in a field of this name; shown first, and nothing is
// kept before she presses on (feature B3).
inline constexpr std::string_view bring_route = "contact.bring", bring_path = "/fraga/ta-med", bring_field = "text";

// Who chooses which unit reads: a head among her own, the others among all.
inline constexpr rights::Roles may_choose_reception{rights::Role::head_of_operations, rights::Role::director, rights::Role::administrator};

// What is counted in memory while the site runs, and which visits have just been left.
struct Memory;
std::shared_ptr<Memory> new_memory();
// The way out ends a carer's visit at once, without asking the database (security T1): the cookie goes, and what it opened opens no more.
void leave(web::Response&, const web::Request&, const vault::Vault*, Memory&);

// Drafts that nobody may come back to, with their keys; visits and codes whose time is over. A job's.
void remove_old(db::Transaction&, const vault::Vault&, base::Instant now);
}

#pragma once
#include "features/privacy/shown.hpp"
#include "platform/page/staff.hpp"
namespace privacy {
using page::Visit;
using web::Response;

inline constexpr std::string_view log_path = "/personal/logg", check_path = "/personal/logg/kontroll", line_path = "/personal/logg/rad/", protected_path = "/personal/skyddade";
inline constexpr std::string_view check_route = "privacy.check_chain", seen_route = "privacy.seen", grant_route = "privacy.grant", revoke_route = "privacy.revoke";

// The log, and one line of it with the name of who acted.
Response log_page(const Visit&, const Ground&);
Response line_page(const Visit&, const Ground&);
// Whether it is whole.
Response chain_page(const Visit&, const Ground&);
Response check_chain(const Visit&, const Ground&);
// What a head is told.
Response alerts_page(const Visit&, const Ground&);
Response save_seen(const Visit&, const Ground&);
// Who may see protected persons.
Response protected_page(const Visit&, const Ground&);
Response save_grant(const Visit&, const Ground&);
Response save_revoke(const Visit&, const Ground&);
}

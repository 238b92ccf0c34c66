#pragma once
#include "features/privacy/public.hpp"
#include "features/privacy/shown.hpp"
#include "platform/page/staff.hpp"
namespace privacy {
using page::Visit;
using web::Response;

inline constexpr std::string_view destruction_path = "/personal/gallring", glass_path = "/personal/nodoppna", extract_path = "/personal/registerutdrag";
inline constexpr std::string_view make_list_route = "privacy.make_list", confirm_route = "privacy.confirm", throw_route = "privacy.throw_list", hold_route = "privacy.hold", lift_route = "privacy.lift_hold";
inline constexpr std::string_view glass_route = "privacy.break_glass", end_glass_route = "privacy.end_glass", search_route = "privacy.extract_search", correction_route = "privacy.correction";
inline constexpr std::string_view pick_route = "privacy.begin_review", say_route = "privacy.save_review", sign_route = "privacy.sign", seen_here_route = "privacy.seen_here";
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
Response save_seen_here(const Visit&, const Ground&);
// Who may see protected persons.
Response protected_page(const Visit&, const Ground&);
Response save_grant(const Visit&, const Ground&);
Response save_revoke(const Visit&, const Ground&);
// The monthly review of the log.
Response review_page(const Visit&, const Ground&);
Response begin_review(const Visit&, const Ground&);
Response review_month_page(const Visit&, const Ground&);
Response save_review(const Visit&, const Ground&);
Response save_signature(const Visit&, const Ground&);
// Another area for an hour.
Response break_glass_page(const Visit&, const Ground&);
Response save_break_glass(const Visit&, const Ground&);
Response save_end_glass(const Visit&, const Ground&);
// What is kept of a person, and a correction beside it.
Response extract_search_page(const Visit&, const Ground&);
Response extract_search(const Visit&, const Ground&);
Response extract_page(const Visit&, const Ground&);
Response save_correction(const Visit&, const Ground&);
// What is due to be destroyed, holds, and the lists.
Response destruction_page(const Visit&, const Ground&);
Response save_list(const Visit&, const Ground&);
Response save_hold(const Visit&, const Ground&);
Response lift_hold(const Visit&, const Ground&);
Response destruction_list_page(const Visit&, const Ground&);
Response save_confirm(const Visit&, const Ground&);
Response save_throw(const Visit&, const Ground&);
}

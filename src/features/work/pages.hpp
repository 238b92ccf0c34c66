#pragma once
#include "features/work/shown.hpp"
#include "platform/page/staff.hpp"
namespace work {
using page::Visit;
using web::Response;

inline constexpr std::string_view contact_path = "/personal/arbete/ny", own_path = "/personal/arbete/eget", concern_path = "/personal/arbete/oro";
inline constexpr std::string_view save_contact_route = "work.save_contact", save_own_route = "work.save_own", take_back_route = "work.save_take_back";

// What the actor's unit has logged.
Response list_page(const Visit&, const Ground&);
Response save_take_back(const Visit&, const Ground&);
// A contact by telephone or at the door; with ?andra=ID instead of one that was logged today.
Response contact_page(const Visit&, const Ground&);
Response save_contact(const Visit&, const Ground&);
// The team's own work, likewise.
Response own_page(const Visit&, const Ground&);
Response save_own(const Visit&, const Ground&);
// What to do where there is worry.
Response concern_page(const Visit&, const Ground&);
// Closed periods.
Response figures_page(const Visit&, const Ground&);
Response figures_csv(const Visit&, const Ground&);
}

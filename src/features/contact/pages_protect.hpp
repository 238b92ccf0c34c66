#pragma once
#include "features/contact/pages_desk.hpp"
// The page that asks once more before somebody is protected, and where it is taken back (H3).
namespace contact {

inline constexpr std::string_view protect_route = "contact.protect", unprotect_route = "contact.unprotect";
std::string protect_path(const ContactId&);   // "/personal/inkorg/…/skydda"

Response protect_page(const Visit&, const Desk&);
Response save_protect(const Visit&, const Desk&);
Response save_unprotect(const Visit&, const Desk&);
}

#pragma once
#include "features/contact/calling.hpp"
#include "features/contact/pages_desk.hpp"
// The pages of who calls, prints letters, and writes down how somebody wants to be reached (features C3, H2).
namespace contact {

inline constexpr std::string_view post_path = "/personal/post";
inline constexpr std::string_view uncover_route = "contact.uncover", call_made_route = "contact.call_made", safe_contact_route = "contact.save_safe_contact", put_letter_route = "contact.put_letter",
                                  task_done_route = "contact.task_done";
std::string call_path(const ContactId&);           // "/personal/inkorg/…/ring"
std::string safe_contact_path(const ContactId&);   // "/personal/inkorg/…/trygg-kontakt"

Response call_page(const Visit&, const Desk&);
Response show_number(const Visit&, const Desk&);
Response save_call(const Visit&, const Desk&);
Response save_put_letter(const Visit&, const Desk&);
Response safe_contact_page(const Visit&, const Desk&);
Response save_safe_contact(const Visit&, const Desk&);
Response post_page(const Visit&, const Desk&);
Response letter_page(const Visit&, const Desk&);
Response save_task_done(const Visit&, const Desk&);
}

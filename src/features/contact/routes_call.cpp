#include "features/contact/routes_call.hpp"
#include "features/contact/pages_call.hpp"
#include "features/contact/pages_protect.hpp"

namespace contact {
namespace {
using web::Access;
using web::Lane;
using web::Method;
}

web::Routes call_routes(const Ground& g) {
    const auto access = Access::only(team);
    const auto lane = Lane::database;
    const auto name = [](std::string_view route) { return std::string(route); };
    return {
        {Method::get, "/personal/inkorg/{id}/ring", access, lane, "contact.call", on(g, call_page)},
        {Method::post, "/personal/inkorg/{id}/ring", access, lane, name(call_made_route), on(g, save_call)},
        {Method::post, "/personal/inkorg/{id}/ring/visa", access, lane, name(uncover_route), on(g, show_number)},
        {Method::post, "/personal/inkorg/{id}/brev", access, lane, name(put_letter_route), on(g, save_put_letter)},
        {Method::get, "/personal/inkorg/{id}/trygg-kontakt", access, lane, "contact.safe_contact", on(g, safe_contact_page)},
        {Method::post, "/personal/inkorg/{id}/trygg-kontakt", access, lane, name(safe_contact_route), on(g, save_safe_contact)},
        {Method::get, "/personal/inkorg/{id}/skydda", access, lane, "contact.protect_page", on(g, protect_page)},
        {Method::post, "/personal/inkorg/{id}/skydda", access, lane, name(protect_route), on(g, save_protect)},
        {Method::post, "/personal/inkorg/{id}/skydda/ta-bort", access.fresh(), lane, name(unprotect_route), on(g, save_unprotect)},
        {Method::get, "/personal/post", access, lane, "contact.post", on(g, post_page)},
        {Method::get, "/personal/post/{id}", access, lane, "contact.letter", on(g, letter_page)},
        {Method::post, "/personal/post/{id}/klar", access, lane, name(task_done_route), on(g, save_task_done)},
    };
}
}

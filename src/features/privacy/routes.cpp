#include "features/privacy/routes.hpp"
#include "features/privacy/destruction.hpp"
#include "features/privacy/extract.hpp"
#include "features/privacy/pages_destruction.hpp"
#include "features/privacy/public.hpp"

namespace privacy {
namespace {
using web::Access;
using web::Lane;
using web::Method;

using Page = Response (*)(const Visit&, const Ground&);
web::Page on(const Ground& ground, Page page) {
    return [ground, page](const web::Request& request) {
        const auto frame = ground.frame();
        return page({request, *frame}, ground);
    };
}
}

web::Routes routes(const Ground& g) {
    const auto review = Access::only(rights::Role::log_reviewer), alerted = Access::only(told), head = Access::only(rights::Role::head_of_operations).fresh();
    const auto glass = Access::only(people::may_break_glass).fresh(), extract = Access::only(may_extract).fresh();
    const auto destroy = Access::only(may_confirm).fresh(), list = Access::only(lists_what_is_due).fresh();
    return {
        {Method::get, "/personal/logg/granskning", review, Lane::database, "privacy.review", on(g, review_page)},
        {Method::post, "/personal/logg/granskning", review, Lane::heavy, std::string(pick_route), on(g, begin_review)},
        {Method::get, "/personal/logg/granskning/{ansvarig}/{manad}", review, Lane::database, "privacy.review_month", on(g, review_month_page)},
        {Method::post, "/personal/logg/granskning/{ansvarig}/{manad}", review, Lane::database, std::string(say_route), on(g, save_review)},
        {Method::post, "/personal/logg/granskning/{ansvarig}/{manad}/underskrift", review, Lane::database, std::string(sign_route), on(g, save_signature)},
        {Method::post, "/personal/larm/granskning/{id}", alerted, Lane::database, std::string(seen_here_route), on(g, save_seen_here)},
        {Method::get, "/personal/nodoppna", glass, Lane::database, "privacy.glass", on(g, break_glass_page)},
        {Method::post, "/personal/nodoppna", glass, Lane::database, std::string(glass_route), on(g, save_break_glass)},
        {Method::post, "/personal/nodoppna/avsluta", glass, Lane::database, std::string(end_glass_route), on(g, save_end_glass)},
        {Method::get, "/personal/registerutdrag", extract, Lane::database, "privacy.extract_start", on(g, extract_search_page)},
        {Method::post, "/personal/registerutdrag", extract, Lane::database, std::string(search_route), on(g, extract_search)},
        {Method::get, "/personal/registerutdrag/{id}", extract, Lane::database, "privacy.extract", on(g, extract_page)},
        {Method::post, "/personal/registerutdrag/{id}/rattelse", extract, Lane::database, std::string(correction_route), on(g, save_correction)},
        {Method::get, "/personal/gallring", destroy, Lane::database, "privacy.destruction", on(g, destruction_page)},
        {Method::post, "/personal/gallring", list, Lane::database, std::string(make_list_route), on(g, save_list)},
        {Method::post, "/personal/gallring/sparra", list, Lane::database, std::string(hold_route), on(g, save_hold)},
        {Method::post, "/personal/gallring/sparr-bort", list, Lane::database, std::string(lift_route), on(g, lift_hold)},
        {Method::post, "/personal/gallring/fodelsedag", list, Lane::database, std::string(birth_route), on(g, save_birth)},
        {Method::get, "/personal/gallring/{id}", destroy, Lane::database, "privacy.destruction_list", on(g, destruction_list_page)},
        {Method::post, "/personal/gallring/{id}/bekrafta", destroy, Lane::heavy, std::string(confirm_route), on(g, save_confirm)},
        {Method::post, "/personal/gallring/{id}/kasta", destroy, Lane::database, std::string(throw_route), on(g, save_throw)},
        {Method::get, "/personal/logg", review, Lane::database, "privacy.log", on(g, log_page)},
        {Method::get, "/personal/logg/rad/{id}", review, Lane::database, "privacy.line", on(g, line_page)},
        {Method::get, "/personal/logg/kontroll", review, Lane::database, "privacy.chain", on(g, chain_page)},
        {Method::post, "/personal/logg/kontroll", review, Lane::heavy, std::string(check_route), on(g, check_chain)},
        {Method::get, "/personal/larm", alerted, Lane::database, "privacy.alerts", on(g, alerts_page)},
        {Method::post, "/personal/larm/{id}", alerted, Lane::database, std::string(seen_route), on(g, save_seen)},
        {Method::get, "/personal/skyddade", head, Lane::database, "privacy.protected", on(g, protected_page)},
        {Method::post, "/personal/skyddade", head, Lane::database, std::string(grant_route), on(g, save_grant)},
        {Method::post, "/personal/skyddade/ta-bort", head, Lane::database, std::string(revoke_route), on(g, save_revoke)},
    };
}
}

#include "features/privacy/routes.hpp"
#include "features/privacy/pages.hpp"
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
    return {
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

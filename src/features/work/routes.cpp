#include "features/work/routes.hpp"
#include "features/work/pages.hpp"
#include "features/work/public.hpp"

namespace work {
namespace {
using web::Access;
using web::Lane;
using web::Method;

using Page = Response (*)(const Visit&, const Ground&);
web::Page on(const Ground& ground, Page page) {
    return [ground, page](const web::Request& request) {
        const auto shown = ground.source();
        return page({request, *shown->frame}, ground);
    };
}
}

web::Routes routes(const Ground& g) {
    const auto log = Access::only(who_log), read = Access::only(who_read_figures);
    return {
        {Method::get, "/personal/arbete", log, Lane::database, "work.list", on(g, list_page)},
        {Method::get, "/personal/arbete/ny", log, Lane::database, "work.contact", on(g, contact_page)},
        {Method::post, "/personal/arbete/ny", log, Lane::database, std::string(save_contact_route), on(g, save_contact)},
        {Method::get, "/personal/arbete/eget", log, Lane::database, "work.own", on(g, own_page)},
        {Method::post, "/personal/arbete/eget", log, Lane::database, std::string(save_own_route), on(g, save_own)},
        {Method::post, "/personal/arbete/{id}/ta-tillbaka", log, Lane::database, std::string(take_back_route), on(g, save_take_back)},
        {Method::get, "/personal/arbete/oro", log, Lane::database, "work.concern", on(g, concern_page)},
        {Method::get, "/personal/arbete/siffror", read, Lane::database, "work.figures", on(g, figures_page)},
        {Method::get, "/personal/arbete/siffror/exportera", read, Lane::database, "work.figures_csv", on(g, figures_csv)},
    };
}
}

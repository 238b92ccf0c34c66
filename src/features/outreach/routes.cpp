#include "features/outreach/routes.hpp"
#include "features/outreach/pages.hpp"

namespace outreach {
namespace {
using web::Access;
using web::Lane;
using web::Method;

using WorkplacePage = web::Response (*)(const page::Visit&, const Shown&, const Workplace&);
web::Page for_workplace(const Source& source, WorkplacePage page) {
    return [source, page](const web::Request& request) {
        const auto shown = source();
        for (const auto& workplace : *shown->workplaces)
            if (workplace.name == request.param("name")) return page({request, *shown->frame}, *shown, workplace);
        return web::Response::not_found();
    };
}
}

web::Routes routes(Source source) {
    return {
        {Method::get, "/hanvisa", Access::anyone, Lane::memory, "outreach.workplaces", [source](const web::Request& r) { const auto shown = source(); return workplaces_page({r, *shown->frame}, *shown); }},
        {Method::get, "/hanvisa/{name}", Access::anyone, Lane::memory, "outreach.workplace", for_workplace(source, workplace_page)},
        {Method::get, "/hanvisa/{name}/kort", Access::anyone, Lane::memory, "outreach.cards", for_workplace(source, cards_page)},
    };
}
}

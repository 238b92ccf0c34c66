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
        {Method::get, "/broschyr", Access::anyone, Lane::memory, "outreach.brochures", page::with(source, brochures_page)},
        {Method::get, "/broschyr/utskrift", Access::anyone, Lane::memory, "outreach.printed", page::with(source, printed_page)},
        {Method::get, "/broschyr/texter", Access::anyone, Lane::memory, "outreach.share", page::with(source, share_page)},
        {Method::get, "/broschyr/vikt.pdf", Access::anyone, Lane::heavy, "outreach.folded_pdf", page::with(source, folded_pdf)},
        {Method::get, "/broschyr/stor-stil.pdf", Access::anyone, Lane::heavy, "outreach.large_print_pdf", page::with(source, large_print_pdf)},
        {Method::get, "/broschyr/affisch.pdf", Access::anyone, Lane::heavy, "outreach.poster_pdf", page::with(source, poster_pdf)},
        {Method::get, "/hanvisa/{name}/affisch.pdf", Access::anyone, Lane::heavy, "outreach.workplace_poster_pdf", for_workplace(source, workplace_poster_pdf)},
        {Method::get, "/hanvisa", Access::anyone, Lane::memory, "outreach.workplaces", page::with(source, workplaces_page)},
        {Method::get, "/hanvisa/{name}", Access::anyone, Lane::memory, "outreach.workplace", for_workplace(source, workplace_page)},
        {Method::get, "/hanvisa/{name}/kort", Access::anyone, Lane::memory, "outreach.cards", for_workplace(source, cards_page)},
    };
}
}

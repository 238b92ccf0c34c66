#include "features/directory/routes.hpp"
#include "features/directory/pages.hpp"
#include "features/directory/store.hpp"

namespace directory {
namespace {
using web::Access;
using web::Lane;
using web::Method;

web::Response offer(const web::Request& request, const Shown& shown, db::Database& database) {
    const page::Visit visit(request, *shown.frame);
    const auto* offer = shown.catalogue->find(request.param("name"));
    if (!offer) return web::Response::not_found();
    const auto language = offer->body.in(visit.language()).language;
    const auto body = database.read([&](db::Reader& reader) { return OfferBodies{}.find(reader, offer->name, language); });
    return offer_page(visit, shown, *offer, html::trusted(body));
}
}

web::Routes routes(Source source, db::Database& database) {
    return {
        {Method::get, "/stod", Access::anyone, Lane::memory, "directory.catalogue", page::with(source, catalogue_page)},
        {Method::get, "/stod/{name}", Access::anyone, Lane::database, "directory.offer", [source, &database](const web::Request& r) { const auto shown = source(); return offer(r, *shown, database); }},
    };
}
}

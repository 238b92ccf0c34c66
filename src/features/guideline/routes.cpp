#include "features/guideline/routes.hpp"
#include "features/guideline/pages.hpp"

namespace guideline {
namespace {
using web::Access;
using web::Lane;
using web::Method;

web::Response statement(const web::Request& request, const Shown& shown) {
    const auto [section, found] = shown.guideline->find(request.param("id"));
    return found ? statement_page({request, *shown.frame}, shown, *section, *found) : web::Response::not_found();
}
}

web::Routes routes(Source source) {
    return {
        {Method::get, "/riktlinje", Access::anyone, Lane::memory, "guideline.guideline", page::with(source, guideline_page)},
        {Method::get, "/riktlinje.json", Access::anyone, Lane::memory, "guideline.json", [source](const web::Request&) { return guideline_json(*source()); }},
        {Method::get, "/riktlinje/{id}", Access::anyone, Lane::memory, "guideline.statement", [source](const web::Request& r) { return statement(r, *source()); }},
    };
}
}

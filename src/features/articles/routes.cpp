#include "features/articles/routes.hpp"
#include "features/articles/pages.hpp"

namespace articles {
namespace {
using web::Access;
using web::Lane;
using web::Method;

web::Response article(const web::Request& request, const Shown& shown, const std::string& name) {
    const page::Visit visit(request, *shown.frame);
    const auto* found = shown.library->find(name);
    if (!found) return web::Response::not_found();
    if (found->interrupt && request.asked("visa") != "ja") return is_it_safe_page(visit, *found);
    return article_page(visit, shown, *found);
}
}

web::Routes routes(Source source) {
    return {
        {Method::get, "/lagen", Access::anyone, Lane::memory, "articles.law", page::with(source, law_page)},
        {Method::get, "/{name}", Access::anyone, Lane::memory, "articles.article", [source](const web::Request& r) { return article(r, *source(), std::string(r.param("name"))); }},
        {Method::get, "/ung/{name}", Access::anyone, Lane::memory, "articles.young", [source](const web::Request& r) { return article(r, *source(), "ung/" + std::string(r.param("name"))); }},
    };
}
}

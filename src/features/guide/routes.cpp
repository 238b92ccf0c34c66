#include "features/guide/routes.hpp"
#include "features/guide/pages.hpp"

namespace guide {
namespace {
using web::Access;
using web::Lane;
using web::Method;

web::Response answer(const web::Request& request, const Shown& shown, web::UsedStamps& used) {
    const page::Visit visit(request, *shown.frame);
    if (used.use(request.field("stamp")) == web::UsedStamps::Use::again) return questions_page(visit, shown, {});
    const auto answers = answered(*shown.guide, [&](std::string_view question) { return web::Request::all(request.form, question); });
    return request.field("visa") == "fragor" ? questions_page(visit, shown, answers) : result_page(visit, shown, answers);
}
}

web::Routes routes(Source source, web::UsedStamps& used) {
    return {
        {Method::get, "/lotsen", Access::anyone, Lane::memory, "guide.questions", [source](const web::Request& r) { const auto shown = source(); return questions_page({r, *shown->frame}, *shown, {}); }},
        {Method::post, "/lotsen", Access::anyone, Lane::memory, std::string(result_route), [source, &used](const web::Request& r) { return answer(r, *source(), used); }},
    };
}
}

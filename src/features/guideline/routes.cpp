#include "features/guideline/routes.hpp"
#include "features/guideline/pages.hpp"
#include "features/guideline/pages_public.hpp"
#include "platform/calendar/calendar.hpp"

namespace guideline {
namespace {
using web::Access;
using web::Lane;
using web::Method;

web::Response pdf(const Shown& shown) {
    const auto today = calendar::day(shown.clock->now());
    return pdf_file(shown.papers->of("riktlinje", today, [&] { return guideline_pdf(shown, *shown.guideline, today); }), shown.guideline->version);
}
}

web::Routes routes(Source source) {
    return {
        {Method::get, "/riktlinje", Access::anyone, Lane::memory, "guideline.guideline", page::with(source, guideline_page)},
        {Method::get, "/riktlinje.json", Access::anyone, Lane::memory, "guideline.json", [source](const web::Request&) { const auto shown = source(); return guideline_json(*shown->guideline); }},
        {Method::get, "/riktlinje.pdf", Access::anyone, Lane::heavy, "guideline.pdf", [source](const web::Request&) { return pdf(*source()); }},
    };
}
}

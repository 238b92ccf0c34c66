#include "features/settings/pages.hpp"
#include "platform/html/drawing.hpp"

namespace settings {
namespace {
using html::Html;
using page::Visit;

void mark(Html& h, std::string_view title, const std::string& svg) {
    h.el("figure", {{"class", "panel stack"}}, [&] {
        h.el("figcaption", title);
        h.raw(html::drawing(svg, "brand-mark"));
    });
}

void preview(Html& h, const Visit& visit, const std::string& svg, const std::string& current, std::string_view seen) {
    h.el("p", visit.t("Märket står överst på varje sida, också på mörk botten. Se efter i både ljust och mörkt läge."));
    h.el("div", {{"class", "panels"}}, [&] { mark(h, visit.t("Nytt märke"), svg), mark(h, visit.t("Nuvarande märke"), current); });
    page::form(h, visit, save_logo_route, visit.url(std::string(home) + "/marke"), [&] {
        page::hidden_field(h, "seen", seen);
        page::hidden_field(h, "svg", svg);
        page::submit(h, visit.t("Spara märket"));
    });
    h.el("p", [&] { page::link(h, visit.url(std::string(home) + "/marke"), visit.t("Välj ett annat")); });
}
}

web::Response logo_page(const Visit& visit, Shows shows, const std::string& svg, const std::string& current, std::string_view seen, const page::FieldErrors& errors) {
    return page::staff_page(visit, {.title = std::string(visit.t("Kommunens märke")), .current = std::string(home), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Inställningar")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Kommunens märke"));
        if (shows == Shows::preview) return preview(h, visit, svg, current, seen);
        mark(h, visit.t("Nuvarande märke"), current);
        page::form(h, visit, try_logo_route, visit.url(std::string(home) + "/marke/prov"), [&] {
            page::hidden_field(h, "seen", seen);
            page::text_area(h, visit, {.name = "svg", .label = visit.t("Märket som SVG"), .hint = visit.t("Öppna filen i en textredigerare och klistra in allt som står i den. Bara former, högst 20 kB."), .value = svg, .longest = static_cast<int>(html::largest_drawing)}, 8, errors);
            page::submit(h, visit.t("Visa märket"));
        });
    }, errors.any() ? 422 : 200);
}
}

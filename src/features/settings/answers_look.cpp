#include "base/text.hpp"
#include "features/settings/answers.hpp"
#include "platform/html/drawing.hpp"
#include "platform/pack/edit.hpp"
#include "platform/theme/theme.hpp"

namespace settings {
using web::Request;
using web::Response;

Response Look::colour_shown(const Request& request, const std::string& asked, std::string_view seen, page::FieldErrors errors) const {
    const auto shown = keeping_.ground().source();
    const page::Visit visit(request, *shown->frame);
    if (!theme::parse(asked) && !errors.any()) errors.add("farg", visit.t("Skriv färgen som # och sex tecken, till exempel #00567d"));
    return colour_page(visit, asked, Reading(keeping_.source(municipality_file)).text("", "colour"), seen, errors);
}
Response Look::colour(const Request& request) const {
    const auto source = keeping_.source(municipality_file);
    const auto asked = request.asked("farg");
    return colour_shown(request, asked.empty() ? Reading(source).text("", "colour") : std::string(asked), pack::content_hash(source), {});
}
Response Look::save_colour(const Request& request) const {
    const auto shown = keeping_.ground().source();
    const page::Visit visit(request, *shown->frame);
    const std::string asked(request.field("colour"));
    const auto colour = theme::parse(asked);
    page::FieldErrors errors;
    if (!colour) return colour_shown(request, asked, request.field("seen"), {});
    const auto next = pack::with_value(keeping_.source(municipality_file), "", "colour", pack::toml_text(theme::hex(*colour)));
    const auto stored = keeping_.save(request, {{{std::string(municipality_file), next}, std::string(request.field("seen"))}}, "farg");
    if (stored) return after(request, std::string(home) + "?klart=sparat");
    explain(visit, stored.refusal(), "farg", errors);
    return colour_shown(request, asked, request.field("seen"), errors);
}

Response Look::logo(const Request& request) const {
    const auto shown = keeping_.ground().source();
    const auto source = keeping_.source(logo_file);
    return logo_page({request, *shown->frame}, Shows::form, source, source, pack::content_hash(source), {});
}

namespace {
// Why the drawing cannot be used; nothing added when it can.
void check_drawing(const page::Visit& visit, std::string_view svg, page::FieldErrors& errors) {
    if (svg.empty()) errors.add("svg", visit.t("Klistra in märket som SVG"));
    else if (svg.size() > html::largest_drawing) errors.add("svg", visit.t("Märket är för stort. Högst 20 kB, och helst mycket mindre"));
    else if (!html::only_shapes(svg)) errors.add("svg", visit.t("Märket innehåller annat än former. Spara det som enkel SVG: bara path, rect, circle och liknande, utan stil, länkar, bilder och skript"));
}
std::string typed_drawing(const Request& request) { return base::replaced(base::trimmed(request.field("svg")), "\r\n", "\n"); }
}

Response Look::try_logo(const Request& request) const {
    const auto shown = keeping_.ground().source();
    const page::Visit visit(request, *shown->frame);
    const auto svg = typed_drawing(request);
    page::FieldErrors errors;
    check_drawing(visit, svg, errors);
    return logo_page(visit, errors.any() ? Shows::form : Shows::preview, svg, keeping_.source(logo_file), request.field("seen"), errors);
}
Response Look::save_logo(const Request& request) const {
    const auto shown = keeping_.ground().source();
    const page::Visit visit(request, *shown->frame);
    const auto svg = typed_drawing(request), current = keeping_.source(logo_file);
    page::FieldErrors errors;
    check_drawing(visit, svg, errors);
    if (errors.any()) return logo_page(visit, Shows::form, svg, current, request.field("seen"), errors);
    const auto next = svg == base::trimmed(current) ? current : svg + "\n";
    const auto stored = keeping_.save(request, {{{std::string(logo_file), next}, std::string(request.field("seen"))}}, "marke");
    if (stored) return after(request, std::string(home) + "?klart=sparat");
    explain(visit, stored.refusal(), "svg", errors);
    return logo_page(visit, Shows::form, svg, current, request.field("seen"), errors);
}
}

#include "site/logo.hpp"
#include "base/text.hpp"

namespace site {
namespace {
constexpr std::array shapes{"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title"};

bool known_shape(std::string_view tag) {
    const auto end = tag.find_first_of(" \t\r\n/>");
    const auto name = tag.substr(0, end);
    return std::find(shapes.begin(), shapes.end(), name) != shapes.end();
}

// Only shapes, no scripts, no styles, no addresses: what is drawn into every page must not be able to do anything.
bool only_shapes(std::string_view svg) {
    if (!svg.starts_with("<svg ") || svg.size() > 20'000) return false;
    for (auto at = svg.find('<'); at != svg.npos; at = svg.find('<', at + 1)) {
        const auto tag = svg.substr(at + 1, svg.find('>', at) - at - 1);
        if (!known_shape(tag.starts_with('/') ? tag.substr(1) : tag)) return false;
    }
    const auto low = base::lower(svg);
    for (std::string_view bad : {" on", "href", "style", "url(", "&#", "<!"})
        if (low.find(bad) != std::string::npos) return false;
    return true;
}
}

html::Markup inline_logo(std::string_view svg) {
    svg = base::trimmed(svg);
    if (!only_shapes(svg)) return {};
    return html::trusted("<svg class=\"brand-mark\" aria-hidden=\"true\" focusable=\"false\" " + std::string(svg.substr(5)));
}

void check_logo(std::string_view svg, pack::Problems& problems) {
    if (!only_shapes(base::trimmed(svg)))
        problems.push_back({pack::Grade::fault, "logo.svg", 1, "Märket innehåller annat än former, eller är större än 20 kB.", "Spara det som enkel SVG: bara path, rect, circle och liknande, utan stil, länkar och skript."});
}
}

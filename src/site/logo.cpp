#include "site/logo.hpp"
#include "base/text.hpp"
#include "platform/html/drawing.hpp"

namespace site {

html::Markup inline_logo(std::string_view svg) { return html::drawing(svg, "brand-mark"); }

void check_logo(std::string_view svg, pack::Problems& problems) {
    if (!html::only_shapes(svg))
        problems.push_back({pack::Grade::fault, "logo.svg", 1, "Märket innehåller annat än former, eller är större än 20 kB.", "Spara det som enkel SVG: bara path, rect, circle och liknande, utan stil, länkar och skript."});
}
}

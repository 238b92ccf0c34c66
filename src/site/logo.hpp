#pragma once
#include "platform/html/html.hpp"
#include "platform/pack/problem.hpp"
#include <string_view>
namespace site {
// The municipality's mark as part of the page. Empty when the drawing holds anything but shapes.
html::Markup inline_logo(std::string_view svg);
// Says why a drawing cannot be used.
void check_logo(std::string_view svg, pack::Problems&);
}

#pragma once
#include "platform/html/html.hpp"
namespace html {

inline constexpr std::size_t largest_drawing = 20'000;
// Whether an SVG holds nothing but shapes: no script, style, address or word that browsers and librsvg could understand in another way
// than we do. What is drawn into every page must not be able to do anything.
bool only_shapes(std::string_view svg);
// The drawing as part of a page, seen but not read. Empty when it holds anything but shapes.
Markup drawing(std::string_view svg, std::string_view css_class);
}

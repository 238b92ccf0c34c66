#pragma once
#include <pango/pango.h>
namespace documents {
// Source Sans 3 of our own, and behind it the fonts of the machine for letters it lacks. One for each thread: Pango's maps are not shared.
PangoFontMap* font_map();
inline constexpr const char* family = "Source Sans 3, Open Sans, DejaVu Sans, sans-serif";
}

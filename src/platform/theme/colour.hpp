#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
// One sRGB colour, and the two views of it that the palette needs: WCAG contrast and OKLCH (even steps of lightness for the eye).
namespace theme {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Colour&) const = default;
};

// "#00567d" or "#05d", any case. Anything else is refused.
std::optional<Colour> parse(std::string_view);
// "#00567d"
std::string hex(Colour);
// WCAG 2.2 contrast ratio, 1 to 21.
double contrast(Colour, Colour);

// Lightness 0–1, chroma 0–0.4, hue in degrees.
struct Oklch {
    double lightness = 0, chroma = 0, hue = 0;
};
Oklch oklch(Colour);
// Chroma is lowered until the colour exists in sRGB, so that hue and lightness hold.
Colour colour(Oklch);
}

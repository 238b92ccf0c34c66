#pragma once
#include "platform/theme/colour.hpp"
#include <span>
#include <string>
#include <string_view>
#include <vector>
// A municipality gives one brand colour; every other colour is computed from it, for light and dark, with contrast guaranteed.
// web/README.md lists the tokens and what each is for.
namespace theme {

enum class Scheme { light, dark };

// One custom property of the stylesheet: name without the two hyphens.
struct Token {
    std::string_view name;
    Colour colour;
};
std::vector<Token> palette(Colour brand, Scheme);

// What palette() promises: `front` on `back` always has at least `ratio` (WCAG 1.4.3, 1.4.6 and 1.4.11).
struct Promise {
    std::string_view front, back;
    double ratio;
};
std::span<const Promise> promises();

// Custom properties for :root, for dark by the reader's own setting, and light again on paper.
std::string stylesheet(Colour brand);
}

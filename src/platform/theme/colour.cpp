#include "platform/theme/colour.hpp"
#include <array>
#include <cmath>
#include <numbers>
namespace theme {
namespace {
using Linear = std::array<double, 3>;

double to_linear(std::uint8_t channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::uint8_t to_channel(double linear) {
    double value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(std::fmin(std::fmax(value, 0), 1) * 255));
}

double luminance(Colour c) { return 0.2126 * to_linear(c.red) + 0.7152 * to_linear(c.green) + 0.0722 * to_linear(c.blue); }

// Björn Ottosson, "A perceptual color space for image processing" (2020); the same figures as in CSS Color 4.
Linear linear(Oklch c) {
    double angle = c.hue * std::numbers::pi / 180;
    double a = c.chroma * std::cos(angle), b = c.chroma * std::sin(angle);
    double l = std::pow(c.lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    double m = std::pow(c.lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    double s = std::pow(c.lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool in_gamut(const Linear& c) {
    for (double channel : c)
        if (channel < -0.0005 || channel > 1.0005) return false;
    return true;
}

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}
}

std::optional<Colour> parse(std::string_view text) {
    if ((text.size() != 4 && text.size() != 7) || text.front() != '#') return std::nullopt;
    for (char c : text.substr(1))
        if (digit(c) < 0) return std::nullopt;
    auto channel = [&](std::size_t i) {
        int high = digit(text.size() == 4 ? text[1 + i] : text[1 + 2 * i]);
        int low = digit(text.size() == 4 ? text[1 + i] : text[2 + 2 * i]);
        return static_cast<std::uint8_t>(high * 16 + low);
    };
    return Colour{channel(0), channel(1), channel(2)};
}

std::string hex(Colour c) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (std::uint8_t channel : {c.red, c.green, c.blue}) (out += digits[channel >> 4]) += digits[channel & 15];
    return out;
}

double contrast(Colour a, Colour b) {
    double first = luminance(a), second = luminance(b);
    return (std::fmax(first, second) + 0.05) / (std::fmin(first, second) + 0.05);
}

Oklch oklch(Colour c) {
    double red = to_linear(c.red), green = to_linear(c.green), blue = to_linear(c.blue);
    double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    double hue = std::atan2(b, a) * 180 / std::numbers::pi;
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, std::hypot(a, b), hue < 0 ? hue + 360 : hue};
}

Colour colour(Oklch c) {
    Linear rgb = linear(c);
    while (!in_gamut(rgb) && c.chroma > 0.001) {
        c.chroma *= 0.96;
        rgb = linear(c);
    }
    return {to_channel(rgb[0]), to_channel(rgb[1]), to_channel(rgb[2])};
}
}

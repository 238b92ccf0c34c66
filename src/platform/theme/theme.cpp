#include "platform/theme/theme.hpp"
#include <algorithm>
#include <array>
namespace theme {
namespace {
constexpr double warm = 75; // the hue of paper: neutral grounds are never the cold grey of a screen

// Grounds that text may stand on. Every text, link and border is checked against all of them.
struct Grounds {
    Colour background, surface, accent, warm_ground;
    std::array<Colour, 4> all() const { return {background, surface, accent, warm_ground}; }
};

double weakest(Colour front, std::span<const Colour> backs) {
    double ratio = 21;
    for (Colour back : backs) ratio = std::min(ratio, contrast(front, back));
    return ratio;
}

// Moves the lightness away from the grounds until the ratio holds against all. Black or white ends every search.
Colour reaching(Oklch start, Scheme scheme, double ratio, std::span<const Colour> backs) {
    double step = scheme == Scheme::light ? -0.005 : 0.005;
    for (Oklch c = start; c.lightness > 0 && c.lightness < 1; c.lightness += step)
        if (Colour found = colour(c); weakest(found, backs) >= ratio) return found;
    return scheme == Scheme::light ? Colour{0, 0, 0} : Colour{255, 255, 255};
}

class Palette {
    Scheme scheme_;
    Oklch brand_;
    Grounds grounds_;
    std::vector<Token> tokens_;

    double pick(double light, double dark) const { return scheme_ == Scheme::light ? light : dark; }
    Oklch tinted(double chroma, double lightness) const { return {lightness, std::min(brand_.chroma, chroma), brand_.hue}; }
    Colour reach(Oklch start, double ratio) const { return reaching(start, scheme_, ratio, grounds_.all()); }
    void add(std::string_view name, Colour c) { tokens_.push_back({name, c}); }

    void neutrals() {
        add("background", grounds_.background);
        add("surface", grounds_.surface);
        add("accent-surface", grounds_.accent);
        add("warm-surface", grounds_.warm_ground);
        add("border-subtle", colour({pick(0.885, 0.34), 0.012, warm}));
        add("border", reach({pick(0.68, 0.52), 0.015, warm}, 3));
        add("border-strong", reach({pick(0.56, 0.64), 0.015, warm}, 4.5));
        add("text", reach(tinted(0.012, pick(0.25, 0.94)), 7));
        add("text-subtle", reach(tinted(0.015, pick(0.46, 0.79)), 7));
    }

    // Buttons and other filled shapes. In light the fill is at least as dark as 4.5:1 needs, so white on it always holds;
    // hover and active go further the same way, or back towards the middle where there is no room left.
    void base() {
        double start = pick(std::min(brand_.lightness, 0.62), std::max(brand_.lightness, 0.74));
        Colour base = reach({start, std::min(brand_.chroma, pick(0.2, 0.12)), brand_.hue}, 4.5);
        Oklch fill = oklch(base);
        double away = scheme_ == Scheme::light ? (fill.lightness > 0.25 ? -0.05 : 0.06) : (fill.lightness < 0.9 ? 0.045 : -0.045);
        auto shifted = [&](double by) { return colour({fill.lightness + by, fill.chroma, fill.hue}); };
        add("base", base);
        add("base-hover", shifted(away));
        add("base-active", shifted(2 * away));
        add("base-contrast", scheme_ == Scheme::light ? Colour{255, 255, 255} : colour({0.14, std::min(fill.chroma, 0.02), fill.hue}));
        add("link", reach(tinted(0.16, pick(std::min(brand_.lightness, 0.5), 0.8)), 7));
        add("link-hover", reach(tinted(0.1, pick(0.3, 0.9)), 7));
        add("accent-border", reach(tinted(0.09, pick(0.66, 0.55)), 3));
        add("accent-line", colour(tinted(0.04, pick(0.86, 0.38))));
    }

    // Danger, warning and success keep their own hue whatever the brand: their meaning must not change between municipalities.
    void signal(std::string_view surface, std::string_view border, std::string_view text, double hue, double chroma) {
        Colour ground = colour({pick(0.962, 0.255), pick(chroma * 0.18, chroma * 0.3), hue});
        std::array<Colour, 5> backs{grounds_.background, grounds_.surface, grounds_.accent, grounds_.warm_ground, ground};
        add(surface, ground);
        add(border, reaching({pick(0.62, 0.62), chroma, hue}, scheme_, 3, backs));
        add(text, reaching({pick(0.45, 0.8), chroma, hue}, scheme_, 7, backs));
    }

public:
    Palette(Colour brand, Scheme scheme) : scheme_(scheme), brand_(oklch(brand)) {
        if (brand_.chroma < 0.004) brand_ = {brand_.lightness, 0, warm};
        grounds_ = {colour({pick(0.984, 0.185), 0.006, warm}), colour({pick(1, 0.22), pick(0, 0.007), warm}),
                    colour(tinted(pick(0.017, 0.03), pick(0.948, 0.262))), colour({pick(0.962, 0.235), pick(0.028, 0.02), 65})};
    }
    std::vector<Token> tokens() {
        neutrals();
        base();
        signal("danger-surface", "danger-border", "danger-text", 25, 0.17);
        signal("warning-surface", "warning-border", "warning-text", 72, 0.13);
        signal("success-surface", "success-border", "success-text", 152, 0.11);
        return std::move(tokens_);
    }
};

void write(std::string& out, std::span<const Token> tokens) {
    for (const Token& token : tokens) {
        out += "--";
        out += token.name;
        out += ':';
        out += hex(token.colour);
        out += ';';
    }
}
}

std::vector<Token> palette(Colour brand, Scheme scheme) { return Palette(brand, scheme).tokens(); }

std::string stylesheet(Colour brand) {
    auto light = palette(brand, Scheme::light);
    std::string out = ":root{color-scheme:light dark;";
    write(out, light);
    out += "}@media (prefers-color-scheme:dark){:root{";
    write(out, palette(brand, Scheme::dark));
    out += "}}@media print{:root{color-scheme:light;";
    write(out, light);
    // Paper is white already: a tinted ground would cost ink and come out as a grey smear in a copier.
    out += "--background:#fff;--accent-surface:#fff;--warm-surface:#fff}}\n";
    return out;
}
}

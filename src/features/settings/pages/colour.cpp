#include "features/settings/pages.hpp"
#include "platform/theme/theme.hpp"

namespace settings {
namespace {
using html::Html;
using page::Visit;
using theme::Scheme;

class Palette {
    std::vector<theme::Token> tokens_;

public:
    Palette(theme::Colour colour, Scheme scheme) : tokens_(theme::palette(colour, scheme)) {}
    theme::Colour of(std::string_view name) const {
        for (const auto& token : tokens_)
            if (token.name == name) return token.colour;
        throw base::Bug("a token that the palette does not have");
    }
    std::string hex(std::string_view name) const { return theme::hex(of(name)); }
};

void words(Html& h, std::string_view x, std::string_view y, std::string_view size, const std::string& fill, std::string_view text) { h.el("text", {{"x", x}, {"y", y}, {"font-size", size}, {"fill", fill}}, text); }

// A drawing and not elements of a page: the page's own colours are those of the colour that is saved.
void sample(Html& h, const Visit& visit, std::string_view title, const Palette& p) {
    h.el("figure", {{"class", "panel stack"}}, [&] {
        h.el("figcaption", title);
        h.el("svg", {{"class", "sample"}, {"viewBox", "0 0 320 190"}, {"role", "img"}, {"aria-label", visit.t("Rubrik, text, länk och knapp i de nya färgerna")}}, [&] {
            h.el("rect", {{"width", "320"}, {"height", "190"}, {"fill", p.hex("background")}}, "");
            h.el("rect", {{"x", "12"}, {"y", "12"}, {"width", "296"}, {"height", "166"}, {"rx", "8"}, {"fill", p.hex("surface")}, {"stroke", p.hex("border-subtle")}}, "");
            words(h, "28", "48", "20", p.hex("text"), visit.t("En rubrik"));
            words(h, "28", "74", "14", p.hex("text-subtle"), visit.t("Så här ser löpande text ut."));
            h.el("text", {{"x", "28"}, {"y", "98"}, {"font-size", "14"}, {"text-decoration", "underline"}, {"fill", p.hex("link")}}, visit.t("Det här är en länk"));
            h.el("rect", {{"x", "28"}, {"y", "120"}, {"width", "120"}, {"height", "40"}, {"rx", "6"}, {"fill", p.hex("base")}}, "");
            words(h, "60", "145", "15", p.hex("base-contrast"), visit.t("En knapp"));
            h.el("rect", {{"x", "168"}, {"y", "120"}, {"width", "124"}, {"height", "40"}, {"rx", "6"}, {"fill", p.hex("accent-surface")}, {"stroke", p.hex("accent-border")}}, "");
            words(h, "188", "145", "15", p.hex("text"), visit.t("En ruta"));
        });
    });
}

struct Pair {
    const char* words;
    std::string_view front, back;
    const char* at_least;
};
constexpr std::array pairs{Pair{i18n::key("Text på sidan"), "text", "background", "7,0"}, Pair{i18n::key("Mindre viktig text"), "text-subtle", "background", "7,0"}, Pair{i18n::key("Länk på sidan"), "link", "background", "7,0"},
                           Pair{i18n::key("Text på knapp"), "base-contrast", "base", "4,5"}, Pair{i18n::key("Knapp mot sidan"), "base", "background", "4,5"}, Pair{i18n::key("Ram runt en ruta"), "accent-border", "background", "3,0"}};

// "7,3", and never more than it is: rounded down.
std::string figure(double ratio) {
    const auto tenths = static_cast<int>(ratio * 10);
    return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10);
}

void figures(Html& h, const Visit& visit, const Palette& light, const Palette& dark) {
    const page::Table table{visit.t("Kontrast, räknad enligt WCAG"), {{"", visit.t("Vad")}, {"", visit.t("Ljust"), true}, {"", visit.t("Mörkt"), true}, {"", visit.t("Minst"), true}}, {}, visit.url(std::string(home) + "/farg")};
    page::table(h, visit, table, pairs.size(), [&](std::size_t row, std::size_t column) {
        const auto& pair = pairs[row];
        if (column == 0) h.text(visit.t(pair.words));
        else if (column == 3) h.text(pair.at_least);
        else h.text(figure(theme::contrast((column == 1 ? light : dark).of(pair.front), (column == 1 ? light : dark).of(pair.back))));
    });
}

void preview(Html& h, const Visit& visit, theme::Colour colour) {
    const Palette light(colour, Scheme::light), dark(colour, Scheme::dark);
    h.el("h2", visit.t("Så blir det med {colour}", {{"colour", theme::hex(colour)}}));
    h.el("p", visit.t("Lotsen gör färgen ljusare eller mörkare där det behövs för att alla ska kunna läsa."));
    h.el("div", {{"class", "panels"}}, [&] { sample(h, visit, visit.t("Ljust"), light), sample(h, visit, visit.t("Mörkt"), dark); });
    figures(h, visit, light, dark);
}
}

web::Response colour_page(const Visit& visit, const std::string& asked, const std::string& current, std::string_view seen, const page::FieldErrors& errors) {
    const auto colour = theme::parse(asked);
    const auto self = visit.url(std::string(home) + "/farg");
    return page::staff_page(visit, {.title = std::string(visit.t("Färg")), .current = std::string(home), .errors = errors.any()}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Inställningar")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Färg"));
        h.el("form", {{"class", "form"}, {"method", "get"}, {"action", self}, {"autocomplete", "off"}}, [&] {
            page::text_field(h, visit, {.name = "farg", .label = visit.t("Kommunens färg"), .hint = visit.t("Skriv den som # och sex tecken, till exempel #00567d. Nu är den {colour}.", {{"colour", current}}), .value = asked, .longest = 7}, errors);
            page::submit_quiet(h, visit.t("Visa hur det blir"));
        });
        if (!colour) return;
        preview(h, visit, *colour);
        if (theme::hex(*colour) == current && !errors.any()) return;
        page::form(h, visit, save_colour_route, self, [&] {
            page::hidden_field(h, "seen", seen);
            page::hidden_field(h, "colour", theme::hex(*colour));
            page::submit(h, visit.t("Spara färgen"));
        });
    }, errors.any() ? 422 : 200);
}
}

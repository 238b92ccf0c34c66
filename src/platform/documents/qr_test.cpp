#include "platform/documents/qr.hpp"
#include "platform/documents/documents.hpp"
#include <gtest/gtest.h>

using namespace documents;

namespace {
// The modules again, from the path's "M x y h n v1h-n z": what a scanner would see.
std::vector<std::string> modules(const std::string& svg, int side) {
    std::vector<std::string> rows(static_cast<std::size_t>(side), std::string(static_cast<std::size_t>(side), '.'));
    auto at = svg.find("#000");
    while ((at = svg.find('M', at)) != std::string::npos) {
        int x = 0, y = 0, length = 0;
        if (std::sscanf(svg.c_str() + at, "M%d %dh%dv1", &x, &y, &length) != 3) break;
        for (int i = 0; i < length; ++i) rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x + i)] = '#';
        ++at;
    }
    return rows;
}
}

TEST(Qr, draws_every_dark_module_inside_a_quiet_zone_of_four) {
    const std::string text = "https://stod.example.se/hanvisa/hemtjanst";
    const QrCode code(text);
    const auto svg = qr_svg(text, "QR-kod").text();
    const int side = code.width() + 8;
    const auto drawn = modules(svg, side);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const bool inside = x >= 4 && y >= 4 && x < side - 4 && y < side - 4;
            const bool dark = inside && code.dark(x - 4, y - 4);
            ASSERT_EQ(drawn[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)], dark ? '#' : '.') << x << "," << y;
        }
    EXPECT_EQ(drawn[4].substr(4, 7), "#######");   // the finder pattern stands in its corner
}
TEST(Qr, is_an_image_with_words_and_without_style) {
    const auto svg = qr_svg("https://a.se", "Till <sidan>").text();
    EXPECT_NE(svg.find("role=\"img\" aria-label=\"Till &lt;sidan&gt;\""), std::string::npos);
    EXPECT_EQ(svg.find("style"), std::string::npos);
    EXPECT_NE(svg.find("viewBox=\"0 0 "), std::string::npos);
}
TEST(Qr, refuses_what_no_code_can_hold) { EXPECT_THROW(qr_svg(std::string(4000, 'x'), ""), std::length_error); }

#include "platform/theme/theme.hpp"
#include <gtest/gtest.h>
#include <map>
#include <random>
namespace theme {
namespace {
void expect_promises(Colour brand) {
    for (Scheme scheme : {Scheme::light, Scheme::dark}) {
        std::map<std::string_view, Colour> found;
        for (const Token& token : palette(brand, scheme)) EXPECT_TRUE(found.emplace(token.name, token.colour).second) << token.name << " twice";
        for (const Promise& p : promises()) {
            ASSERT_TRUE(found.contains(p.front)) << p.front;
            ASSERT_TRUE(found.contains(p.back)) << p.back;
            EXPECT_GE(contrast(found[p.front], found[p.back]), p.ratio)
                << hex(brand) << (scheme == Scheme::light ? " light " : " dark ") << p.front << ' ' << hex(found[p.front]) << " on " << p.back << ' '
                << hex(found[p.back]);
        }
    }
}

TEST(Contrast, FollowsWcag) {
    EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21, 0.001);
    EXPECT_NEAR(contrast(*parse("#777777"), *parse("#ffffff")), 4.478, 0.001);
    EXPECT_NEAR(contrast(*parse("#00567d"), *parse("#ffffff")), contrast(*parse("#ffffff"), *parse("#00567d")), 1e-12);
}

TEST(Colour, ReadsHexOnly) {
    EXPECT_EQ(parse("#00567d"), (Colour{0, 0x56, 0x7d}));
    EXPECT_EQ(parse("#FfF"), (Colour{255, 255, 255}));
    for (std::string_view wrong : {"", "#", "00567d", "#00567", "#00567g", "#00567d0", "rgb(0,0,0)", "#-12345", " #fff"}) EXPECT_FALSE(parse(wrong)) << wrong;
    EXPECT_EQ(hex({0, 0x56, 0x7d}), "#00567d");
}

TEST(Colour, SurvivesOklchAndBack) {
    std::mt19937 random(7);
    for (int i = 0; i < 500; ++i) {
        Colour c{static_cast<std::uint8_t>(random()), static_cast<std::uint8_t>(random()), static_cast<std::uint8_t>(random())};
        Colour back = colour(oklch(c));
        EXPECT_NEAR(c.red, back.red, 1) << hex(c);
        EXPECT_NEAR(c.green, back.green, 1) << hex(c);
        EXPECT_NEAR(c.blue, back.blue, 1) << hex(c);
    }
}

TEST(Palette, KeepsEveryPromiseFor200RandomColours) {
    std::mt19937 random(20261122);
    for (int i = 0; i < 200; ++i) expect_promises({static_cast<std::uint8_t>(random()), static_cast<std::uint8_t>(random()), static_cast<std::uint8_t>(random())});
}

TEST(Palette, KeepsEveryPromiseAtTheExtremes) {
    for (std::string_view c : {"#fff", "#000", "#ff0", "#777", "#f00", "#0f0", "#00f", "#0ff", "#f0f", "#00567d"}) expect_promises(*parse(c));
}

TEST(Palette, KeepsTheBrandWhereItCanBeRead) {
    for (const Token& token : palette(*parse("#00567d"), Scheme::light))
        if (token.name == "base") {
            EXPECT_LT(contrast(token.colour, *parse("#00567d")), 1.02);
        }
}

TEST(Stylesheet, HoldsLightDarkAndPaper) {
    std::string css = stylesheet(*parse("#00567d"));
    auto dark = css.find("prefers-color-scheme:dark"), paper = css.find("@media print");
    ASSERT_NE(dark, std::string::npos);
    ASSERT_NE(paper, std::string::npos);
    EXPECT_LT(dark, paper) << "paper must come last, or a dark reader prints white on white";
    EXPECT_NE(css.find("--background:#fff", paper), std::string::npos);
    EXPECT_EQ(std::count(css.begin(), css.end(), '{'), std::count(css.begin(), css.end(), '}'));
}
}
}

#include "site/logo.hpp"
#include <gtest/gtest.h>

namespace {
std::string drawn(const std::string& inside, const std::string& more = "") { return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"" + more + ">" + inside + "</svg>"; }
bool taken(const std::string& svg) {
    pack::Problems problems;
    site::check_logo(svg, problems);
    EXPECT_EQ(problems.empty(), !site::inline_logo(svg).empty()) << svg;
    return problems.empty();
}
}

TEST(Logo, of_shapes_is_drawn_into_the_page) {
    EXPECT_TRUE(taken(drawn("\n<title>Märke</title><g fill=\"none\"><path d=\"M0 0\"/>\n<circle cx=\"1\" cy=\"1\" r=\"1\" /></g>\n")));
    EXPECT_TRUE(taken(drawn("<path d=\"M0 0\"></path>", "\n stroke-width=\"2\"")));
}
TEST(Logo, that_could_do_anything_is_refused) {
    const std::string path = "<path d=\"M0 0\"/>";
    for (const auto& svg : {drawn("<script>alert(1)</script>"), drawn("<path d=\"\" onload=\"a\"/>"), drawn("<path d=\"\"onload=\"a\"/>"), drawn("<path\tonload=\"a\"/>"), drawn("<path/onload=a/>"), drawn("<path d='a'/>"), drawn("<path d=a/>"),
                            drawn(path, "onload=\"a\""), drawn(path, " onload=\"a\""), drawn(path, " ONLOAD=\"a\""), drawn(path, " style=\"a\""), drawn(path, " fill=\"URL(#a)\""), drawn(path, " fill=\"&#117;rl(a)\""), drawn(path, " class=\"exit\""),
                            drawn(path, " data-exit=\"\""), drawn("<a href=\"//x\"/>"), drawn("<use href=\"#a\"/>"), drawn("<image href=\"x\"/>"), drawn("<animate/>"), drawn("<foreignObject/>"), drawn("<!-- x -->"), drawn("<!DOCTYPE x>"),
                            drawn("<?xml?>"), drawn("ord"), drawn("<title>&lt;</title>"), drawn("<g>"), drawn("</g>"), drawn(path) + "<p>", drawn(path) + drawn(path), drawn("</svg><svg >"), std::string("<svg "), std::string("<svg>"), std::string(),
                            drawn("<path d=\"M0 0"), drawn("<PATH d=\"\"/>"), drawn(std::string(20'000, ' '))})
        EXPECT_FALSE(taken(svg)) << svg.substr(0, 120);
}

#include "platform/markdown/markdown.hpp"
#include <gtest/gtest.h>

using markdown::rendered;

TEST(Markdown, gives_headings_an_id_from_their_words) {
    const auto out = rendered("## Vad händer *sen*?\n\nText.\n");
    EXPECT_NE(out.html.text().find("<h2 id=\"vad-hander-sen\">\nVad händer <em>sen</em>?\n</h2>"), std::string::npos) << out.html.text();
    ASSERT_EQ(out.headings.size(), 1U);
    EXPECT_EQ(out.headings[0].text, "Vad händer sen?");
}
TEST(Markdown, lets_no_markup_or_script_address_through) {
    const auto out = rendered("<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![p](https://a/b.png)\n");
    for (std::string_view bad : {"<script", "javascript:", "<img"}) EXPECT_EQ(out.html.text().find(bad), std::string::npos) << bad;
}
TEST(Markdown, rewrites_addresses_and_lists_them) {
    const auto out = rendered("[a](/stod/x)", [](std::string_view url) { return "/en" + std::string(url); });
    EXPECT_NE(out.html.text().find("href=\"/en/stod/x\""), std::string::npos);
    EXPECT_EQ(out.links, std::vector<std::string>{"/stod/x"});
}
TEST(Markdown, knows_the_words_alone) { EXPECT_EQ(rendered("En *två* tre.\n\n- fyra\n").plain, "En två tre.\nfyra\n"); }

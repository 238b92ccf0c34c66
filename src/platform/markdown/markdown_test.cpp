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
TEST(Markdown, makes_phone_numbers_links_one_can_tap) {
    const auto html = rendered("Ring 112, 116 111 eller **020-50 50 50**. Lag 1998:1120, 13 kap. och 2026-11-22.").html.text();
    for (std::string_view wanted : {"<a href=\"tel:112\">112</a>", "<a href=\"tel:116111\">116 111</a>", "<a href=\"tel:020505050\">020-50 50 50</a>"})
        EXPECT_NE(html.find(wanted), std::string::npos) << html;
    EXPECT_NE(html.find("Lag 1998:1120, 13 kap. och 2026-11-22."), std::string::npos) << html;
}
TEST(Markdown, leaves_numbers_in_links_and_headings_alone) {
    EXPECT_EQ(rendered("## Ring 112").html.text().find("tel:"), std::string::npos);
    EXPECT_EQ(rendered("[Ring 112](/sa-fragar-du)").html.text().find("tel:"), std::string::npos);
}

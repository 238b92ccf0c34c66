#include "platform/html/html.hpp"
#include "base/result.hpp"
#include <gtest/gtest.h>

using html::Html;
using html::Url;

TEST(Html, escapes_text_and_attributes) {
    Html h;
    h.el("p", {{"title", "\"<&'"}}, "<script>&");
    EXPECT_EQ(h.view(), "<p title=\"&quot;&lt;&amp;&#39;\">&lt;script&gt;&amp;</p>");
}
TEST(Html, leaves_out_an_attribute_that_is_false) {
    Html h;
    h.empty("input", {{"checked", false}, {"required", true}});
    EXPECT_EQ(h.view(), "<input required>");
}
TEST(Html, numbers_have_no_separators) {
    Html h;
    h.number(1234567);
    EXPECT_EQ(h.view(), "1234567");
}
TEST(Url, takes_no_script_address) {
    EXPECT_FALSE(Url::outside("javascript:alert(1)"));
    EXPECT_FALSE(Url::outside("https://a b"));
    EXPECT_FALSE(Url::outside("data:text/html,x"));
    EXPECT_TRUE(Url::outside("https://www.1177.se/"));
    EXPECT_THROW(Url::path("//evil.example"), base::Bug);
    EXPECT_THROW(Url::path("https://evil.example"), base::Bug);
}
TEST(Url, encodes_values_and_keeps_the_fragment_last) {
    EXPECT_EQ(Url::path("/sok").with("q", "å&b").at("x").text(), "/sok?q=%C3%A5%26b#x");
    EXPECT_EQ(Url::phone("0200-239 500").text(), "tel:0200239500");
}

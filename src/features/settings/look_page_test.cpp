#include "features/settings/site_for_tests.hpp"

using namespace settings_test;
namespace {
const std::string square = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\" fill=\"#123456\"/></svg>";
class LookPage : public SettingsPage {};
}

TEST_P(LookPage, a_colour_is_seen_before_it_is_saved) {
    const auto before = site->get("/tema.css").body();
    const auto shown = site->get(home + "/farg?farg=%23b3204d");
    EXPECT_EQ(shown.status(), 200);
    EXPECT_EQ(shown.count("//*[@class='sample']"), 2U);
    EXPECT_EQ(shown.count("//table/tbody/tr"), 6U);
    EXPECT_FALSE(shown.has("//*[@style]"));
    EXPECT_EQ(site->get("/tema.css").body(), before);
    const auto form = filled(shown, home + "/farg", {});
    ASSERT_EQ(site->post(home + "/farg", form).status(), 303);
    EXPECT_NE(site->get("/tema.css").body(), before);
    EXPECT_NE(source("municipality.toml").find("colour = \"#b3204d\"                      # en enda färg"), std::string::npos);
    EXPECT_EQ(lines("write", "farg"), 1);
}
TEST_P(LookPage, a_colour_that_is_none_is_refused) {
    EXPECT_EQ(site->get(home + "/farg?farg=rosa").status(), 422);
    EXPECT_TRUE(site->get(home + "/farg?farg=rosa").says("Skriv färgen som # och sex tecken"));
    auto form = filled(site->get(home + "/farg?farg=%23b3204d"), home + "/farg", {{"colour", "red;}body{display:none"}});
    EXPECT_EQ(site->post(home + "/farg", form).status(), 422);
    EXPECT_EQ(lines("write", "farg"), 0);
}
TEST_P(LookPage, a_mark_is_seen_before_it_is_saved) {
    const auto try_it = [&](const std::string& svg) { return site->post(home + "/marke/prov", filled(site->get(home + "/marke"), home + "/marke/prov", {{"svg", svg}})); };
    const auto shown = try_it(square);
    EXPECT_EQ(shown.status(), 200);
    EXPECT_EQ(shown.text("//input[@name='svg']/@value"), square);
    EXPECT_EQ(lines("write", "marke"), 0);
    ASSERT_EQ(site->post(home + "/marke", filled(shown, home + "/marke", {})).status(), 303);
    EXPECT_EQ(source("logo.svg"), square + "\n");
    EXPECT_NE(site->get("/").body().find("#123456"), std::string::npos);
}
TEST_P(LookPage, a_mark_that_can_do_something_is_refused) {
    const auto before = source("logo.svg");
    for (const std::string inside : {"<script>alert(1)</script>", "<path onload=\"alert(1)\" d=\"\"/>", "<a href=\"https://a.se\"/>", "<style>*{}</style>", "<image href=\"x\"/>", "<foreignObject/>"}) {
        const auto svg = base::replaced(square, "</svg>", inside + "</svg>");
        const auto tried = site->post(home + "/marke/prov", filled(site->get(home + "/marke"), home + "/marke/prov", {{"svg", svg}}));
        EXPECT_EQ(tried.status(), 422) << inside;
        EXPECT_TRUE(tried.says("Märket innehåller annat än former.")) << inside;
        // Nor by going past the preview.
        const auto fine = site->post(home + "/marke/prov", filled(site->get(home + "/marke"), home + "/marke/prov", {{"svg", square}}));
        EXPECT_EQ(site->post(home + "/marke", filled(fine, home + "/marke", {{"svg", svg}})).status(), 422) << inside;
    }
    EXPECT_EQ(source("logo.svg"), before);
}
LOTSEN_ON_BOTH_DATABASES(LookPage);

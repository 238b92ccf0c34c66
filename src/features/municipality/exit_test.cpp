#include "features/municipality/public.hpp"
#include <gtest/gtest.h>

// security.md 4.1: a button that leads nowhere is worse than none.
TEST(Exit, leads_to_a_website_or_the_pack_is_refused) {
    for (const std::string bad : {"SAKNAS", "", "mailto:a@b.se", "tel:112", "http://a.se", "/stod", "//a.se", "https://", "https://a.se/\\u000d\\u000aSet-Cookie: a=b", "javascript:alert(1)", "https://a se"}) {
        pack::Problems problems;
        (void)municipality::parse("exit_to = \"" + bad + "\"\n", "m.toml", problems);
        EXPECT_TRUE(std::any_of(problems.begin(), problems.end(), [](const auto& p) { return p.grade == pack::Grade::fault && p.line == 1; })) << bad;
    }
    pack::Problems problems;
    EXPECT_EQ(municipality::parse("exit_to = \"https://www.smhi.se/\"\n", "m.toml", problems).exit_to, "https://www.smhi.se/");
    EXPECT_FALSE(std::any_of(problems.begin(), problems.end(), [](const auto& p) { return p.reason.find("Lämna") != std::string::npos; }));
}

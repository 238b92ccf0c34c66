#include "platform/page/address.hpp"
#include <gtest/gtest.h>

using i18n::Language;
using page::localised;

TEST(Address, carries_the_language_as_prefix) {
    EXPECT_EQ(localised("/stod/x?a=b#c", Language::en), "/en/stod/x?a=b#c");
    EXPECT_EQ(localised("/", Language::latt), "/latt");
    EXPECT_EQ(localised("/stod", Language::sv), "/stod");
}
TEST(Address, leaves_what_has_no_language_alone) {
    for (std::string_view a : {"https://www.1177.se/", "tel:112", "/lamna", "/static/app.css", "#x", "//x"}) EXPECT_EQ(localised(a, Language::en), a);
}

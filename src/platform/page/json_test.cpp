#include "platform/page/json.hpp"
#include <gtest/gtest.h>

TEST(Json, escapes_and_nests) {
    page::Json json;
    json.object([&] {
        json.text("a", "\"x\"\n\x01</script>");
        json.object("b", [&] { json.number("n", 3); });
        json.array("c", {"1", "2"});
        json.text_or_null("d", "");
        json.flag("e", true);
    });
    EXPECT_EQ(json.view(), R"({"a":"\"x\"\n\u0001</script>","b":{"n":3},"c":["1","2"],"d":null,"e":true})");
    EXPECT_EQ(json.script().find('<'), std::string::npos);
}

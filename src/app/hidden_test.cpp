#include "app/hidden.hpp"
#include <gtest/gtest.h>

namespace {
std::string hidden(std::string word) {
    app::hide_password(word.data());
    return word;
}
}
TEST(Password, of_a_database_address_is_not_left_for_ps) {
    EXPECT_EQ(hidden("postgresql://lotsen:hemligt@db/x?a=b"), "postgresql://lotsen:*******@db/x?a=b");
    EXPECT_EQ(hidden("--database=postgres://a:b@c"), "--database=postgres://a:*@c");
    EXPECT_EQ(hidden("postgresql://a:b@/c@d/e"), "postgresql://a:****@d/e");
    EXPECT_EQ(hidden("postgresql://h/x?user=a&password=hemligt&b=c"), "postgresql://h/x?user=a&password=*******&b=c");
    EXPECT_TRUE(app::has_password("postgresql://a:b@c"));
}
TEST(Password, is_sought_nowhere_else) {
    for (const auto* word : {"postgresql:///lotsen?host=/run/postgresql", "postgresql://lotsen@db/x", "127.0.0.1:8080", "--data", "", "https://a:b@c", "/srv/a:b@c", "postgresql://db:5432/x"}) {
        EXPECT_EQ(hidden(word), word);
        EXPECT_FALSE(app::has_password(word));
    }
}

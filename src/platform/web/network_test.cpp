#include "platform/web/network.hpp"
#include <gtest/gtest.h>

namespace web {
TEST(Network, T18_is_the_address_or_the_first_half_of_a_long_one) {
    EXPECT_EQ(network_of("192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(network_of("2001:db8:1:2:3::4"), network_of("2001:db8:1:2:ffff::1"));
    EXPECT_NE(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:3::1"));
    EXPECT_EQ(network_of("2001:db8:1:2::1").size(), 8u);
    EXPECT_EQ(network_of("unknown"), "unknown");
}
TEST(Network, T18_a_short_address_that_a_socket_for_both_kinds_shows_is_its_own_network) {
    EXPECT_EQ(network_of("::ffff:192.0.2.1"), "192.0.2.1");
    EXPECT_NE(network_of("::ffff:192.0.2.1"), network_of("::ffff:192.0.2.2"));
}
}

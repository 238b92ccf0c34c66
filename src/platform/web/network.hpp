#pragma once
#include <string>
#include <string_view>
namespace web {
// The part of an address that is one visitor's: all of IPv4, also as a socket for both kinds shows it (RFC 4291 2.5.5.2), and the first 64 bits
// of IPv6. What is no address is itself.
std::string network_of(std::string_view address);
}

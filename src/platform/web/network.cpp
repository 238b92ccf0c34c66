#include "platform/web/network.hpp"
#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace web {
std::string network_of(std::string_view address) {
    const std::string text(address);
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
    constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (!std::equal(mapped.begin(), mapped.end(), bytes.begin())) return {bytes.begin(), bytes.begin() + 8};
    std::array<char, INET_ADDRSTRLEN> four{};
    inet_ntop(AF_INET, bytes.data() + mapped.size(), four.data(), four.size());
    return four.data();
}
}

#include "platform/web/server.hpp"
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>
// Whose tries are counted: the address that Request::peer says.

namespace web {
namespace {
std::string answer(std::uint16_t port, const std::string& lines) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket, reinterpret_cast<sockaddr*>(&place), sizeof place), 0);
    const auto request = "POST /who HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n" + lines + "\r\n";
    EXPECT_EQ(::send(socket, request.data(), request.size(), MSG_NOSIGNAL), static_cast<ssize_t>(request.size()));
    std::string heard;
    std::array<char, 4096> part{};
    for (ssize_t got = 0; (got = ::recv(socket, part.data(), part.size(), 0)) > 0;) heard.append(part.data(), static_cast<std::size_t>(got));
    ::close(socket);
    return heard.substr(heard.find("\r\n\r\n") + 4);
}
std::string told(bool proxy, const std::string& lines) {
    const Router router({{Method::post, "/who", Access::anyone, Lane::memory, "test.who", [](const Request& r) { return Response::html("[" + r.peer + "]"); }}});
    ServerOptions options;
    options.io_threads = 1;
    options.tls = proxy;
    Server server(router, options);
    server.start();
    auto heard = answer(server.port(), lines);
    server.stop();
    EXPECT_TRUE(server.wait());
    return heard;
}
}

TEST(Peer, is_the_connections_own_address_whatever_a_visitor_writes) { EXPECT_EQ(told(false, "X-Forwarded-For: 192.0.2.7\r\n"), "[127.0.0.1]"); }
TEST(Peer, is_the_last_that_the_proxy_wrote) { EXPECT_EQ(told(true, "X-Forwarded-For: 198.51.100.1, 192.0.2.7\r\n"), "[192.0.2.7]"); }
TEST(Peer, is_what_the_proxy_wrote_below_a_line_of_the_visitors_own) { EXPECT_EQ(told(true, "X-Forwarded-For: 198.51.100.1\r\nX-Forwarded-For: 192.0.2.7\r\n"), "[192.0.2.7]"); }
TEST(Peer, is_nobody_where_the_proxy_tells_nothing) { EXPECT_EQ(told(true, ""), "[]"); }
}

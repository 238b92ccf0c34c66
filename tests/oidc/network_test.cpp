#include "oidc/background.hpp"
#include "platform/oidc/http.hpp"
#include <arpa/inet.h>
#include <cstdlib>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

namespace oidc_test {
namespace {
int free_port() {
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{.sin_family = AF_INET, .sin_port = 0, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t length = sizeof address;
    ::bind(listener, reinterpret_cast<sockaddr*>(&address), length);
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length);
    ::close(listener);
    return ntohs(address.sin_port);
}

// A server with a certificate that it wrote itself, as somebody between us and the provider would have.
TEST(Certificate, ThatNobodyVouchesForIsRefused) {
    const Folder folder;
    const auto key = (folder.path() / "key.pem").string(), certificate = (folder.path() / "certificate.pem").string(), port = std::to_string(free_port());
    const auto make = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout " + key + " -out " + certificate + " 2>/dev/null";
    ASSERT_EQ(std::system(make.c_str()), 0);
    Background server{{"openssl", "s_server", "-accept", "127.0.0.1:" + port, "-key", key, "-cert", certificate, "-www"}};
    (void)server.said_after("ACCEPT");
    const auto trusting = "curl --noproxy '*' -s -o /dev/null --cacert " + certificate + " https://localhost:" + port + "/";
    EXPECT_EQ(std::system(trusting.c_str()), 0) << "it does answer who trusts it";
    const auto answer = oidc::network()->get("https://localhost:" + port + "/");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.refusal().why, oidc::NoAnswer::Why::unreachable);
    EXPECT_NE(answer.refusal().words.find("certificate"), std::string::npos) << answer.refusal().words;
}
}
}

#include "platform/web/head.hpp"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace web {
namespace {
const Limits limits;
int status_of(std::string_view bytes) {
    HeadScanner scanner;
    if (const auto refusal = scanner.look(bytes, limits)) return refusal->status;
    if (!scanner.whole()) return 0;
    const auto head = parsed_head(bytes.substr(0, scanner.length()), limits);
    return head ? 200 : head.refusal().status;
}
std::string get(const std::string& target, const std::string& lines = "") { return "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + lines + "\r\n"; }
std::string post(const std::string& lines) { return "POST / HTTP/1.1\r\nHost: x\r\n" + lines + "\r\n"; }
}

TEST(Head, readsWhatABrowserSends) {
    const auto bytes = post("Content-Length: 5\r\nCookie:  a=b \r\nConnection: keep-alive\r\nExpect: 100-continue\r\n");
    const auto head = parsed_head(bytes, limits);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->verb, Verb::post);
    EXPECT_EQ(head->length, 5U);
    EXPECT_EQ(head->line("cookie"), "a=b");
    EXPECT_TRUE(head->keep_alive && head->expects_continue && head->has_body());
}
TEST(Head, closesWhenAskedOrOld) {
    EXPECT_FALSE(parsed_head(get("/", "Connection: Close\r\n"), limits)->keep_alive);
    EXPECT_FALSE(parsed_head("GET / HTTP/1.0\r\n\r\n", limits)->keep_alive);
    EXPECT_TRUE(parsed_head(get("/"), limits)->keep_alive);
}
TEST(Head, waitsUntilItIsWhole) {
    const auto bytes = get("/");
    for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_EQ(status_of(bytes.substr(0, size)), 0) << size;
    EXPECT_EQ(status_of(bytes), 200);
}
TEST(Head, refusesLineEndsThatTwoProgramsReadDifferently) {
    for (const auto* bytes : {"GET / HTTP/1.1\n", "\r\n", "GET / HTTP/1.1\r\nHost: x\rA: b\r\n", "GET / HTTP/1.1\r\nA: b\n"}) EXPECT_EQ(status_of(bytes), 400) << bytes;
    EXPECT_EQ(status_of(get("/", " folded\r\n")), 400);
    EXPECT_EQ(status_of(std::string("GET / HTTP/1.1\r\nX: a\0b", 22)), 400);
}
TEST(Head, refusesTwoAnswersToHowLong) {
    for (const auto* lines : {"Content-Length: 4\r\nContent-Length: 4\r\n", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "Content-Length: +4\r\n", "Content-Length: 4,4\r\n",
                              "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding : chunked\r\n"})
        EXPECT_EQ(status_of(post(lines)), 400) << lines;
    EXPECT_EQ(status_of(post("Transfer-Encoding: chunked\r\n")), 200);
    EXPECT_EQ(status_of(get("/", "Content-Length: 4\r\n")), 400);
}
TEST(Head, wantsOneSoundHost) {
    for (const auto* host : {"", "Host:\r\n", "Host: a\r\nHost: a\r\n", "Host: a b\r\n", "Host: a@b\r\n", "Host: a:x\r\n", "Host: a/b\r\n"})
        EXPECT_EQ(status_of("GET / HTTP/1.1\r\n" + std::string(host) + "\r\n"), 400) << host;
    for (const auto* host : {"lotsen.danderyd.se", "localhost:8080", "[::1]:80", "127.0.0.1"}) EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n"), 200) << host;
}
TEST(Head, takesOnlyAPathAsTarget) {
    for (const auto* target : {"http://x/", "x:80", "*", "x", "/a b", "/\"", "/<", "/#a", "/\\", "/\xc3\xa5"}) EXPECT_EQ(status_of(get(target)), 400) << target;
}
TEST(Head, hasAnEnd) {
    EXPECT_EQ(status_of(get("/" + std::string(8192, 'a'))), 414);
    EXPECT_EQ(status_of("GET /" + std::string(100'000, 'a')), 414);
    EXPECT_EQ(status_of(get("/", "X: " + std::string(17'000, 'a') + "\r\n")), 431);
    std::string lines;
    for (int i = 0; i < 99; ++i) lines += "X: a\r\n";
    EXPECT_EQ(status_of(get("/", lines)), 200);
    EXPECT_EQ(status_of(get("/", lines + "X: a\r\n")), 431);
}
TEST(Head, saysWhatItDoesNotDo) {
    EXPECT_EQ(status_of(get("/", "Expect: tea\r\n")), 417);
    for (const auto* line : {"GET / HTTP/2.0", "GET / HTTP/1.2", "GET /", "GET  / HTTP/1.1", "G(T / HTTP/1.1"}) EXPECT_EQ(status_of(std::string(line) + "\r\nHost: x\r\n\r\n"), 400) << line;
}

RC_GTEST_PROP(HeadProperty, anyBytesAreReadOrRefusedWithA4xx, (const std::string& bytes)) {
    const int status = status_of(bytes);
    RC_ASSERT((status == 0 || status == 200 || (status >= 400 && status < 500)));
}
RC_GTEST_PROP(HeadProperty, oneChangedByteGivesNoCrashAndNo5xx, (std::size_t at, char byte)) {
    auto bytes = post("Content-Length: 5\r\nContent-Type: a/b\r\nCookie: a=b\r\n");
    bytes[at % bytes.size()] = byte;
    const int status = status_of(bytes);
    RC_ASSERT((status == 0 || status == 200 || (status >= 400 && status < 500)));
}
RC_GTEST_PROP(HeadProperty, arrivingInPiecesChangesNothing, (std::size_t cut)) {
    const auto bytes = get("/a?b=c", "X: y\r\n");
    HeadScanner scanner;
    RC_ASSERT(!scanner.look(std::string_view(bytes).substr(0, cut % bytes.size()), limits));
    RC_ASSERT(!scanner.look(bytes, limits));
    RC_ASSERT(scanner.length() == bytes.size());
}
}

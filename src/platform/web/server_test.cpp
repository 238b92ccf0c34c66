#include "platform/web/server.hpp"
#include "platform/web/assets.hpp"
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace web {
namespace {
using namespace std::chrono_literals;

class Visitor {
    int socket_ = ::socket(AF_INET, SOCK_STREAM, 0);

public:
    enum class Ears { good, small };
    explicit Visitor(std::uint16_t port, Ears ears = Ears::good) {
        const int little = 4096;
        if (ears == Ears::small) setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_port = htons(port);
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{5, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        connected = ::connect(socket_, reinterpret_cast<sockaddr*>(&place), sizeof place) == 0;
    }
    Visitor(const Visitor&) = delete;
    ~Visitor() { ::close(socket_); }
    bool connected = false;
    void say(std::string_view text) const { EXPECT_EQ(::send(socket_, text.data(), text.size(), MSG_NOSIGNAL), static_cast<ssize_t>(text.size())); }
    // What comes until `ending` is seen, or until the server closes.
    std::string hear(std::string_view ending = {}) const {
        std::string heard;
        std::array<char, 65536> part{};
        while (ending.empty() || !heard.ends_with(ending)) {
            const auto got = ::recv(socket_, part.data(), part.size(), 0);
            if (got <= 0) return heard;
            heard.append(part.data(), static_cast<std::size_t>(got));
        }
        return heard;
    }
};

Routes routes() {
    const auto sleepy = [](const Request&) {
        std::this_thread::sleep_for(300ms);
        return Response::html("slept.");
    };
    return {{Method::get, "/", Access::anyone, Lane::memory, "test.start", [](const Request&) { return Response::html("start."); }},
            {Method::get, "/sleepy", Access::anyone, Lane::database, "test.sleepy", sleepy},
            {Method::get, "/heavy", Access::anyone, Lane::heavy, "test.heavy", sleepy},
            {Method::get, "/large", Access::anyone, Lane::memory, "test.large", [](const Request&) { return Response::html(std::string(8'000'000, 'a').append("end.")); }},
            {Method::get, "/fails", Access::anyone, Lane::database, "test.fails", [](const Request&) -> Response { throw std::runtime_error("inside"); }},
            {Method::post, "/say", Access::anyone, Lane::memory, "test.say", [](const Request& r) { return Response::html(std::string(r.field("q")) + "."); }}};
}
std::string ask(std::uint16_t port, std::string_view first_line, std::string_view more = "") {
    const Visitor visitor(port);
    std::string request(first_line);
    request.append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n").append(more);
    if (more.find("\r\n\r\n") == more.npos) request += "\r\n";
    visitor.say(request);
    return visitor.hear();
}
struct ServerTest : testing::Test {
    const std::string css = std::string(5000, 'c');
    const std::array<base::EmbeddedFile, 1> files = {base::EmbeddedFile{"a.css", css}};
    const Assets assets{files};
    const Router router{routes(), {.languages = {{"en", "en"}}, .assets = &assets}};
    ServerOptions options = [] {
        ServerOptions o;
        o.io_threads = 2;
        return o;
    }();
};
}

TEST_F(ServerTest, keepsAConnectionForManyRequests) {
    Server server(router, options);
    server.start();
    const Visitor visitor(server.port());
    for (int i = 0; i < 3; ++i) {
        visitor.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_TRUE(visitor.hear("start.").starts_with("HTTP/1.1 200 OK\r\n"));
    }
    visitor.say("GET /sleepy HTTP/1.1\r\nHost: x\r\n\r\nGET /en HTTP/1.1\r\nHost: x\r\n\r\n");   // pipelined, answered in order
    const auto both = visitor.hear("start.");   // they may come in one piece
    const auto first = both.find("slept."), second = both.find("HTTP/1.1 200", first);
    EXPECT_TRUE(both.starts_with("HTTP/1.1 200"));
    EXPECT_TRUE(first != both.npos && second != both.npos) << both;
    EXPECT_EQ(server.figures().connections, 1U);
}
TEST_F(ServerTest, manyRequestsAtOnceDoNotHoldUpOthers) {
    options.io_threads = 1;
    std::atomic<int> done{0};
    auto more = routes();
    more.push_back({Method::get, "/slow", Access::anyone, Lane::memory, "test.slow", [&](const Request&) {
        std::this_thread::sleep_for(3ms);
        ++done;
        return Response::html("");
    }});
    const Router all(std::move(more));
    Server server(all, options);
    server.start();
    const Visitor greedy(server.port());
    std::string many;
    for (int i = 0; i < 400; ++i) many += "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n";
    greedy.say(many);
    EXPECT_TRUE(ask(server.port(), "GET /").starts_with("HTTP/1.1 200"));
    EXPECT_LT(done.load(), 400);
}
TEST_F(ServerTest, answersHeadWithoutBody) {
    Server server(router, options);
    server.start();
    const auto heard = ask(server.port(), "HEAD /large");
    EXPECT_NE(heard.find("Content-Length: 8000004\r\n"), heard.npos);
    EXPECT_TRUE(heard.ends_with("\r\n\r\n"));
    EXPECT_TRUE(ask(server.port(), "HEAD /static/a.css").ends_with("\r\n\r\n"));
    for (const auto* refused : {"HEAD //a", "HEAD /%zz", "HEAD /a?b=%ff"}) {
        const auto answer = ask(server.port(), refused);
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 ") && answer.ends_with("\r\n\r\n")) << answer;
    }
    EXPECT_TRUE(ask(server.port(), "HEAD /", "X y: 1\r\n").ends_with("\r\n\r\n"));
    EXPECT_TRUE(ask(server.port(), "HEAD /" + std::string(9000, 'a')).ends_with("\r\n\r\n"));
}
TEST_F(ServerTest, sendsAllOfALargePage) {
    Server server(router, options);
    server.start();
    const auto heard = ask(server.port(), "GET /large");
    EXPECT_GT(heard.size(), 8'000'004U);
    EXPECT_TRUE(heard.ends_with("aend."));
}
TEST_F(ServerTest, sendsAssetsPackedAndUnchanged) {
    Server server(router, options);
    server.start();
    const auto path = "GET " + assets.url("a.css").text();
    EXPECT_TRUE(ask(server.port(), path).ends_with("\r\n\r\n" + css));
    EXPECT_NE(ask(server.port(), path, "Accept-Encoding: gzip\r\n").find("Content-Encoding: gzip"), std::string::npos);
    EXPECT_TRUE(ask(server.port(), path, "If-None-Match: *\r\n").starts_with("HTTP/1.1 304 "));
    EXPECT_TRUE(ask(server.port(), "POST /static/a.css").starts_with("HTTP/1.1 405 "));
}
TEST_F(ServerTest, readsAFormWholeOrInChunks) {
    Server server(router, options);
    server.start();
    const std::string kind = "Content-Type: application/x-www-form-urlencoded\r\n";
    EXPECT_TRUE(ask(server.port(), "POST /say", kind + "Content-Length: 9\r\n\r\nq=h%C3%A4j").ends_with("\r\n\r\nhä."));
    EXPECT_TRUE(ask(server.port(), "POST /say", kind + "Transfer-Encoding: chunked\r\n\r\n3\r\nq=h\r\n2\r\nej\r\n0\r\n\r\n").ends_with("\r\n\r\nhej."));
    EXPECT_TRUE(ask(server.port(), "POST /say", kind + "Content-Length: 70000\r\n\r\nq=").starts_with("HTTP/1.1 413 "));
    EXPECT_TRUE(ask(server.port(), "POST /say", "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 2\r\n\r\nq=").starts_with("HTTP/1.1 415 "));
    const Visitor visitor(server.port());
    visitor.say("POST /say HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n" + kind + "Content-Length: 5\r\n\r\n");
    EXPECT_EQ(visitor.hear("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    visitor.say("q=hej");
    EXPECT_TRUE(visitor.hear("hej.").starts_with("HTTP/1.1 200"));
}
TEST_F(ServerTest, refusesWhenALaneIsFullAndServesTheOthers) {
    options.heavy_threads = 1;
    options.heavy_queue = 1;
    std::atomic<int> full{0};
    options.events.rejected = [&](std::string_view why) { full += why == "queue_full" ? 1 : 0; };
    Server server(router, options);
    server.start();
    std::vector<std::unique_ptr<Visitor>> visitors;
    for (int i = 0; i < 6; ++i) {
        visitors.push_back(std::make_unique<Visitor>(server.port()));
        visitors.back()->say("GET /heavy HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }
    EXPECT_TRUE(ask(server.port(), "GET /").starts_with("HTTP/1.1 200"));
    int served = 0, refused = 0;
    for (const auto& visitor : visitors) {
        const auto heard = visitor->hear();
        served += heard.starts_with("HTTP/1.1 200 ") ? 1 : 0;
        refused += heard.starts_with("HTTP/1.1 503 ") && heard.find("Retry-After: 2\r\n") != heard.npos ? 1 : 0;
    }
    EXPECT_EQ(served + refused, 6);
    EXPECT_GE(served, 2);
    EXPECT_EQ(refused, full.load());
    EXPECT_GE(refused, 3);
}
TEST_F(ServerTest, tellsAFaultToTheLogOnly) {
    std::mutex mutex;
    std::string told;
    options.events.fault = [&](auto reference, auto route, auto what) {
        const std::lock_guard lock(mutex);
        told = std::string(reference) + "|" + std::string(route) + "|" + std::string(what);
    };
    Server server(router, options);
    server.start();
    const auto heard = ask(server.port(), "GET /fails");
    const std::lock_guard lock(mutex);
    EXPECT_TRUE(heard.starts_with("HTTP/1.1 500 "));
    EXPECT_EQ(heard.find("inside"), heard.npos);
    EXPECT_TRUE(told.ends_with("|test.fails|inside"));
    EXPECT_NE(heard.find(told.substr(0, 10)), heard.npos);
}
TEST_F(ServerTest, cutsOffTheSlow) {
    options.times.head = options.times.body = options.times.fresh = options.times.idle = 100ms;
    Server server(router, options);
    server.start();
    const Visitor silent(server.port()), head(server.port()), body(server.port()), idle(server.port());
    head.say("GET / HTTP/1.1\r\nHost: x");
    body.say("POST /say HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\nq=");
    idle.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(head.hear().starts_with("HTTP/1.1 408 "));
    EXPECT_TRUE(body.hear().starts_with("HTTP/1.1 408 "));
    EXPECT_EQ(silent.hear(), "");
    EXPECT_TRUE(idle.hear().ends_with("start."));
}
TEST_F(ServerTest, cutsOffWhoDoesNotRead) {
    options.times.write = 100ms;
    options.times.rate = 100'000'000;
    std::atomic<bool> slow{false};
    options.events.rejected = [&](std::string_view why) { slow = slow || why == "slow_reader"; };
    Server server(router, options);
    server.start();
    const Visitor visitor(server.port(), Visitor::Ears::small), keeps(server.port(), Visitor::Ears::small);
    visitor.say("GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    for (int i = 0; i < 50; ++i) keeps.say("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    for (int i = 0; i < 80 && (!slow || server.figures().connections > 0); ++i) std::this_thread::sleep_for(50ms);
    EXPECT_EQ(server.figures().connections, 0U);
    EXPECT_TRUE(slow);
    EXPECT_FALSE(visitor.hear().ends_with("end."));
}
TEST_F(ServerTest, finishesWhatIsUnderWayWhenStopped) {
    Server server(router, options);
    server.start();
    const Visitor idle(server.port()), busy(server.port());
    busy.say("GET /sleepy HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    server.stop();
    EXPECT_EQ(idle.hear(), "");
    const auto heard = busy.hear();
    EXPECT_TRUE(heard.starts_with("HTTP/1.1 200") && heard.ends_with("slept.") && heard.find("Connection: close") != heard.npos) << heard;
    EXPECT_TRUE(server.wait());
    EXPECT_FALSE(Visitor(server.port()).connected);
}
TEST_F(ServerTest, cutsOffWhatDoesNotFinish) {
    options.times.drain = 50ms;
    Server server(router, options);
    server.start();
    const Visitor busy(server.port());
    busy.say("GET /sleepy HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    server.stop();
    EXPECT_FALSE(server.wait());
}
TEST_F(ServerTest, saysWhenItCannotListen) {
    const Server server(router, options);
    options.port = server.port();
    EXPECT_THROW(Server(router, options), std::system_error);
}
TEST_F(ServerTest, theSilentGiveWayWhenAllPlacesAreTaken) {
    options.connections = 20;
    Server server(router, options);
    server.start();
    std::vector<std::unique_ptr<Visitor>> silent;
    for (int i = 0; i < 30; ++i) silent.push_back(std::make_unique<Visitor>(server.port()));
    EXPECT_TRUE(ask(server.port(), "GET /").starts_with("HTTP/1.1 200"));
    EXPECT_LE(server.figures().connections, 20U);
}
TEST_F(ServerTest, holdsNoMoreThanItMay) {
    options.buffered = 1 << 20;
    std::atomic<int> full{0};
    options.events.rejected = [&](std::string_view why) { full += why == "memory_full" ? 1 : 0; };
    Server server(router, options);
    server.start();
    std::vector<std::unique_ptr<Visitor>> heavy;
    for (int i = 0; i < 60; ++i) {
        heavy.push_back(std::make_unique<Visitor>(server.port()));
        heavy.back()->say("POST /say HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n");
        heavy.back()->say(std::string(50'000, 'a'));
    }
    for (int i = 0; i < 40 && full == 0; ++i) std::this_thread::sleep_for(50ms);
    EXPECT_GT(full, 0);
    EXPECT_TRUE(ask(server.port(), "GET /").starts_with("HTTP/1.1 200"));
    heavy.clear();
    for (int i = 0; i < 40 && server.figures().held > 0; ++i) std::this_thread::sleep_for(50ms);
    EXPECT_EQ(server.figures().held, 0U);
}
TEST_F(ServerTest, mayBoundConnectionsOfOneAddress) {
    options.per_address = 2;
    Server server(router, options);
    server.start();
    auto one = std::make_unique<Visitor>(server.port());
    const Visitor two(server.port());
    one->say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_FALSE(one->hear("start.").empty());
    EXPECT_EQ(ask(server.port(), "GET /"), "");
    one.reset();
    std::this_thread::sleep_for(100ms);
    EXPECT_TRUE(ask(server.port(), "GET /").starts_with("HTTP/1.1 200"));
}
}

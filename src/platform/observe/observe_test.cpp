#include "platform/observe/line_writer.hpp"
#include "platform/observe/observer.hpp"
#include <array>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace observe {
namespace {
struct Pipe {
    std::array<int, 2> ends{};
    Pipe() { EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0); }
    ~Pipe() {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    std::string read() const {
        std::string text(1 << 16, '\0');
        const auto got = ::read(ends[0], text.data(), text.size());
        text.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
        return text;
    }
};
const web::Routes routes = {{web::Method::get, "/", web::Access::anyone, web::Lane::memory, "site.start", [](const web::Request&) { return web::Response{}; }}};
}

TEST(Log, isOneJsonLineToTheMinute) {
    const Pipe pipe;
    {
        Log log(pipe.ends[1]);
        log.request({"site.start", web::Lane::memory, 200, 42, "abc"});
        log.fault("abc", "site.start", "line\n\"two\"");
        log.event(Level::info, "started", {{"version", "0.1"}});
    }
    const auto text = pipe.read();
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
    EXPECT_NE(text.find("\"route\":\"site.start\",\"status\":200,\"us\":42}"), text.npos) << text;
    EXPECT_NE(text.find("\"what\":\"line\\u000a\\\"two\\\"\""), text.npos) << text;
    EXPECT_NE(text.find("\"event\":\"started\",\"version\":\"0.1\"}"), text.npos) << text;
    EXPECT_EQ(text.find("Z\""), std::string_view("{\"time\":\"2026-11-22T09:00").size());   // no seconds
}
TEST(Log, aReaderWhoStopsReadingHoldsNobodyUp) {
    const Pipe pipe;
    const auto begun = std::chrono::steady_clock::now();
    {
        LineWriter writer(pipe.ends[1], 100'000);
        for (int i = 0; i < 10'000; ++i) writer.add(std::string(99, 'x') + "\n", LineWriter::Haste::now);
        EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(500));
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(4));
}
TEST(Metrics, countByRouteAndClassOnly) {
    Observer observer(routes, ::open("/dev/null", O_WRONLY | O_CLOEXEC));
    const auto events = observer.events();
    events.finished({"site.start", web::Lane::memory, 200, 100, "r"});
    events.finished({"site.start", web::Lane::memory, 204, 100, "r"});
    events.finished({"none", web::Lane::memory, 404, 100, "r"});
    events.finished({"/secret?q=x", web::Lane::memory, 200, 100, "r"});
    events.rejected("two_lengths");
    const auto text = observer.metrics().text();
    EXPECT_NE(text.find("lotsen_requests_total{route=\"site.start\",status=\"2xx\"} 2"), text.npos) << text;
    EXPECT_NE(text.find("lotsen_requests_total{route=\"none\",status=\"4xx\"} 1"), text.npos);
    EXPECT_NE(text.find("lotsen_rejected_total{reason=\"two_lengths\"} 1"), text.npos);
    EXPECT_NE(text.find("lotsen_request_seconds_count{lane=\"memory\"} 3"), text.npos);
    EXPECT_EQ(text.find("secret"), text.npos);
}
TEST(Metrics, askOtherPartsEachTimeAndSurviveTheirFaults) {
    Metrics metrics(routes);
    double age = 7;
    metrics.ask("lotsen_age_seconds", "Age", [&] { return age; });
    metrics.ask("lotsen_away", "Away", []() -> double { throw std::runtime_error("the database is away"); });
    EXPECT_NE(metrics.text().find("lotsen_age_seconds 7\n"), std::string::npos) << metrics.text();
    age = std::numeric_limits<double>::infinity();
    EXPECT_NE(metrics.text().find("lotsen_age_seconds +Inf\n"), std::string::npos) << metrics.text();
    EXPECT_NE(metrics.text().find("lotsen_away Nan\n"), std::string::npos) << metrics.text();
}
TEST(Metrics, areServedToTheMachineItselfOnly) {
    const Metrics metrics(routes);
    EXPECT_GT(MetricsServer(metrics, "127.0.0.1", 0).port(), 0);
    EXPECT_ANY_THROW(MetricsServer(metrics, "0.0.0.0", 0));
}
}

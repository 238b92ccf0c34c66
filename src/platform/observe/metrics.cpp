#include "platform/observe/metrics.hpp"
#include "base/result.hpp"
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <limits>
#include <mutex>

namespace observe {
namespace {
using Family = prometheus::Family<prometheus::Counter>;
using Classes = std::array<prometheus::Counter*, 6>;   // by the first digit of the status
const prometheus::Histogram::BucketBoundaries seconds = {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
constexpr std::array lanes = {"memory", "database", "heavy"};
}

struct Metrics::Inside {
    prometheus::Registry registry;
    std::map<std::string, Classes, std::less<>> requests;
    std::array<prometheus::Histogram*, 3> durations{};
    Family& rejections = prometheus::BuildCounter().Name("lotsen_rejected_total").Help("Requests and connections refused, by reason").Register(registry);
    prometheus::Family<prometheus::Gauge>& waiting = prometheus::BuildGauge().Name("lotsen_queue_waiting").Help("Requests that wait for a thread of their lane").Register(registry);
    prometheus::Gauge& connections = prometheus::BuildGauge().Name("lotsen_connections").Help("Open connections").Register(registry).Add({});
    prometheus::Gauge& held = prometheus::BuildGauge().Name("lotsen_held_bytes").Help("Memory held for unfinished requests and unread answers").Register(registry).Add({});
    prometheus::Gauge& database = waiting.Add({{"lane", "database"}});
    prometheus::Gauge& heavy = waiting.Add({{"lane", "heavy"}});
    std::atomic<const web::Server*> server{nullptr};
    std::mutex asking;
    std::vector<std::pair<prometheus::Gauge*, std::function<double()>>> asked;
};

Metrics::Metrics(const web::Routes& routes) : inside_(std::make_unique<Inside>()) {
    auto& family = prometheus::BuildCounter().Name("lotsen_requests_total").Help("Requests answered, by route and class of status").Register(inside_->registry);
    const auto add = [&](const std::string& name) {
        for (std::size_t i = 2; i < 6; ++i) inside_->requests[name][i] = &family.Add({{"route", name}, {"status", std::to_string(i) + "xx"}});
    };
    for (const auto& route : routes) add(route.name);
    for (const auto* name : {"assets", "none", "refused"}) add(name);
    auto& durations = prometheus::BuildHistogram().Name("lotsen_request_seconds").Help("From the whole head received to the answer handed to the network").Register(inside_->registry);
    for (std::size_t i = 0; i < lanes.size(); ++i) inside_->durations.at(i) = &durations.Add({{"lane", lanes.at(i)}}, seconds);
}
Metrics::~Metrics() = default;

void Metrics::watch(const web::Server& server) { inside_->server = &server; }
void Metrics::finished(const web::Finished& done) {
    const auto found = inside_->requests.find(done.route);
    if (found == inside_->requests.end() || done.status < 200 || done.status > 599) return;
    found->second.at(static_cast<std::size_t>(done.status / 100))->Increment();
    inside_->durations.at(static_cast<std::size_t>(done.lane))->Observe(static_cast<double>(done.micros) / 1e6);
}
void Metrics::rejected(std::string_view why) { inside_->rejections.Add({{"reason", std::string(why)}}).Increment(); }
void Metrics::ask(const std::string& name, const std::string& help, std::function<double()> answer) {
    const std::lock_guard lock(inside_->asking);
    inside_->asked.emplace_back(&prometheus::BuildGauge().Name(name).Help(help).Register(inside_->registry).Add({}), std::move(answer));
}
prometheus::Registry& Metrics::registry() { return inside_->registry; }

std::string Metrics::text() const {
    if (const auto* server = inside_->server.load()) {
        const auto figures = server->figures();
        inside_->connections.Set(static_cast<double>(figures.connections));
        inside_->held.Set(static_cast<double>(figures.held));
        inside_->database.Set(static_cast<double>(figures.database_waiting));
        inside_->heavy.Set(static_cast<double>(figures.heavy_waiting));
    }
    const std::lock_guard lock(inside_->asking);
    for (const auto& [gauge, answer] : inside_->asked) try {
            gauge->Set(answer());
        } catch (const std::exception&) {
            gauge->Set(std::numeric_limits<double>::quiet_NaN());   // the database is away: the other numbers are wanted all the more
        }
    return prometheus::TextSerializer().Serialize(inside_->registry.Collect());
}

MetricsServer::MetricsServer(const Metrics& metrics, const std::string& address, std::uint16_t port) {
    base::require(address.starts_with("127.") || address == "::1", "metrics are only served to the machine itself");
    const auto page = [&metrics](const web::Request&) {
        web::Response response;
        response.type = "text/plain; version=0.0.4; charset=utf-8";
        response.body = metrics.text();
        return response;
    };
    router_ = std::make_unique<web::Router>(web::Routes{{web::Method::get, "/metrics", web::Access::anyone, web::Lane::memory, "observe.metrics", page}});
    web::ServerOptions options;
    options.address = address;
    options.port = port;
    options.io_threads = 1;
    options.connections = 32;
    server_ = std::make_unique<web::Server>(*router_, std::move(options));
    server_->start();
}
}

#pragma once
#include "platform/web/server.hpp"
#include <atomic>
#include <memory>
#include <string>
namespace prometheus {
class Registry;
}
namespace observe {

// Numbers about the program for Prometheus. Labels are route names and closed words: never anything a visitor sent.
class Metrics {
    struct Inside;
    std::unique_ptr<Inside> inside_;

public:
    explicit Metrics(const web::Routes&);
    ~Metrics();
    void watch(const web::Server&);
    void finished(const web::Finished&);
    void rejected(std::string_view why);
    // For numbers of other parts: age of the oldest unsent row, of the last backup.
    prometheus::Registry& registry();
    // In Prometheus' text format.
    std::string text() const;
};

// Serves the numbers at /metrics on a listener of its own. Throws base::Bug when the address is not of the machine itself.
class MetricsServer {
    std::unique_ptr<web::Router> router_;
    std::unique_ptr<web::Server> server_;

public:
    MetricsServer(const Metrics&, const std::string& address, std::uint16_t port);
    std::uint16_t port() const { return server_->port(); }
};
}

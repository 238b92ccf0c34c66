#pragma once
#include "platform/web/server.hpp"
#include <atomic>
#include <functional>
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
    // A number that another part knows (age of the last backup, of the oldest unsent row), asked whenever the numbers are read. What
    // cannot be had just now is shown as NaN.
    void ask(const std::string& name, const std::string& help, std::function<double()>);
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

#pragma once
#include "platform/observe/log.hpp"
#include "platform/observe/metrics.hpp"
namespace observe {

// The log and the metrics of one site, joined to its server.
class Observer {
    Log log_;
    Metrics metrics_;

public:
    explicit Observer(const web::Routes& routes, int descriptor = 2) : log_(descriptor), metrics_(routes) {}
    // For ServerOptions::events. The observer must outlive the server.
    web::Events events();
    // Lets the metrics ask the server how many connections and waiting requests it has, as long as it lives.
    void watch(const web::Server& server) { metrics_.watch(server); }
    Log& log() { return log_; }
    Metrics& metrics() { return metrics_; }
};
}

#pragma once
#include "platform/web/server.hpp"
#include <memory>
#include <string_view>
namespace spdlog {
class logger;
}
namespace observe {

enum class Level { debug, info, warning, error };
using Details = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// One JSON line an event. Of a request: time to the minute, level, reference, route name, status, µs; never path, query, address
// or browser (security.md 4.3). What a fault says inside must name no person: it is for the log only.
class Log {
    std::shared_ptr<spdlog::logger> logger_;

public:
    explicit Log(int descriptor = 2, Level least = Level::info);
    void request(const web::Finished&);
    void fault(std::string_view reference, std::string_view route, std::string_view what);
    // Of the program itself, not of a visitor: "started", "stopped", "content_changed".
    void event(Level, std::string_view name, Details = {});
};
std::string json_text(std::string_view);
}

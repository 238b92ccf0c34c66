#pragma once
#include "platform/web/limits.hpp"
#include "platform/web/router.hpp"
#include <cstdint>
#include <memory>
namespace web {

// What the server tells whoever watches (log, metrics). Called from many threads; must be quick and must not throw.
struct Finished {
    std::string_view route;     // the route's name, "assets", "none" (no such page) or "refused"
    Lane lane = Lane::memory;
    int status = 0;
    std::int64_t micros = 0;    // from the whole head received to the answer handed to the network
    std::string_view reference;
};
struct Events {
    std::function<void(const Finished&)> finished = {};
    std::function<void(std::string_view reference, std::string_view route, std::string_view what)> fault = {};
    std::function<void(std::string_view why)> rejected = {};   // a word: "two_lengths", "queue_full", "slow_head"
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;             // 0: any free one
    unsigned io_threads = 0;            // 0: as many as cores
    unsigned database_threads = 64, heavy_threads = 2;
    // Paper is made once and then only handed out, so a crowd that wants the same one may wait in line rather than be turned away.
    std::size_t database_queue = 256, heavy_queue = 2048;
    std::size_t connections = 0;        // 0: as many as the descriptor limit leaves room for
    std::size_t buffered = 128 << 20;   // bytes of unfinished requests and unread answers held for all visitors together
    std::size_t per_address = 0;        // connections from one address; 0: no cap (behind a proxy all come from one)
    bool tls = false;                   // a proxy in front speaks TLS
    Limits limits;
    Times times;
    Events events;
};

struct Figures {
    std::size_t connections = 0, database_waiting = 0, heavy_waiting = 0, held = 0;   // held: bytes for unfinished requests and answers
};

class Server {
    struct Inside;
    std::unique_ptr<Inside> inside_;

public:
    // Binds and listens; throws std::system_error when the address cannot be had. The router must outlive the server.
    Server(const Router&, ServerOptions);
    ~Server();
    void start();
    std::uint16_t port() const;
    // Ends on SIGTERM and SIGINT too.
    void stop_on_signals();
    // Takes no more connections, finishes requests under way, closes the rest. May be called from any thread, more than once.
    void stop();
    // Returns when stopped; false when something had not finished after times.drain and was cut off.
    bool wait();
    Figures figures() const;
};

// Serves until SIGTERM or SIGINT; as Server::wait().
bool serve(const Router&, ServerOptions);
}

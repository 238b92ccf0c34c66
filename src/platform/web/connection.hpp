#pragma once
// Only server.cpp includes this: it carries the heavy headers of Boost.
#include "platform/web/answer.hpp"
#include "platform/web/assets.hpp"
#include "platform/web/chunks.hpp"
#include "platform/web/exchange.hpp"
#include "platform/web/server.hpp"
#include "platform/web/work_pool.hpp"
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
namespace web {
namespace net = boost::asio;
using Tcp = net::ip::tcp;
using Socket = net::basic_stream_socket<Tcp, net::io_context::executor_type>;
using Timer = net::basic_waitable_timer<std::chrono::steady_clock, net::wait_traits<std::chrono::steady_clock>, net::io_context::executor_type>;
using Ticks = std::chrono::steady_clock::time_point;
using Code = boost::system::error_code;
class Client;

// What all threads of one server share.
struct Shared {
    const Router& router;
    ServerOptions options;
    WorkPool database, heavy;
    std::atomic<std::size_t> connections{0}, held{0};   // held: bytes, see ServerOptions::buffered
    std::atomic<bool> draining{false}, cut_off{false};
    std::function<void(const net::ip::address&)> left = {};   // set when connections per address are counted

    Shared(const Router& r, ServerOptions o)
        : router(r), options(std::move(o)), database(options.database_threads, options.database_queue), heavy(options.heavy_threads, options.heavy_queue) {}
    void rejected(std::string_view why) const {
        if (options.events.rejected) options.events.rejected(why);
    }
};

// One I/O thread: its sockets, its clock and its scratch memory. Everything here is touched by that thread only.
class IoThread {
    std::vector<Client*> clients_;
    Ticks drain_end_{};
    std::string date_;
    std::int64_t date_second_ = 0;
    void sweep();

public:
    Shared& shared;
    net::io_context context{1};
    net::executor_work_guard<net::io_context::executor_type> work{context.get_executor()};
    std::array<char, 32 << 10> incoming;
    std::string head;

private:
    Timer sweeper_{context};

public:
    explicit IoThread(Shared& s) : shared(s) {}
    void begin();
    void adopt(Socket);
    void forget(Client&);
    void drain();
    void shed();
    std::string_view date();
    std::string reference();
};

// One connection: reads a head, maybe a body, has it answered in its lane, writes, and begins again.
class Client : public std::enable_shared_from_this<Client> {
    enum class Stage { fresh, head, body, working, writing, idle, lingering, gone } stage_ = Stage::fresh;
    friend class IoThread;
    IoThread& io_;
    Socket socket_;
    std::size_t index_ = 0;                 // in io_.clients_
    Ticks deadline_, read_by_{}, began_{};  // read_by_: when the visitor must have fetched the last answer; zero when known to be
    net::ip::address address_;
    std::string in_, body_, out_;           // received and unused; body; what of an answer the network did not take yet
    std::string_view out_view_;             // the same for an asset: its bytes live as long as the program
    HeadScanner scanner_;
    Asked asked_;
    ChunkReader chunks_;
    std::size_t length_ = 0, held_ = 0;
    bool keep_ = true, chunked_ = false, discards_body_ = false;

    void await_read();
    void readable();
    void proceed();
    bool read_head();
    std::string peer() const;
    bool begin_request(const Head&);
    bool read_body();
    bool complete();
    bool to_pool(WorkPool&, const Route&);
    bool answered(const Route&, Router::Answered, const std::string& reference);
    bool send_asset(const Asset&, const Head&);
    bool send(const Response&, std::string_view route, Lane, std::string_view reference = {});
    bool send_bytes(std::string_view head, std::string_view body, const std::string* owned);
    bool refuse(const Refusal&);
    bool sent();
    bool after_others();
    void write_more();
    void linger();
    void discard();
    void next_request();
    void late();
    bool has_room();
    void reset();
    bool unread();
    void close();
    void drain();
    void told(std::string_view route, Lane, int status, std::string_view reference) const;
    void enter(Stage stage, std::chrono::milliseconds time) { stage_ = stage, deadline_ = std::chrono::steady_clock::now() + time; }
    const ServerOptions& options() const { return io_.shared.options; }
    bool draining() const { return io_.shared.draining.load(std::memory_order_relaxed); }

public:
    Client(IoThread& io, Socket socket);
    void begin();
};
}

#include "platform/web/server.hpp"
#include "platform/web/connection.hpp"
#include "platform/web/client.ipp"
#include "platform/web/io_thread.ipp"
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <sys/resource.h>
#include <system_error>

namespace web {
namespace {
using Acceptor = net::basic_socket_acceptor<Tcp, net::io_context::executor_type>;
constexpr auto accept_pause = std::chrono::milliseconds(50);
constexpr std::size_t spare_descriptors = 256;   // for databases, files and the pool, when visitors want all

std::size_t raised_descriptor_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<std::size_t>(limit.rlim_cur);
}
std::size_t room_for_connections() {
    const auto limit = raised_descriptor_limit();
    return limit > 2 * spare_descriptors ? limit - spare_descriptors : limit / 2;
}
}

struct Server::Inside {
    Shared shared;
    std::vector<std::unique_ptr<IoThread>> ios;
    Acceptor acceptor;
    Timer pause;
    std::optional<net::basic_signal_set<net::io_context::executor_type>> signals;
    std::vector<std::thread> threads;
    std::size_t next = 0;
    std::uint16_t port = 0;
    std::mutex address_mutex;
    std::map<net::ip::address, std::size_t> by_address;

    Inside(const Router& router, ServerOptions options)
        : shared(router, std::move(options)), ios(made(shared)), acceptor(ios[0]->context), pause(ios[0]->context) {
        if (shared.options.connections == 0) shared.options.connections = room_for_connections();
        if (shared.options.per_address > 0) shared.left = [this](const auto& address) { count_left(address); };
        listen();
    }
    static std::vector<std::unique_ptr<IoThread>> made(Shared& shared) {
        std::vector<std::unique_ptr<IoThread>> all;
        const auto count = shared.options.io_threads ? shared.options.io_threads : std::max(1U, std::thread::hardware_concurrency());
        for (unsigned i = 0; i < count; ++i) all.push_back(std::make_unique<IoThread>(shared));
        return all;
    }
    void listen() {
        const auto& options = shared.options;
        const Tcp::endpoint place(net::ip::make_address(options.address), options.port);
        acceptor.open(place.protocol());
        acceptor.set_option(net::socket_base::reuse_address(true));
        acceptor.bind(place);
        acceptor.listen(4096);
        port = acceptor.local_endpoint().port();
    }
    bool one_more(const net::ip::address& address) {
        if (shared.options.per_address == 0) return true;
        const std::lock_guard lock(address_mutex);
        auto& count = by_address[address];
        if (count >= shared.options.per_address) return false;
        ++count;
        return true;
    }
    void count_left(const net::ip::address& address) {
        const std::lock_guard lock(address_mutex);
        if (const auto found = by_address.find(address); found != by_address.end() && --found->second == 0) by_address.erase(found);
    }

    void accept() {
        if (shared.draining) return;
        if (shared.connections >= shared.options.connections) return make_room();
        auto& io = *ios[next++ % ios.size()];
        acceptor.async_accept(io.context, [this, &io](Code error, Socket socket) {
            if (error == net::error::operation_aborted) return;
            // Out of descriptors or memory: wait, or the loop would spin on a listener that stays readable.
            if (error) return accept_later("no_descriptor");
            welcome(io, std::move(socket));
            accept();
        });
    }
    void make_room() {
        for (auto& io : ios) net::post(io->context, [&io] { io->shed(); });
        accept_later("connections_full");
    }
    void accept_later(std::string_view why) {
        shared.rejected(why);
        pause.expires_after(accept_pause);
        pause.async_wait([this](Code error) {
            if (!error) accept();
        });
    }
    void welcome(IoThread& io, Socket socket) {
        Code ignored;
        const auto address = socket.remote_endpoint(ignored).address();
        if (!one_more(address)) return shared.rejected("address_full");
        ++shared.connections;
        net::post(io.context, [&io, moved = std::make_shared<Socket>(std::move(socket))] { io.adopt(std::move(*moved)); });
    }
    void stop() {
        if (shared.draining.exchange(true)) return;
        net::post(ios[0]->context, [this] {
            Code ignored;
            acceptor.close(ignored);
            pause.cancel();
            if (signals) signals->cancel(ignored);
        });
        for (auto& io : ios) net::post(io->context, [&io] { io->drain(); });
    }
    void join() {
        for (auto& thread : threads) thread.join();
        threads.clear();
    }
};

Server::Server(const Router& router, ServerOptions options) {
    try {
        inside_ = std::make_unique<Inside>(router, std::move(options));
    } catch (const boost::system::system_error& error) {
        throw std::system_error(error.code().value(), std::system_category(), "cannot listen");
    }
}
Server::~Server() {
    stop();
    wait();
}
void Server::start() {
    for (auto& io : inside_->ios) {
        io->begin();
        inside_->threads.emplace_back([&io] { io->context.run(); });
    }
    net::post(inside_->ios[0]->context, [inside = inside_.get()] { inside->accept(); });
}
std::uint16_t Server::port() const { return inside_->port; }
void Server::stop_on_signals() {
    auto& signals = inside_->signals.emplace(inside_->ios[0]->context, SIGINT, SIGTERM);
    signals.async_wait([inside = inside_.get()](Code error, int) {
        if (!error) inside->stop();
    });
}
void Server::stop() { inside_->stop(); }
bool Server::wait() {
    inside_->join();
    inside_->shared.database.end();
    inside_->shared.heavy.end();
    return !inside_->shared.cut_off;
}
Figures Server::figures() const { return {inside_->shared.connections, inside_->shared.database.waiting(), inside_->shared.heavy.waiting(), inside_->shared.held}; }

bool serve(const Router& router, ServerOptions options) {
    Server server(router, std::move(options));
    server.stop_on_signals();
    server.start();
    return server.wait();
}
}

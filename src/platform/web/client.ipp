// The bodies of Client, included by server.cpp only.
#include "base/text.hpp"
#include <boost/asio/post.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace web {
namespace {
constexpr std::size_t most_discarded = 1 << 20, small_buffer = 4 << 10;
constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";

// A second parser, written by others and widely used, must read the same from the head; where two could differ we answer nobody.
bool second_opinion(std::string_view bytes, const Head& head) {
    namespace http = boost::beast::http;
    http::request_parser<http::empty_body> parser;
    parser.header_limit(64 << 10);
    Code error;
    parser.put(net::buffer(bytes.data(), bytes.size()), error);
    if ((error && error != http::error::need_more) || !parser.is_header_done()) return false;
    const auto target = parser.get().target();
    const auto length = parser.content_length();
    return std::string_view(target.data(), target.size()) == head.target && parser.chunked() == head.chunked &&
           length.value_or(0) == head.length.value_or(0) && length.has_value() == head.length.has_value();
}
}

Client::Client(IoThread& io, Socket socket) : io_(io), socket_(std::move(socket)) {
    if (io.shared.left) {
        Code ignored;
        address_ = socket_.remote_endpoint(ignored).address();
    }
    enter(Stage::fresh, options().times.fresh);
}
void Client::begin() { readable(); }

void Client::await_read() {
    socket_.async_wait(Socket::wait_read, [self = shared_from_this()](Code error) {
        if (self->stage_ == Stage::gone) return;
        if (error) return self->close();
        self->stage_ == Stage::lingering ? self->discard() : self->readable();
    });
}
void Client::readable() {
    const auto got = ::recv(socket_.native_handle(), io_.incoming.data(), io_.incoming.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return await_read();
    if (got <= 0) return close();
    in_.append(io_.incoming.data(), static_cast<std::size_t>(got));
    if (!has_room()) return reset();
    if (stage_ == Stage::fresh || stage_ == Stage::idle) enter(Stage::head, options().times.head);
    proceed();
}

// Counts what this visitor makes us hold; nobody is answered with an error for it, since the answer would need room too.
bool Client::has_room() {
    const auto now = in_.capacity() + body_.capacity() + out_.capacity();
    if (now == held_) return true;
    io_.shared.held += now - held_;   // wraps when less: the sum is right again
    held_ = now;
    if (io_.shared.held <= options().buffered || now <= small_buffer) return true;
    io_.shared.rejected("memory_full");
    return false;
}

// Each step answers whether there may be more to do at once; when not, the next event on the socket or from a lane goes on.
void Client::proceed() {
    for (bool more = true; more;) more = stage_ == Stage::head ? read_head() : stage_ == Stage::body ? read_body() : false;
}

bool Client::read_head() {
    if (auto refusal = scanner_.look(in_, options().limits)) return refuse(*refusal);
    if (!scanner_.whole()) return await_read(), false;
    began_ = std::chrono::steady_clock::now();
    const std::string bytes = in_.substr(0, scanner_.length());
    in_.erase(0, scanner_.length());
    discards_body_ = bytes.starts_with("HEAD ");   // also when refused: what follows a HEAD would be read as the next answer
    auto head = parsed_head(bytes, options().limits);
    if (!head) return refuse(head.refusal());
    if (!second_opinion(bytes, *head)) return refuse({400, "second_opinion"});
    keep_ = head->keep_alive && !draining();
    chunked_ = head->chunked;
    length_ = head->length.value_or(0);
    auto result = web::asked(*head, io_.shared.router, options().limits);
    if (!result) return refuse(result.refusal());
    asked_ = *std::move(result);
    if (asked_.request.method == Method::post) asked_.request.peer = peer();
    return begin_request(*head);
}

// Behind a proxy everybody comes from it: the last address it wrote down is the one it saw, and when it writes none nobody is told apart.
// Some proxies write a line of their own below the visitor's. Without a proxy a visitor could write what she likes.
std::string Client::peer() const {
    const auto lines = Request::all(asked_.request.headers, "x-forwarded-for");
    const auto forwarded = lines.empty() ? std::string_view() : lines.back();
    if (options().tls) return std::string(base::trimmed(forwarded.substr(forwarded.rfind(',') + 1)));
    Code ignored;
    return socket_.remote_endpoint(ignored).address().to_string();
}

bool Client::begin_request(const Head& head) {
    if (!asked_.found.route && head.has_body()) keep_ = false;   // the body is never read
    if (asked_.found.asset) return send_asset(*asked_.found.asset, head);
    if (!asked_.found.route) {
        auto response = asked_.found.status == 308 ? Response{.status = 308, .type = ""} : io_.shared.router.error(asked_.request, asked_.found.status);
        if (!asked_.found.location.empty()) response.header("Location", asked_.found.location);
        if (!asked_.found.allow.empty()) response.header("Allow", asked_.found.allow);
        return send(response, "none", Lane::memory, io_.reference());
    }
    if (!head.has_body()) return complete();
    if (head.expects_continue && in_.empty()) (void)::send(socket_.native_handle(), go_on.data(), go_on.size(), MSG_NOSIGNAL);
    enter(Stage::body, options().times.body);
    return true;
}

bool Client::read_body() {
    std::size_t used = 0;
    if (chunked_) {
        if (auto refusal = chunks_.take(in_, used, body_, options().limits.body)) return refuse(*refusal);
    } else {
        used = std::min(length_ - body_.size(), in_.size());
        body_.append(in_, 0, used);
    }
    in_.erase(0, used);
    if (chunked_ ? !chunks_.done() : body_.size() < length_) return await_read(), false;
    if (auto refusal = take_form(asked_.request, body_, options().limits)) return refuse(*refusal);
    return complete();
}

bool Client::complete() {
    const auto& route = *asked_.found.route;
    body_ = {};
    stage_ = Stage::working;
    deadline_ = Ticks::max();
    if (route.lane == Lane::database) return to_pool(io_.shared.database, route);
    if (route.lane == Lane::heavy) return to_pool(io_.shared.heavy, route);
    const auto reference = io_.reference();
    return answered(route, io_.shared.router.run(route, asked_.request, reference), reference);
}

bool Client::to_pool(WorkPool& pool, const Route& route) {
    const bool taken = pool.offer([self = shared_from_this(), &route, reference = io_.reference()]() mutable {
        auto answer = std::make_shared<Router::Answered>(self->io_.shared.router.run(route, self->asked_.request, reference));
        auto& context = self->io_.context;
        net::post(context, [self = std::move(self), &route, answer, reference] {
            if (self->stage_ != Stage::gone && self->answered(route, std::move(*answer), reference)) self->proceed();
        });
    });
    if (taken) return false;
    io_.shared.rejected("queue_full");
    auto response = io_.shared.router.error(asked_.request, 503);
    return send(response.header("Retry-After", "2"), route.name, route.lane, io_.reference());
}

bool Client::answered(const Route& route, Router::Answered answer, const std::string& reference) {
    if (!answer.fault.empty() && options().events.fault) options().events.fault(reference, route.name, answer.fault);
    return send(answer.response, route.name, route.lane, reference);
}

void Client::told(std::string_view route, Lane lane, int status, std::string_view reference) const {
    if (!options().events.finished) return;
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began_).count();
    options().events.finished({route, lane, status, began_ == Ticks{} ? 0 : micros, reference});
}

bool Client::send_asset(const Asset& asset, const Head& head) {
    const auto answer = asset_answer(asset, head.line("if-none-match"), head.line("accept-encoding"), options().tls);
    auto& out = io_.head;
    out.assign(answer.head).append("Date: ").append(io_.date()).append(keep_ ? "\r\n\r\n" : "\r\nConnection: close\r\n\r\n");
    told("assets", Lane::memory, answer.status, io_.reference());
    return send_bytes(out, discards_body_ ? std::string_view() : answer.body, nullptr);
}

bool Client::send(const Response& response, std::string_view route, Lane lane, std::string_view reference) {
    if (draining()) keep_ = false;
    auto& out = io_.head;
    out.clear();
    write_head(out, response, {keep_ ? Connection::keep : Connection::close, asked_.request.method, options().tls, io_.date()});
    told(route, lane, response.status, reference);
    const bool bodiless = discards_body_ || response.status == 204 || response.status == 304;
    return send_bytes(out, bodiless ? std::string_view() : std::string_view(response.body), &response.body);
}

// Most answers go out in this one call; what the network does not take is kept and sent when it can be.
bool Client::send_bytes(std::string_view head, std::string_view body, const std::string* owned) {
    const auto size = head.size() + body.size();
    const auto time = options().times.write + std::chrono::milliseconds(1000 * size / options().times.rate);
    enter(Stage::writing, time);
    read_by_ = deadline_;
    std::array<iovec, 2> parts = {{{const_cast<char*>(head.data()), head.size()}, {const_cast<char*>(body.data()), body.size()}}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    const auto taken = ::sendmsg(socket_.native_handle(), &message, MSG_NOSIGNAL);
    if (taken < 0 && errno != EAGAIN && errno != EINTR) return close(), false;
    const auto done = taken < 0 ? std::size_t{0} : static_cast<std::size_t>(taken);
    if (done == size) return sent();
    out_.assign(head.substr(std::min(done, head.size())));
    out_view_ = body.substr(done > head.size() ? done - head.size() : 0);
    if (owned) out_.append(std::exchange(out_view_, {}));
    if (!has_room()) return reset(), false;
    write_more();
    return false;
}
void Client::write_more() {
    socket_.async_wait(Socket::wait_write, [self = shared_from_this()](Code error) {
        if (self->stage_ != Stage::writing) return;
        if (error) return self->close();
        const auto rest = self->out_.empty() ? self->out_view_ : std::string_view(self->out_);
        const auto taken = ::send(self->socket_.native_handle(), rest.data(), rest.size(), MSG_NOSIGNAL);
        if (taken < 0 && errno != EAGAIN && errno != EINTR) return self->close();
        const auto done = taken < 0 ? std::size_t{0} : static_cast<std::size_t>(taken);
        if (self->out_.empty()) self->out_view_.remove_prefix(done);
        else self->out_.erase(0, done);
        if (!self->out_.empty() || !self->out_view_.empty()) return self->write_more();
        if (self->sent()) self->proceed();
    });
}

bool Client::sent() {
    if (!keep_) return linger(), false;
    next_request();
    if (draining() && in_.empty()) return close(), false;
    if (!in_.empty()) return enter(Stage::head, options().times.head), after_others();
    enter(Stage::idle, options().times.idle);
    return await_read(), false;
}
// Hundreds of requests may have come in one piece; those of other visitors on this thread must not wait for all of them.
bool Client::after_others() {
    net::post(io_.context, [self = shared_from_this()] {
        if (self->stage_ == Stage::head) self->proceed();
    });
    return false;
}
void Client::next_request() {
    scanner_ = {};
    chunks_ = {};
    asked_ = {};
    discards_body_ = false;
    began_ = {};
    length_ = 0;
    for (auto* buffer : {&in_, &body_, &out_})
        if (buffer->empty() && buffer->capacity() > small_buffer) std::string().swap(*buffer);
    (void)has_room();
}

bool Client::refuse(const Refusal& refusal) {
    io_.shared.rejected(refusal.why);
    keep_ = false;
    if (!scanner_.whole() && in_.starts_with("HEAD ")) discards_body_ = true;
    asked_.request.method = Method::get;
    return send(refusal_response(refusal), "refused", Lane::memory, io_.reference());
}

// A connection closed with unread bytes is reset by the kernel, and the answer may be lost: read on for a short while.
void Client::linger() {
    Code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    in_ = body_ = out_ = {};
    asked_ = {};
    length_ = 0;
    enter(Stage::lingering, options().times.linger);
    discard();
}
void Client::discard() {
    for (int i = 0; i < 8; ++i) {
        const auto got = ::recv(socket_.native_handle(), io_.incoming.data(), io_.incoming.size(), 0);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) return await_read();
        if (got <= 0 || (length_ += static_cast<std::size_t>(got)) > most_discarded) return close();
    }
    await_read();
}

void Client::late() {
    switch (stage_) {
    case Stage::head: case Stage::body: (void)refuse({408, stage_ == Stage::head ? "slow_head" : "slow_body"}); return;
    case Stage::writing: io_.shared.rejected("slow_reader"); return reset();
    case Stage::lingering:
        if (unread() && deadline_ < read_by_) return void(deadline_ = read_by_);
        return unread() ? reset() : close();
    case Stage::fresh: case Stage::idle: return close();
    case Stage::working: case Stage::gone: return;
    }
}
// Whether bytes of an answer still lie in the kernel because the visitor has not fetched them.
bool Client::unread() {
    int waiting = 0;
    return ioctl(socket_.native_handle(), SIOCOUTQ, &waiting) == 0 && waiting > 0;
}
// Gives the memory of what was not fetched back at once.
void Client::reset() {
    Code ignored;
    if (stage_ != Stage::gone) socket_.set_option(net::socket_base::linger(true, 0), ignored);
    close();
}
void Client::close() {
    if (stage_ == Stage::gone) return;
    stage_ = Stage::gone;
    Code ignored;
    socket_.close(ignored);
    io_.shared.held -= held_;
    io_.forget(*this);
}
void Client::drain() {
    if (stage_ == Stage::head) deadline_ = std::min(deadline_, std::chrono::steady_clock::now() + std::chrono::seconds(1));
    if (stage_ != Stage::fresh && stage_ != Stage::idle) return;
    // A request may lie unread in the socket: it was under way before we were told to stop.
    char first = 0;
    if (::recv(socket_.native_handle(), &first, 1, MSG_PEEK) <= 0) return close();
    enter(Stage::head, std::chrono::seconds(1));
}
}

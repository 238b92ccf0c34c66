#include "browser.hpp"
#include <arpa/inet.h>
#include <charconv>
#include <netinet/tcp.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace rush {
namespace {
constexpr int longest_wait_seconds = 30;

sockaddr_in address(const std::string& host, int port) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_port = htons(static_cast<std::uint16_t>(port));
    ::inet_pton(AF_INET, host.c_str(), &out.sin_addr);
    return out;
}
std::string_view header(std::string_view head, std::string_view name) {
    for (std::size_t at = head.find("\r\n"); at != head.npos && at + 2 < head.size(); at = head.find("\r\n", at + 2)) {
        const auto line = head.substr(at + 2, head.find("\r\n", at + 2) - at - 2);
        if (line.size() > name.size() && line[name.size()] == ':' && ::strncasecmp(line.data(), name.data(), name.size()) == 0) return line.substr(line.find_first_not_of(' ', name.size() + 1));
    }
    return {};
}
std::size_t number(std::string_view digits) {
    std::size_t out = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return out;
}
}

Connection::Connection(Connection&& other) noexcept : from_(std::move(other.from_)), port_(other.port_), socket_(std::exchange(other.socket_, -1)), got_(std::move(other.got_)) {}

void Connection::closed() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
    got_.clear();
}
bool Connection::connected() {
    if (socket_ >= 0) return true;
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket_ < 0) return false;
    const int yes = 1;
    const timeval wait{longest_wait_seconds, 0};
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    // The port is chosen when both ends are known, so that thousands of addresses do not run out of them.
    ::setsockopt(socket_, IPPROTO_IP, 24 /* IP_BIND_ADDRESS_NO_PORT */, &yes, sizeof yes);
    const auto own = address(from_, 0), program = address("127.0.0.1", port_);
    if (::bind(socket_, reinterpret_cast<const sockaddr*>(&own), sizeof own) == 0 && ::connect(socket_, reinterpret_cast<const sockaddr*>(&program), sizeof program) == 0) return true;
    closed();
    return false;
}
bool Connection::sent(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}
bool Connection::more() {
    char piece[16 << 10];
    const auto n = ::recv(socket_, piece, sizeof piece, 0);
    if (n > 0) got_.append(piece, static_cast<std::size_t>(n));
    return n > 0;
}
// Every answer of the program has its length.
std::optional<Answer> Connection::read() {
    std::size_t end = 0;
    while ((end = got_.find("\r\n\r\n")) == got_.npos)
        if (!more()) return std::nullopt;
    const std::string head = got_.substr(0, end + 2);
    const auto size = number(header(head, "Content-Length"));
    while (got_.size() < end + 4 + size)
        if (!more()) return std::nullopt;
    Answer out{static_cast<int>(number(std::string_view(head).substr(9, 3))), got_.substr(end + 4, size)};
    got_.erase(0, end + 4 + size);
    if (header(head, "Connection") == "close") closed();
    return out;
}
std::optional<Answer> Connection::get(std::string_view path) {
    std::string request = "GET ";
    request.append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1:").append(std::to_string(port_)).append("\r\nSec-Fetch-Site: same-origin\r\n\r\n");
    std::optional<Answer> out;
    if (connected() && sent(request)) out = read();
    if (!out) closed();
    return out;
}
std::optional<Answer> Connection::post(std::string_view path, std::string_view form) {
    std::string request = "POST ";
    request.append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1:").append(std::to_string(port_)).append("\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ");
    request.append(std::to_string(form.size())).append("\r\n\r\n").append(form);
    std::optional<Answer> out;
    if (connected() && sent(request)) out = read();
    if (!out) closed();
    return out;
}
}

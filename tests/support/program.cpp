#include "support/program.hpp"
#include <arpa/inet.h>
#include <chrono>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace support {
namespace {
using namespace std::chrono_literals;
const std::string program = LOTSEN_BUILD_DIR "/lotsen";

// The child must not see the settings of whoever runs the tests.
pid_t start(const std::vector<std::string>& arguments, const Environment& environment, int out, int err) {
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (const auto& a : arguments) argv.push_back(const_cast<char*>(a.c_str()));
    argv.push_back(nullptr);
    const auto pid = ::fork();
    if (pid != 0) return pid;
    for (const char* name : {"LOTSEN_DATA", "LOTSEN_DATABASE", "LOTSEN_LISTEN", "LOTSEN_METRICS", "LOTSEN_BEHIND_TLS", "LOTSEN_KEY", "LOTSEN_FORMER_KEY"}) ::unsetenv(name);
    for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
    ::dup2(out, 1);
    ::dup2(err, 2);
    ::execv(program.c_str(), argv.data());
    ::_exit(127);
}

std::string all_of(int file) {
    std::string out;
    char part[4096];
    for (ssize_t n; (n = ::read(file, part, sizeof part)) > 0;) out.append(part, static_cast<std::size_t>(n));
    return out;
}

int code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }
}

Ended run_lotsen(const std::vector<std::string>& arguments) {
    int out[2], err[2];
    if (::pipe2(out, O_CLOEXEC) != 0 || ::pipe2(err, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    const auto pid = start(arguments, {}, out[1], err[1]);
    ::close(out[1]), ::close(err[1]);
    Ended ended{};
    std::thread errors([&] { ended.err = all_of(err[0]); });
    ended.out = all_of(out[0]);
    errors.join();
    ::close(out[0]), ::close(err[0]);
    int status = 0;
    ::waitpid(pid, &status, 0);
    ended.code = code_of(status);
    return ended;
}

RunningLotsen::RunningLotsen(const std::vector<std::string>& arguments, const Environment& environment) {
    int out[2];
    if (::pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    out_ = out[0];
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    pid_ = start(arguments, environment, out[1], nowhere);
    ::close(out[1]), ::close(nowhere);
    read_until_it_answers();
}

void RunningLotsen::read_until_it_answers() {
    const auto latest = std::chrono::steady_clock::now() + 60s;
    while (std::chrono::steady_clock::now() < latest) {
        pollfd ready{out_, POLLIN, 0};
        if (::poll(&ready, 1, 200) <= 0) continue;
        char part[512];
        const auto n = ::read(out_, part, sizeof part);
        if (n <= 0) break;
        said_.append(part, static_cast<std::size_t>(n));
        const auto at = said_.find("http://");
        if (at == std::string::npos || said_.find('\n', at) == std::string::npos) continue;
        port_ = std::stoi(said_.substr(said_.find(':', at + 7) + 1));
        return;
    }
    throw std::runtime_error("lotsen did not start: " + said_);
}

RunningLotsen::~RunningLotsen() {
    if (pid_ > 0) ::kill(pid_, SIGKILL), ::waitpid(pid_, nullptr, 0);
    ::close(out_);
}

std::string RunningLotsen::get(const std::string& path) const {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port_));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string answer;
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
        const auto request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        if (::send(socket, request.data(), request.size(), MSG_NOSIGNAL) > 0) answer = all_of(socket);
    }
    ::close(socket);
    return answer;
}

int RunningLotsen::stop() {
    ::kill(pid_, SIGTERM);
    for (int i = 0; i < 1500; ++i) {
        int status = 0;
        if (::waitpid(pid_, &status, WNOHANG) == pid_) {
            pid_ = 0;
            return code_of(status);
        }
        std::this_thread::sleep_for(10ms);
    }
    return -1;
}
}

#include "support/postgres.hpp"
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <signal.h>
#include <stdexcept>
#include <thread>
#include <unistd.h>

namespace support {
namespace {
std::string script(const std::string& words) {
    const auto command = std::string(LOTSEN_SOURCE_DIR "/tests/support/postgres.sh ") + words + " 2>&1";
    std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::string out;
    char part[512];
    while (pipe && std::fgets(part, sizeof part, pipe.get())) out += part;
    if (!pipe || ::pclose(pipe.release()) != 0) throw std::runtime_error("no PostgreSQL for the test: " + out);
    return out.substr(0, out.find('\n'));
}

std::string new_directory() {
    char name[] = "/tmp/lotsen-pg-XXXXXX";
    if (!::mkdtemp(name)) throw std::runtime_error("cannot make a directory in /tmp");
    return name;
}
}

Postgres::Postgres(Fsync fsync) : directory_(new_directory()), fsync_(fsync == Fsync::on ? "on" : "off") { start(); }
Postgres::~Postgres() {
    try {
        script("stop " + directory_);
    } catch (const std::exception&) {
        // The watcher that postgres.sh left will try again when this process has ended.
    }
}
void Postgres::start() { url_ = script("start " + directory_ + " " + std::to_string(::getpid()) + " " + fsync_); }

void Postgres::crash() {
    pid_t server = 0;
    std::ifstream(directory_ + "/data/postmaster.pid") >> server;
    ::kill(server, SIGQUIT);
    for (int i = 0; i < 500 && ::kill(server, 0) == 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

const std::string& postgres_url() {
    static std::unique_ptr<Postgres> own;
    static const std::string url = [] {
        const char* given = std::getenv("LOTSEN_TEST_POSTGRESQL");
        if (given && *given) return std::string(given);
        own = std::make_unique<Postgres>(Postgres::Fsync::off);
        return own->url();
    }();
    return url;
}
}

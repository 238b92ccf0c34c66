#include "oidc/background.hpp"
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace oidc_test {
namespace fs = std::filesystem;

Folder::Folder() {
    auto name = (fs::temp_directory_path() / "lotsen-oidc-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder for the test");
    path_ = name;
}
Folder::~Folder() { fs::remove_all(path_); }
fs::path Folder::written(const std::string& name, const std::string& text) const {
    const auto path = path_ / name;
    std::ofstream(path) << text;
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    return path;
}

Background::Background(const std::vector<std::string>& command) : name_(command.at(0)) {
    int in[2], out[2];
    if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ == 0) {
        ::dup2(in[0], 0), ::dup2(out[1], 1);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(in[0]), ::close(out[1]);
    to_ = in[1], from_ = out[0];
}
Background::~Background() {
    ::close(to_), ::close(from_);
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
}
std::string Background::said_after(const std::string& words) {
    std::string line;
    char c = 0;
    pollfd ready{from_, POLLIN, 0};
    while (::poll(&ready, 1, 20'000) == 1 && ::read(from_, &c, 1) == 1) {
        if (c != '\n') line += c;
        else if (const auto at = line.find(words); at != std::string::npos) return line.substr(at + words.size());
        else line.clear();
    }
    throw std::runtime_error(name_ + " did not say \"" + words + "\". Remedy: ./dev setup (installs Node and tests/oidc/node_modules)");
}
}

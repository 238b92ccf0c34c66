#include "platform/observe/line_writer.hpp"
#include <fmt/format.h>
#include <limits.h>
#include <poll.h>
#include <csignal>
#include <unistd.h>

namespace observe {
namespace {
constexpr auto gather = std::chrono::milliseconds(200);   // many lines in one write: the log costs little even under load
constexpr int patience_ms = 1000;
}

LineWriter::LineWriter(int descriptor, std::size_t most) : descriptor_(descriptor), most_(most) {
    std::signal(SIGPIPE, SIG_IGN);   // a reader of the log who goes away must not end the program
    thread_ = std::thread([this] { work(); });
}

LineWriter::~LineWriter() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    some_.notify_one();
    thread_.join();
}

void LineWriter::add(std::string_view line, Haste haste) {
    bool wake = haste == Haste::now;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() + line.size() > most_) {
            ++lost_;
            return;
        }
        waiting_.append(line);
        urgent_ = urgent_ || wake;
        wake = wake || waiting_.size() > most_ / 2;
    }
    if (wake) some_.notify_one();
}

void LineWriter::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        some_.wait_for(lock, gather, [this] { return ending_ || urgent_ || waiting_.size() > most_ / 2; });
        urgent_ = false;
        const bool last = ending_;
        std::string lines = std::exchange(waiting_, {});
        if (lost_ > 0) lines += fmt::format("{{\"level\":\"warning\",\"event\":\"log_lines_lost\",\"count\":{}}}\n", std::exchange(lost_, 0));
        lock.unlock();
        const bool written = write(lines);
        if (last) return;
        lock.lock();
        if (!written) ++lost_;
    }
}

// In pieces that a readable pipe takes without blocking; gives up at the end when nobody reads.
bool LineWriter::write(std::string_view lines) {
    while (!lines.empty()) {
        pollfd place{descriptor_, POLLOUT, 0};
        if (::poll(&place, 1, patience_ms) <= 0) {
            const std::lock_guard lock(mutex_);
            if (ending_) return false;
            continue;
        }
        const auto done = ::write(descriptor_, lines.data(), std::min<std::size_t>(lines.size(), PIPE_BUF));
        if (done < 0 && errno != EINTR && errno != EAGAIN) return false;
        if (done > 0) lines.remove_prefix(static_cast<std::size_t>(done));
    }
    return true;
}
}

#pragma once
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
namespace observe {

// Writes lines to a descriptor from a thread of its own, so that a log nobody reads cannot hold up a visitor. What does not fit
// in the buffer is counted and said in a line of its own.
class LineWriter {
    int descriptor_;
    std::size_t most_, lost_ = 0;
    std::mutex mutex_;
    std::condition_variable some_;
    std::string waiting_;
    bool urgent_ = false, ending_ = false;
    std::thread thread_;
    void work();
    bool write(std::string_view);

public:
    explicit LineWriter(int descriptor, std::size_t most_waiting = 1 << 20);
    ~LineWriter();
    enum class Haste { soon, now };
    void add(std::string_view line, Haste);
};
}

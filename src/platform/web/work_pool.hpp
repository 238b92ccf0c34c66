#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>
namespace web {

// Threads for one lane, made when first needed, and a queue with an end: what does not fit is refused, never kept waiting.
class WorkPool {
    std::size_t most_threads_, most_waiting_;
    mutable std::mutex mutex_;
    std::condition_variable some_work_;
    std::deque<std::function<void()>> waiting_;
    std::vector<std::thread> threads_;
    std::size_t running_ = 0;
    bool ending_ = false;
    void work();

public:
    WorkPool(std::size_t threads, std::size_t waiting) : most_threads_(threads), most_waiting_(waiting) {}
    ~WorkPool() { end(); }
    // False when the queue is full. The job must not throw.
    [[nodiscard]] bool offer(std::function<void()> job);
    // Finishes what waits, then returns.
    void end();
    std::size_t waiting() const;
};
}

#include "platform/web/work_pool.hpp"

namespace web {

bool WorkPool::offer(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        if (ending_) return false;
        const auto taken = running_ + waiting_.size();
        if (taken >= most_threads_ + most_waiting_) return false;
        if (taken >= threads_.size() && threads_.size() < most_threads_) threads_.emplace_back([this] { work(); });
        waiting_.push_back(std::move(job));
    }
    some_work_.notify_one();
    return true;
}

void WorkPool::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        some_work_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        ++running_;
        auto job = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        job();
        job = nullptr;   // what it held must not be let go under the lock
        lock.lock();
        --running_;
    }
}

void WorkPool::end() {
    std::vector<std::thread> threads;
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        threads.swap(threads_);
    }
    some_work_.notify_all();
    for (auto& thread : threads) thread.join();
}

std::size_t WorkPool::waiting() const {
    const std::lock_guard lock(mutex_);
    return waiting_.size();
}
}

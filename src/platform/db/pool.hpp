#pragma once
#include "platform/db/errors.hpp"
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>
namespace db {

using Deadline = std::chrono::steady_clock::time_point;

// A bounded set of connections, made when first needed, last used first, so that a quiet program keeps few warm.
template <class C> class Pool {
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<C>> idle_;
    int room_;

    void give_back(std::unique_ptr<C> connection) {
        {
            const std::lock_guard lock(mutex_);
            if (connection) idle_.push_back(std::move(connection));
            else ++room_;
        }
        freed_.notify_one();
    }

public:
    explicit Pool(int size) : room_(size) {}

    // A borrowed connection; `drop` closes it instead of giving it back.
    class Lease {
        Pool* pool_;
        std::unique_ptr<C> connection_;

    public:
        Lease(Pool* pool, std::unique_ptr<C> connection) : pool_(pool), connection_(std::move(connection)) {}
        Lease(Lease&& other) noexcept : pool_(std::exchange(other.pool_, nullptr)), connection_(std::move(other.connection_)) {}
        ~Lease() {
            if (pool_) pool_->give_back(std::move(connection_));
        }
        C& operator*() { return *connection_; }
        C* operator->() { return connection_.get(); }
        void replace(std::unique_ptr<C> fresh) { connection_ = std::move(fresh); }
        void drop() { connection_.reset(); }
    };

    // Waits for a free place until the deadline, then throws Unavailable. `make` may throw; the place is then free again.
    Lease take(Deadline deadline, const std::function<std::unique_ptr<C>()>& make) {
        std::unique_lock lock(mutex_);
        if (!freed_.wait_until(lock, deadline, [&] { return !idle_.empty() || room_ > 0; }))
            throw Unavailable("all connections to the database were busy for too long");
        if (!idle_.empty()) {
            Lease lease(this, std::move(idle_.back()));
            idle_.pop_back();
            return lease;
        }
        --room_;
        lock.unlock();
        Lease lease(this, nullptr);
        lease.replace(make());
        return lease;
    }
};
}

#pragma once
#include "platform/db/errors.hpp"
#include <chrono>
#include <condition_variable>
#include <list>
#include <map>
#include <mutex>
#include <string>
namespace db {

// Those who are about to ask for the same lock wait here, in the order they came, and hold no connection meanwhile: a rush to one thing leaves
// the connections to everybody else. Two of a key are let in: one that holds the lock, and one that has already asked for it.
class Turns {
    using Line = std::list<std::condition_variable>;
    std::mutex mutex_;
    std::map<std::string, Line, std::less<>> lines_;

    static bool let_in(const Line& line, Line::const_iterator one) { return one == line.begin() || one == std::next(line.begin()); }
    void leave(const std::string& key, Line::iterator one) {
        auto& line = lines_.find(key)->second;
        line.erase(one);
        if (line.size() > 1) std::next(line.begin())->notify_one();
        if (line.empty()) lines_.erase(key);
    }

public:
    // How many are inside or wait with this key.
    std::size_t in_line(std::string_view key) {
        const std::lock_guard lock(mutex_);
        const auto found = lines_.find(key);
        return found == lines_.end() ? 0 : found->second.size();
    }
    // Until it ends, nobody but one other is inside with this key.
    class Turn {
        Turns& turns_;
        const std::string key_;
        Line::iterator own_;

    public:
        // Throws Unavailable when it does not come before the deadline.
        Turn(Turns& turns, std::string key, std::chrono::steady_clock::time_point deadline) : turns_(turns), key_(std::move(key)) {
            std::unique_lock lock(turns_.mutex_);
            auto& line = turns_.lines_[key_];
            own_ = line.emplace(line.end());
            if (own_->wait_until(lock, deadline, [&] { return let_in(line, own_); })) return;
            turns_.leave(key_, own_);
            throw Unavailable("too many asked for the same thing at once");
        }
        ~Turn() {
            const std::lock_guard lock(turns_.mutex_);
            turns_.leave(key_, own_);
        }
        Turn(const Turn&) = delete;
    };
};
}

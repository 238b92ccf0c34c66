#pragma once
#include "base/instant.hpp"
#include <algorithm>
#include <atomic>
namespace audit {

// A clock whose time never goes backwards while the program runs, also when somebody sets the machine's clock back: the log keeps its
// order. One for the whole program, handed in wherever a base::Clock is. Thread-safe.
class GuardedClock final : public base::Clock {
    const base::Clock& behind_;
    mutable std::atomic<std::int64_t> last_{0};

public:
    explicit GuardedClock(const base::Clock& behind) : behind_(behind) {}
    base::Instant now() const override {
        const auto asked = behind_.now().ms;
        auto last = last_.load();
        while (asked > last && !last_.compare_exchange_weak(last, asked)) {}
        return {std::max(asked, last)};
    }
};
}

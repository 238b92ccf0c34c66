#pragma once
#include <chrono>
#include <cstdint>
namespace base {
// A moment: milliseconds since 1970-01-01 UTC. Knows no zone; days and hours are the calendar's business.
struct Instant {
    std::int64_t ms = 0;
    auto operator<=>(const Instant&) const = default;
};
// The time, handed in so that a test can stand at any moment.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};
class SystemClock final : public Clock {
public:
    Instant now() const override {
        using namespace std::chrono;
        return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
    }
};
}

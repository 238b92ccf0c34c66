#pragma once
#include <stdexcept>
namespace base {

// The world failed for the moment (the database is full, locked or gone): nothing is wrong with what was asked, and it may go well in a
// while. At the edge this becomes 503, where a Bug becomes 500.
struct NotNow : std::runtime_error {
    using std::runtime_error::runtime_error;
};
}

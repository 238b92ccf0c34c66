#pragma once
#include <stdexcept>
namespace crypto {
// The machine cannot do it: no memory, no randomness. The visitor gets 500.
struct CannotRun : std::runtime_error {
    using std::runtime_error::runtime_error;
};
}

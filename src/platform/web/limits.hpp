#pragma once
#include <chrono>
#include <cstddef>
#include <string_view>
namespace web {

// Sizes above which a request is refused before anything is kept of it (security.md T17).
struct Limits {
    std::size_t target = 8 << 10, head = 16 << 10, lines = 100, body = 64 << 10, fields = 200;
};

// How long a visitor may take. A reader must keep up with `rate` bytes a second after the first `write` seconds.
struct Times {
    std::chrono::milliseconds fresh{25'000}, head{10'000}, body{20'000}, idle{60'000}, write{15'000}, linger{2'000}, drain{10'000};
    std::size_t rate = 8 << 10;
};

// Why a request is not answered: always a 4xx, and the connection is closed after it. `why` is a word for the metrics.
struct Refusal {
    int status = 400;
    std::string_view why;
};
}

#pragma once
#include "platform/web/limits.hpp"
#include <optional>
#include <string>
#include <string_view>
namespace web {

// Takes apart a chunked body as it comes. Stricter than the RFC: no extensions, no trailers, plain hex without blanks or sign.
class ChunkReader {
    enum class Part { size, size_end, data, data_cr, data_lf, last_cr, last_lf, done } part_ = Part::size;
    std::size_t left_ = 0, digits_ = 0;
    std::optional<Refusal> size_byte(char);
    std::optional<Refusal> mark(char);

public:
    // Moves the body's bytes from `in` (from `at` on) to `body`; `at` ends behind the last byte used.
    std::optional<Refusal> take(std::string_view in, std::size_t& at, std::string& body, std::size_t limit);
    bool done() const { return part_ == Part::done; }
};
}

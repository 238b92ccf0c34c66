#pragma once
#include "base/result.hpp"
#include "platform/web/limits.hpp"
#include <optional>
#include <string_view>
#include <utility>
#include <vector>
// The head of a request, read more strictly than RFC 9112 asks: whatever two programs could understand differently is refused.
namespace web {

// Looks at bytes as they come, each byte once: is the head whole, or already hopeless?
class HeadScanner {
    std::size_t at_ = 0, line_start_ = 0, lines_ = 0, length_ = 0;
    std::optional<Refusal> end_of_line(const Limits&);

public:
    // `so_far` is everything received since the request began. After a refusal or once whole() the scanner is done.
    std::optional<Refusal> look(std::string_view so_far, const Limits&);
    bool whole() const { return length_ != 0; }
    std::size_t length() const { return length_; }
};

enum class Verb { get, head, post, other };

// The views point into the bytes the head was parsed from.
struct Head {
    Verb verb = Verb::get;
    std::string_view target, host;
    std::vector<std::pair<std::string_view, std::string_view>> lines;
    std::optional<std::size_t> length;
    bool chunked = false, keep_alive = true, expects_continue = false;

    std::string_view line(std::string_view lower_name) const;
    bool has_body() const { return chunked || length.value_or(0) > 0; }
};

// `head` ends with the empty line that a HeadScanner found.
base::Result<Head, Refusal> parsed_head(std::string_view head, const Limits&);
bool same_name(std::string_view a, std::string_view lower);
}

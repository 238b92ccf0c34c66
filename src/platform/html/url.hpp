#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
namespace html {

// An address that may stand in href, src or action. Only made from a path of ours, a fragment, or a parsed outside address,
// so that "javascript:" can never become a link (security.md T14).
class Url {
    std::string text_;
    explicit Url(std::string text) : text_(std::move(text)) {}

public:
    // A path of this site, beginning with one "/". Throws base::Bug on anything else.
    static Url path(std::string_view);
    // "#id" on the same page.
    static Url fragment(std::string_view id);
    // https, http, mailto or tel as somebody wrote it; nothing when it is something else.
    static std::optional<Url> outside(std::string_view);
    // A phone number as written by people: "0200-239 500" becomes tel:0200239500.
    static Url phone(std::string_view number);
    // The path with "?name=value", each value percent-encoded.
    Url with(std::string_view name, std::string_view value) const;
    Url at(std::string_view fragment) const;
    const std::string& text() const { return text_; }
};

std::string percent_encoded(std::string_view);
}

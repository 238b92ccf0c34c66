#pragma once
#include "platform/html/url.hpp"
#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
// A typed HTML builder: text is always escaped, markup only through elements, addresses only as Url. A component is a function
// that takes Html& and the values it shows.
namespace html {

// Markup that is already safe (from our Markdown renderer or an SVG of ours). Made only by trusted(): grep for it.
class Markup {
    std::string text_;
    explicit Markup(std::string text) : text_(std::move(text)) {}
    friend Markup trusted(std::string);

public:
    Markup() = default;
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
};
inline Markup trusted(std::string text) { return Markup(std::move(text)); }

// One attribute. href, src, action, formaction and cite take a Url only; an attribute whose value is false is left out.
class Attr {
    std::string_view name_, value_;
    bool shown_ = true, bare_ = false;

public:
    template <std::size_t N> consteval static bool is_address(const char (&name)[N]) {
        for (std::string_view a : {"href", "src", "action", "formaction", "cite", "srcset", "poster", "data"})
            if (a == name) return true;
        return false;
    }
    template <std::size_t N> static consteval std::string_view checked(const char (&name)[N]) {
        if (is_address(name)) throw "addresses take a Url";
        if (std::string_view(name).starts_with("on") || std::string_view(name) == "style") throw "no inline script or style";
        return {name, N - 1};
    }
    struct Name {
        std::string_view text;
        template <std::size_t N> consteval Name(const char (&n)[N]) : text(checked(n)) {}
    };
    struct AddressName {
        std::string_view text;
        template <std::size_t N> consteval AddressName(const char (&n)[N]) : text(n, N - 1) {
            if (!is_address(n)) throw "not an address attribute";
        }
    };
    Attr(Name name, std::string_view value) : name_(name.text), value_(value) {}
    Attr(Name name, const char* value) : name_(name.text), value_(value) {}
    Attr(Name name, bool shown) : name_(name.text), shown_(shown), bare_(true) {}
    // No attribute at all, where one stands only sometimes: {on ? Attr("aria-current", "true") : Attr::none()}.
    static Attr none() { return Attr("hidden", false); }
    Attr(AddressName name, const Url& url) : name_(name.text), value_(url.text()) {}
    void write(std::string& out) const;
};

using Attrs = std::initializer_list<Attr>;

class Html {
    std::string out_;

public:
    explicit Html(std::size_t reserve = 16384) { out_.reserve(reserve); }
    Html& text(std::string_view);
    Html& number(long long);
    Html& raw(const Markup& m) { return out_ += m.text(), *this; }
    Html& doctype() { return out_ += "<!doctype html>\n", *this; }
    void open(std::string_view tag, Attrs = {});
    void close(std::string_view tag);
    // <tag …>, for elements that have no end tag (input, meta, link, br, img).
    Html& empty(std::string_view tag, Attrs attrs = {}) { return open(tag, attrs), *this; }
    Html& el(std::string_view tag, std::string_view content) { return el(tag, {}, content); }
    Html& el(std::string_view tag, Attrs attrs, std::string_view content) { return open(tag, attrs), text(content), close(tag), *this; }
    template <std::invocable F> Html& el(std::string_view tag, F&& body) { return el(tag, {}, std::forward<F>(body)); }
    template <std::invocable F> Html& el(std::string_view tag, Attrs attrs, F&& body) { return open(tag, attrs), body(), close(tag), *this; }
    const std::string& view() const { return out_; }
    std::string take() { return std::move(out_); }
};

void escape(std::string& out, std::string_view text);
}

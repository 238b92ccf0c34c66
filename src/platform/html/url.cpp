#include "platform/html/url.hpp"
#include "base/result.hpp"

namespace html {
namespace {
bool unreserved(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-._~").find(c) != std::string_view::npos; }
bool plain(std::string_view s) {
    return std::none_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == '\x7f'; });
}
}

std::string percent_encoded(std::string_view s) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : s) {
        if (unreserved(c)) out += c;
        else (out += '%', out += hex[static_cast<unsigned char>(c) >> 4], out += hex[static_cast<unsigned char>(c) & 15]);
    }
    return out;
}

Url Url::path(std::string_view p) {
    base::require(p.starts_with('/') && !p.starts_with("//") && plain(p), "a path of ours begins with one slash and holds no blanks");
    return Url(std::string(p));
}
Url Url::fragment(std::string_view id) { return Url("#" + std::string(id)); }

std::optional<Url> Url::outside(std::string_view s) {
    for (std::string_view scheme : {"https://", "http://", "mailto:", "tel:"})
        if (s.starts_with(scheme) && s.size() > scheme.size() && plain(s)) return Url(std::string(s));
    return std::nullopt;
}
Url Url::phone(std::string_view number) {
    std::string digits = "tel:";
    for (const char c : number)
        if ((c >= '0' && c <= '9') || c == '+') digits += c;
    return Url(digits);
}
Url Url::with(std::string_view name, std::string_view value) const {
    const auto hash = text_.find('#');
    std::string out = text_.substr(0, hash);
    out += out.find('?') == std::string::npos ? '?' : '&';
    out += percent_encoded(name) + "=" + percent_encoded(value);
    if (hash != std::string::npos) out += text_.substr(hash);
    return Url(out);
}
Url Url::at(std::string_view fragment) const { return Url(text_.substr(0, text_.find('#')) + "#" + std::string(fragment)); }
}

#include "platform/web/head.hpp"
#include "base/text.hpp"
#include <charconv>

namespace web {
namespace {
using Checked = std::optional<Refusal>;
constexpr std::string_view token_marks = "!#$%&'*+-.^_`|~";
bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool token_char(char c) { return digit(c) || letter(c) || token_marks.find(c) != token_marks.npos; }
bool token(std::string_view s) { return !s.empty() && std::all_of(s.begin(), s.end(), token_char); }
char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
std::string_view without_blanks(std::string_view s) {
    while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
    while (!s.empty() && (s.back() == ' ' || s.back() == '\t')) s.remove_suffix(1);
    return s;
}

bool ip_literal(std::string_view s) {
    return s.size() > 3 && s.front() == '[' && s.back() == ']' &&
           std::all_of(s.begin() + 1, s.end() - 1, [](char c) { return digit(c) || c == ':' || c == '.' || (lowered(c) >= 'a' && lowered(c) <= 'f'); });
}
bool host_name(std::string_view s) {
    return !s.empty() && s.size() <= 253 && std::all_of(s.begin(), s.end(), [](char c) { return digit(c) || letter(c) || c == '-' || c == '.' || c == '_'; });
}
bool valid_host(std::string_view host) {
    const auto colon = host.rfind(':');
    const bool port = colon != host.npos && host.find(']', colon) == host.npos;
    const auto digits = port ? host.substr(colon + 1) : std::string_view("1");
    if (digits.empty() || digits.size() > 5 || !std::all_of(digits.begin(), digits.end(), digit)) return false;
    const auto name = port ? host.substr(0, colon) : host;
    return host_name(name) || ip_literal(name);
}

// Only the address as a path: no http://… (proxies), no host:port (CONNECT), no * (OPTIONS).
Checked check_target(std::string_view target, const Limits& limits) {
    if (target.size() > limits.target) return Refusal{414, "target_long"};
    if (!target.starts_with('/')) return Refusal{400, "target_form"};
    const bool clean = std::all_of(target.begin(), target.end(), [](char c) { return c > ' ' && c < '\x7f' && std::string_view("#\"<>\\").find(c) == std::string_view::npos; });
    return clean ? Checked{} : Refusal{400, "target_bytes"};
}

Checked read_request_line(std::string_view line, Head& head, bool& version_1_0, const Limits& limits) {
    const auto first = line.find(' '), last = line.rfind(' ');
    if (first == line.npos || first == last) return Refusal{400, "request_line"};
    const auto verb = line.substr(0, first), version = line.substr(last + 1);
    if (!token(verb) || verb.size() > 32) return Refusal{400, "method"};
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return Refusal{400, "version"};
    head.verb = verb == "GET" ? Verb::get : verb == "HEAD" ? Verb::head : verb == "POST" ? Verb::post : Verb::other;
    head.target = line.substr(first + 1, last - first - 1);
    version_1_0 = version == "HTTP/1.0";
    return check_target(head.target, limits);
}

Checked read_length(std::string_view value, Head& head) {
    std::size_t length = 0;
    if (value.empty() || value.size() > 15 || !std::all_of(value.begin(), value.end(), digit)) return Refusal{400, "length"};
    std::from_chars(value.data(), value.data() + value.size(), length);
    if (head.length) return Refusal{400, "two_lengths"};
    head.length = length;
    return {};
}
Checked read_connection(std::string_view value, Head& head) {
    for (auto part : base::split(value, ',')) {
        part = without_blanks(part);
        if (!part.empty() && !token(part)) return Refusal{400, "connection"};
        if (same_name(part, "close")) head.keep_alive = false;
    }
    return {};
}
Checked once(bool& seen, std::string_view why) {
    if (seen) return Refusal{400, why};
    seen = true;
    return {};
}

struct Seen {
    bool host = false, type = false, expect = false;
};
Checked read_line(std::string_view line, Head& head, Seen& seen) {
    const auto colon = line.find(':');
    if (colon == line.npos || !token(line.substr(0, colon))) return Refusal{400, "header_name"};   // also a folded line: it begins with a blank
    const auto name = line.substr(0, colon), value = without_blanks(line.substr(colon + 1));
    head.lines.emplace_back(name, value);
    if (same_name(name, "content-length")) return read_length(value, head);
    if (same_name(name, "connection")) return read_connection(value, head);
    if (same_name(name, "content-type")) return once(seen.type, "two_types");
    if (same_name(name, "host")) {
        head.host = value;
        return valid_host(value) ? once(seen.host, "two_hosts") : Refusal{400, "host"};
    }
    if (same_name(name, "transfer-encoding")) {
        if (head.chunked || !same_name(value, "chunked")) return Refusal{400, "transfer_encoding"};
        head.chunked = true;
    }
    if (same_name(name, "expect")) {
        if (!same_name(value, "100-continue")) return Refusal{417, "expect"};
        head.expects_continue = true;
        return once(seen.expect, "two_expects");
    }
    return {};
}

Checked check_whole(const Head& head, const Seen& seen, bool version_1_0) {
    if (!seen.host && !version_1_0) return Refusal{400, "host"};
    if (head.chunked && (head.length || version_1_0)) return Refusal{400, "length_and_chunks"};
    if (head.has_body() && head.verb != Verb::post) return Refusal{400, "body_not_asked"};
    return {};
}
}

bool same_name(std::string_view a, std::string_view lower) {
    return a.size() == lower.size() && std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) { return lowered(x) == y; });
}
std::string_view Head::line(std::string_view lower_name) const {
    for (const auto& [name, value] : lines)
        if (same_name(name, lower_name)) return value;
    return {};
}

std::optional<Refusal> HeadScanner::end_of_line(const Limits& limits) {
    if (at_ == line_start_ + 1) {   // \r\n alone
        if (lines_ == 0) return Refusal{400, "request_line"};
        length_ = at_ + 1;
    }
    if (++lines_ > limits.lines + 1 && !whole()) return Refusal{431, "many_lines"};
    line_start_ = at_ + 1;
    return {};
}

std::optional<Refusal> HeadScanner::look(std::string_view so_far, const Limits& limits) {
    for (; at_ < so_far.size() && !whole(); ++at_) {
        const char c = so_far[at_];
        const bool after_cr = at_ > 0 && so_far[at_ - 1] == '\r';
        if ((c == '\n') != after_cr) return Refusal{400, "line_ends"};   // a bare CR or a bare LF
        if (c == '\n') {
            if (auto refusal = end_of_line(limits)) return refusal;
            continue;
        }
        if ((static_cast<unsigned char>(c) < ' ' && c != '\r' && c != '\t') || c == '\x7f') return Refusal{400, "control"};
        if (lines_ == 0 && (c == '\t' || (c & 0x80) != 0)) return Refusal{400, "target_bytes"};
        if (at_ >= limits.head) return lines_ == 0 ? Refusal{414, "target_long"} : Refusal{431, "head_long"};
        if (lines_ == 0 && at_ > limits.target + 48) return Refusal{414, "target_long"};
    }
    return {};
}

base::Result<Head, Refusal> parsed_head(std::string_view bytes, const Limits& limits) {
    Head head;
    Seen seen;
    bool version_1_0 = false;
    auto end = bytes.find("\r\n");
    if (end == bytes.npos) return base::refused(Refusal{400, "request_line"});
    if (auto refusal = read_request_line(bytes.substr(0, end), head, version_1_0, limits)) return base::refused(*refusal);
    for (bytes.remove_prefix(end + 2); (end = bytes.find("\r\n")) != bytes.npos && end != 0; bytes.remove_prefix(end + 2))
        if (auto refusal = read_line(bytes.substr(0, end), head, seen)) return base::refused(*refusal);
    if (auto refusal = check_whole(head, seen, version_1_0)) return base::refused(*refusal);
    if (version_1_0) head.keep_alive = head.expects_continue = false;
    return head;
}
}

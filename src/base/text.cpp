#include "base/text.hpp"
#include <charconv>

namespace base {

std::string_view trimmed(std::string_view s) {
    const auto first = s.find_first_not_of(" \t\r\n");
    if (first == s.npos) return {};
    return s.substr(first, s.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == text.npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const auto& part : parts) {
        if (&part != &parts.front()) out += between;
        out += part;
    }
    return out;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string out;
    for (std::size_t at; (at = text.find(from)) != text.npos; text.remove_prefix(at + from.size())) {
        out += text.substr(0, at);
        out += to;
    }
    return out += text;
}

std::string lower(std::string_view s) {
    std::string out(s);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto c = static_cast<unsigned char>(out[i]);
        if (c >= 'A' && c <= 'Z') out[i] = static_cast<char>(c + 32);
        if (c == 0xC3 && i + 1 < out.size()) {
            const auto second = static_cast<unsigned char>(out[i + 1]);
            if (second >= 0x80 && second <= 0x9E && second != 0x97) out[i + 1] = static_cast<char>(second + 32);
        }
    }
    return out;
}

std::string swedish_order(std::string_view text) {
    return replaced(replaced(replaced(lower(text), "å", "{"), "ä", "|"), "ö", "}");
}

bool valid_utf8(std::string_view s) {
    for (std::size_t i = 0; i < s.size();) {
        const auto c = static_cast<unsigned char>(s[i]);
        const std::size_t size = c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
        if (size == 0 || i + size > s.size()) return false;
        std::uint32_t point = size == 1 ? c : c & (0x7FU >> size);
        for (std::size_t k = 1; k < size; ++k) {
            const auto next = static_cast<unsigned char>(s[i + k]);
            if ((next & 0xC0) != 0x80) return false;
            point = point << 6 | (next & 0x3F);
        }
        const bool overlong = (size == 3 && point < 0x800) || (size == 4 && point < 0x10000);
        if (overlong || (point >= 0xD800 && point <= 0xDFFF) || point > 0x10FFFF) return false;
        i += size;
    }
    return true;
}

std::size_t length(std::string_view s) {
    return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string shortened(std::string_view s, std::size_t characters) {
    if (length(s) <= characters) return std::string(s);
    std::size_t at = 0;
    for (std::size_t seen = 0; at < s.size(); ++at)
        if ((s[at] & 0xC0) != 0x80 && ++seen == characters) break;
    const auto space = s.rfind(' ', at);
    return std::string(trimmed(s.substr(0, space == s.npos ? at : space))) + "…";
}

std::string to_text(long long number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return {digits, end};
}

}

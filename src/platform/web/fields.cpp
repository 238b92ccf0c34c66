#include "platform/web/fields.hpp"
#include "base/text.hpp"

namespace web {
namespace {
bool control(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }
bool cookie_char(char c) { return c > ' ' && c < '\x7f' && c != '"' && c != ',' && c != ';' && c != '\\'; }
void percent_encode(std::string& out, std::string_view s) {
    static constexpr char hex[] = "0123456789ABCDEF";
    for (const char c : s) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_' || c == '~') out += c;
        else if (c == ' ') out += '+';
        else (out += '%', out += hex[byte >> 4], out += hex[byte & 15]);
    }
}
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> percent_decoded(std::string_view s, Plus plus) {
    std::string out;
    out.reserve(s.size());
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] == '+' && plus == Plus::is_blank) out += ' ';
        else if (s[i] != '%') out += s[i];
        else {
            const int high = i + 1 < s.size() ? hex_value(s[i + 1]) : -1, low = i + 2 < s.size() ? hex_value(s[i + 2]) : -1;
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    if (out.find('\0') != out.npos || !base::valid_utf8(out)) return std::nullopt;
    return out;
}

std::optional<Fields> parsed_fields(std::string_view text, std::size_t most) {
    Fields fields;
    while (!text.empty()) {
        const auto end = text.find('&');
        const auto pair = text.substr(0, end), name = pair.substr(0, pair.find('='));
        const auto value = name.size() == pair.size() ? std::string_view() : pair.substr(name.size() + 1);
        auto key = percent_decoded(name, Plus::is_blank), content = percent_decoded(value, Plus::is_blank);
        if (!key || !content || fields.size() == most) return std::nullopt;
        if (!key->empty()) fields.emplace_back(std::move(*key), std::move(*content));
        if (end == text.npos) break;
        text.remove_prefix(end + 1);
    }
    return fields;
}

std::string urlencoded(const Fields& fields) {
    std::string out;
    for (const auto& [name, value] : fields) {
        if (!out.empty()) out += '&';
        percent_encode(out, name);
        out += '=';
        percent_encode(out, value);
    }
    return out;
}

void add_cookies(Fields& to, std::string_view line, std::size_t most) {
    for (auto pair : base::split(line, ';')) {
        pair = base::trimmed(pair);
        const auto equals = pair.find('=');
        if (equals == 0 || equals == pair.npos || to.size() >= most) continue;
        auto name = pair.substr(0, equals), value = pair.substr(equals + 1);
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
        if (std::all_of(name.begin(), name.end(), cookie_char) && std::all_of(value.begin(), value.end(), cookie_char)) to.emplace_back(name, value);
    }
}

std::optional<std::string> decoded_path(std::string_view path) {
    auto decoded = percent_decoded(path, Plus::is_plus);
    if (!decoded || !decoded->starts_with('/')) return std::nullopt;
    const auto slashes = [](std::string_view s) { return std::count(s.begin(), s.end(), '/'); };
    if (slashes(path) != slashes(*decoded)) return std::nullopt;   // %2F: two programs would cut it differently
    if (decoded->find('\\') != decoded->npos || std::any_of(decoded->begin(), decoded->end(), control)) return std::nullopt;
    const auto parts = base::split(*decoded, '/');
    for (std::size_t i = 1; i < parts.size(); ++i)
        if (parts[i] == "." || parts[i] == ".." || (parts[i].empty() && i + 1 < parts.size())) return std::nullopt;
    return decoded;
}
}

#include "platform/page/json.hpp"
#include "base/text.hpp"

namespace page {

void Json::value(std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    out_ += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out_ += '\\', out_ += c;
        else if (c == '\n') out_ += "\\n";
        else if (static_cast<unsigned char>(c) < 0x20) out_ += "\\u00", out_ += hex[(c >> 4) & 15], out_ += hex[c & 15];
        else out_ += c;
    }
    out_ += '"';
}
void Json::key(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    if (name.empty()) return;
    value(name);
    out_ += ':';
}
void Json::nested(char open, char close, const std::function<void()>& body) {
    out_ += open;
    first_ = true;
    body();
    out_ += close;
    first_ = false;
}
void Json::object(const std::function<void()>& body) { key(""), nested('{', '}', body); }
void Json::object(std::string_view name, const std::function<void()>& body) { key(name), nested('{', '}', body); }
void Json::list(std::string_view name, const std::function<void()>& body) { key(name), nested('[', ']', body); }
void Json::item(std::string_view text) { key(""), value(text); }
void Json::text(std::string_view name, std::string_view text) { key(name), value(text); }
void Json::number(std::string_view name, long long number) { key(name), out_ += base::to_text(number); }
void Json::flag(std::string_view name, bool on) { key(name), out_ += on ? "true" : "false"; }
void Json::text_or_null(std::string_view name, std::string_view text) {
    key(name);
    if (text.empty()) out_ += "null";
    else value(text);
}
void Json::array(std::string_view name, const std::vector<std::string>& texts) {
    list(name, [&] {
        for (const auto& text : texts) item(text);
    });
}
// "<" never stands in a script element, so no text can end it.
std::string Json::script() const { return base::replaced(out_, "<", "\\u003c"); }
}

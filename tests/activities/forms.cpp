#include "browser.hpp"
#include <algorithm>

namespace rush {
namespace {
std::string plain(std::string_view html) {
    static constexpr std::pair<std::string_view, char> names[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    std::string out;
    for (std::size_t at = 0; at < html.size(); ++at) {
        const auto* name = std::find_if(std::begin(names), std::end(names), [&](const auto& n) { return html.substr(at).starts_with(n.first); });
        if (name == std::end(names)) out += html[at];
        else out += name->second, at += name->first.size() - 1;
    }
    return out;
}
// `name="…"` of a start tag.
std::optional<std::string> attribute(std::string_view tag, std::string_view name) {
    const auto at = tag.find(" " + std::string(name) + "=\"");
    if (at == tag.npos) return std::nullopt;
    const auto begins = at + name.size() + 3;
    return plain(tag.substr(begins, tag.find('"', begins) - begins));
}
bool stands(std::string_view tag, std::string_view name) { return tag.find(" " + std::string(name)) != tag.npos; }
void take(Form& form, std::string_view tag) {
    const auto name = attribute(tag, "name");
    if (!name) return;
    const auto type = attribute(tag, "type").value_or("text");
    if ((type == "radio" || type == "checkbox") && !stands(tag, "checked")) return;
    form.fields.emplace_back(*name, attribute(tag, "value").value_or(""));
    if (type == "text" && !stands(tag, "tabindex")) form.texts.push_back(*name);   // not the trap for programs
}
}

std::string_view Form::of(std::string_view name) const {
    for (const auto& [key, value] : fields)
        if (key == name) return value;
    return {};
}
void Form::set(std::string_view name, std::string_view value) {
    for (auto& [key, old] : fields)
        if (key == name) return void(old = value);
    fields.emplace_back(name, value);
}
std::string Form::encoded() const {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    const auto add = [&](std::string_view text) {
        for (const unsigned char c : text)
            if (std::isalnum(c) || c == '-' || c == '_' || c == '.') out += static_cast<char>(c);
            else (out += '%') += hex[c >> 4], out += hex[c & 15];
    };
    for (const auto& [name, value] : fields) {
        if (!out.empty()) out += '&';
        add(name), out += '=', add(value);
    }
    return out;
}

std::optional<Form> form_to(std::string_view page, std::string_view action) {
    for (auto at = page.find("<form"); at != page.npos; at = page.find("<form", at + 1)) {
        const auto tag = page.substr(at, page.find('>', at) - at);
        if (attribute(tag, "action") != std::string(action)) continue;
        const auto inside = page.substr(at, page.find("</form>", at) - at);
        Form out;
        for (auto i = inside.find("<input"); i != inside.npos; i = inside.find("<input", i + 1)) take(out, inside.substr(i, inside.find('>', i) - i));
        return out;
    }
    return std::nullopt;
}
std::string text_of(std::string_view page, std::string_view tag, std::string_view mark) {
    const auto start = "<" + std::string(tag);
    for (auto at = page.find(start); at != page.npos; at = page.find(start, at + 1)) {
        const auto opened = page.find('>', at);
        if (page.substr(at, opened - at).find(mark) == page.npos || (page[at + start.size()] != ' ' && page[at + start.size()] != '>')) continue;
        std::string out;
        bool outside = true;
        for (const char c : page.substr(opened + 1, page.find("</" + std::string(tag) + ">", opened) - opened - 1)) {
            if (c == '<') outside = false;
            if (outside) out += c;
            if (c == '>') outside = true;
        }
        return plain(out);
    }
    return {};
}
}

#include "platform/html/html.hpp"
#include "base/text.hpp"

namespace html {

void escape(std::string& out, std::string_view s) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < s.size(); ++i) {
        std::string_view entity;
        switch (s[i]) {
            case '&': entity = "&amp;"; break;
            case '<': entity = "&lt;"; break;
            case '>': entity = "&gt;"; break;
            case '"': entity = "&quot;"; break;
            case '\'': entity = "&#39;"; break;
            default: continue;
        }
        out.append(s, begin, i - begin);
        out += entity;
        begin = i + 1;
    }
    out.append(s, begin);
}

void Attr::write(std::string& out) const {
    if (!shown_) return;
    out += ' ';
    out += name_;
    if (bare_) return;
    out += "=\"";
    escape(out, value_);
    out += '"';
}

void Html::open(std::string_view tag, Attrs attrs) {
    out_ += '<';
    out_ += tag;
    for (const auto& attr : attrs) attr.write(out_);
    out_ += '>';
}
void Html::close(std::string_view tag) {
    out_ += "</";
    out_ += tag;
    out_ += '>';
}
Html& Html::text(std::string_view t) { return escape(out_, t), *this; }
Html& Html::number(long long n) { return out_ += base::to_text(n), *this; }
}

#include "platform/html/drawing.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include <array>

namespace html {
namespace {
constexpr std::array shapes{"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title"};
constexpr std::array attributes{"xmlns", "viewBox", "width", "height", "version", "role", "transform", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry",
                                "fill", "fill-rule", "fill-opacity", "clip-rule", "opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
                                "stroke-dasharray", "stroke-opacity"};
template <class List> bool in(const List& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

// Reads a drawing word by word.
class Drawing {
    std::string_view left_;
    std::vector<std::string_view> open_;

    void skip_blanks() { left_.remove_prefix(std::min(left_.find_first_not_of(" \t\r\n"), left_.size())); }
    bool take(std::string_view text) {
        if (!left_.starts_with(text)) return false;
        left_.remove_prefix(text.size());
        return true;
    }
    std::string_view word() {
        const auto end = std::find_if(left_.begin(), left_.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '-'; });
        const auto found = left_.substr(0, static_cast<std::size_t>(end - left_.begin()));
        left_.remove_prefix(found.size());
        return found;
    }
    // ` name="value"`
    bool attribute() {
        if (!in(attributes, word()) || !take("=\"")) return false;
        const auto value = left_.substr(0, left_.find('"'));
        if (value.size() == left_.size() || value.find_first_of("<>&\\") != value.npos || base::lower(value).find("url") != std::string::npos) return false;
        left_.remove_prefix(value.size() + 1);
        return left_.starts_with('>') || left_.starts_with("/>") || left_.find_first_of(" \t\r\n") == 0;
    }
    bool element() {
        const auto name = word();
        if (!in(shapes, name)) return false;
        for (;;) {
            skip_blanks();
            if (take("/>")) return true;
            if (take(">")) return open_.push_back(name), true;
            if (!attribute()) return false;
        }
    }
    bool end() {
        const bool right = !open_.empty() && word() == open_.back() && take(">");
        if (right) open_.pop_back();
        return right;
    }
    bool text() {
        const auto words = left_.substr(0, left_.find('<'));
        left_.remove_prefix(words.size());
        return base::trimmed(words).empty() || (open_.back() == "title" && words.find_first_of("&>") == words.npos);
    }

public:
    explicit Drawing(std::string_view svg) : left_(svg) {}
    bool only_shapes() {
        if (!left_.starts_with("<svg ")) return false;
        do {
            if (!take("<") || !(take("/") ? end() : element())) return false;
        } while (!open_.empty() && text());
        return open_.empty() && left_.empty();
    }
};
}

bool only_shapes(std::string_view svg) { return svg.size() <= largest_drawing && Drawing(base::trimmed(svg)).only_shapes(); }

Markup drawing(std::string_view svg, std::string_view css_class) {
    svg = base::trimmed(svg);
    if (!only_shapes(svg)) return {};
    std::string out = "<svg class=\"";
    escape(out, css_class);
    return trusted(out + "\" aria-hidden=\"true\" focusable=\"false\" " + std::string(svg.substr(5)));
}
}

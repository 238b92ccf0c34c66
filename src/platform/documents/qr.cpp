#include "platform/documents/qr.hpp"
#include "platform/documents/documents.hpp"

namespace documents {
namespace {
// One run of dark modules in a row is one rectangle: a fifth of the bytes, and no hairlines between modules.
std::string dark_path(const QrCode& code) {
    std::string path;
    for (int y = 0; y < code.width(); ++y)
        for (int x = 0; x < code.width(); ++x) {
            if (!code.dark(x, y)) continue;
            const int from = x;
            while (x < code.width() && code.dark(x, y)) ++x;
            const auto length = std::to_string(x - from);
            path += "M" + std::to_string(from + quiet_zone) + " " + std::to_string(y + quiet_zone) + "h" + length + "v1h-" + length + "z";
        }
    return path;
}
}

html::Markup qr_svg(std::string_view text, std::string_view label) {
    const QrCode code{std::string(text)};
    const auto side = std::to_string(code.width() + 2 * quiet_zone);
    html::Html h(8192);
    h.el("svg", {{"xmlns", "http://www.w3.org/2000/svg"}, {"viewBox", "0 0 " + side + " " + side}, {"role", "img"}, {"aria-label", label}, {"shape-rendering", "crispEdges"}}, [&] {
        h.el("path", {{"fill", "#fff"}, {"d", "M0 0h" + side + "v" + side + "H0z"}}, "");
        h.el("path", {{"fill", "#000"}, {"d", dark_path(code)}}, "");
    });
    return html::trusted(h.take());
}
}

// /inbaddat/aktiviteter: shown in a frame on another website. Its own origin is none (sandbox), so it can reach nothing of theirs or ours; style
// stands in the page, named by its hash, since a page without an origin may fetch none.
#include "features/activities/parts_public.hpp"

namespace activities {
namespace {
constexpr std::size_t most = 8;
// Without the signs that HTML would escape. The hash below is of exactly these bytes; a test reckons it.
constexpr std::string_view style = ":root{color-scheme:light dark}body{margin:0;padding:1rem;font:1rem/1.5 system-ui,sans-serif}ul{list-style:none;margin:0;padding:0}li{padding:.75rem 0;border-bottom:1px solid GrayText}"
    "a{color:inherit;font-weight:600;display:inline-block;padding:.15rem 0}p{margin:0}h1{font-size:1.25rem;margin:0 0 .5rem}";
constexpr std::string_view policy = "default-src 'none'; style-src 'sha256-eHJGqh2lgJeLqrg30uqhtr2QtPrgXRQXFRucQx6Odc0='; base-uri 'none'; form-action 'none'; frame-ancestors *; sandbox allow-popups allow-popups-to-escape-sandbox";

void link_out(Html& h, const Url& url, std::string_view text, html::Attr language) { h.el("a", {{"href", url}, {"target", "_blank"}, {"rel", "noopener noreferrer"}, language}, text); }
}

Response widget_page(const Visit& visit, const Board& board) {
    Html h;
    h.doctype();
    h.el("html", {{"lang", i18n::tag(visit.language())}}, [&] {
        h.el("head", [&] {
            h.empty("meta", {{"charset", "utf-8"}}).empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}).empty("meta", {{"name", "robots"}, {"content", "noindex"}});
            h.el("title", visit.t("Aktiviteter"));
            h.el("style", style);
        });
        h.el("body", [&] {
            h.el("main", [&] {
                h.el("h1", visit.t("Aktiviteter"));
                if (board.listing.all.empty()) h.el("p", visit.t("Inga aktiviteter är planerade just nu"));
                h.el("ul", {{"role", "list"}}, [&] {
                    std::size_t shown = 0;
                    for (const auto& one : board.listing.all) {
                        if (++shown > most) break;
                        h.el("li", [&] {
                            link_out(h, address(visit, one.activity), discreet_title(one.activity), page::in_language(visit, i18n::Language::sv));
                            const auto* next = one.next();
                            h.el("p", next ? when_and_where(visit, *next) : seats_words(visit, one, board.now));
                        });
                    }
                });
                h.el("p", [&] { link_out(h, visit.url(list_path), visit.t("Alla aktiviteter"), html::Attr::none()); });
            });
        });
    });
    auto response = Response::html(h.take());
    response.header("Content-Security-Policy", std::string(policy));
    return response;
}
}

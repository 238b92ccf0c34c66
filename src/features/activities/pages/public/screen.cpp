// /skarm/…: for a screen in a waiting room or a library, and as a poster when it is printed. Neutral titles only, since anybody may stand
// before it.
#include "base/text.hpp"
#include "features/activities/parts_public.hpp"
#include "platform/documents/documents.hpp"

namespace activities {
namespace {
constexpr std::size_t most = 6;

void code(Html& h, const Visit& visit, const std::string& own) {
    if (own.empty()) return;
    h.el("div", {{"class", "screen-code"}}, [&] {
        h.el("div", {{"class", "qr"}}, [&] { h.raw(documents::qr_svg(own, visit.t("Sidans adress som QR-kod"))); });
        h.el("p", own);
    });
}
Response screen(const Visit& visit, std::string_view title, const std::string& own, const std::function<void(Html&)>& main) {
    Html h;
    h.doctype();
    h.el("html", {{"lang", i18n::tag(visit.language())}}, [&] {
        h.el("head", [&] {
            page::common_head(h, visit.frame, title);
            h.empty("meta", {{"name", "robots"}, {"content", "noindex"}});
        });
        h.el("body", {{"class", "screen"}}, [&] {
            h.el("header", {{"class", "wrap"}}, [&] { page::brand(h, visit, visit.url("/")); });
            h.el("main", {{"id", "main"}, {"class", "wrap"}}, [&] { main(h), code(h, visit, own); });
        });
    });
    return Response::html(h.take());
}
}

Response screen_page(const Visit& visit, const Board& board) {
    return screen(visit, visit.t("Aktiviteter på skärm"), own_address(visit, board.shown, list_path), [&](Html& h) {
        h.el("h1", visit.t("Hjälper du någon? Det här är på gång"));
        if (board.listing.all.empty()) h.el("p", visit.t("Inga aktiviteter är planerade just nu"));
        h.el("ul", {{"class", "screen-list"}, {"role", "list"}}, [&] {
            std::size_t shown = 0;
            for (const auto& one : board.listing.all) {
                const auto* next = one.next();
                if (!next || ++shown > most) continue;
                h.el("li", [&] {
                    h.el("h2", {page::in_language(visit, i18n::Language::sv)}, discreet_title(one.activity));
                    h.el("p", when_and_where(visit, *next));
                });
            }
        });
    });
}
Response screen_of_one_page(const Visit& visit, const Board& board, const Listed& one) {
    const auto& a = one.activity;
    return screen(visit, discreet_title(a), own_address(visit, board.shown, std::string(list_path) + "/" + a.slug), [&](Html& h) {
        h.el("h1", {page::in_language(visit, i18n::Language::sv)}, discreet_title(a));
        h.el("ul", {{"class", "screen-list"}, {"role", "list"}}, [&] {
            for (const auto& s : one.sessions)
                if (s.takes_place() && &s < &one.sessions.front() + 3) h.el("li", [&] { h.el("p", when_and_where(visit, s)); });
        });
        h.el("p", seats_words(visit, one, board.now));
    });
}
}

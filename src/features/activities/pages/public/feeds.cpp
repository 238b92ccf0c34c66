// What other programs read: /aktiviteter/atom.xml (RFC 4287).
#include "features/activities/parts_public.hpp"

namespace activities {
namespace {
// Its own change, or that of an occasion.
base::Instant changed_at(const Listed& one) {
    auto at = one.activity.changed_at;
    for (const auto& s : one.sessions) at = std::max(at, s.changed_at);
    return at;
}
void entry(Html& xml, const Visit& visit, const Board& board, const Listed& one) {
    const auto& a = one.activity;
    const auto url = own_address(visit, board.shown, std::string(list_path) + "/" + a.slug);
    xml.el("entry", [&] {
        xml.el("title", discreet_title(a));
        xml.el("id", url);
        xml.el("updated", iso_utc(changed_at(one)));
        xml.empty("link", {{"rel", "alternate"}, {"href", *Url::outside(url)}});
        xml.close("link");
        std::string says;
        for (const auto& s : one.sessions) says += when_and_where(visit, s) + (s.takes_place() ? "" : " " + std::string(visit.t("(inställt)"))) + "\n";
        xml.el("summary", says.empty() ? seats_words(visit, one, board.now) : says);
    });
}
}

Response atom_feed(const Visit& visit, const Board& board) {
    const auto own = own_address(visit, board.shown, list_path);
    if (own.empty()) return Response::not_found();   // the format takes whole addresses only
    auto changed = base::Instant{};
    for (const auto& one : board.listing.all) changed = std::max(changed, changed_at(one));
    Html xml;
    xml.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", i18n::tag(visit.language())}});
    xml.el("title", std::string(visit.t("Aktiviteter")) + " – " + std::string(visit.said(visit.frame.site_name)));
    xml.el("id", own);
    xml.el("updated", iso_utc(changed));
    xml.el("author", [&] { xml.el("name", board.shown.municipality->name); });
    xml.empty("link", {{"rel", "self"}, {"href", *Url::outside(own_address(visit, board.shown, std::string(list_path) + "/atom.xml"))}});
    xml.close("link");
    for (const auto& one : board.listing.all) entry(xml, visit, board, one);
    xml.close("feed");
    Response response;
    response.type = "application/atom+xml; charset=utf-8";
    response.body = xml.take();
    return response;
}
}

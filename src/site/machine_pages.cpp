#include "site/machine_pages.hpp"
#include "platform/html/html.hpp"
#include "site/addresses.hpp"

namespace site {
namespace {
constexpr db::Sql one{"site.ready", "SELECT 1"};
}

web::Response plain_text(std::string text, int status) {
    web::Response response;
    response.status = status;
    response.type = "text/plain; charset=utf-8";
    response.body = std::move(text);
    return response;
}

// A cookie made and removed is what empties Chromium's memory of our pages, so that Back fetches them anew; "cookies" or
// "cache" in Clear-Site-Data would undo just that, or hold the visitor for seconds (ADR 0005, measured).
web::Response leave(const web::Request& request, const Snapshot& s, const Leaving& leaving) {
    web::Response response = web::Response::see_other(s.content->municipality.exit_to);
    for (const char* moment : {"1; Max-Age=1", "; Max-Age=0"}) response.header("Set-Cookie", std::string("__Host-l=") + moment + "; Path=/; Secure; HttpOnly; SameSite=Strict");
    contact::leave(response, request, leaving.vault, *leaving.memory);
    response.header("Clear-Site-Data", "\"storage\"");
    response.header("Cache-Control", "no-store");
    return response;
}

web::Response theme_css(const web::Request& request, const Snapshot& s) {
    web::Response response;
    response.type = "text/css; charset=utf-8";
    response.body = s.theme_css;
    response.header("Cache-Control", request.asked("v") == s.theme_hash ? "public, max-age=31536000, immutable" : "no-cache");
    return response;
}

web::Response robots(const Snapshot& s) {
    std::string text = "User-agent: *\nDisallow: /sok\nDisallow: /lamna\n";
    if (!s.content->municipality.own_address.empty()) text += "Sitemap: " + s.content->municipality.own_address + "/sitemap.xml\n";
    return plain_text(std::move(text));
}

web::Response sitemap(const Snapshot& s) {
    // The format takes whole addresses only; without one there is no map to give.
    const auto& own = s.content->municipality.own_address;
    if (own.empty()) return web::Response::not_found();
    html::Html xml;
    xml.raw(html::trusted("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    xml.el("urlset", {{"xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"}}, [&] {
        const Addresses addresses(*s.content);
        for (const auto& path : addresses.all()) {
            const auto* article = s.content->library->find(path.substr(1));
            const auto* offer = path.starts_with("/stod/") ? s.content->catalogue->find(path.substr(6)) : nullptr;
            if (path == "/sok" || (article && article->sensitive) || (offer && offer->sensitive)) continue;
            xml.el("url", [&] { xml.el("loc", own + path); });
        }
        if (!s.agenda) return;
        const auto coming = s.agenda->get();
        for (const auto& one : coming->all)
            if (!one.activity.sensitive) xml.el("url", [&] { xml.el("loc", own + "/aktiviteter/" + one.activity.slug); });
    });
    web::Response response;
    response.type = "application/xml; charset=utf-8";
    response.body = xml.take();
    return response;
}

web::Response ready(const Current& current, db::Database& database) {
    const auto snapshot = current.get();
    if (!snapshot || snapshot->index.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return plain_text("the search is being built\n", 503);
    try {
        database.read([](db::Reader& reader) { return reader.one(one, {}, [](const db::Row& row) { return row.integer(0); }); });
    } catch (const db::Unavailable&) {
        return plain_text("the database does not answer\n", 503);
    }
    return plain_text("ready\n");
}
}

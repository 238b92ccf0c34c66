#pragma once
#include "platform/html/html.hpp"
#include "platform/i18n/language.hpp"
#include "platform/page/address.hpp"
#include "platform/web/web.hpp"
#include <functional>
#include <span>
#include <string>
#include <vector>
namespace web {
class Stamps;
}
namespace page {
struct DeskEntry;

// What surrounds every page: who the municipality is, where the css stands, which languages there are. Made anew when content changes.
struct Frame {
    std::string municipality, own_address;      // own_address: "https://…" without slash at the end, or empty
    i18n::Text site_name;
    html::Markup logo;
    std::vector<i18n::Language> languages;
    std::vector<html::Url> stylesheets;
    html::Url font, icons, favicon, script;
    html::Url staff_stylesheet = html::Url::path("/"), staff_script = html::Url::path("/");
    bool demo = false;
    const web::Stamps* stamps = nullptr;        // for the forms (page/form.hpp)
    std::span<const DeskEntry> desk = {};       // the staff's pages (page/staff.hpp)
};

// One request as a page function sees it: what was asked, in which language, inside which frame.
struct Visit {
    const web::Request& request;
    const Frame& frame;
    i18n::Words t;
    Visit(const web::Request& r, const Frame& f) : request(r), frame(f), t(i18n::named(r.language).value_or(i18n::Language::sv)) {}
    i18n::Language language() const { return t.language(); }
    html::Url url(std::string_view path) const { return page::url(path, language()); }
    std::string_view said(const i18n::Text& text) const { return text.in(language()).text; }
};

// What a page says of itself before its body.
struct Head {
    std::string title;                          // without the site's name
    std::string description = {};
    std::string path = {};                      // without language: canonical, hreflang, language links; empty: not linked (a POST's answer)
    i18n::Language shown_in = i18n::Language::sv;   // what language the text really is in; set by page() unless translated is false
    bool translated = true;                     // false: the text is Swedish though another language was asked for
    std::string reviewed = {};                  // "inte granskad": said openly on translations
    std::string neutral_title = {};             // sensitive pages: the whole title of the tab, and never stored (security T2)
    bool no_store = false, no_index = false, leave_hint = false;
    std::string json_ld = {};                   // JSON, already serialised
    std::string area = {};                      // css hook on <body>: "young", "guide" …
    std::string current = {};                   // path of the navigation entry this page belongs to
};

// The parts of <head> that every page has, public or not: character set, title, style, icon, script.
void common_head(html::Html&, const Frame&, std::string_view whole_title);
// The municipality's mark and name, as a link.
void brand(html::Html&, const Visit&, const html::Url& to);

// The whole page around `main`, with the headers its Head asks for.
web::Response page(const Visit&, const Head&, const std::function<void(html::Html&)>& main, int status = 200);
}

#include "platform/page/page.hpp"
#include "platform/page/components.hpp"

namespace page {
namespace {
using html::Attrs;
using html::Url;
using i18n::Language;

struct NavEntry {
    const char* path;
    const char* words;
};
constexpr std::array navigation{NavEntry{"/stod", i18n::key("Hitta stöd")}, NavEntry{"/lotsen", i18n::key("Lotsen")}, NavEntry{"/aktiviteter", i18n::key("Aktiviteter")}, NavEntry{"/fraga", i18n::key("Fråga oss")}, NavEntry{"/rattigheter", i18n::key("Dina rättigheter")},
                                NavEntry{"/ung", i18n::key("För unga")}, NavEntry{"/riktlinje", i18n::key("Riktlinjen")}};
constexpr std::array footer_help{NavEntry{"/sa-fragar-du", i18n::key("Så frågar du")}, NavEntry{"/vad-far-jag-veta", i18n::key("Vad får jag veta?")},
                                 NavEntry{"/nar-hjalpen-inte-fungerar", i18n::key("När hjälpen inte fungerar")}, NavEntry{"/hanvisa", i18n::key("För dig som möter anhöriga i jobbet")}};
constexpr std::array footer_site{NavEntry{"/om-webbplatsen", i18n::key("Om webbplatsen")}, NavEntry{"/tillganglighet", i18n::key("Tillgänglighet")}, NavEntry{"/personuppgifter", i18n::key("Personuppgifter")},
                                 NavEntry{"/spar-i-enheten", i18n::key("Spår i telefonen eller datorn")}, NavEntry{"/broschyr", i18n::key("Broschyr att skriva ut")}, NavEntry{"/logga-in", i18n::key("För dig som arbetar med anhörigstöd")}};

std::string title_of(const Visit& visit, const Head& head) {
    // The same page in two languages has two titles: a tab, or a list of them, must tell which is which.
    const bool quiet = !head.neutral_title.empty();
    const auto language = visit.language() == Language::latt || (quiet && visit.language() != Language::sv) ? " (" + std::string(i18n::own_name(visit.language())) + ")" : std::string{};
    if (quiet) return head.neutral_title + language;
    const std::string site(visit.said(visit.frame.site_name));
    return (head.title.empty() ? site : head.title + " – " + site) + language;
}

void alternates(Html& h, const Visit& visit, const Head& head) {
    if (head.path.empty() || visit.frame.own_address.empty() || !head.neutral_title.empty()) return;
    const auto absolute = [&](Language l) { return *Url::outside(visit.frame.own_address + localised(head.path, l)); };
    h.empty("link", {{"rel", "canonical"}, {"href", absolute(visit.language())}});
    for (const auto language : visit.frame.languages)
        if (language != Language::latt) h.empty("link", {{"rel", "alternate"}, {"hreflang", i18n::tag(language)}, {"href", absolute(language)}});
}

void write_head(Html& h, const Visit& visit, const Head& head) {
    common_head(h, visit.frame, title_of(visit, head));
    const bool quiet = !head.neutral_title.empty();
    if (!head.description.empty() && !quiet) h.empty("meta", {{"name", "description"}, {"content", head.description}});
    if (head.no_index || quiet || !head.translated) h.empty("meta", {{"name", "robots"}, {"content", "noindex"}});
    alternates(h, visit, head);
    // A data block: never run as script, so the policy without inline script allows it. "<" is escaped by whoever serialised it.
    if (!head.json_ld.empty() && !quiet) h.el("script", {{"type", "application/ld+json"}}, [&] { h.raw(html::trusted(head.json_ld)); });
}

void languages(Html& h, const Visit& visit, const Head& head) {
    if (head.path.empty() || visit.frame.languages.size() < 2) return;
    h.el("nav", {{"class", "languages-nav"}, {"aria-label", visit.t("Språk")}}, [&] {
        h.el("ul", {{"class", "languages"}}, [&] {
            for (const auto language : visit.frame.languages)
                h.el("li", [&] {
                    const auto tag = i18n::tag(language);
                    const bool here = language == visit.language();
                    h.el("a", {{"href", page::url(head.path, language)}, {"lang", tag}, {"hreflang", tag}, here ? html::Attr("aria-current", "true") : html::Attr::none()}, i18n::own_name(language));
                });
        });
    });
}

void header(Html& h, const Visit& visit, const Head& head) {
    h.el("header", {{"class", "top"}}, [&] {
        h.el("div", {{"class", "wrap"}}, [&] {
            brand(h, visit, visit.url("/"));
            languages(h, visit, head);
            h.el("button", {{"class", "menu-button"}, {"type", "button"}, {"popovertarget", "menu"}}, [&] { icon(h, visit.frame, "menu"), h.text(visit.t("Meny")); });
            h.el("nav", {{"class", "nav"}, {"id", "menu"}, {"popover", true}, {"aria-label", visit.t("Huvudmeny")}}, [&] {
                h.el("ul", [&] {
                    for (const auto& entry : navigation)
                        h.el("li", [&] {
                            h.el("a", {{"href", visit.url(entry.path)}, head.current == entry.path ? html::Attr("aria-current", "page") : html::Attr::none()}, visit.t(entry.words));
                        });
                });
            });
        });
    });
}

void footer(Html& h, const Visit& visit) {
    const auto list = [&](const char* heading, auto& entries) {
        h.el("div", [&] {
            h.el("h2", visit.t(heading));
            h.el("ul", [&] {
                for (const auto& entry : entries) h.el("li", [&] { link(h, visit.url(entry.path), visit.t(entry.words)); });
            });
        });
    };
    h.el("footer", {{"class", "foot"}}, [&] {
        h.el("div", {{"class", "wrap"}}, [&] {
            list(i18n::key("Bra att veta"), footer_help);
            list(i18n::key("Om sidorna"), footer_site);
            h.el("div", [&] {
                h.el("h2", visit.t("Är det fara nu?"));
                h.el("p", [&] { h.text(visit.t("Ring")), h.text(" "), link(h, Url::phone("112"), "112"), h.text("."); });
                h.el("p", [&] { h.text(visit.t("Sjukvårdsråd:")), h.text(" "), link(h, Url::phone("1177"), "1177"), h.text("."); });
            });
        });
    });
}

// Said before the first question and on sensitive pages: how one leaves (security 4.1).
void leave_hint(Html& h, const Visit& visit, const Head& head) {
    if (!head.leave_hint && head.neutral_title.empty()) return;
    h.el("div", {{"class", "leave-hint"}}, [&] {
        h.el("div", {{"class", "wrap"}}, [&] {
            h.text(visit.t("Behöver du lämna fort? Tryck på Lämna sidan, eller på Skift tre gånger.")), h.text(" ");
            link(h, visit.url("/spar-i-enheten"), visit.t("Spår i telefonen eller datorn"));
        });
    });
}

void translation_line(Html& h, const Visit& visit, const Head& head) {
    const bool unreviewed = head.reviewed == "inte granskad";
    if (visit.language() == Language::sv || (head.translated && !unreviewed)) return;
    const char* words = unreviewed && head.translated             ? i18n::key("Den här texten är inte granskad än.")
                        : visit.language() == Language::en ? i18n::key("Den här sidan finns bara på svenska.")
                                                           : i18n::key("Den här sidan finns inte på lättläst svenska.");
    h.el("div", {{"class", "wrap"}}, [&] { h.el("p", {{"class", "untranslated"}}, [&] { icon(h, visit.frame, "info"), h.text(visit.t(words)); }); });
}

web::Response with_headers(web::Response response, const Head& head) {
    if (head.no_store || !head.neutral_title.empty()) response.header("Cache-Control", "no-store");
    return response;
}
}

void common_head(Html& h, const Frame& frame, std::string_view whole_title) {
    h.empty("meta", {{"charset", "utf-8"}}).empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    h.el("title", whole_title);
    h.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}}).empty("meta", {{"name", "format-detection"}, {"content", "telephone=no"}});
    h.empty("link", {{"rel", "preload"}, {"href", frame.font}, {"as", "font"}, {"type", "font/woff2"}, {"crossorigin", "anonymous"}});
    for (const auto& sheet : frame.stylesheets) h.empty("link", {{"rel", "stylesheet"}, {"href", sheet}});
    h.empty("link", {{"rel", "icon"}, {"href", frame.favicon}, {"type", "image/svg+xml"}});
    h.el("script", {{"src", frame.script}, {"defer", true}}, "");
}

void brand(Html& h, const Visit& visit, const html::Url& to) {
    h.el("a", {{"class", "brand"}, {"href", to}}, [&] {
        h.raw(visit.frame.logo);
        h.el("span", [&] {
            h.el("span", {{"class", "brand-owner"}}, visit.frame.municipality);
            h.el("span", {{"class", "brand-site"}}, visit.said(visit.frame.site_name));
        });
    });
}

web::Response page(const Visit& visit, const Head& head, const std::function<void(html::Html&)>& main, int status) {
    Html h(32768);
    h.doctype();
    h.el("html", {{"lang", i18n::tag(visit.language())}, {"dir", "ltr"}}, [&] {
        h.el("head", [&] { write_head(h, visit, head); });
        h.el("body", {head.area.empty() ? html::Attr::none() : html::Attr("class", head.area)}, [&] {
            h.el("a", {{"class", "skip"}, {"href", Url::fragment("main")}}, visit.t("Hoppa till innehållet"));
            h.el("a", {{"class", "exit"}, {"href", Url::path("/lamna")}, {"rel", "nofollow noreferrer"}, {"data-exit", true}}, [&] { icon(h, visit.frame, "exit"), h.text(visit.t("Lämna sidan")); });
            if (visit.frame.demo) h.el("div", {{"class", "banner"}, {"role", "note"}}, [&] { h.el("div", {{"class", "wrap"}}, visit.t("Det här är en provversion. Inget skickas till kommunen.")); });
            header(h, visit, head);
            leave_hint(h, visit, head);
            h.el("main", {{"id", "main"}, {"tabindex", "-1"}}, [&] {
                translation_line(h, visit, head);
                main(h);
            });
            footer(h, visit);
        });
    });
    return with_headers(web::Response::html(h.take(), status), head);
}
}

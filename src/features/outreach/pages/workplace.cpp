#include "features/outreach/pages.hpp"
#include "platform/documents/documents.hpp"

namespace outreach {
namespace {
using html::Html;
using page::Visit;

void items(Html& h, const std::vector<std::string>& texts, std::string_view css) {
    h.el("ul", {css.empty() ? html::Attr::none() : html::Attr("class", css)}, [&] {
        for (const auto& text : texts) h.el("li", text);
    });
}

void third(Html& h, const Visit& visit, std::string_view icon, const char* title, const std::function<void()>& body) {
    h.el("section", {{"class", "third"}}, [&] {
        h.el("h2", [&] { page::icon(h, visit.frame, icon), h.text(visit.t(title)); });
        body();
    });
}

void thirds(Html& h, const Visit& visit, const Wording& w) {
    h.el("div", {{"class", "thirds"}}, [&] {
        third(h, visit, "search", i18n::key("Tre tecken"), [&] { items(h, w.signs, ""); });
        third(h, visit, "chat", i18n::key("Tre meningar"), [&] { items(h, w.say, "say"); });
        third(h, visit, "shield", i18n::key("Får och måste"), [&] {
            h.el("h3", visit.t("Jag får")), items(h, w.may, "");
            h.el("h3", visit.t("Jag måste")), items(h, w.must, "must");
        });
    });
}

void what_it_rests_on(Html& h, const Visit& visit, const Shown& shown, const Workplace& workplace) {
    page::details(h, visit.t("Vad texten bygger på"), [&] {
        h.el("ul", [&] {
            for (const auto& key : workplace.law)
                if (const auto* law = shown.references->law(key)) h.el("li", [&] { references::law_line(h, visit, *law); });
            for (const auto& key : workplace.sources)
                if (const auto* source = shown.references->source(key)) h.el("li", [&] { references::source_line(h, visit, *source); });
        });
    });
}

page::Head head(const Visit& visit, const Workplace& workplace, std::string path) {
    const auto& w = workplace.in(visit.language());
    return {.title = std::string(visit.t("Hänvisa")) + ": " + w.title, .description = w.summary, .path = std::move(path), .translated = workplace.shown_in(visit.language()) == visit.language()};
}
}

void card(Html& h, const Visit& visit, const Shown& shown, const Wording& w) {
    const auto& own = shown.municipality->own_address;
    h.el("div", {{"class", "cut"}}, [&] {
        page::icon(h, visit.frame, "scissors");
        h.el("div", [&] {
            h.el("p", w.card);
            h.el("p", {{"class", "subtle"}}, [&] {
                if (own.empty()) page::not_filled_in(h, visit), h.text(": "), h.text(visit.t("webbplatsens adress"));
                else h.text(own);
            });
        });
        if (!own.empty()) h.el("div", {{"class", "qr"}}, [&] { h.raw(documents::qr_svg(own, visit.t("Webbplatsens adress som QR-kod"))); });
    });
}

web::Response workplaces_page(const Visit& visit, const Shown& shown) {
    page::Head about{.title = std::string(visit.t("Hänvisa")), .description = std::string(visit.t("För dig som möter anhöriga i jobbet: vad du kan se, säga och lämna över på 30 sekunder.")), .path = "/hanvisa"};
    return page::page(visit, about, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {});
            h.el("div", {{"class", "section-head stack"}}, [&] {
                h.el("h1", visit.t("För dig som möter anhöriga i jobbet"));
                h.el("p", {{"class", "lead"}}, visit.t("Välj din arbetsplats. Du får tre tecken att se, tre meningar att säga och ett kort att lämna över. Inget konto behövs."));
            });
            h.el("ul", {{"class", "doors"}, {"role", "list"}}, [&] {
                for (const auto& workplace : *shown.workplaces) {
                    const auto& w = workplace.in(visit.language());
                    h.el("li", [&] {
                        h.el("a", {{"class", "door"}, {"href", visit.url("/hanvisa/" + workplace.name)}}, [&] {
                            page::icon(h, visit.frame, "people");
                            h.el("span", [&] { h.el("b", w.title), h.el("span", w.summary); });
                            page::icon(h, visit.frame, "arrow-right");
                        });
                    });
                }
            });
        });
    });
}

web::Response workplace_page(const Visit& visit, const Shown& shown, const Workplace& workplace) {
    const auto& w = workplace.in(visit.language());
    return page::page(visit, head(visit, workplace, "/hanvisa/" + workplace.name), [&](Html& h) {
        h.el("div", {{"class", "wrap page stack-large"}, page::in_language(visit, workplace.shown_in(visit.language()))}, [&] {
            h.el("div", [&] {
                page::breadcrumbs(h, visit, {{"/hanvisa", visit.t("Hänvisa")}});
                h.el("h1", w.title);
                h.el("p", {{"class", "lead"}}, w.summary);
            });
            thirds(h, visit, w);
            h.el("section", {{"class", "stack"}}, [&] {
                h.el("h2", visit.t("Kortet att lämna över"));
                card(h, visit, shown, w);
                h.el("p", {{"class", "row no-print"}}, [&] { page::link(h, visit.url("/hanvisa/" + workplace.name + "/kort"), visit.t("Kort att skriva ut och klippa")),
                    page::link(h, visit.url("/hanvisa/" + workplace.name + "/affisch.pdf"), visit.t("Affisch (pdf)")), page::print_button(h, visit); });
            });
            h.el("div", {{"class", "article prose"}}, [&] {
                h.raw(w.body);
                what_it_rests_on(h, visit, shown, workplace);
                page::checked_line(h, visit, workplace.verified);
            });
        });
    });
}

web::Response cards_page(const Visit& visit, const Shown& shown, const Workplace& workplace) {
    const auto& w = workplace.in(visit.language());
    auto about = head(visit, workplace, "/hanvisa/" + workplace.name + "/kort");
    about.title += std::string(", ") + std::string(visit.t("kort"));
    about.no_index = true;
    return page::page(visit, about, [&](Html& h) {
        h.el("div", {{"class", "wrap page stack"}, page::in_language(visit, workplace.shown_in(visit.language()))}, [&] {
            h.el("div", {{"class", "no-print stack"}}, [&] {
                page::breadcrumbs(h, visit, {{"/hanvisa", visit.t("Hänvisa")}, {"/hanvisa/" + workplace.name, w.title}});
                h.el("h1", visit.t("Kort att skriva ut och klippa"));
                page::print_button(h, visit);
            });
            for (int i = 0; i < 4; ++i) card(h, visit, shown, w);
        });
    });
}
}

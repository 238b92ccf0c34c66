#include "features/articles/pages.hpp"
#include "features/directory/cards.hpp"

namespace articles {
namespace {
using html::Html;
using html::Url;
using page::Visit;

std::string_view section_path(Section section) {
    switch (section) {
        case Section::rights: return "/rattigheter";
        case Section::young: return "/ung";
        default: return {};
    }
}

page::Head head(const Visit& visit, const Article& article) {
    const auto& written = article.in(visit.language());
    return {.title = written.title, .description = written.summary, .path = "/" + article.name, .translated = article.shown_in(visit.language()) == visit.language(),
            .reviewed = article.translation(visit.language()).reviewed, .neutral_title = article.sensitive ? std::string(visit.t(article.neutral_title.c_str())) : std::string{},
            .area = article.section == Section::young ? "young" : "", .current = std::string(section_path(article.section))};
}

void contents(Html& h, const Visit& visit, const Written& written) {
    if (written.headings.size() < 3) return;
    h.el("nav", {{"class", "sticky stack-small"}, {"aria-labelledby", "contents"}}, [&] {
        h.el("h2", {{"id", "contents"}}, visit.t("På sidan"));
        h.el("ul", {{"class", "contents"}, {"role", "list"}}, [&] {
            for (const auto& heading : written.headings)
                if (heading.level == 2) h.el("li", [&] { page::link(h, Url::fragment(heading.id), heading.text); });
        });
    });
}

void related(Html& h, const Visit& visit, const Shown& shown, const Article& article) {
    std::vector<const directory::Offer*> offers;
    for (const auto& name : article.related)
        if (const auto* offer = shown.catalogue->find(name)) offers.push_back(offer);
    if (offers.empty()) return;
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Stöd som kan passa"));
        directory::offer_list(h, [&] {
            for (const auto* offer : offers) directory::offer_card(h, visit, *shown.catalogue, *offer, "h3");
        });
    });
}

void what_it_rests_on(Html& h, const Visit& visit, const Shown& shown, const Article& article) {
    if (article.law.empty() && article.sources.empty()) return;
    page::details(h, visit.t("Vad texten bygger på"), [&] {
        h.el("ul", [&] {
            for (const auto& key : article.law)
                if (const auto* law = shown.references->law(key)) h.el("li", [&] { references::law_line(h, visit, *law); });
            for (const auto& key : article.sources)
                if (const auto* source = shown.references->source(key)) h.el("li", [&] { references::source_line(h, visit, *source); });
        });
    });
}

void crumbs(Html& h, const Visit& visit, const Article& article) {
    if (article.name.starts_with("ung/")) page::breadcrumbs(h, visit, {{"/ung", visit.t("För unga")}});
    else page::breadcrumbs(h, visit, {});
}
}

web::Response article_page(const Visit& visit, const Shown& shown, const Article& article) {
    const auto& written = article.in(visit.language());
    return page::page(visit, head(visit, article), [&](Html& h) {
        h.el("div", {{"class", "wrap page stack-large"}}, [&] {
            h.el("div", {{"class", "columns side-end"}}, [&] {
                h.el("article", {{"class", "article prose"}, page::in_language(visit, article.shown_in(visit.language()))}, [&] {
                    crumbs(h, visit, article);
                    h.el("h1", written.title);
                    h.el("p", {{"class", "lead"}}, written.summary);
                    if (article.name == "sa-fragar-du") who_answers(h, visit, *shown.municipality);
                    h.raw(written.body);
                    what_it_rests_on(h, visit, shown, article);
                    page::checked_line(h, visit, article.verified);
                    page::print_button(h, visit);
                });
                contents(h, visit, written);
            });
            if (article.section != Section::young) related(h, visit, shown, article);
        });
    });
}

web::Response is_it_safe_page(const Visit& visit, const Article& article) {
    auto about = head(visit, article);
    about.translated = true;
    about.reviewed = {};
    return page::page(visit, about, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            h.el("div", {{"class", "article stack"}}, [&] {
                h.el("h1", visit.t("Är det tryggt att läsa just nu?"));
                h.el("p", {{"class", "lead"}}, visit.t("Nästa sida handlar om när någon gör en annan illa. Kan någon se skärmen nu, eller titta i telefonen efteråt?"));
                h.el("p", visit.t("Du kan gå härifrån när som helst med knappen Lämna sidan. Den tar dig till en annan webbplats. Att du har varit här kan ändå synas i telefonens eller datorns historik."));
                h.el("p", {{"class", "row"}}, [&] {
                    h.el("a", {{"class", "ds-button"}, {"href", visit.url("/" + article.name).with("visa", "ja")}, {"rel", "nofollow"}}, visit.t("Ja, visa sidan"));
                    page::button_link_quiet(h, Url::path("/lamna"), visit.t("Nej, lämna"));
                });
                h.el("p", [&] { page::link(h, visit.url("/spar-i-enheten"), visit.t("Läs om spår i telefonen eller datorn")); });
                h.el("p", [&] { h.text(visit.t("Är det fara nu? Ring")), h.text(" "), h.el("a", {{"class", "number"}, {"href", Url::phone("112")}}, "112"); });
            });
        });
    });
}
}

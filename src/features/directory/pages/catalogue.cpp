#include "base/text.hpp"
#include "features/directory/cards.hpp"
#include "features/directory/pages.hpp"
#include <charconv>

namespace directory {
namespace {
using html::Html;
using html::Url;
using page::Visit;

constexpr std::size_t page_size = 30;
// The questions shown as filters; the rest are for the guide and for statistics.
constexpr std::array shown_facets{Facet::need, Facet::worry, Facet::situation, Facet::relation, Facet::target_group, Facet::age, Facet::form, Facet::kind};

std::string_view heading(const Visit& visit, Facet facet) {
    switch (facet) {
        case Facet::situation: return visit.t("Läget just nu");
        case Facet::relation: return visit.t("Vem du hjälper");
        case Facet::need: return visit.t("Vad som behövs");
        case Facet::worry: return visit.t("Det som gnager");
        case Facet::target_group: return visit.t("Vad det gäller");
        case Facet::age: return visit.t("Din ålder");
        case Facet::form: return visit.t("Hur");
        case Facet::kind: return visit.t("Så får du det");
        default: return {};
    }
}

Choice chosen(const Visit& visit, const Vocabulary& vocabulary) {
    Choice out;
    for (const auto& [name, value] : visit.request.query)
        if (const auto asked = facet(name))
            if (const auto* term = vocabulary.find(*asked, value)) out.terms.set(term->number);
    return out;
}

// The address of the list with exactly these words chosen.
Url address(const Visit& visit, const Vocabulary& vocabulary, const Terms& terms, std::size_t number = 1) {
    auto url = visit.url("/stod");
    for (const auto& term : vocabulary.terms())
        if (terms[term.number]) url = url.with(key(term.facet), term.key);
    return number > 1 ? url.with("sida", base::to_text(static_cast<long long>(number))) : url;
}
Terms flipped(Terms terms, const Term& term) { return terms.flip(term.number); }

void filter(Html& h, const Visit& visit, const Catalogue& catalogue, const Choice& choice, const Narrowed& narrowed, Facet facet) {
    h.el("section", {{"class", "facet"}}, [&] {
        h.el("h2", heading(visit, facet));
        h.el("ul", {{"role", "list"}}, [&] {
            for (const auto* term : catalogue.vocabulary().of(facet)) {
                const bool on = choice.terms[term->number];
                if (!on && narrowed.counts[term->number] == 0) continue;
                h.el("li", [&] {
                    h.el("a", {{"href", address(visit, catalogue.vocabulary(), flipped(choice.terms, *term))}, {"rel", "nofollow"}, on ? html::Attr("aria-current", "true") : html::Attr::none()}, [&] {
                        if (on) page::icon(h, visit.frame, "check");
                        h.el("span", visit.said(term->name)), h.text(" ");
                        h.el("span", {{"class", "count"}}, [&] { h.number(static_cast<long long>(narrowed.counts[term->number])); });
                    });
                });
            }
        });
    });
}

void filters(Html& h, const Visit& visit, const Catalogue& catalogue, const Choice& choice, const Narrowed& narrowed) {
    h.el("details", {{"class", "facets facets-side"}}, [&] {
        h.el("summary", [&] {
            page::icon(h, visit.frame, "filter");
            h.text(visit.t("Begränsa listan"));
            if (!choice.none()) h.el("span", {{"class", "count"}}, visit.t("{n} val", {{"n", base::to_text(static_cast<long long>(choice.terms.count()))}}));
        });
        h.el("nav", {{"aria-label", visit.t("Begränsa listan")}}, [&] {
            for (const auto facet : shown_facets) filter(h, visit, catalogue, choice, narrowed, facet);
        });
    });
}

void chips(Html& h, const Visit& visit, const Catalogue& catalogue, const Choice& choice) {
    if (choice.none()) return;
    h.el("ul", {{"class", "chips"}, {"role", "list"}}, [&] {
        for (const auto& term : catalogue.vocabulary().terms())
            if (choice.terms[term.number])
                h.el("li", [&] {
                    h.el("a", {{"class", "chip"}, {"href", address(visit, catalogue.vocabulary(), flipped(choice.terms, term))}}, [&] {
                        h.el("span", {{"class", "visually-hidden"}}, std::string(visit.t("Ta bort:")) + " ");
                        h.text(visit.said(term.name));
                        page::icon(h, visit.frame, "close");
                    });
                });
        h.el("li", [&] { page::link(h, visit.url("/stod"), visit.t("Visa allt stöd")); });
    });
}

void list(Html& h, const Visit& visit, const Catalogue& catalogue, std::span<const Offer* const> offers) {
    const Term* group = nullptr;
    for (std::size_t i = 0; i < offers.size();) {
        group = catalogue.group_of(*offers[i]);
        if (group) h.el("h2", {{"class", "offers-head"}}, visit.said(group->name));
        offer_list(h, [&] {
            for (; i < offers.size() && catalogue.group_of(*offers[i]) == group; ++i) offer_card(h, visit, catalogue, *offers[i], "h3");
        });
    }
}

void pages(Html& h, const Visit& visit, const Catalogue& catalogue, const Choice& choice, std::size_t current, std::size_t count) {
    if (count < 2) return;
    h.el("nav", {{"aria-label", visit.t("Sidor")}}, [&] {
        h.el("ul", {{"class", "pages"}, {"role", "list"}}, [&] {
            for (std::size_t n = 1; n <= count; ++n)
                h.el("li", [&] {
                    h.el("a", {{"href", address(visit, catalogue.vocabulary(), choice.terms, n)}, n == current ? html::Attr("aria-current", "page") : html::Attr::none()}, base::to_text(static_cast<long long>(n)));
                });
        });
    });
}

void nothing(Html& h, const Visit& visit) {
    h.el("div", {{"class", "empty stack"}}, [&] {
        h.el("h2", visit.t("Inget stöd passar alla valen på en gång"));
        h.el("p", visit.t("Ta bort något av valen, eller låt Lotsen hjälpa dig. Du kan alltid fråga en människa."));
        h.el("p", {{"class", "row"}}, [&] { page::button_link(h, visit.url("/lotsen"), visit.t("Öppna Lotsen")), page::link(h, visit.url("/sa-fragar-du"), visit.t("Så frågar du")); });
    });
}

std::size_t page_number(const Visit& visit, std::size_t count) {
    std::size_t n = 1;
    const auto asked = visit.request.asked("sida");
    std::from_chars(asked.data(), asked.data() + asked.size(), n);
    return std::clamp<std::size_t>(n, 1, std::max<std::size_t>(count, 1));
}
}

web::Response catalogue_page(const Visit& visit, const Shown& shown) {
    const auto& catalogue = *shown.catalogue;
    const auto choice = chosen(visit, catalogue.vocabulary());
    const auto narrowed = catalogue.narrowed(choice);
    const auto count = (narrowed.offers.size() + page_size - 1) / page_size, current = page_number(visit, count);
    const auto first = std::min((current - 1) * page_size, narrowed.offers.size());
    const auto offers = std::span(narrowed.offers).subspan(first, std::min(page_size, narrowed.offers.size() - first));
    const auto number = current > 1 ? visit.t(", sida {n}", {{"n", base::to_text(static_cast<long long>(current))}}) : std::string{};
    page::Head head{.title = std::string(visit.t("Hitta stöd")) + number, .description = std::string(visit.t("Allt stöd till dig som hjälper någon, samlat på ett ställe.")), .path = "/stod", .no_store = true, .no_index = !choice.none(), .current = "/stod"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {});
            h.el("div", {{"class", "stack"}}, [&] {
                h.el("h1", visit.t("Hitta stöd"));
                h.el("p", {{"class", "lead"}}, visit.t("Här står allt vi vet om: det som kommunen ger, det som andra ger och det som den du hjälper kan ansöka om."));
                page::search_form(h, visit, "");
                chips(h, visit, catalogue, choice);
            });
            h.el("div", {{"class", "columns side-start"}}, [&] {
                filters(h, visit, catalogue, choice, narrowed);
                h.el("div", {{"class", "stack"}}, [&] {
                    h.el("p", {{"class", "subtle"}, {"role", "status"}}, narrowed.offers.size() == 1 ? std::string(visit.t("1 stöd")) : visit.t("{n} stöd", {{"n", base::to_text(static_cast<long long>(narrowed.offers.size()))}}));
                    if (narrowed.offers.empty()) nothing(h, visit);
                    list(h, visit, catalogue, offers);
                    pages(h, visit, catalogue, choice, current, count);
                });
            });
        });
    });
}
}

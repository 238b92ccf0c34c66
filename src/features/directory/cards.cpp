#include "features/directory/cards.hpp"
#include "base/text.hpp"

namespace directory {
namespace {
// Words and icon say it; colour only helps.
struct Look {
    const char* css;
    std::string_view icon;
};
Look look(Kind kind) {
    switch (kind) {
        case Kind::service: return {"kind kind-service", "check"};
        case Kind::needs_assessed_sol:
        case Kind::needs_assessed_lss: return {"kind kind-decision", "document"};
        case Kind::external: return {"kind kind-external", "external"};
    }
    throw base::Bug("a kind without a look");
}

}

std::string listed(const std::vector<std::string_view>& words) {
    std::vector<std::string> texts;
    for (const auto word : words) texts.push_back(texts.empty() ? std::string(word) : base::lower(word.substr(0, 1)) + std::string(word.substr(1)));
    return base::joined(texts, ", ");
}

void offer_list(html::Html& h, const std::function<void()>& cards) { h.el("ul", {{"class", "offers"}, {"role", "list"}}, cards); }

std::vector<std::string_view> names(const page::Visit& visit, const Catalogue& catalogue, const Offer& offer, Facet facet) {
    std::vector<std::string_view> out;
    for (const auto* term : catalogue.vocabulary().of(facet))
        if (offer.terms[term->number]) out.push_back(visit.said(term->name));
    return out;
}

void kind_tag(html::Html& h, const page::Visit& visit, const Catalogue& catalogue, const Offer& offer) {
    const auto shown = look(offer.kind);
    h.el("span", {{"class", shown.css}}, [&] {
        page::icon(h, visit.frame, shown.icon);
        for (const auto& name : names(visit, catalogue, offer, Facet::kind)) h.text(name);
    });
}

void offer_card(html::Html& h, const page::Visit& visit, const Catalogue& catalogue, const Offer& offer, std::string_view heading, const std::function<void()>& extra) {
    h.el("li", {{"class", "offer"}}, [&] {
        h.el(heading, [&] { h.el("a", {{"href", visit.url("/stod/" + offer.name)}}, offer.title.in(visit.language()).text); });
        page::say(h, visit, "p", offer.summary);
        if (extra) extra();
        h.el("ul", {{"class", "facts-line"}, {"role", "list"}}, [&] {
            h.el("li", [&] { kind_tag(h, visit, catalogue, offer); });
            if (const auto forms = names(visit, catalogue, offer, Facet::form); !forms.empty()) h.el("li", listed(forms));
        });
    });
}
}

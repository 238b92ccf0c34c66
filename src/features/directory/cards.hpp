#pragma once
#include "features/directory/catalogue.hpp"
#include "platform/page/components.hpp"
// How an offer looks in a list; used by every page that lists offers.
namespace directory {

// Opens and closes the list itself.
void offer_list(html::Html&, const std::function<void()>& cards);
// One offer in a list: title, summary, kind, form, cost. `heading` is "h2" or "h3"; `extra` may add lines (reasons).
void offer_card(html::Html&, const page::Visit&, const Catalogue&, const Offer&, std::string_view heading, const std::function<void()>& extra = {});
void kind_tag(html::Html&, const page::Visit&, const Catalogue&, const Offer&);
// "Äldre, funktionsnedsättning": one sentence of several names.
std::string listed(const std::vector<std::string_view>& names);
// Names of the offer's words of one facet, in the visitor's language.
std::vector<std::string_view> names(const page::Visit&, const Catalogue&, const Offer&, Facet);
// What the kind of an offer demands be said (SoL 11:6; guideline U2, U4), as paragraphs.
void what_must_be_said(html::Html&, const page::Visit&, const Offer&);
}

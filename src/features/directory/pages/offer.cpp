#include "base/text.hpp"
#include "features/directory/cards.hpp"
#include "features/directory/pages.hpp"
#include "features/references/public.hpp"
#include "platform/documents/documents.hpp"

namespace directory {
namespace {
using html::Html;
using html::Url;
using page::Fact;
using page::Visit;

// A facet whose every word fits says nothing: "alla".
std::string who(const Visit& visit, const Catalogue& catalogue, const Offer& offer, Facet facet, std::string_view everybody) {
    const auto all = catalogue.vocabulary().all(facet);
    return (offer.terms & all) == all ? std::string(everybody) : listed(names(visit, catalogue, offer, facet));
}

Fact text_fact(Html& h, const Visit& visit, std::string_view icon, std::string_view label, const i18n::Text& text) {
    return {icon, label, [&h, &visit, &text] {
                if (text.sv.empty()) h.el("dd", [&] { page::not_filled_in(h, visit); });
                else page::say(h, visit, "dd", text);
            }};
}

void way(Html& h, const Visit& visit, const char* label, std::string_view value, const std::function<void()>& show) {
    h.el("dd", [&] {
        h.text(visit.t(label)), h.text(" ");
        if (value.empty()) page::not_filled_in(h, visit);
        else show();
    });
}

void municipal_contact(Html& h, const Visit& visit, const municipality::Contact& contact) {
    h.el("dd", [&] { h.el("b", visit.said(contact.title)); });
    way(h, visit, i18n::key("Telefon:"), contact.phone, [&] { page::link(h, Url::phone(contact.phone), contact.phone); });
    if (!contact.hours.empty()) h.el("dd", {{"class", "small"}}, contact.hours);
    if (contact.phone.empty()) h.el("dd", {{"class", "small"}}, visit.t("Du kan ringa kommunens växel och be att få tala med dem."));
    h.el("dd", [&] { page::link(h, visit.url("/fraga"), visit.t("Fråga oss, också utan att säga vem du är")); });
}

void outside_contact(Html& h, const Visit& visit, const Offer& offer) {
    if (!offer.phone.empty()) h.el("dd", [&] { page::link(h, Url::phone(offer.phone), offer.phone); });
    if (!offer.phone_hours.empty()) h.el("dd", {{"class", "small"}}, offer.phone_hours);
    if (const auto web = Url::outside(offer.web)) h.el("dd", [&] { h.el("a", {{"href", *web}, {"rel", "external"}}, visit.t("Till webbplatsen")); });
}

std::vector<Fact> facts(Html& h, const Visit& visit, const Shown& shown, const Offer& offer) {
    const auto& catalogue = *shown.catalogue;
    std::vector<Fact> out;
    out.push_back({"people", visit.t("För vem"), [&] {
                       h.el("dd", who(visit, catalogue, offer, Facet::target_group, visit.t("Alla, vad det än gäller")));
                       const auto ages = who(visit, catalogue, offer, Facet::age, "");
                       if (!ages.empty()) h.el("dd", {{"class", "small"}}, visit.t("Du som är: {ages}", {{"ages", base::lower(ages)}}));
                   }});
    out.push_back({"chat", visit.t("Form"), [&] { h.el("dd", listed(names(visit, catalogue, offer, Facet::form))); }});
    out.push_back(text_fact(h, visit, "wallet", visit.t("Kostnad"), offer.cost));
    out.push_back(text_fact(h, visit, "compass", visit.t("Så får du det"), offer.how));
    out.push_back(text_fact(h, visit, "arrow-right", visit.t("Vad händer sen"), offer.what_next));
    if (const auto* contact = shown.municipality->contact(offer.contact)) out.push_back({"phone", visit.t("Vem som svarar"), [&h, &visit, contact] { municipal_contact(h, visit, *contact); }});
    else if (!offer.phone.empty() || !offer.web.empty()) out.push_back({"phone", visit.t("Kontakt"), [&] { outside_contact(h, visit, offer); }});
    out.push_back(text_fact(h, visit, "group", visit.t("Språk och tolk"), offer.interpreter));
    out.push_back({"check", visit.t("Senast kontrollerad"), [&] {
                       h.el("dd", i18n::day(visit.language(), offer.verified));
                       h.el("dd", {{"class", "small"}}, [&] { page::link(h, visit.url("/om-webbplatsen"), visit.t("Säg till om något är fel")); });
                   }});
    return out;
}

// What the pack knows of it, said openly.
void how_sure(Html& h, const Visit& visit, const Shown& shown, const Offer& offer) {
    const bool has_times = shown.has_coming && shown.has_coming(offer);
    if (offer.municipal() && offer.offered == Offered::in_guideline && !offer.needs_assessed() && !has_times)
        page::notice(h, visit.frame, page::Tone::missing, visit.t("Enligt riktlinjen; tid och plats är inte ifyllda"), [&] { h.el("p", visit.t("Kommunens riktlinje säger att det här stödet kan ges. Kommunen har inte fyllt i när och var ännu. Fråga anhörigstödet.")); });
    if (shown.only_information(offer))
        h.el("p", {{"class", "small subtle"}}, visit.t("Nämndens beslut om det här stödet är inte ifyllt. Därför kan du inte anmäla dig här, bara fråga."));
}

void references_of(Html& h, const Visit& visit, const Shown& shown, const Offer& offer) {
    page::details(h, visit.t("Vad texten bygger på"), [&] {
        h.el("ul", [&] {
            for (const auto& key : offer.law)
                if (const auto* law = shown.references->law(key)) h.el("li", [&] { references::law_line(h, visit, *law); });
            for (const auto& key : offer.sources)
                if (const auto* source = shown.references->source(key)) h.el("li", [&] { references::source_line(h, visit, *source); });
        });
        if (!offer.guideline.empty()) h.el("p", [&] { page::link(h, visit.url("/riktlinje"), visit.t("Kommunens riktlinje")), h.text(": " + base::joined(offer.guideline, ", ")); });
        if (!offer.owner.empty()) h.el("p", visit.t("Ansvarar för texten: {name}", {{"name", offer.owner}}));
    });
}

void related(Html& h, const Visit& visit, const Catalogue& catalogue, const Offer& offer) {
    const auto others = catalogue.related(offer);
    if (others.empty()) return;
    h.el("section", {{"class", "article"}}, [&] {
        h.el("h2", visit.t("Det här hör ihop med"));
        h.el("ul", {{"class", "related"}, {"role", "list"}}, [&] {
            for (const auto* other : others)
                h.el("li", [&] { h.el("a", {{"href", visit.url("/stod/" + other->name)}}, [&] { h.text(visit.said(other->title)), page::icon(h, visit.frame, "arrow-right"); }); });
        });
    });
}

// On paper a link is of no use: the address in words, and as a picture a phone can read.
void printed_address(Html& h, const Visit& visit, const Shown& shown, const Offer& offer) {
    if (shown.municipality->own_address.empty()) return;
    const auto address = shown.municipality->own_address + page::localised("/stod/" + offer.name, visit.language());
    h.el("div", {{"class", "only-print"}}, [&] {
        h.el("div", {{"class", "qr"}}, [&] { h.raw(documents::qr_svg(address, visit.t("Sidans adress som QR-kod"))); });
        h.el("p", address);
    });
}

// Says nothing, yet is no other page's (WCAG 2.4.2): "Information 7".
std::string neutral_title(const Visit& visit, const Catalogue& catalogue, const Offer& offer) {
    return std::string(visit.t("Information")) + " " + std::to_string(&offer - catalogue.offers().data() + 1);
}

page::Head head(const Visit& visit, const Shown& shown, const Offer& offer) {
    const auto said = offer.title.in(visit.language());
    return {.title = std::string(said.text), .description = std::string(visit.said(offer.summary)), .path = "/stod/" + offer.name,
            .translated = said.language == visit.language(), .reviewed = offer.translation(visit.language()).reviewed,
            .neutral_title = offer.sensitive ? neutral_title(visit, *shown.catalogue, offer) : std::string{}, .json_ld = json_ld(visit, shown, offer), .current = "/stod"};
}
}

web::Response offer_page(const Visit& visit, const Shown& shown, const Offer& offer, const html::Markup& body) {
    const auto language = offer.title.in(visit.language()).language;
    return page::page(visit, head(visit, shown, offer), [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {{"/stod", visit.t("Hitta stöd")}});
            h.el("div", {{"class", "offer-head"}}, [&] {
                page::say(h, visit, "h1", offer.title);
                h.el("div", {{"class", "lead"}}, [&] { page::say(h, visit, "p", offer.summary); });
                h.el("p", {{"class", "tags"}}, [&] { kind_tag(h, visit, *shown.catalogue, offer); });
            });
            h.el("div", {{"class", "columns side-end offer-body"}}, [&] {
                h.el("div", {{"class", "stack"}}, [&] {
                    how_sure(h, visit, shown, offer);
                    h.el("div", {{"class", "article prose"}, page::in_language(visit, language)}, [&] { h.raw(body); });
                    if (shown.coming) shown.coming(h, visit, offer);
                    h.el("div", {{"class", "article stack"}}, [&] {
                        what_must_be_said(h, visit, offer);
                        references_of(h, visit, shown, offer);
                    });
                });
                page::facts(h, visit.frame, visit.t("Kort om stödet"), facts(h, visit, shown, offer), [&] { page::print_button(h, visit); });
                related(h, visit, *shown.catalogue, offer);
            });
            printed_address(h, visit, shown, offer);
        });
    });
}
}

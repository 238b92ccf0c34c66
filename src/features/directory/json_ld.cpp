#include "base/text.hpp"
#include "features/directory/cards.hpp"
#include "features/directory/pages.hpp"
#include "platform/page/json.hpp"

namespace directory {

// schema.org/Service (or GovernmentService when the municipality gives it); only what is known is said.
// also_called stays out: those are the words of people in need ("he hits me"), not names the municipality gives its support.
std::string json_ld(const page::Visit& visit, const Shown& shown, const Offer& offer) {
    page::Json json;
    json.object([&] {
        json.text("@context", "https://schema.org");
        json.text("@type", offer.municipal() ? "GovernmentService" : "Service");
        json.text("name", visit.said(offer.title));
        json.text("description", visit.said(offer.summary));
        json.text("inLanguage", i18n::tag(offer.title.in(visit.language()).language));
        json.object("provider", [&] {
            json.text("@type", offer.municipal() ? "GovernmentOrganization" : "Organization");
            json.text("name", offer.municipal() ? std::string_view(shown.municipality->name) : std::string_view(offer.arranged_by));
        });
        if (offer.municipal()) json.object("areaServed", [&] { json.text("@type", "AdministrativeArea"), json.text("name", shown.municipality->name); });
        if (!shown.municipality->own_address.empty()) json.text("url", shown.municipality->own_address + page::localised("/stod/" + offer.name, visit.language()));
    });
    return json.script();
}
}

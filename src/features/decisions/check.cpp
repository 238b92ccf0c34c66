#include "features/decisions/public.hpp"

namespace decisions {
namespace {
constexpr const char* file = "decisions.toml";

void check_services(const Decision& d, const directory::Catalogue& catalogue, pack::Problems& problems) {
    for (const auto& name : d.services) {
        const auto* offer = catalogue.find(name);
        if (!offer) problems.push_back({pack::Grade::fault, file, 0, "Beslutet " + d.number + " nämner stödet ”" + name + "”, som inte finns.", "Skriv namnet som filen i offers/ har, utan .md."});
        // SoL 11:5, second paragraph, and LSS: what always needs an individual assessment no decision can give without one.
        else if (offer->regime == directory::Regime::needs_assessed) problems.push_back({pack::Grade::fault, file, 0, "”" + offer->title.sv + "” kräver alltid individuell behovsprövning och kan inte stå i beslutet " + d.number + " (SoL 11:5).", "Ta bort det ur services."});
    }
}
}

void check(const Register& reg, const directory::Catalogue& catalogue, pack::Problems& problems) {
    for (const auto& d : reg.decisions) check_services(d, catalogue, problems);
    for (const auto& offer : catalogue.offers()) {
        if (!offer.municipal() || offer.regime != directory::Regime::service) continue;
        const bool named = std::any_of(reg.decisions.begin(), reg.decisions.end(), [&](const Decision& d) { return d.without_assessment && d.names(offer.name); });
        if (!named) problems.push_back({pack::Grade::to_fill_in, file, 0, "”" + offer.title.sv + "” har inget beslut av nämnden (SoL 11:5). Ingen kan anmäla sig till det.", "Lägg in beslutet i decisions.toml eller på sidan Beslut."});
    }
    if (reg.carer_support == CarerSupport::unanswered)
        problems.push_back({pack::Grade::to_fill_in, file, 0, "Det är inte avgjort om stöd enligt SoL 13:9 kräver beslut enligt 11:5. Tills vidare räknas det som att det gör det.", "Fråga kommunens jurist och skriv carer_support_needs_decision = \"ja\" eller \"nej\"."});
}
}

#include "platform/search/search.hpp"
#include <gtest/gtest.h>
#include <iostream>
using namespace search;
namespace {
std::vector<Document> documents() {
    std::vector<Document> all = {
        {1, "avlosning-i-hemmet", "Avlösning i hemmet", "avlastning\navlösare\norkar inte mer", "Någon kommer hem en stund så att du kan vila.", "need:respite Vila och egen tid", "Ett stöd när du behöver komma ut.", 1},
        {2, "vaxelvard", "Växelvård", "växelboende", "Bo växelvis hemma och på korttidsboende.", "need:respite", "Vård varannan vecka.", 1},
        {3, "korttidsboende", "Korttidsboende", "tillfälligt boende", "En kort tid på ett boende.", "need:respite", "Boendet finns i kommunen.", 1},
        {4, "samtalsgrupp", "Samtalsgrupp", "anhöriggrupp", "Träffa andra i samma läge.", "need:meet_others", "Gruppen leds av en anhörigkonsulent. Hjälpen är gratis.", 1},
        {5, "hemtjanst", "Hemtjänst", "städning", "Hjälp hemma med städning och tvätt.", "need:home_help", "Den du hjälper ansöker.", 1},
        {6, "page:rattigheter", "Dina rättigheter", "biståndsbedömning", "Hur ett beslut överklagas.", "", "Bistånd beviljas av kommunen. Avslag kan överklagas.", 1},
    };
    return all;
}
Synonyms synonyms() {
    Synonyms s;
    s.groups.push_back({{"demens", "glömsk"}, {"vaxelvard", "page:rattigheter"}, {"need:respite"}, 1});
    s.despair.phrases = {"vill inte leva", "självmord", "vill dö"};
    s.danger.phrases = {"slår mig", "misshandel"};
    s.stop = {"jag", "är", "min", "i", "med", "och", "att", "på", "inte", "vill", "mer", "ett", "en", "du", "hjälp"};
    return s;
}
std::uint32_t first(const Index& index, std::string_view q) {
    const auto found = index.find(q, 10);
    return found.hits.empty() ? 0 : found.hits[0].number;
}
}
TEST(Search, quick) {
    const auto docs = documents();
    const auto index = Index::build(docs, synonyms());
    for (const char* q : {"avlösnig i hemet", "växelvrd", "kort boende", "vaxel vard", "anhöriggrup", "bistånsbedömd", "avlösnigshjälp", "överklagar", "glomsk", "hjälp med städning åt pappa", "jag vil inte leva", "asdfqwer"}) {
        const auto f = index.find(q, 10);
        std::cout << q << " -> " << first(index, q) << " total " << f.total << " corrected " << f.corrected.value_or("-") << (f.despair ? " DESPAIR" : "") << "\n";
    }
}

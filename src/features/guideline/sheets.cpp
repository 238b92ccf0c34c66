#include "features/guideline/sheet.hpp"
#include "platform/i18n/language.hpp"

// What each register asks for. A new column is a line here, and its place in the enum beside it.
namespace guideline {
namespace {
constexpr std::array routine_columns{
    Column{"title", i18n::key("Rutinens namn"), "", Shape::line, true},
    Column{"operation", i18n::key("Verksamhet"), i18n::key("Tomt betyder alla verksamheter"), Shape::operation},
    Column{"owner", i18n::key("Ansvarig roll"), "", Shape::owner, true},
    Column{"kept", i18n::key("Var den finns"), i18n::key("En plats eller en adress. Aldrig namn på någon anhörig."), Shape::line, true},
    Column{"last", i18n::key("Senast sedd över"), "", Shape::day, false, {}, When::been},
    Column{"next", i18n::key("Ska ses över senast"), "", Shape::day, true, {}, When::after_been},
    Column{"laws", i18n::key("Paragrafer som rutinen svarar mot"), "", Shape::laws}};

constexpr std::array level_words{Word{"strategic", i18n::key("Strategisk nivå")}, Word{"operational", i18n::key("Operativ nivå")}, Word{"individual", i18n::key("Kring den enskilda")}};
constexpr std::array forum_columns{
    Column{"title", i18n::key("Forumets namn"), "", Shape::line, true},
    Column{"level", i18n::key("Nivå"), "", Shape::choice, true, level_words},
    Column{"parties", i18n::key("Vilka som är med"), i18n::key("En part på varje rad: en verksamhet, en förening, regionen. Inga personers namn."), Shape::lines, true},
    Column{"owner", i18n::key("Ansvarig roll"), "", Shape::owner, true},
    Column{"last", i18n::key("Möttes senast"), "", Shape::day, false, {}, When::been},
    Column{"next", i18n::key("Möts nästa gång"), "", Shape::day, false, {}, When::after_been},
    Column{"link", i18n::key("Länk till anteckningar"), "", Shape::link}};

constexpr std::array watch_kinds{Word{"law", i18n::key("Lag")}, Word{"assignment", i18n::key("Nationellt uppdrag")}, Word{"deadline", i18n::key("Sista dag")}};
constexpr std::array checked_words{Word{"to_verify", i18n::key("Att kontrollera")}, Word{"verified", i18n::key("Kontrollerat")}};
constexpr std::array done_words{Word{"open", i18n::key("Inte klart")}, Word{"done", i18n::key("Klart")}};
constexpr std::array watch_columns{
    Column{"title", i18n::key("Vad det gäller"), "", Shape::line, true},
    Column{"kind", i18n::key("Slag"), "", Shape::choice, true, watch_kinds},
    Column{"change", i18n::key("Vad som behöver ändras hos oss"), "", Shape::text, true},
    Column{"owner", i18n::key("Ansvarig roll"), "", Shape::owner, true},
    Column{"day", i18n::key("Datum"), i18n::key("När det gäller från, eller senast ska vara klart"), Shape::day},
    Column{"source", i18n::key("Källa"), i18n::key("Var det står: lag, proposition, beslut eller adress"), Shape::text, true},
    Column{"checked", i18n::key("Är uppgiften kontrollerad mot källan?"), "", Shape::choice, true, checked_words},
    Column{"done", i18n::key("Läge"), "", Shape::choice, true, done_words}};

constexpr std::array by_words{Word{"decisions", i18n::key("Beslut enligt SoL 11:5")}, Word{"identity", i18n::key("Beslut enligt SoL 14:5")}, Word{"support_contact", i18n::key("Någon är stödkontakt")},
                              Word{"log", i18n::key("Loggen granskas varje månad")}, Word{"routine", i18n::key("En rutin som gäller")}, Word{"note", i18n::key("Det ni själva skriver")}};
constexpr std::array paragraph_columns{
    Column{"law", i18n::key("Paragraf"), i18n::key("Nyckeln i law.toml, till exempel sol-11-5"), Shape::line, true},
    Column{"asks", i18n::key("Frågan"), "", Shape::text, true},
    Column{"by", i18n::key("Vad som visar det"), "", Shape::choice, true, by_words},
    Column{"note", i18n::key("Vad ni har kontrollerat"), i18n::key("Vad som visar att ni följer paragrafen, eller vad som saknas"), Shape::text},
    Column{"checked", i18n::key("Kontrollerat den"), "", Shape::day, false, {}, When::been}};
}

const Sheet& routines() {
    static const Sheet sheet{"routines.toml", "routine", "/personal/rutiner", "/personal/rutiner", "guideline.routine", i18n::key("Rutiner"), i18n::key("Rutin"), i18n::key("Lägg till en rutin"), routine_columns};
    return sheet;
}
const Sheet& forums() {
    static const Sheet sheet{"cooperation.toml", "forum", "/personal/samverkan", "/personal/forankring", "guideline.forum", i18n::key("Forum för samverkan"), i18n::key("Forum"), i18n::key("Lägg till ett forum"), forum_columns};
    return sheet;
}
const Sheet& watch_list() {
    static const Sheet sheet{"watch.toml", "watch", "/personal/bevakning", "/personal/bevakning", "guideline.watch", i18n::key("Bevakning"), i18n::key("Att bevaka"), i18n::key("Lägg till en bevakning"), watch_columns};
    return sheet;
}
const Sheet& law_check() {
    static const Sheet sheet{"law_check.toml", "paragraph", "/personal/lagkontroll", "/personal/lagkontroll", "guideline.paragraph", i18n::key("Lagkontroll"), i18n::key("Paragraf"), i18n::key("Lägg till en paragraf"), paragraph_columns};
    return sheet;
}
std::span<const Word> levels() { return level_words; }
std::span<const Sheet* const> sheets() {
    static const std::array all{&routines(), &forums(), &watch_list(), &law_check()};
    return all;
}
}

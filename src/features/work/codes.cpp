#include "features/work/codes.hpp"
#include "features/contact/contact.hpp"
#include "platform/i18n/language.hpp"

namespace work {
namespace {
constexpr std::array all_channels{Code{"phone", i18n::key("Telefon")},  Code{"visit", i18n::key("Besök")}, Code{"mail", i18n::key("E-post")},
                                  Code{"sms", i18n::key("Sms")},        Code{"letter", i18n::key("Brev")}, Code{"video", i18n::key("Videosamtal")}};
constexpr std::array all_subjects{Code{"information", i18n::key("Information om stöd")},
                                  Code{"new", i18n::key("Ny i rollen som anhörig")},
                                  Code{"talk", i18n::key("Samtal")},
                                  Code{"group", i18n::key("Träffa andra, grupp")},
                                  Code{"respite", i18n::key("Avlastning")},
                                  Code{"home_help", i18n::key("Hjälp hemma i vardagen")},
                                  Code{"coordination", i18n::key("Reda i alla kontakter")},
                                  Code{"rights", i18n::key("Rättigheter och ansökan")},
                                  Code{"money", i18n::key("Pengar och ledighet")},
                                  Code{"health", i18n::key("Egen hälsa och ork")},
                                  Code{"not_working", i18n::key("Hjälpen fungerar inte")},
                                  Code{"children", i18n::key("Barn i familjen")},
                                  Code{"grief", i18n::key("Sorg")},
                                  Code{"worry", i18n::key("Oro eller våld")},
                                  Code{"other", i18n::key("Något annat")}};
constexpr std::array all_sexes{Code{"woman", i18n::key("Kvinna")}, Code{"man", i18n::key("Man")}, Code{"other", i18n::key("Annat")}};
constexpr std::array all_ages{Code{"under_18", i18n::key("Under 18 år")}, Code{"18_64", i18n::key("18–64 år")}, Code{"65_up", i18n::key("65 år eller äldre")}};
constexpr std::array all_target_groups{Code{"older", i18n::key("Äldre")},
                                       Code{"disability", i18n::key("Funktionsnedsättning")},
                                       Code{"illness", i18n::key("Långvarig eller svår sjukdom")},
                                       Code{"mental_health", i18n::key("Psykisk ohälsa")},
                                       Code{"addiction", i18n::key("Alkohol, droger eller spel")},
                                       Code{"child_needs", i18n::key("Barn som behöver extra stöd")},
                                       Code{"other", i18n::key("Något annat")}};
constexpr std::array all_times{Code{"under_1", i18n::key("Mindre än ett år")}, Code{"1_5", i18n::key("Ett till fem år")}, Code{"over_5", i18n::key("Mer än fem år")}};
constexpr std::array all_ways_here{Code{"before", i18n::key("Har haft kontakt förut")},
                                   Code{"staff", i18n::key("Personal i kommunen")},
                                   Code{"health_care", i18n::key("Vården")},
                                   Code{"school", i18n::key("Skolan")},
                                   Code{"family", i18n::key("Vänner eller släkt")},
                                   Code{"web", i18n::key("Webbplatsen eller sociala medier")},
                                   Code{"paper", i18n::key("Broschyr, affisch eller tidning")},
                                   Code{"association", i18n::key("Förening eller församling")},
                                   Code{"other", i18n::key("På annat sätt")}};
constexpr std::array all_children{Code{"yes", i18n::key("Ja")}, Code{"no", i18n::key("Nej")}, Code{"not_asked", i18n::key("Frågade inte")}};
constexpr std::array all_works{Code{"unit_visit", i18n::key("Besök på en enhet")},
                               Code{"apt", i18n::key("Arbetsplatsträff (APT)")},
                               Code{"school_visit", i18n::key("Besök i en skola")},
                               Code{"lecture", i18n::key("Föreläsning för personal")},
                               Code{"network", i18n::key("Nätverksmöte")},
                               Code{"stand", i18n::key("Informationsbord eller annat uppsökande")}};
constexpr std::array all_focuses{Code{"noticed_needs", i18n::key("Uppmärksammade behov")}, Code{"reach_new", i18n::key("Nå nya anhöriga")}};
}

const Code* find(Codes all, std::string_view key) {
    for (const auto& code : all)
        if (code.key == key) return &code;
    return nullptr;
}
Codes channels() { return all_channels; }
Codes subjects() { return all_subjects; }
Codes sexes() { return all_sexes; }
Codes ages() { return all_ages; }
Codes target_groups() { return all_target_groups; }
Codes times() { return all_times; }
Codes ways_here() { return all_ways_here; }
Codes children() { return all_children; }
Codes outcomes() {
    static const auto all = [] {
        std::array<Code, contact::outcomes.size()> out{};
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = {contact::key(contact::outcomes[i]), contact::words(contact::outcomes[i])};
        return out;
    }();
    return all;
}
Codes works() { return all_works; }
Codes focuses() { return all_focuses; }
}

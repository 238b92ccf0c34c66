#include "features/settings/public.hpp"
#include "features/settings/reading.hpp"
#include "platform/i18n/language.hpp"

namespace settings {
namespace {
using i18n::key;

State when(bool done) { return done ? State::done : State::not_yet; }

void the_municipality(std::vector<Step>& out, const Facts& f) {
    out.push_back({"namn", when(f.named), key("Kommunens namn och nämnd"), key("Skriv namnet på kommunen och på nämnden som ansvarar."), key("Systemadministratören"), "/personal/installningar/kommunen"});
    out.push_back({"adress", when(f.own_address), key("Webbplatsens egen adress"), key("Behövs för broschyrer och QR-koder. Fråga den som sköter kommunens domännamn."), key("It-avdelningen"), "/personal/installningar/kommunen"});
    out.push_back({"utseende", when(f.look_changed || !f.look_kept.empty()), key("Färg och märke"), key("Välj kommunens färg och lägg in märket. Vill ni behålla dem som de är: säg det här."), key("Kommunikatören"), "/personal/installningar/farg", 0, f.look_kept, f.look_changed ? nullptr : key("Vi behåller färg och märke som de är")});
    out.push_back({"kontakter", when(f.contacts > 0 && f.contacts_unfilled == 0), key("Kontakter"), key("{n} kontakter saknar telefon eller telefontid."), key("Anhörigkonsulenten"), "/personal/installningar", f.contacts_unfilled});
    out.push_back({"loften", when(f.promise), key("Löftet om svar och när någon läser"), key("Bestäm hur snabbt ni svarar och när någon läser det som kommer in."), key("Verksamhetschefen"), "/personal/installningar/loften"});
}

void safety(std::vector<Step>& out, const Facts& f) {
    out.push_back({"nyckelfil", when(!f.keys_kept.empty()), key("Nyckelfilen finns på två ställen"), key("Utan nyckelfilen går det inte att läsa något som är förseglat, inte ens med en säkerhetskopia. Lägg en kopia i ett låst skåp eller valv, skild från säkerhetskopiorna."), key("It-avdelningen och nämndens säkerhetsansvariga"), "", 0, f.keys_kept, key("Ja, nyckelfilen finns på två ställen")});
    // A backup that the program knows nothing of is no reason to call the list unfinished for ever: then a person looks after it elsewhere.
    out.push_back({"kopia", f.backup_known ? when(f.backup_at.has_value()) : State::not_needed, key("Första säkerhetskopian"), key("Kör lotsen backup, och ställ in att det sker varje natt. Pröva också att läsa tillbaka den."), key("It-avdelningen"), ""});
    out.push_back({"tva", when(f.administrators >= 2), key("En andra systemadministratör"), key("Med bara en kommer ingen in om den personen är borta. Ge uppdraget till någon till."), key("Systemadministratören"), "/personal/organisation", f.administrators});
    const bool consciously = !f.provider && !f.provider_not_used.empty();
    out.push_back({"inloggning", consciously ? State::not_needed : when(f.provider && !f.provider_tested.empty()), key("Inloggning med kommunens konton"), f.provider ? key("Logga in en gång med kommunens konto i ett annat fönster. Fungerar det: säg det här.") : key("Koppla kommunens inloggning, eller säg här att ni bara ska ha lokala konton."),
                   key("It-avdelningen"), "/personal/installningar/inloggning", 0, f.provider ? f.provider_tested : f.provider_not_used, f.provider ? key("Ja, inloggningen är prövad") : key("Vi använder bara lokala konton")});
}

void the_organisation(std::vector<Step>& out, const Facts& f) {
    out.push_back({"enheter", when(f.units), key("Verksamheter och enheter"), key("Lägg in de verksamheter och enheter som ska vara med."), key("Systemadministratören"), "/personal/organisation"});
    out.push_back({"uppdrag", when(f.head && f.consultant), key("En verksamhetschef och en anhörigkonsulent"), !f.head ? key("Ge någon uppdraget som verksamhetschef.") : key("Ge någon uppdraget som anhörigkonsulent."), key("Systemadministratören, sedan verksamhetschefen"), "/personal/organisation"});
}

void the_decisions(std::vector<Step>& out, const Facts& f) {
    out.push_back({"beslut", when(f.legal_gaps == 0), key("Nämndens beslut om stöd utan behovsprövning"), key("{n} stöd saknar ett beslut som gäller, eller har ett som snart tar slut. Ingen kan anmäla sig till dem utan beslut."), key("Registratorn"), "/personal/beslut", f.legal_gaps});
    out.push_back({"jurist", when(f.lawyer_answered), key("Juristens svar om SoL 13:9"), key("Kräver stöd enligt 13:9 ett beslut enligt 11:5? Tills juristen har svarat räknas det som ja."), key("Kommunens jurist"), "/personal/beslut"});
    out.push_back({"gallring", when(f.retention_undecided == 0), key("Gallringen är beslutad"), key("{n} uppgifter väntar på nämndens gallringsbeslut."), key("Arkivarien och nämnden"), "/personal/installningar/gallring", f.retention_undecided});
    out.push_back({"riktlinje", when(f.guideline_approved), key("Riktlinjen är antagen"), key("Beslutets nummer och dag saknas i riktlinjen. De skrivs i innehållets fil guideline/statements.toml."), key("Registratorn"), "/riktlinje"});
    out.push_back({"texter", when(f.texts_unfilled == 0), key("Texterna är ifyllda"), key("{n} uppgifter i texterna väntar på kommunen. Kommandot lotsen check-content visar var de står."), key("Innehållsredaktören"), "", f.texts_unfilled});
}
}

void read_confirmed(std::string_view source, Facts& f) {
    const Reading said(source);
    for (const auto& [key, day] : {std::pair{"look_kept", &f.look_kept}, {"keys_kept", &f.keys_kept}, {"provider_tested", &f.provider_tested}, {"provider_not_used", &f.provider_not_used}}) *day = said.text("", key);
}

std::vector<Step> steps(const Facts& facts) {
    std::vector<Step> out;
    the_municipality(out, facts);
    safety(out, facts);
    the_organisation(out, facts);
    the_decisions(out, facts);
    return out;
}

Progress progress(const std::vector<Step>& steps) {
    Progress out;
    for (const auto& step : steps)
        if (step.state != State::not_needed) ++out.of, out.done += step.state == State::done ? 1 : 0;
    return out;
}
}

#include "features/settings/public.hpp"
#include "features/settings/reading.hpp"
#include "platform/i18n/language.hpp"

namespace settings {
namespace {

State when(bool done) { return done ? State::done : State::not_yet; }

void the_municipality(std::vector<Step>& out, const Facts& f) {
    out.push_back({"namn", when(f.named), i18n::key("Kommunens namn och nämnd"), i18n::key("Skriv namnet på kommunen och på nämnden som ansvarar."), i18n::key("Systemadministratören"),
                   "/personal/installningar/kommunen"});
    out.push_back({"adress", when(f.own_address), i18n::key("Webbplatsens egen adress"), i18n::key("Behövs för broschyrer och QR-koder. Fråga den som sköter kommunens domännamn."),
                   i18n::key("It-avdelningen"), "/personal/installningar/kommunen"});
    out.push_back({"utseende", when(f.look_changed || !f.look_kept.empty()), i18n::key("Färg och märke"),
                   i18n::key("Välj kommunens färg och lägg in märket. Vill ni behålla dem som de är: säg det här."), i18n::key("Kommunikatören"),
                   "/personal/installningar/farg", 0, f.look_kept, f.look_changed ? nullptr : i18n::key("Vi behåller färg och märke som de är")});
    out.push_back({"kontakter", when(f.contacts > 0 && f.contacts_unfilled == 0), i18n::key("Kontakter"), i18n::key("Kontakter utan telefon eller telefontid: {n}."),
                   i18n::key("Anhörigkonsulenten"), "/personal/installningar", f.contacts_unfilled});
    out.push_back({"loften", when(f.promise), i18n::key("Löftet om svar och när någon läser"), i18n::key("Bestäm hur snabbt ni svarar och när någon läser det som kommer in."),
                   i18n::key("Verksamhetschefen"), "/personal/installningar/loften"});
}

void safety(std::vector<Step>& out, const Facts& f) {
    out.push_back({"nyckelfil", when(!f.keys_kept.empty()), i18n::key("Nyckelfilen finns på två ställen"),
                   i18n::key("Utan nyckelfilen går inget förseglat att läsa, inte ens med en säkerhetskopia. Lägg en kopia i ett låst skåp, skild från säkerhetskopiorna."),
                   i18n::key("It-avdelningen och nämndens säkerhetsansvariga"), "", 0, f.keys_kept, i18n::key("Ja, nyckelfilen finns på två ställen")});
    // A backup that the program knows nothing of is no reason to call the list unfinished for ever: then a person looks after it elsewhere.
    out.push_back({"kopia", f.backup_known ? when(f.backup_at.has_value()) : State::not_needed, i18n::key("Första säkerhetskopian"),
                   i18n::key("Kör lotsen backup, och ställ in att det sker varje natt. Pröva också att läsa tillbaka den."), i18n::key("It-avdelningen"), ""});
    out.push_back({"tva", when(f.administrators >= 2), i18n::key("En andra systemadministratör"),
                   i18n::key("Med bara en kommer ingen in om den personen är borta. Ge uppdraget till någon till."), i18n::key("Systemadministratören"),
                   "/personal/organisation", f.administrators});
    const bool consciously = !f.provider && !f.provider_not_used.empty();
    out.push_back({"inloggning", consciously ? State::not_needed : when(f.provider && !f.provider_tested.empty()), i18n::key("Inloggning med kommunens konton"),
                   f.provider ? i18n::key("Logga in en gång med kommunens konto i ett annat fönster. Fungerar det: säg det här.") : i18n::key("Koppla kommunens inloggning, eller säg här att ni bara ska ha lokala konton."),
                   i18n::key("It-avdelningen"), "/personal/installningar/inloggning", 0, f.provider ? f.provider_tested : f.provider_not_used, f.provider ? i18n::key("Ja, inloggningen är prövad") : i18n::key("Vi använder bara lokala konton")});
}

void the_organisation(std::vector<Step>& out, const Facts& f) {
    out.push_back({"enheter", when(f.units), i18n::key("Verksamheter och enheter"), i18n::key("Lägg in de verksamheter och enheter som ska vara med."), i18n::key("Systemadministratören"),
                   "/personal/organisation"});
    out.push_back({"uppdrag", when(f.head && f.consultant), i18n::key("En verksamhetschef och en anhörigkonsulent"),
                   !f.head ? i18n::key("Ge någon uppdraget som verksamhetschef.") : i18n::key("Ge någon uppdraget som anhörigkonsulent."),
                   i18n::key("Systemadministratören, sedan verksamhetschefen"), "/personal/organisation"});
}

void the_decisions(std::vector<Step>& out, const Facts& f) {
    out.push_back({"beslut", when(f.legal_gaps == 0), i18n::key("Nämndens beslut om stöd utan behovsprövning"),
                   i18n::key("Stöd utan beslut som gäller, eller med ett som snart tar slut: {n}. Ingen kan anmäla sig till dem utan beslut."), i18n::key("Registratorn"),
                   "/personal/beslut", f.legal_gaps});
    out.push_back({"jurist", when(f.lawyer_answered), i18n::key("Juristens svar om SoL 13:9"),
                   i18n::key("Kräver stöd enligt 13:9 ett beslut enligt 11:5? Tills juristen har svarat räknas det som ja."), i18n::key("Kommunens jurist"), "/personal/beslut"});
    out.push_back({"gallring", when(f.retention_undecided == 0), i18n::key("Gallringen är beslutad"), i18n::key("Uppgifter som väntar på nämndens gallringsbeslut: {n}."),
                   i18n::key("Arkivarien och nämnden"), "/personal/installningar/gallring", f.retention_undecided});
    out.push_back({"riktlinje", when(f.guideline_approved), i18n::key("Riktlinjen är antagen"),
                   i18n::key("Beslutets nummer och dag saknas i riktlinjen. De skrivs i innehållets fil guideline/statements.toml."), i18n::key("Registratorn"), "/riktlinje"});
    out.push_back({"texter", when(f.texts_unfilled == 0), i18n::key("Texterna är ifyllda"),
                   i18n::key("Uppgifter i texterna som väntar på kommunen: {n}. Kommandot lotsen check-content visar var de står."), i18n::key("Innehållsredaktören"), "", f.texts_unfilled});
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

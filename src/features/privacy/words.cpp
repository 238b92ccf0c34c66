#include "features/privacy/words.hpp"
#include "base/text.hpp"

namespace privacy {
namespace {
struct Said {
    std::string_view key;
    const char* words;
};
constexpr std::array kinds{
    Said{"person", i18n::key("en person")},
    Said{"person.protected", i18n::key("en person med skyddade uppgifter")},
    Said{"person.protected_reader", i18n::key("rätten att se skyddade uppgifter")},
    Said{"person.emergency", i18n::key("ett område genom nödöppning")},
    Said{"person.alert", i18n::key("larm")},
    Said{"staff.area", i18n::key("ett sekretessområde")},
    Said{"staff.controller", i18n::key("en personuppgiftsansvarig")},
    Said{"staff.operation", i18n::key("en verksamhet")},
    Said{"staff.unit", i18n::key("en enhet")},
    Said{"staff.member", i18n::key("en medarbetare")},
    Said{"staff.assignment", i18n::key("ett uppdrag")},
    Said{"staff.organisation", i18n::key("organisationen")},
    Said{"work.entry", i18n::key("en rad om utfört arbete")},
    Said{"setting", i18n::key("en inställning")},
    Said{"decision", i18n::key("ett nämndbeslut")},
    Said{"session", i18n::key("en inloggning")},
    Said{"sign_in", i18n::key("inloggningen")},
    Said{"confirm", i18n::key("en ny bekräftelse av vem det är")},
    Said{"page", i18n::key("en sida")},
    Said{"account.opened", i18n::key("ett nytt konto")},
    Said{"account.invited", i18n::key("en länk till ett konto")},
    Said{"account.joined", i18n::key("ett konto hos kommunens inloggning")},
    Said{"account.closed", i18n::key("ett konto som stängdes")},
    Said{"account.ready", i18n::key("ett konto som togs i bruk")},
    Said{"account.codes", i18n::key("utskrivna koder")},
    Said{"account.password", i18n::key("ett lösenord")},
    Said{"account.totp", i18n::key("telefonen för engångskoder")},
    Said{"sessions.ended", i18n::key("alla sina inloggningar")},
    Said{"audit.log", i18n::key("åtkomstloggen")},
    Said{"audit.line", i18n::key("en rad i åtkomstloggen")},
    Said{"audit.seals", i18n::key("loggens försegling")},
    Said{"audit.chain", i18n::key("kontrollen av loggen")},
    Said{"audit.review", i18n::key("granskningen av loggen")},
    Said{"person.extract", i18n::key("ett registerutdrag")},
    Said{"person.correction", i18n::key("en rättelse bredvid det som står")},
    Said{"destruction", i18n::key("gallringen")},
    Said{"hold", i18n::key("en spärr mot gallring")},
    Said{"contact", i18n::key("en kontakt")},
    Said{"contact.absence", i18n::key("en frånvaro")},
    Said{"contact.handover", i18n::key("en överlämning")},
    Said{"contact.reception", i18n::key("valet av mottagning")},
    Said{"contact.register", i18n::key("registret")},
    Said{"participation.view", i18n::key("en synpunkt på riktlinjen")},
    Said{"participation.point", i18n::key("ett förslag om riktlinjen")},
    Said{"participation.council", i18n::key("ett råd")},
    Said{"participation.code", i18n::key("en kod för ett råd eller en utförare")},
    Said{"participation.panel", i18n::key("anhörigpanelen")},
    Said{"participation.source", i18n::key("en källa till riktlinjen")},
    Said{"outbox", i18n::key("ett utskick")},
    Said{"activities.activity", i18n::key("en aktivitet")},
    Said{"activities.session", i18n::key("ett tillfälle av en aktivitet")},
    Said{"activities.entry", i18n::key("en anmälan")},
    Said{"person.uncovered", i18n::key("ett dolt nummer")},
    Said{"guideline.state", i18n::key("hur det går med ett löfte")},
    Said{"guideline.promise", i18n::key("det som är kopplat till ett löfte")},
    Said{"guideline.anchoring", i18n::key("en anteckning om förankring")},
    Said{"guideline.statement", i18n::key("ett årsuttalande")},
    Said{"guideline.draft", i18n::key("ett utkast till riktlinjen")},
    Said{"guideline.change", i18n::key("ett förslag till ny sats")},
    Said{"guideline.version", i18n::key("en version av riktlinjen")},
    Said{"guideline.read", i18n::key("läsningen av en ny version")},
    Said{"guideline.routine", i18n::key("rutinerna")},
    Said{"guideline.forum", i18n::key("forumen för samverkan")},
    Said{"guideline.watch", i18n::key("bevakningen")},
    Said{"guideline.paragraph", i18n::key("lagkontrollen")},
};
constexpr std::array reasons{
    Said{"created", i18n::key("Lades in")},         Said{"added", i18n::key("Lades in")},
    Said{"changed", i18n::key("Ändrades")},         Said{"ended", i18n::key("Avslutades")},
    Said{"granted", i18n::key("Fick rätten")},      Said{"revoked", i18n::key("Rätten togs bort")},
    Said{"wrong", i18n::key("Fel uppgifter")},      Said{"password_totp", i18n::key("Med lösenord och engångskod")},
    Said{"oidc", i18n::key("Med kommunens inloggning")},
    Said{"password_recovery", i18n::key("Med en utskriven kod")},
    Said{"invitation", i18n::key("Med en länk på papper")},
    Said{"demo", i18n::key("I provversionen")},
    Said{"not_yours", i18n::key("Fick titta men inte ändra")},
    Said{"role_not_yours", i18n::key("Fick inte ge eller ta den rollen")},
    Said{"yourself", i18n::key("Ingen ger sig själv ett uppdrag")},
    Said{"last_administrator", i18n::key("Den enda systemadministratören")},
    Said{"too_many", i18n::key("För många på en timme")},
    Said{"review_right", i18n::key("I sin ordning")},
    Said{"review_ask", i18n::key("Chefen behöver fråga")},
    Said{"review_wrong", i18n::key("Fel")},
    Said{"signed", i18n::key("Skrevs under")},
    Said{"board_days", i18n::key("Nämndens beslut om anonyma frågor")},
    Said{"view_days", i18n::key("Nämndens beslut om synpunkter på riktlinjen")},
    Said{"board_years", i18n::key("Nämndens beslut om kontakter med namn")},
    Said{"five_years", i18n::key("Fem år efter den sista anteckningen (SoL 16:1)")},
    Said{"thirty_years", i18n::key("När barnet har fyllt trettio år (SoL 16:2 a)")},
    Said{"answer", i18n::key("Svarade")},           Said{"claim", i18n::key("Tog kontakten")},
    Said{"close", i18n::key("Avslutades")},         Said{"note", i18n::key("Antecknade")},
    Said{"release", i18n::key("Släppte kontakten")},
    Said{"route", i18n::key("Lämnade en väg ut")},
    Said{"triage", i18n::key("Bedömde")},           Said{"enter", i18n::key("Skrev in")},
    Said{"call.reached", i18n::key("Nådd")},        Said{"call.no_answer", i18n::key("Inget svar")},
    Said{"protected", i18n::key("Markerade skyddade personuppgifter")},
    Said{"unprotected_mistake", i18n::key("Tog bort skyddet: markerat av misstag")},
    Said{"unprotected_ended", i18n::key("Tog bort skyddet: det har upphört")},
    Said{"call.wrong_moment", i18n::key("Fel tillfälle")},
    Said{"web", i18n::key("På webben")},             Said{"phone", i18n::key("Per telefon")},
    Said{"paper", i18n::key("På papper")},           Said{"meeting", i18n::key("Vid ett möte")},
    Said{"done_by_hand", i18n::key("Gjordes för hand")},
    Said{"she_asked", i18n::key("Personen har själv bett mig ringa nu")},
    Said{"danger", i18n::key("Någon kan vara i fara")},
    Said{"attendance", i18n::key("Kryssade närvaro")},
    Said{"heads", i18n::key("Räknade huvuden")},
    Said{"kit", i18n::key("Ändrade underlaget")},
    Said{"experience", i18n::key("Räknade egen erfarenhet")},
    Said{"message", i18n::key("Skrev till gruppen")},
    Said{"answering", i18n::key("Öppnade eller stängde för svar")},
    Said{"answers", i18n::key("Räknade in svar på papper")},
    Said{"agreed", i18n::key("Efter överenskommelse")},
    Said{"joins", i18n::key("Valde plats eller nät")},
    Said{"name_shown", i18n::key("Visade sitt namn för de andra")},
    Said{"name_hidden", i18n::key("Tog tillbaka sitt namn")},
    Said{"shared", i18n::key("Delade platser")},
    Said{"share_ended", i18n::key("Tog tillbaka delade platser")},
    Said{"share_given_back", i18n::key("Lämnade tillbaka platser")},
    Said{"cannot_come", i18n::key("Sade till om förhinder")},
    Said{"planned", i18n::key("Började planera")},
    Said{"opened", i18n::key("Öppnade för anmälan")},
    Said{"started", i18n::key("Startade")},
    Said{"closed_held", i18n::key("Avslutade som genomförd")},
    Said{"called_off", i18n::key("Ställde in")},
    Said{"seats", i18n::key("Ändrade antalet platser")},
    Said{"signed_up", i18n::key("Skrev in en anmälan")},
    Said{"links_taken_back", i18n::key("Tog tillbaka länkarna i sms och mejl")},
    Said{"lent", i18n::key("Fyllde en delad plats")},
    Said{"offered", i18n::key("Erbjöd en plats")},
    Said{"accepted", i18n::key("Tackade ja till en plats")},
    Said{"declined", i18n::key("Tackade nej till en plats")},
    Said{"lapsed", i18n::key("Erbjudandet gick ut")},
    Said{"left", i18n::key("Lämnade platsen eller kön")},
    Said{"changed_time", i18n::key("Bytte tid")},
    Said{"address", i18n::key("Sade var ett hembesök ska vara")},
    Said{"cancelled", i18n::key("Ställde in ett tillfälle")},
    Said{"moved", i18n::key("Flyttade ett tillfälle")},
    Said{"swapped", i18n::key("Bytte lokal eller nät")},
    Said{"removed", i18n::key("Togs bort")},
    Said{"undone", i18n::key("Ångrade en ändring")},
    Said{"needs", i18n::key("Såg vad någon behöver på plats")},
    Said{"birth_other", i18n::key("Sade att personen inte är född den 5, 15 eller 25")},
    Said{"birth_research", i18n::key("Sade att det ska sparas för forskning")},
    Said{"seen_to", i18n::key("Gicks igenom")},
    Said{"taken_back", i18n::key("Togs tillbaka")},
};
// The same word is another thing of another kind, or of all a feature's kinds.
constexpr std::array reasons_of{
    Said{"participation.view.handed_over", i18n::key("Lämnade till inkorgen")},
    Said{"participation.view.triage", i18n::key("Sorterade")},
    Said{"participation.point.revoked", i18n::key("Tog bort förslaget")},
    Said{"participation.point.published", i18n::key("Publicerade förslaget")},
    Said{"participation.view.put_aside", i18n::key("Lade åt sidan")},
    Said{"participation.view.put_back", i18n::key("Tog tillbaka")},
    Said{"participation.code.granted", i18n::key("Gjorde en kod")},
    Said{"participation.code.revoked", i18n::key("Drog in koden")},
    Said{"participation.source.revoked", i18n::key("Togs bort")},
    Said{"participation.source.published", i18n::key("Visade för alla")},
    Said{"participation.source.taken_down", i18n::key("Slutade visa för alla")},
    Said{"activities.activity.handed_over", i18n::key("Gruppen fortsätter på egen hand")},
    Said{"guideline.change.revoked", i18n::key("Togs tillbaka")},
    Said{"guideline.version.in_force", i18n::key("Började gälla")},
    Said{"guideline.draft.writing", i18n::key("Skrivs")},
    Said{"guideline.draft.management", i18n::key("Till ledningen")},
    Said{"guideline.draft.consultation", i18n::key("Ut för synpunkter")},
    Said{"guideline.draft.board", i18n::key("Till nämnden")},
    Said{"guideline.draft.decided", i18n::key("Beslutades")},
    Said{"guideline.draft.withdrawn", i18n::key("Drogs tillbaka")},
    Said{"guideline.state.struck", i18n::key("Strök svaret")},
    Said{"guideline.state.met", i18n::key("Uppfyllt")},
    Said{"guideline.state.partly", i18n::key("Delvis")},
    Said{"guideline.state.not_met", i18n::key("Inte uppfyllt")},
    Said{"guideline.state.unknown", i18n::key("Vet inte")},
};
template <std::size_t N> const char* find(const std::array<Said, N>& all, std::string_view key) {
    for (const auto& said : all)
        if (said.key == key) return said.words;
    return nullptr;
}
std::string said(const page::Visit& visit, const char* words, const std::string& otherwise) { return words ? std::string(visit.t(words)) : otherwise; }
}

const char* words(audit::Act act) {
    switch (act) {
        case audit::Act::read: return i18n::key("Öppnade");
        case audit::Act::list: return i18n::key("Såg en lista");
        case audit::Act::search: return i18n::key("Sökte");
        case audit::Act::write: return i18n::key("Ändrade");
        case audit::Act::refer: return i18n::key("Hänvisade");
        case audit::Act::exported: return i18n::key("Hämtade ut");
        case audit::Act::break_glass: return i18n::key("Nödöppnade");
        case audit::Act::refused: return i18n::key("Nekades");
        case audit::Act::sign_in: return i18n::key("Loggade in");
        case audit::Act::sign_out: return i18n::key("Loggade ut");
        case audit::Act::confirm: return i18n::key("Bekräftade vem det är");
        case audit::Act::erase: return i18n::key("Raderade");
        case audit::Act::review: return i18n::key("Granskade");
    }
    throw base::Bug("an act without words");
}
const char* kind_words(std::string_view kind) { return find(kinds, kind); }
const char* reason_words(std::string_view kind, std::string_view reason) {
    const auto* of_kind = find(reasons_of, std::string(kind) + "." + std::string(reason));
    return of_kind ? of_kind : reason_words(reason);
}
const char* reason_words(std::string_view reason) {
    if (const auto known = people::reason_from(reason)) return people::words(*known);
    if (const auto fault = fault_from(reason)) return fault_words(*fault);
    return find(reasons, reason);
}

std::string act_of(const page::Visit& visit, const store::Line& line) {
    const auto act = audit::act_from(line.act);
    return said(visit, act ? words(*act) : nullptr, line.act);
}
std::string kind_of(const page::Visit& visit, const store::Line& line) { return said(visit, kind_words(line.kind), line.kind); }
std::string reason_of(const page::Visit& visit, const store::Line& line) { return said(visit, reason_words(line.kind, line.reason), line.reason); }

std::string area_of(const store::Line& line, const staff::Organisation& all) {
    const auto id = rights::AreaId::from(line.area);
    const auto* area = id ? all.area(*id) : nullptr;
    return area ? area->name : line.area;
}
std::string acted_as(const page::Visit& visit, const store::Line& line, const staff::Organisation& all) {
    if (line.account == rights::Actor::at_the_terminal().account().text()) return std::string(visit.t("Vid serverns terminal"));
    const auto role = rights::role_from(line.role);
    std::vector<std::string> parts{std::string(role ? visit.t(rights::words(*role)) : visit.t("Utan uppdrag"))};
    const auto id = rights::UnitId::from(line.unit);
    if (const auto* unit = id ? all.unit(*id) : nullptr) parts.push_back(unit->name);
    if (!line.area.empty()) parts.push_back(area_of(line, all));
    return base::joined(parts, ", ");
}
}

#include "features/retention/public.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/i18n/language.hpp"
#include <array>

namespace retention {
namespace {
using pack::Fields;

const Rule& rule(std::string_view key) {
    for (const auto& r : rules())
        if (r.key == key) return r;
    throw base::Bug("a time that has no rule");
}

int figure(Fields& fields, std::string_view key) {
    const auto& r = rule(key);
    return static_cast<int>(fields.number(key, *r.otherwise, r.low, r.high));
}

// The board's times stand as text, so that SAKNAS can stand there instead.
std::optional<int> decided(Fields& fields, std::string_view key) {
    const auto& r = rule(key);
    const auto text = fields.text(key, Fields::Need::optional, 6);
    if (text.empty() || text == pack::missing) return std::nullopt;
    const bool digits = text.size() < 6 && text.find_first_not_of("0123456789") == text.npos;
    const int number = digits ? std::stoi(text) : -1;
    if (number >= r.low && number <= r.high) return number;
    fields.report(pack::Grade::fault, key, "”" + text + "” är ingen tid som går att välja.", "Skriv ett helt tal från " + base::to_text(r.low) + " till " + base::to_text(r.high) + ", eller SAKNAS.");
    return std::nullopt;
}
}

std::span<const Rule> rules() {
    static const std::array all{
        Rule{"draft_days", i18n::key("Utkast som ingen har sparat klart"), i18n::key("dagar"), i18n::key("Ett utkast är ingen allmän handling. Det behövs bara medan någon skriver."), 1, 7, 7},
        Rule{"session_hours", i18n::key("Uppgift om en avslutad inloggning"), i18n::key("timmar"), i18n::key("Behövs bara för att visa var man nyss var inloggad. Åtkomstloggen finns kvar."), 1, 168, 24},
        Rule{"log_years", i18n::key("Åtkomstloggen"), i18n::key("år"), i18n::key("Den som granskar ska kunna se tillbaka. Aldrig kortare än fem år."), 5, 20, 5},
        Rule{"backup_days", i18n::key("Säkerhetskopior"), i18n::key("dagar"), i18n::key("Så länge kan något som är gallrat finnas kvar i en kopia. Gallringen görs om när en kopia läses tillbaka."), 7, 90, 35},
        Rule{"group_message_days", i18n::key("Meddelanden till en grupp"), i18n::key("dagar"), i18n::key("De gäller en träff eller två och namnger ingen. Nämndens gallringsbeslut ska omfatta dem."), 30, 365, 90},
        Rule{"group_note_years", i18n::key("Anteckningar och underlag om en grupp"), i18n::key("år"), i18n::key("Räknas från att träffen är över. De namnger ingen. Nämndens gallringsbeslut ska omfatta dem."), 1, 10, 2},
        Rule{"anonymous_question_days", i18n::key("Anonym fråga som är besvarad"), i18n::key("dagar"), i18n::key("En fråga som kommer in är en allmän handling. Nämnden beslutar när den får gallras."), 1, 3650, std::nullopt},
        Rule{"view_days", i18n::key("Synpunkt på riktlinjen som är besvarad"), i18n::key("dagar"), i18n::key("En synpunkt är en allmän handling. Nämnden beslutar när texten får gallras. Att den kom, och vad den ledde till, står kvar."), 1, 3650, std::nullopt},
        Rule{"service_contact_years", i18n::key("Kontakt med namn utan dokumenterad insats"), i18n::key("år"), i18n::key("Nämnden beslutar. Hör kontakten till en dokumenterad insats gäller fem år (SoL 16:1)."), 5, 100, std::nullopt}};
    return all;
}

int undecided(const Retention& r) { return (r.anonymous_question_days ? 0 : 1) + (r.view_days ? 0 : 1) + (r.service_contact_years ? 0 : 1) + (r.decision.empty() ? 1 : 0); }

Retention parse(std::string_view source, const std::string& file, pack::Problems& problems) {
    const auto table = pack::parse_toml(source, file, 1, problems);
    Fields fields(table, file, problems);
    Retention out;
    out.draft_days = figure(fields, "draft_days");
    out.session_hours = figure(fields, "session_hours");
    out.log_years = figure(fields, "log_years");
    out.backup_days = figure(fields, "backup_days");
    out.group_message_days = figure(fields, "group_message_days");
    out.group_note_years = figure(fields, "group_note_years");
    out.anonymous_question_days = decided(fields, "anonymous_question_days");
    out.view_days = decided(fields, "view_days");
    out.service_contact_years = decided(fields, "service_contact_years");
    out.decision = fields.text("decision", Fields::Need::optional, 60);
    out.keep_research_days = fields.flag("keep_research_days", true);
    if (out.decision == pack::missing) out.decision.clear();
    for (const std::string_view key : {"anonymous_question_days", "view_days", "service_contact_years", "decision"})
        if (!fields.has(key)) fields.report(pack::Grade::to_fill_in, key, "”" + std::string(key) + "” är inte ifyllt. Inget av det slaget gallras förrän nämnden har beslutat.", "Fyll i nämndens gallringsbeslut, här eller på sidan Inställningar.");
    fields.finish();
    return out;
}
}

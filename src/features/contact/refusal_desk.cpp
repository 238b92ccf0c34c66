#include "features/contact/refusal_desk.hpp"
#include "base/text.hpp"
#include "platform/audit/audit.hpp"
#include "platform/i18n/language.hpp"

namespace contact {

const char* words(DeskRefusal why) {
    switch (why) {
        case DeskRefusal::unknown: return i18n::key("Kontakten finns inte.");
        case DeskRefusal::closed: return i18n::key("Kontakten är avslutad och kan inte ändras.");
        case DeskRefusal::taken: return i18n::key("En kollega har tagit den. Du kan ta över den.");
        case DeskRefusal::not_yours: return i18n::key("Bara den som har tagit kontakten kan släppa den.");
        case DeskRefusal::text_missing: return i18n::key("Skriv något först.");
        case DeskRefusal::text_too_long: return i18n::key("Texten är för lång. Högst 10 000 tecken får plats.");
        case DeskRefusal::left: return i18n::key("Den som skrev har avslutat och kan inte läsa ett svar här.");
        case DeskRefusal::triage_missing: return i18n::key("Ett meddelande är inte bedömt. Svara på de sex frågorna om det först.");
        case DeskRefusal::route_open: return i18n::key("En väg ut är öppen. Lämna över den, eller bedöm meddelandet igen.");
        case DeskRefusal::not_answered: return i18n::key("Ingen har svarat än. Svara först, eller välj ett annat utfall.");
        case DeskRefusal::no_message: return i18n::key("Meddelandet finns inte.");
        case DeskRefusal::no_route: return i18n::key("Vägen ut är redan lämnad, eller finns inte.");
        case DeskRefusal::receiver_missing: return i18n::key("Skriv vem som tog emot: en funktion eller ett namn.");
        case DeskRefusal::nothing_chosen: return i18n::key("Välj minst en uppgift att lämna över.");
        case DeskRefusal::no_receiver: return i18n::key("Välj en enhet där någon kan ta emot.");
        case DeskRefusal::ground_wrong: return i18n::key("Grunden stämmer inte med mottagaren. Inom samma sekretessområde gäller en grund, mellan områden de andra.");
        case DeskRefusal::opened: return i18n::key("Mottagaren har redan öppnat det. Ring och säg om det blev fel.");
        case DeskRefusal::name_wrong: return i18n::key("Skriv ett namn, och numret med siffror om det finns ett.");
        case DeskRefusal::days_wrong: return i18n::key("Välj dagar från i dag och högst ett år framåt, i rätt ordning.");
        case DeskRefusal::deputy_wrong: return i18n::key("Ersättaren ska vara en kollega i samma enhet, och inte borta samma dagar.");
        case DeskRefusal::not_a_member: return i18n::key("Personen har inget uppdrag i enheten.");
    }
    throw base::Bug("a refusal without words");
}

void wrote(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const Contact& c, std::string_view what) {
    std::vector<audit::Subject> about;
    if (c.person) about.push_back({c.area, *c.person});
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "contact", .object = std::string(c.id.text()), .reason = std::string(what), .area = c.area}, about);
}
void refused(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const ContactId& id) {
    audit::record(tx, actor, now, {.act = audit::Act::refused, .kind = "contact", .object = std::string(id.text()), .reason = "contact"});
}

std::string clean(std::string_view typed) {
    std::string out;
    for (const char c : base::trimmed(typed))
        if (c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20) out += c;
    return out;
}
std::optional<DeskRefusal> wrong_text(std::string_view cleaned) {
    if (cleaned.empty()) return DeskRefusal::text_missing;
    if (base::length(cleaned) > longest_desk_text) return DeskRefusal::text_too_long;
    return std::nullopt;
}
}

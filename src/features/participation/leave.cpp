#include "base/text.hpp"
#include "features/contact/absence.hpp"
#include "features/participation/use_cases.hpp"
#include "features/staff/public.hpp"
#include "platform/audit/audit.hpp"
#include "platform/i18n/language.hpp"

namespace participation {

rights::AreaScope scope_of_visitor(const rights::AreaId& area) { return rights::AreaScope::of_the_system(area); }
rights::AreaScope own_scope(const rights::Actor& actor, base::Instant now) {
    return AreaScope::of(Actor({.account = actor.account(), .assignments = actor.assignments()}), reads_texts, now);
}

namespace {
bool answers_for_a_reader(db::Reader& reader, const rights::AccountId& account, const AreaId& area, base::Instant now) {
    const auto readers = staff::accounts_with(reader, reads_texts, area, now);
    const auto today = calendar::date(now);
    const auto away = contact::absences(reader, today);
    return std::any_of(away.begin(), away.end(), [&](const contact::Absence& a) { return a.deputy == account && a.covers(today) && std::find(readers.begin(), readers.end(), a.account) != readers.end(); });
}
}
rights::AreaScope reading_scope(db::Reader& reader, const rights::Actor& actor, base::Instant now) {
    auto held = actor.assignments();
    std::erase_if(held, [&](const auto& a) { return !reads_texts.has(a.role) && !(may_read_texts.has(a.role) && answers_for_a_reader(reader, actor.account(), a.area, now)); });
    return AreaScope::of(Actor({.account = actor.account(), .assignments = std::move(held)}), may_read_texts, now);
}

const char* why_closed(const Draft& d) {
    if (d.withdrawn) return i18n::key("Kommunen har dragit tillbaka utkastet. Det går inte att tycka till om det längre.");
    return d.paused ? i18n::key("Just nu tar vi inte emot synpunkter på det här utkastet.") : i18n::key("Tiden att tycka till om utkastet är slut.");
}
const char* words(Refusal why) {
    switch (why) {
        case Refusal::unknown: return i18n::key("Det finns inte längre. Gå tillbaka till listan.");
        case Refusal::closed: return i18n::key("Tiden att tycka till om utkastet är slut.");
        case Refusal::no_paragraph: return i18n::key("Välj en punkt i utkastet.");
        case Refusal::text_missing: return i18n::key("Skriv något i rutan.");
        case Refusal::text_too_long: return i18n::key("Texten är för lång. Skriv kortare.");
        case Refusal::repeats: return i18n::key("Sammanfatta med egna ord. Det som någon har skrivit publiceras inte.");
        case Refusal::not_a_proposal: return i18n::key("Läs och sortera synpunkten först.");
        case Refusal::gone: return i18n::key("Texten är redan flyttad till inkorgen eller borttagen.");
        case Refusal::no_unit: return i18n::key("Du har ingen enhet som kan ta emot den i inkorgen. Be verksamhetschefen om ett uppdrag i en enhet som svarar på frågor.");
        case Refusal::not_later: return i18n::key("Välj en dag som har varit, eller idag.");
        case Refusal::own_words: return i18n::key("Du har skrivit sammanfattningen. Någon annan läser och publicerar den.");
        case Refusal::another_reads: return i18n::key("En anhörigkonsulent som inte har skrivit den är i tjänst och publicerar den.");
        case Refusal::name_taken: return i18n::key("Det finns redan ett råd med det namnet.");
    }
    throw base::Bug("a refusal without words");
}

base::Result<std::string, Refusal> checked(std::string_view typed, std::size_t longest) {
    if (!base::valid_utf8(typed)) return base::refused(Refusal::text_missing);
    std::string out;
    for (const char c : base::trimmed(typed))
        if (static_cast<unsigned char>(c) >= ' ' || c == '\n') out += c;   // what no eye sees, and the browser's second character of a line's end
    if (out.empty()) return base::refused(Refusal::text_missing);
    if (base::length(out) > longest) return base::refused(Refusal::text_too_long);
    return out;
}

bool leave(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Leaving& l) {
    if (!store::add(tx, scope, l.view, l.kept)) return false;
    vault::keep(tx, owner_of(l.view.id), l.key, now);
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "participation.view", .object = std::string(l.view.id.text()), .reason = std::string(key(l.view.way)), .area = l.view.area});
    return true;
}
}

#include "site/desk.hpp"
#include "base/text.hpp"
#include "features/activities/pages_run.hpp"
#include "features/contact/hand_over.hpp"
#include "features/contact/register.hpp"
#include "features/contact/public.hpp"
#include "features/guideline/pages_revision.hpp"
#include "features/people/public.hpp"
#include "features/privacy/public.hpp"
#include "platform/calendar/words.hpp"
#include "features/work/public.hpp"

namespace site {
namespace {
using html::Html;
using rights::Role;
using rights::Rule;

constexpr rights::Roles organisation{Role::administrator, Role::head_of_operations, Role::director};
constexpr rights::Roles decisions{Role::administrator, Role::head_of_operations, Role::director, Role::registrar, Role::consultant};

struct About {
    const char* path;
    const char* words;
};
// What each page is for, under its link on the desk.
constexpr std::array about{About{"/personal/inkorg", i18n::key("Det som kommer in, i den ordning det är lovat svar. Svara, bedöm, lämna över.")},
                           About{"/personal/overlamnat", i18n::key("Det som andra enheter har lämnat över till din enhet.")},
                           About{"/personal/post", i18n::key("Vilka som ska bli uppringda eller få brev, och när det är tryggt.")},
                           About{"/personal/register", i18n::key("Inkomna och skickade handlingar, utan namn. För läsning och utskrift.")},
                           About{"/personal/aktiviteter", i18n::key("Grupper, föreläsningar, kurser och tider: planera, fyll och håll dem. Vad som händer i dag och vad som saknas.")},
                           About{"/personal/arbete", i18n::key("Logga kontakter och eget arbete, på 20 sekunder.")},
                           About{"/personal/arbete/siffror", i18n::key("Vad arbetet har lett till, utan att någon kan kännas igen.")},
                           About{"/personal/aktiviteter/aret", i18n::key("Vad aktiviteterna har lett till under året, utan att någon kan kännas igen.")},
                           About{"/personal/organisation", i18n::key("Verksamheter, enheter och vem som har vilket uppdrag. Lediga uppdrag och det som snart tar slut står först.")},
                           About{"/personal/mottagning", i18n::key("Vilken enhet som läser och svarar på det som kommer in från sidan Fråga oss.")},
                           About{"/personal/beslut", i18n::key("Nämndens beslut om insatser utan behovsprövning, och vad som saknar beslut.")},
                           About{"/personal/riktlinje", i18n::key("Varje löfte: vem som ansvarar, vad som svarar mot det och hur det går. Rutiner, lagkontroll, bevakning och förankring.")},
                           About{"/personal/arsuttalande", i18n::key("Svara en gång om året på hur det går, och skriv under. Det som saknas står som saknat.")},
                           About{"/personal/larm", i18n::key("När någon har nödöppnat ett område, eller frågat efter en skyddad person.")},
                           About{"/personal/skyddade", i18n::key("Vilka som får se personer med skyddade uppgifter, och till och med när.")},
                           About{"/personal/logg", i18n::key("Vad som har gjorts med uppgifter om personer, och om loggen är hel.")},
                           About{"/personal/registerutdrag", i18n::key("Allt som är sparat om en person, och när det har lästs. För den som frågar om sina egna uppgifter.")},
                           About{"/personal/gallring", i18n::key("Det som har blivit gammalt nog för att tas bort, och vem som bekräftar det.")},
                           About{"/personal/nodoppna", i18n::key("Öppna ett annat område i en timme när det är bråttom. Områdets chef får veta det.")},
                           About{"/personal/installningar", i18n::key("Kommunens namn, färg, tider och löften. Här finns också listan för den som börjar med Lotsen.")},
                           About{"/personal/konto", i18n::key("Hur du loggar in, var du är inloggad och dina kortkommandon.")}};

const char* about_of(std::string_view path) {
    for (const auto& a : about)
        if (a.path == path) return a.words;
    return nullptr;
}

void entries(Html& h, const page::Visit& visit) {
    h.el("ul", {{"class", "desk"}}, [&] {
        for (const auto* entry : page::desk_of(*visit.request.actor, desk_entries())) {
            const auto* words = about_of(entry->path);
            if (!words) continue;
            h.el("li", [&] {
                h.el("a", {{"class", "door"}, {"href", visit.url(entry->path)}}, [&] {
                    h.el("span", [&] { h.el("b", visit.t(entry->words)), h.el("span", visit.t(words)); });
                });
            });
        }
    });
}

void no_assignment(Html& h, const page::Visit& visit) {
    page::notice(h, visit.frame, page::Tone::info, visit.t("Du har inget uppdrag just nu"), [&] {
        h.el("p", visit.t("Inloggningen fungerar, men inget uppdrag är påbörjat eller så har det tagit slut. Din verksamhetschef eller systemadministratören kan ge dig ett."));
    });
}

void still_to_do(Html& h, const page::Visit& visit, const settings::Progress& p) {
    page::notice(h, visit.frame, page::Tone::info, visit.t("Kom i gång: {n} av {total} klara", {{"n", std::to_string(p.done)}, {"total", std::to_string(p.of)}}), [&] {
        h.el("p", [&] { page::link(h, visit.url(settings::checklist_path), visit.t("Se vad som är kvar")); });
    });
}

// What waits, as figures: the team goes to the list, a head sees only these.
void contacts(Html& h, const page::Visit& visit, const contact::store::Count& waiting) {
    if (waiting.waiting == 0) return;
    const auto number = [](std::int64_t n) { return base::to_text(static_cast<long long>(n)); };
    page::notice(h, visit.frame, waiting.late > 0 ? page::Tone::warning : page::Tone::info, waiting.waiting == 1 ? std::string(visit.t("En kontakt väntar på svar")) : visit.t("{n} kontakter väntar på svar", {{"n", number(waiting.waiting)}}), [&] {
        if (waiting.late > 0) h.el("p", waiting.late == 1 ? std::string(visit.t("En är försenad.")) : visit.t("{n} är försenade.", {{"n", number(waiting.late)}}));
        h.el("p", visit.t("Den äldsta kom in {when}.", {{"when", calendar::words(*waiting.oldest, visit.language())}}));
        if (visit.request.actor->is_any(contact::team)) h.el("p", [&] { page::link(h, visit.url("/personal/inkorg"), visit.t("Till inkorgen")); });
    });
}

void views(Html& h, const page::Visit& visit, const ToDo& to_do) {
    const auto n = base::to_text(static_cast<long long>(to_do.views.number));
    page::notice(h, visit.frame, to_do.views_late ? page::Tone::warning : page::Tone::info, to_do.views.number == 1 ? std::string(visit.t("En synpunkt på riktlinjen väntar på att läsas")) : visit.t("{n} synpunkter på riktlinjen väntar på att läsas", {{"n", n}}), [&] {
        h.el("p", visit.t("Den äldsta kom in {when}. Någon kan ha skrivit att hen är i fara.", {{"when", calendar::words(*to_do.views.oldest, visit.language())}}));
        if (visit.request.actor->is_any(contact::team)) h.el("p", [&] { page::link(h, visit.url("/personal/riktlinje/synpunkter?visa=olasta"), visit.t("Till synpunkterna")); });
        else h.el("p", [&] { h.text(visit.t("Är anhörigkonsulenten borta väljer du vem som läser i stället.")), h.text(" "), page::link(h, visit.url("/personal/inkorg/franvaro"), visit.t("Frånvaro")); });
    });
}
void summaries(Html& h, const page::Visit& visit, std::int64_t waiting) {
    const auto n = base::to_text(static_cast<long long>(waiting));
    page::notice(h, visit.frame, page::Tone::info, waiting == 1 ? std::string(visit.t("En sammanfattning väntar på att du läser och publicerar den")) : visit.t("{n} sammanfattningar väntar på att du läser och publicerar dem", {{"n", n}}), [&] {
        h.el("p", [&] { page::link(h, visit.url("/personal/riktlinje/forslag"), visit.t("Till förslagen")); });
    });
}
void alerts(Html& h, const page::Visit& visit, std::size_t waiting) {
    const auto n = base::to_text(static_cast<long long>(waiting));
    page::notice(h, visit.frame, page::Tone::warning, waiting == 1 ? std::string(visit.t("Ett larm väntar på dig")) : visit.t("{n} larm väntar på dig", {{"n", n}}), [&] {
        h.el("p", [&] { page::link(h, visit.url(privacy::alerts_path), visit.t("Läs vad som har hänt")); });
    });
}
void changed(Html& h, const page::Visit& visit, std::size_t parts) {
    page::notice(h, visit.frame, page::Tone::info, visit.t("Riktlinjen har ändrats i det här som rör dig"), [&] {
        h.el("p", parts == 1 ? std::string(visit.t("En sats är ny eller ändrad.")) : visit.t("{n} satser är nya eller ändrade.", {{"n", base::to_text(static_cast<long long>(parts))}}));
        h.el("p", [&] { page::link(h, visit.url(guideline::changed_path), visit.t("Läs, och bekräfta att du har läst")); });
    });
}
void review(Html& h, const page::Visit& visit, const privacy::MonthsToReview& months) {
    page::notice(h, visit.frame, months.overdue > 0 ? page::Tone::warning : page::Tone::info, months.overdue > 0 ? visit.t("Granskningen av loggen är försenad") : visit.t("En månad av loggen väntar på granskning"), [&] {
        h.el("p", [&] { page::link(h, visit.url(privacy::review_path), visit.t("Till granskningen")); });
    });
}
}

std::span<const page::DeskEntry> desk_entries() {
    static const std::array entries{page::DeskEntry{"/personal", i18n::key("Skrivbord"), Rule::signed_in, 's'},
                                    page::DeskEntry{"/personal/arbete", i18n::key("Arbete"), Rule::only(work::who_log), 'a'},
                                    page::DeskEntry{"/personal/arbete/siffror", i18n::key("Siffror"), Rule::only(work::who_read_figures), 'f'},
                                    page::DeskEntry{"/personal/inkorg", i18n::key("Inkorg"), Rule::only(contact::team), 'n'},
                                    page::DeskEntry{"/personal/aktiviteter", i18n::key("Aktiviteter"), Rule::only(activities::team), 'q'},
                                    page::DeskEntry{std::string(activities::year_path), i18n::key("Aktiviteternas år"), Rule::only(work::who_read_figures), 'w', false, "/personal/aktiviteter"},
                                    page::DeskEntry{"/personal/overlamnat", i18n::key("Överlämnat hit"), Rule::only(contact::handover_readers), 'v'},
                                    page::DeskEntry{"/personal/post", i18n::key("Ring och brev"), Rule::only(contact::team), 'e'},
                                    page::DeskEntry{"/personal/register", i18n::key("Register"), Rule::only(contact::register_readers), 'r', true},
                                    page::DeskEntry{"/personal/organisation", i18n::key("Organisation"), Rule::only(organisation), 'o'},
                                    page::DeskEntry{"/personal/mottagning", i18n::key("Mottagning"), Rule::only(contact::may_choose_reception), 't', true},
                                    page::DeskEntry{"/personal/beslut", i18n::key("Beslut"), Rule::only(decisions), 'b', true},
                                    page::DeskEntry{"/personal/riktlinje", i18n::key("Riktlinjen"), Rule::only(guideline::readers), 'j'},
                                    page::DeskEntry{"/personal/arsuttalande", i18n::key("Årsuttalande"), Rule::only(guideline::readers), 'y', true},
                                    page::DeskEntry{"/personal/larm", i18n::key("Larm"), Rule::only(privacy::told), 'm'},
                                    page::DeskEntry{"/personal/skyddade", i18n::key("Skyddade personer"), Rule::only(Role::head_of_operations).fresh(), 'p', true},
                                    page::DeskEntry{"/personal/logg", i18n::key("Åtkomstloggen"), Rule::only(Role::log_reviewer), 'l'},
                                    page::DeskEntry{"/personal/registerutdrag", i18n::key("Registerutdrag"), Rule::only({Role::registrar, Role::consultant, Role::head_of_operations}).fresh(), 'u', true},
                                    page::DeskEntry{"/personal/gallring", i18n::key("Gallring"), Rule::only({Role::registrar, Role::head_of_operations, Role::director}).fresh(), 'g', true},
                                    page::DeskEntry{"/personal/nodoppna", i18n::key("Nödöppna"), Rule::only(people::may_break_glass).fresh(), 'd', true},
                                    page::DeskEntry{"/personal/installningar", i18n::key("Inställningar"), Rule::only(Role::administrator), 'i'},
                                    page::DeskEntry{"/personal/konto", i18n::key("Mitt konto"), Rule::signed_in, 'k', true}};
    return entries;
}

web::Response desk_page(const page::Visit& visit, const ToDo& to_do) {
    return page::staff_page(visit, {.title = std::string(visit.t("Skrivbord")), .current = "/personal"}, [&](Html& h) {
        page::staff_heading(h, visit.t("Skrivbord"));
        if (visit.request.actor->assignments().empty()) no_assignment(h, visit);
        if (to_do.alerts > 0) alerts(h, visit, to_do.alerts);
        if (to_do.months.waiting > 0) review(h, visit, to_do.months);
        if (to_do.contacts) contacts(h, visit, *to_do.contacts);
        if (to_do.views.oldest) views(h, visit, to_do);
        if (to_do.summaries > 0) summaries(h, visit, to_do.summaries);
        if (to_do.changed > 0) changed(h, visit, to_do.changed);
        if (to_do.first_days && !to_do.first_days->finished()) still_to_do(h, visit, *to_do.first_days);
        entries(h, visit);
    });
}

web::Response shortcuts_page(const page::Visit& visit) {
    return page::staff_page(visit, {.title = std::string(visit.t("Kortkommandon")), .narrow = true}, [&](Html& h) {
        page::staff_heading(h, visit.t("Kortkommandon"));
        h.el("p", visit.request.actor->shortcuts() ? visit.t("Tryck på tangenterna efter varandra, när du inte skriver i ett fält.") : visit.t("Kortkommandon är avstängda för dig."));
        h.el("dl", {{"class", "keys"}}, [&] {
            const auto key = [&](std::string_view keys, std::string_view words) { h.el("div", [&] { h.el("dt", [&] { h.el("kbd", keys); }), h.el("dd", words); }); };
            key("?", visit.t("Den här listan"));
            key("/", visit.t("Till sidans sökruta, där det finns en"));
            for (const auto* entry : page::desk_of(*visit.request.actor, desk_entries())) key(std::string("g ") + entry->key, visit.t(entry->words));
        });
        h.el("p", [&] { page::link(h, visit.url("/personal/konto"), visit.t("Slå av eller på under Mitt konto")); });
    });
}
}

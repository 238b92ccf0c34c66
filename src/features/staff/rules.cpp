#include "features/staff/rules.hpp"
#include "base/text.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/i18n/language.hpp"

namespace staff {

bool current(const Assignment& a, base::Instant now) {
    const auto today = calendar::date(now);
    return a.from <= today && (!a.until || today <= *a.until) && (!a.ended_at || now < *a.ended_at);
}

bool share_a_day(calendar::Date from, std::optional<calendar::Date> until, calendar::Date other_from, std::optional<calendar::Date> other_until) {
    return (!until || other_from <= *until) && (!other_until || from <= *other_until);
}

bool at_the_terminal(const Actor& actor) { return actor.account() == Actor::at_the_terminal().account(); }

bool heads(const Actor& actor, const OperationId& operation) {
    const auto& all = actor.assignments();
    return std::any_of(all.begin(), all.end(), [&](const rights::Assignment& a) { return a.role == Role::head_of_operations && a.operation == operation; });
}
bool may_see(const Actor& actor, const OperationId& operation) {
    return at_the_terminal(actor) || actor.is_any({Role::administrator, Role::director}) || heads(actor, operation);
}
bool may_see_member(const Actor& actor, const std::vector<OperationId>& operations) {
    return operations.empty() ? may_build(actor) == std::nullopt || actor.is_any({Role::director, Role::head_of_operations})
                              : std::any_of(operations.begin(), operations.end(), [&](const OperationId& operation) { return may_see(actor, operation); });
}

std::optional<Refusal> may_build(const Actor& actor) {
    if (at_the_terminal(actor) || actor.is(Role::administrator)) return std::nullopt;
    return Refusal::not_yours;
}
std::optional<Refusal> may_run(const Actor& actor, const OperationId& operation) {
    if (!may_see(actor, operation)) return Refusal::unknown;
    if (!may_build(actor) || heads(actor, operation)) return std::nullopt;
    return Refusal::not_yours;
}
std::optional<Refusal> may_end(const Actor& actor, const OperationId& operation, Role role) {
    if (const auto no = may_run(actor, operation)) return no;
    if (may_build(actor) && beyond_a_head.has(role)) return Refusal::role_not_yours;
    return std::nullopt;
}
std::optional<Refusal> may_give(const Actor& actor, const OperationId& operation, const AccountId& to, Role role) {
    if (const auto no = may_end(actor, operation, role)) return no;
    if (to == actor.account()) return Refusal::yourself;
    return std::nullopt;
}

bool leaves_no_administrator(const std::vector<Assignment>& administrators, const std::vector<AssignmentId>& ending, base::Instant now, std::optional<calendar::Date> last_day) {
    const auto ends = [&](const Assignment& a) { return std::find(ending.begin(), ending.end(), a.id) != ending.end(); };
    if (std::none_of(administrators.begin(), administrators.end(), ends)) return false;
    const auto after = last_day ? calendar::start_of(calendar::plus_days(*last_day, 1)) : now;
    return std::none_of(administrators.begin(), administrators.end(), [&](const Assignment& a) { return !ends(a) && current(a, after); });
}

std::optional<Refusal> wrong_name(std::string_view name) {
    if (base::trimmed(name).empty()) return Refusal::name_missing;
    if (base::length(base::trimmed(name)) > longest_name) return Refusal::name_too_long;
    return std::nullopt;
}

const char* words(Refusal why) {
    switch (why) {
    case Refusal::unknown: return i18n::key("Det finns inte, eller hör inte till din verksamhet.");
    case Refusal::not_yours: return i18n::key("Du kan se det här men inte ändra det. Be systemadministratören eller verksamhetschefen.");
    case Refusal::role_not_yours: return i18n::key("Den rollen kan bara en systemadministratör ge eller avsluta.");
    case Refusal::yourself: return i18n::key("Ingen kan ge sig själv ett uppdrag. Be en annan systemadministratör eller chef.");
    case Refusal::last_administrator: return i18n::key("Det här är den enda systemadministratören. Ge rollen till någon annan först, så att någon kan släppa in fler.");
    case Refusal::overlaps: return i18n::key("Personen har redan den rollen i enheten under de dagarna.");
    case Refusal::days_backwards: return i18n::key("Sista dagen måste komma efter den första.");
    case Refusal::ends_before_today: return i18n::key("Sista dagen har redan varit. Välj i dag eller senare.");
    case Refusal::ends_later_than_before: return i18n::key("Uppdraget slutar tidigare än så. Ge ett nytt uppdrag från dagen efter om det ska fortsätta.");
    case Refusal::already_ended: return i18n::key("Uppdraget är redan avslutat.");
    case Refusal::member_ended: return i18n::key("Personens konto är avslutat. Lägg till personen på nytt.");
    case Refusal::name_missing: return i18n::key("Skriv ett namn.");
    case Refusal::name_too_long: return i18n::key("Namnet får ha högst 120 tecken.");
    case Refusal::name_taken: return i18n::key("Namnet finns redan. Välj ett annat.");
    case Refusal::hours_wrong: return i18n::key("Tiderna går inte ihop. Enheten måste ha öppet någon gång i veckan.");
    case Refusal::count_wrong: return i18n::key("Skriv ett antal mellan 0 och 999.");
    case Refusal::closed_wrong: return i18n::key("Skriv första och sista dag och varför det är stängt. Två stängda tider kan inte börja samma dag.");
    }
    throw base::Bug("an unknown refusal");
}
}

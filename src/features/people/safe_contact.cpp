// What somebody has said about how she may be reached: checked, kept, read.
#include "base/text.hpp"
#include "features/people/line.hpp"
#include "features/people/protection.hpp"
#include "features/people/safe_week.hpp"
#include "features/people/sealing.hpp"
#include "features/people/store_safe.hpp"
#include "platform/i18n/language.hpp"

namespace people {
namespace {
constexpr std::size_t longest_name = 60;

// A name, and nothing that could be a number, an address or a link.
bool a_name(std::string_view text) {
    return base::valid_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '@' || c == '/' || static_cast<unsigned char>(c) < ' '; });
}
bool sound(const calendar::DayHours& day) { return calendar::day_hours_from(calendar::text_of(day)) == day; }
}

bool says_when(const SafeContact& said) {
    return std::any_of(said.week.begin(), said.week.end(), [](const calendar::DayHours& day) { return !day.empty(); });
}
const char* words(SafeContactFault fault) {
    switch (fault) {
        case SafeContactFault::hours_wrong: return i18n::key("Skriv tiderna så här: 9–11.30, 13–15. Låt rutan vara tom om dagen inte är trygg.");
        case SafeContactFault::ask_for_too_long:
        case SafeContactFault::present_as_too_long: return i18n::key("Skriv högst 60 tecken.");
        case SafeContactFault::not_a_name: return i18n::key("Skriv bara ett namn här, inga siffror och inga adresser.");
    }
    throw base::Bug("a fault without words");
}
base::Result<CheckedSafeContact, std::vector<SafeContactFault>> checked(const SafeContact& typed) {
    auto said = typed;
    said.ask_for = base::trimmed(typed.ask_for);
    said.present_as = base::trimmed(typed.present_as);
    std::vector<SafeContactFault> faults;
    if (!std::all_of(said.week.begin(), said.week.end(), sound)) faults.push_back(SafeContactFault::hours_wrong);
    if (!a_name(said.ask_for) || !a_name(said.present_as)) faults.push_back(SafeContactFault::not_a_name);
    if (base::length(said.ask_for) > longest_name) faults.push_back(SafeContactFault::ask_for_too_long);
    if (base::length(said.present_as) > longest_name) faults.push_back(SafeContactFault::present_as_too_long);
    if (!faults.empty()) return base::refused(std::move(faults));
    return CheckedSafeContact(std::move(said));
}

bool set_safe_contact(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const PersonId& id, const CheckedSafeContact& said) {
    const auto stored = visible(tx, actor, scope, now, id, Reason::contact);
    if (!stored) return false;
    store::keep_safe(tx, scope, now, stored->area, id, sealed_safe(vault, *stored, said.get()));
    line::safe_contact_changed(tx, actor, now, stored->area, id);
    return true;
}
std::optional<SafeContact> safe_contact(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const PersonId& id) {
    const auto stored = visible(tx, actor, scope, now, id, Reason::contact);
    if (!stored) return std::nullopt;
    line::read(tx, actor, now, stored->area, id, Reason::contact);
    const auto row = store::find_safe(tx, scope, stored->area, id);
    return row ? std::optional(unsealed_safe(vault, *stored, *row)) : std::nullopt;
}
}

#include "features/people/details.hpp"
#include "base/text.hpp"
#include "features/people/numbers.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/i18n/language.hpp"

namespace people {
namespace {
constexpr std::size_t longest_name = 200, longest_address = 500;

bool is_text(const std::string& text) { return base::valid_utf8(text) && text.find('\0') == std::string::npos; }

using Faults = std::vector<DetailsFault>;
// Writes the number in its one way, or says that it is none.
void settle(std::string& field, std::optional<std::string> normal, DetailsFault fault, Faults& faults) {
    if (base::trimmed(field).empty()) field.clear();
    else if (normal) field = *std::move(normal);
    else faults.push_back(fault);
}
}

const char* words(DetailsFault fault) {
    switch (fault) {
        case DetailsFault::name_missing: return i18n::key("Skriv ett namn.");
        case DetailsFault::name_too_long: return i18n::key("Namnet är för långt. Skriv högst 200 tecken.");
        case DetailsFault::phone_not_understood: return i18n::key("Telefonnumret går inte att förstå. Skriv till exempel 070-123 45 67.");
        case DetailsFault::email_not_understood: return i18n::key("E-postadressen går inte att förstå. Skriv till exempel namn@exempel.se.");
        case DetailsFault::address_too_long: return i18n::key("Adressen är för lång. Skriv högst 500 tecken.");
        case DetailsFault::personal_number_wrong: return i18n::key("Personnumret stämmer inte. Skriv tolv siffror: ÅÅÅÅMMDD-NNNN.");
        case DetailsFault::not_text: return i18n::key("Texten innehåller tecken som inte går att spara.");
    }
    throw base::Bug("a fault without words");
}

base::Result<CheckedDetails, std::vector<DetailsFault>> checked(const Details& typed, base::Instant now) {
    for (const auto* field : {&typed.name, &typed.phone, &typed.email, &typed.address, &typed.personal_number})
        if (!is_text(*field)) return base::refused(Faults{DetailsFault::not_text});
    Faults faults;
    auto out = typed;
    out.name = base::trimmed(typed.name);
    out.address = base::trimmed(typed.address);
    if (out.name.empty()) faults.push_back(DetailsFault::name_missing);
    if (base::length(out.name) > longest_name) faults.push_back(DetailsFault::name_too_long);
    if (base::length(out.address) > longest_address) faults.push_back(DetailsFault::address_too_long);
    settle(out.phone, phone(typed.phone), DetailsFault::phone_not_understood, faults);
    settle(out.personal_number, personal_number(typed.personal_number, calendar::local(now).date), DetailsFault::personal_number_wrong, faults);
    out.email = base::trimmed(typed.email);
    if (!out.email.empty() && !email(out.email)) faults.push_back(DetailsFault::email_not_understood);
    if (!faults.empty()) return base::refused(std::move(faults));
    return CheckedDetails(std::move(out));
}
}

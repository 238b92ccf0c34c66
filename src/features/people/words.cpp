#include "features/people/public.hpp"
#include "platform/i18n/language.hpp"

namespace people {
const char* const masked_words = i18n::key("Skyddade uppgifter");

std::string_view key(Kind kind) {
    switch (kind) {
        case Kind::staff: return "staff";
        case Kind::carer: return "carer";
        case Kind::cared_for: return "cared_for";
        case Kind::young: return "young";
        case Kind::contact: return "contact";
    }
    throw base::Bug("a kind of person without a name");
}

std::string_view key(Reason reason) {
    switch (reason) {
        case Reason::own_task: return "own_task";
        case Reason::reception: return "reception";
        case Reason::contact: return "contact";
        case Reason::referral: return "referral";
        case Reason::correction: return "correction";
        case Reason::person_asked: return "person_asked";
        case Reason::review: return "review";
        case Reason::staffing: return "staffing";
        case Reason::emergency: return "emergency";
    }
    throw base::Bug("a reason without a name");
}
const char* words(Reason reason) {
    switch (reason) {
        case Reason::own_task: return i18n::key("Jag har hand om personens ärende");
        case Reason::reception: return i18n::key("Jag tar emot en ny kontakt");
        case Reason::contact: return i18n::key("Jag ska höra av mig till personen");
        case Reason::referral: return i18n::key("Jag ska hänvisa personen vidare");
        case Reason::correction: return i18n::key("Jag ska rätta en uppgift");
        case Reason::person_asked: return i18n::key("Personen själv har bett om det");
        case Reason::review: return i18n::key("Jag granskar loggen eller följer upp");
        case Reason::staffing: return i18n::key("Jag sköter bemanning och behörigheter");
        case Reason::emergency: return i18n::key("Nödöppning");
    }
    throw base::Bug("a reason without words");
}
std::optional<Reason> reason_from(std::string_view text) {
    for (const auto reason : reasons)
        if (key(reason) == text) return reason;
    return std::nullopt;
}
}

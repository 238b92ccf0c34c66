#include "features/privacy/destruction.hpp"

namespace privacy {

std::string_view key(HoldReason reason) {
    switch (reason) {
        case HoldReason::dispute: return "dispute";
        case HoldReason::insight: return "insight";
        case HoldReason::supervision: return "supervision";
        case HoldReason::research: return "research";
    }
    throw base::Bug("a reason without a name");
}
const char* words(HoldReason reason) {
    switch (reason) {
        case HoldReason::dispute: return i18n::key("En tvist eller ett överklagande pågår");
        case HoldReason::insight: return i18n::key("Någon har begärt att få se det");
        case HoldReason::supervision: return i18n::key("En tillsyn eller utredning pågår");
        case HoldReason::research: return i18n::key("Ska sparas för forskning");
    }
    throw base::Bug("a reason without words");
}
std::optional<HoldReason> hold_reason_from(std::string_view text) {
    for (const auto reason : hold_reasons)
        if (key(reason) == text) return reason;
    return std::nullopt;
}
const char* thing_words(std::string_view kind) { return kind == "contact" ? i18n::key("Kontakt") : kind == "activities.entry" ? i18n::key("Anmälan") : kind == "participation.view" ? i18n::key("Synpunkt") : kind == "participation.panel" ? i18n::key("Anhörigpanel") : i18n::key("Personuppgifter"); }
}

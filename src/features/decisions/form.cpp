#include "features/decisions/form.hpp"
#include "base/text.hpp"
#include "platform/calendar/date.hpp"

namespace decisions {
namespace {
using page::FieldErrors;
using page::Visit;

std::string typed(const web::Request& request, std::string_view name) { return std::string(base::trimmed(request.field(name))); }
std::vector<std::string> all(const web::Request& request, std::string_view name) {
    const auto found = web::Request::all(request.form, name);
    return {found.begin(), found.end()};
}
bool says(const Form& form, std::string_view what) { return std::find(form.says.begin(), form.says.end(), what) != form.says.end(); }

// "SON 2026/12 § 4" → "son-2026-12-4": what may stand in an address and as the name of a TOML table.
std::string key_of(std::string_view number) {
    std::string key;
    for (const char c : base::lower(number)) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (fits) key += c;
        else if (!key.empty() && key.back() != '-') key += '-';
    }
    while (!key.empty() && key.back() == '-') key.pop_back();
    return key;
}

void check_day(FieldErrors& errors, std::string_view field, const std::string& day, std::string_view says) {
    if (!calendar::date_from(day)) errors.add(field, says);
}

void check(const Form& form, const Visit& visit, FieldErrors& errors) {
    if (form.number.empty() || key_of(form.number).empty()) errors.add("number", visit.t("Skriv beslutets nummer, som det står i protokollet"));
    else if (base::length(form.number) > 60) errors.add("number", visit.t("Skriv numret kortare, högst 60 tecken"));
    check_day(errors, "date", form.date, visit.t("Skriv dagen för beslutet, som 2026-11-22"));
    check_day(errors, "from", form.from, visit.t("Skriv dagen då beslutet börjar gälla, som 2026-11-22"));
    if (!form.until.empty()) check_day(errors, "until", form.until, visit.t("Skriv den sista dagen som 2026-11-22, eller lämna tomt"));
    if (!form.until.empty() && form.until < form.from) errors.add("until", visit.t("Beslutet kan inte sluta innan det börjar"));
    if (form.services.empty()) errors.add("services", visit.t("Välj minst ett stöd"));
    if (form.says.empty()) errors.add("says", visit.t("Välj vad beslutet säger"));
    if (says(form, "without_identity") && form.reasons.empty()) errors.add("reasons", visit.t("Skriv de särskilda skälen, som de står i beslutet. Utan dem gäller SoL 14:3."));
    for (const auto& [field, text] : {std::pair{"conditions", &form.conditions}, {"reasons", &form.reasons}})
        if (base::length(*text) > 2000) errors.add(field, visit.t("Skriv kortare, högst 2 000 tecken"));
}
}

Form form_of(const web::Request& r) {
    return {typed(r, "number"), typed(r, "date"), typed(r, "from"), typed(r, "until"), typed(r, "conditions"), typed(r, "reasons"), all(r, "services"), all(r, "says"), typed(r, "seen")};
}
Form form_of(const Decision& d) {
    Form form{d.number, d.date, d.from, d.until, d.conditions, d.reasons, d.services, {}, {}};
    if (d.without_assessment) form.says.emplace_back("without_assessment");
    if (d.without_identity) form.says.emplace_back("without_identity");
    return form;
}

std::optional<Decision> decision_of(const Form& form, const Register& reg, std::string_view key, const Visit& visit, FieldErrors& errors) {
    check(form, visit, errors);
    const auto made = key.empty() ? key_of(form.number) : std::string(key);
    if (key.empty() && reg.find(made)) errors.add("number", visit.t("Det beslutet finns redan i registret"));
    if (errors.any()) return std::nullopt;
    return Decision{.key = made, .number = form.number, .date = form.date, .from = form.from, .until = form.until, .services = form.services,
                    .without_assessment = says(form, "without_assessment"), .without_identity = says(form, "without_identity"), .conditions = form.conditions, .reasons = form.reasons};
}
}

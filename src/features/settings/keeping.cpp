#include "features/settings/keeping.hpp"
#include "platform/audit/audit.hpp"

namespace settings {
namespace {
// The setting that stands on the line of the fault.
std::string field_of(const pack::Problem& fault, const Section& section, std::string_view source) {
    const Reading reading(source);
    for (const auto& setting : section.settings)
        if (const auto* value = reading.find(section.table, setting.key); value && fault.file == section.file && value->line == fault.line) return setting.key;
    return {};
}
}

std::string Keeping::source(std::string_view file) const {
    return g_.database.read([&](db::Reader& reader) { return g_.editor.source(reader, file); });
}

base::Result<std::int64_t, pack::Editor::Refusal> Keeping::save(const web::Request& request, const std::vector<pack::Editor::Change>& changes, const std::string& object) const {
    const auto now = g_.clock.now();
    return g_.editor.save(changes, now, [&](db::Transaction& tx) { audit::record(tx, *request.actor, now, {.act = audit::Act::write, .kind = "setting", .object = object}); });
}

web::Response after(const web::Request& request, const std::string& path) { return web::Response::see_other(page::url(path, i18n::named(request.language).value_or(i18n::Language::sv)).text()); }

void explain(const page::Visit& visit, const pack::Editor::Refusal& refusal, const Section& section, const Form& form, std::string_view next, std::string_view now, page::FieldErrors& errors) {
    for (const auto& fault : refusal.faults) errors.add(field_of(fault, section, next), fault.reason + " " + fault.remedy);
    if (!refusal.meanwhile) return;
    errors.add("", visit.t("Någon annan ändrade de här uppgifterna medan du skrev. Det du skrev står kvar här men är inte sparat. Öppna sidan på nytt och lägg in din ändring."));
    const auto stands = form_of(Reading(now), section);
    for (const auto& setting : section.settings)
        if (const auto there = stands.text(setting.key); there != form.text(setting.key))
            errors.add(setting.key, there.empty() ? visit.t("”{field}” är tomt nu", {{"field", visit.t(setting.label)}}) : visit.t("”{field}” är nu: {value}", {{"field", visit.t(setting.label)}, {"value", there}}));
}

void explain(const page::Visit& visit, const pack::Editor::Refusal& refusal, std::string_view field, page::FieldErrors& errors) {
    for (const auto& fault : refusal.faults) errors.add(field, fault.reason + " " + fault.remedy);
    if (refusal.meanwhile) errors.add("", visit.t("Någon annan ändrade de här uppgifterna medan du skrev. Det du skrev står kvar här men är inte sparat. Öppna sidan på nytt och lägg in din ändring."));
}
}

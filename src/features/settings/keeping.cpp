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

std::optional<Form> Keeping::was(const Section& section, std::string_view seen) const {
    for (const auto& version : g_.database.read([&](db::Reader& reader) { return g_.editor.versions(reader, section.file); }))
        if (pack::content_hash(version.source) == seen) return form_of(Reading(version.source), section);
    return seen == pack::content_hash("") ? std::optional(form_of(Reading(""), section)) : std::nullopt;
}

base::Result<std::int64_t, pack::Editor::Refusal> Keeping::save(const web::Request& request, const std::vector<pack::Editor::Change>& changes, const std::string& object) const {
    const auto now = g_.clock.now();
    return g_.editor.save(changes, now, [&](db::Transaction& tx) { audit::record(tx, *request.actor, now, {.act = audit::Act::write, .kind = "setting", .object = object}); });
}

web::Response after(const web::Request& request, const std::string& path) { return web::Response::see_other(page::url(path, i18n::named(request.language).value_or(i18n::Language::sv)).text()); }

void explain(const pack::Problems& faults, const Section& section, std::string_view next, page::FieldErrors& errors) {
    for (const auto& fault : faults) errors.add(field_of(fault, section, next), fault.reason + " " + fault.remedy);
}

void somebody_else(const page::Visit& visit, const Section& section, const std::optional<Form>& was, const Form& now, page::FieldErrors& errors) {
    errors.add("", visit.t("Någon annan ändrade de här uppgifterna medan du skrev. Det du skrev står kvar här men är inte sparat. Öppna sidan på nytt och lägg in din ändring."));
    for (const auto& setting : section.settings) {
        const auto there = now.text(setting.key);
        if (was && was->text(setting.key) == there) continue;
        errors.add(setting.key, there.empty() ? visit.t("”{field}” är tomt nu", {{"field", visit.t(setting.label)}}) : visit.t("”{field}” är nu: {value}", {{"field", visit.t(setting.label)}, {"value", there}}));
    }
}

void explain(const page::Visit& visit, const pack::Editor::Refusal& refusal, std::string_view field, page::FieldErrors& errors) {
    for (const auto& fault : refusal.faults) errors.add(field, fault.reason + " " + fault.remedy);
    if (refusal.meanwhile) errors.add("", visit.t("Någon annan ändrade de här uppgifterna medan du skrev. Det du skrev står kvar här men är inte sparat. Öppna sidan på nytt och lägg in din ändring."));
}
}

#include "features/settings/versions.hpp"
#include "base/text.hpp"
#include "features/retention/public.hpp"
#include "features/settings/reading.hpp"

namespace settings {
namespace {
using Flat = std::map<std::pair<std::string, std::string>, std::string>;

std::string in_words(const pack::Value& value) {
    if (const auto* text = value.text()) return *text == pack::missing ? std::string() : *text;
    if (const auto* number = std::get_if<std::int64_t>(&value.data)) return base::to_text(*number);
    if (const auto* flag = std::get_if<bool>(&value.data)) return *flag ? "ja" : "nej";
    std::vector<std::string> parts;
    if (const auto* list = value.list())
        for (const auto& item : *list) parts.push_back(in_words(item));
    if (const auto* map = value.map())
        for (const auto& [key, item] : *map) parts.push_back(in_words(item));
    return base::joined(parts, ", ");
}

void flatten(Flat& out, const std::string& table, const pack::Value& value) {
    if (!value.map()) return;
    for (const auto& [key, item] : *value.map())
        if (item.map()) flatten(out, table.empty() ? key : table + "." + key, item);
        else out[{table, key}] = in_words(item);
}

Flat flat(const std::string& file, std::string_view source) {
    Flat out;
    if (file == logo_file) {
        if (!source.empty()) out[{"", ""}] = source;
    } else flatten(out, "", Reading(source).root());
    return out;
}

const Setting* setting_of(const std::string& file, const Difference& d) {
    static const Section contact = contact_section("", "");
    const auto in = [&](const Section& section) -> const Setting* {
        for (const auto& setting : section.settings)
            if (setting.key == d.key) return &setting;
        return nullptr;
    };
    if (file == municipality_file && d.table.starts_with("contact.")) return in(contact);
    for (const auto* section : {&municipality_section(), &promise_section(), &languages_section(), &help_lines_section(), &sign_in_section(), &retention_section()})
        if (section->file == file && section->table == d.table)
            if (const auto* found = in(*section)) return found;
    return nullptr;
}
const char* other_words(const std::string& file, const Difference& d) {
    if (file == logo_file) return i18n::key("Kommunens märke");
    if (d.key == "colour") return i18n::key("Färg");
    if (d.key == "group") return i18n::key("Grupper som ger roller");
    return nullptr;
}
}

std::vector<Difference> differences(const std::string& file, std::string_view before, std::string_view after) {
    const auto old_values = flat(file, before), new_values = flat(file, after);
    auto all = old_values;
    all.insert(new_values.begin(), new_values.end());
    std::vector<Difference> out;
    for (const auto& [place, value] : all) {
        const auto in = [&](const Flat& values) { const auto found = values.find(place); return found == values.end() ? std::string() : found->second; };
        if (in(old_values) != in(new_values)) out.push_back({place.first, place.second, in(old_values), in(new_values)});
    }
    return out;
}

std::string words(const page::Visit& visit, const std::string& file, const Difference& d) {
    const auto* setting = setting_of(file, d);
    const auto* other = other_words(file, d);
    const std::string name = setting ? std::string(visit.t(setting->label)) : other ? std::string(visit.t(other)) : d.key;
    return d.table.starts_with("contact.") ? d.table.substr(8) + ": " + name : name;
}

const char* file_words(std::string_view file) {
    if (file == municipality_file) return i18n::key("Kommunens uppgifter");
    if (file == logo_file) return i18n::key("Kommunens märke");
    if (file == sign_in_file) return i18n::key("Inloggning");
    if (file == retention::record_path) return i18n::key("Gallring");
    return i18n::key("Listan för den som börjar");
}
std::string short_name(std::string_view file) { return std::string(file.substr(0, file.find('.'))); }
std::optional<std::string> file_named(std::string_view name) {
    for (const auto& file : setting_files())
        if (short_name(file) == name) return file;
    return std::nullopt;
}
}

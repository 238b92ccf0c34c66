#include "features/settings/form.hpp"
#include "base/text.hpp"
#include "platform/pack/edit.hpp"

namespace settings {
namespace {
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> out;
    for (const auto line : base::split(text, '\n'))
        if (const auto trimmed = base::trimmed(line); !trimmed.empty()) out.emplace_back(trimmed);
    return out;
}
bool several(Kind kind) { return kind == Kind::languages || kind == Kind::help_lines || kind == Kind::lines; }

std::vector<std::string> typed(const web::Request& request, const Setting& setting) {
    if (setting.kind == Kind::lines) return lines_of(request.field(setting.key));
    std::vector<std::string> out;
    for (const auto value : web::Request::all(request.form, setting.key)) out.emplace_back(base::trimmed(value));
    if (!several(setting.kind)) out.resize(1);
    // SAKNAS is what the file says; in a form the empty field says it.
    if (!several(setting.kind) && out[0] == pack::missing) out[0].clear();
    return out;
}
std::vector<std::string> stored(const Reading& reading, const Section& section, const Setting& setting) {
    if (several(setting.kind)) return reading.texts(section.table, setting.key);
    return {reading.has(section.table, setting.key) ? reading.text(section.table, setting.key) : setting.otherwise};
}

std::vector<Group> groups_of(const Reading& reading) {
    std::vector<Group> out;
    const auto* found = reading.find("", "group");
    if (const auto* list = found ? found->list() : nullptr)
        for (const auto& item : *list) {
            const auto text = [&](std::string_view key) { return item.find(key) && item.find(key)->text() ? *item.find(key)->text() : std::string(); };
            out.push_back({text("name"), text("role"), text("unit")});
        }
    return out;
}
std::vector<Group> groups_of(const web::Request& request) {
    std::vector<Group> out;
    for (std::size_t i = 1; i <= most_groups; ++i) {
        const auto text = [&](const char* name) { return std::string(base::trimmed(request.field(name + std::to_string(i)))); };
        if (Group one{text("group_"), text("role_"), text("unit_")}; !one.empty()) out.push_back(std::move(one));
    }
    return out;
}

// Swedish is always there and always first; the file's other languages keep their order.
std::vector<std::string> with_swedish(std::vector<std::string> chosen) {
    std::erase(chosen, "sv");
    chosen.insert(chosen.begin(), "sv");
    return chosen;
}

std::string toml(const Setting& setting, const std::vector<std::string>& values) {
    if (setting.kind == Kind::languages) return pack::toml_texts(with_swedish(values));
    if (several(setting.kind)) return pack::toml_texts(values);
    if (setting.kind == Kind::yes) return values[0] == "ja" ? "true" : "false";
    if (values[0].empty()) return pack::toml_text(setting.without == Without::missing ? pack::missing : "");
    if (setting.kind != Kind::number) return pack::toml_text(values[0]);
    const auto digits = values[0].substr(std::min(values[0].find_first_not_of('0'), values[0].size() - 1));   // TOML takes no 07
    return setting.without == Without::must ? digits : pack::toml_text(digits);
}

std::string with_groups(std::string source, const std::vector<Group>& groups) {
    source = pack::without_tables(source, "group");
    while (source.ends_with("\n\n")) source.pop_back();
    for (const auto& one : groups)
        source += "\n[[group]]\nname = " + pack::toml_text(one.group) + "\nrole = " + pack::toml_text(one.role) + "\nunit = " + pack::toml_text(one.unit) + "\n";
    return source;
}

bool same(Kind kind, std::vector<std::string> one, std::vector<std::string> other) {
    if (kind != Kind::languages) return one == other;
    one = with_swedish(std::move(one)), other = with_swedish(std::move(other));
    std::sort(one.begin(), one.end()), std::sort(other.begin(), other.end());
    return one == other;
}
}

std::string Form::text(const std::string& key) const {
    const auto found = values.find(key);
    return found == values.end() || found->second.empty() ? std::string() : base::joined(found->second, "\n");
}

Form form_of(const web::Request& request, const Section& section) {
    Form form;
    for (const auto& setting : section.settings) form.values[setting.key] = typed(request, setting);
    if (section.file == sign_in_file) form.groups = groups_of(request);
    form.seen = request.field("seen");
    return form;
}
Form form_of(const Reading& reading, const Section& section) {
    Form form;
    for (const auto& setting : section.settings) form.values[setting.key] = stored(reading, section, setting);
    if (section.file == sign_in_file) form.groups = groups_of(reading);
    return form;
}

std::string written(std::string_view source, const Section& section, const Form& form) {
    const auto before = form_of(Reading(source), section);
    std::string out(source);
    for (const auto& setting : section.settings) {
        const auto& value = form.values.at(setting.key);
        if (!same(setting.kind, value, before.values.at(setting.key))) out = pack::with_value(out, section.table, setting.key, toml(setting, value));
    }
    return form.groups == before.groups ? out : with_groups(out, form.groups);
}

std::string key_of(std::string_view title) {
    std::string key;
    for (const auto& [letter, plain] : {std::pair{"å", "a"}, {"ä", "a"}, {"ö", "o"}, {"é", "e"}})
        title = key = base::replaced(key.empty() ? base::lower(title) : key, letter, plain);
    std::string out;
    for (const char c : key) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (fits) out += c;
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.substr(0, 40);
}
}

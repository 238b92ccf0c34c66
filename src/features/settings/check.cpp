#include "base/text.hpp"
#include "features/settings/form.hpp"
#include "platform/html/url.hpp"
#include "platform/rights/ids.hpp"
#include "platform/rights/role.hpp"

namespace settings {
namespace {
using page::FieldErrors;
using page::Visit;

bool on_one_line(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}
// A host between "://" and whatever follows, with a dot in it or this machine itself.
bool web_address(std::string_view text, bool secure) {
    const auto scheme = text.starts_with("https://") ? 8U : !secure && text.starts_with("http://") ? 7U : 0U;
    if (scheme == 0 || !html::Url::outside(text)) return false;
    const auto host = text.substr(scheme, text.find_first_of("/?#", scheme) - scheme);
    return !host.empty() && host.find('@') == host.npos && host.front() != '.' && host.front() != ':' && (host.find('.') != host.npos || host.starts_with("localhost"));
}
bool phone(std::string_view text) {
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 3 && digits <= 15 && text.find_first_not_of("0123456789 +-–()") == text.npos;
}
bool email(std::string_view text) {
    const auto at = text.find('@');
    return at != text.npos && at > 0 && text.find('@', at + 1) == text.npos && text.find('.', at + 2) != text.npos && text.back() != '.' && text.find_first_of(" <>\"(),;") == text.npos;
}
std::optional<int> number(std::string_view text) {
    if (text.empty() || text.size() > 5 || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
    int out = 0;
    for (const char c : text) out = out * 10 + (c - '0');
    return out;
}
bool known(const std::vector<std::string>& chosen, const std::function<bool(const std::string&)>& is) { return std::all_of(chosen.begin(), chosen.end(), is); }

std::string empty_words(const Visit& visit, const Setting& setting) {
    if (setting.kind == Kind::help_lines) return std::string(visit.t("Välj minst en linje"));
    return visit.t("Fyll i ”{field}”", {{"field", visit.t(setting.label)}});
}

// What is wrong with what was typed, or "".
std::string wrong(const Visit& visit, const Setting& setting, const std::string& text) {
    if (setting.kind != Kind::lines && setting.kind != Kind::help_lines && setting.kind != Kind::languages && !on_one_line(text)) return std::string(visit.t("Skriv på en rad"));
    if (base::length(text) > static_cast<std::size_t>(setting.longest) && setting.kind != Kind::help_lines && setting.kind != Kind::languages && setting.kind != Kind::number)
        return visit.t("Skriv kortare, högst {n} tecken", {{"n", std::to_string(setting.longest)}});
    switch (setting.kind) {
        case Kind::web_address: return web_address(text, false) ? "" : std::string(visit.t("Skriv hela adressen, med https://"));
        case Kind::secure_address: return web_address(text, true) ? "" : std::string(visit.t("Skriv hela adressen. Den ska börja med https://"));
        case Kind::phone: return phone(text) ? "" : std::string(visit.t("Skriv ett telefonnummer med siffror, till exempel 08-465 004 01"));
        case Kind::email: return email(text) ? "" : std::string(visit.t("Skriv en e-postadress, till exempel stod@kommunen.se"));
        case Kind::number:
            if (const auto n = number(text); n && *n >= setting.low && *n <= setting.high) return "";
            return visit.t("Skriv ett helt tal från {low} till {high}", {{"low", std::to_string(setting.low)}, {"high", std::to_string(setting.high)}});
        case Kind::yes: return text == "ja" || text == "nej" ? "" : std::string(visit.t("Välj ett av svaren"));
        case Kind::audience: return text == "issuer" || text == "token_endpoint" ? "" : std::string(visit.t("Välj ett av svaren"));
        case Kind::words: case Kind::paragraph: case Kind::lines: case Kind::languages: case Kind::help_lines: return "";
    }
    return "";
}

void check_groups(const Form& form, const Visit& visit, FieldErrors& errors) {
    for (std::size_t i = 0; i < form.groups.size(); ++i) {
        const auto& one = form.groups[i];
        const auto row = std::to_string(i + 1);
        if (one.group.empty()) errors.add("group_" + row, visit.t("Skriv gruppens namn, eller töm raden"));
        else if (base::length(one.group) > 300 || !on_one_line(one.group)) errors.add("group_" + row, visit.t("Skriv gruppens namn på en rad, högst 300 tecken"));
        if (!rights::role_from(one.role)) errors.add("role_" + row, visit.t("Välj en roll"));
        if (!rights::UnitId::from(one.unit)) errors.add("unit_" + row, visit.t("Välj en enhet"));
    }
    if (!form.groups.empty() && form.text("groups_claim").empty()) errors.add("groups_claim", visit.t("Skriv i vilken uppgift grupperna står, till exempel groups"));
}
}

void check(const Form& form, const Section& section, const std::vector<std::string>& help_lines, const Visit& visit, FieldErrors& errors) {
    for (const auto& setting : section.settings) {
        const auto text = form.text(setting.key);
        if (text.empty()) {
            if (setting.without == Without::must) errors.add(setting.key, empty_words(visit, setting));
            continue;
        }
        if (const auto says = wrong(visit, setting, text); !says.empty()) errors.add(setting.key, says);
        const auto& chosen = form.values.at(setting.key);
        if (setting.kind == Kind::help_lines && !known(chosen, [&](const auto& name) { return std::find(help_lines.begin(), help_lines.end(), name) != help_lines.end(); }))
            errors.add(setting.key, visit.t("En av linjerna finns inte längre. Välj på nytt"));
        if (setting.kind == Kind::languages && !known(chosen, [](const auto& name) { return i18n::named(name).has_value(); })) errors.add(setting.key, visit.t("Välj bland språken i listan"));
    }
    check_groups(form, visit, errors);
}
}

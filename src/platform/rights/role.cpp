#include "platform/rights/role.hpp"
#include "platform/i18n/language.hpp"

namespace rights {
namespace {
struct Named {
    std::string_view key;
    const char* words;
};
// In the order of Role.
constexpr std::array<Named, roles.size()> names{{
    {"consultant", i18n::key("Anhörigkonsulent")},
    {"support_contact", i18n::key("Stödkontakt")},
    {"front_line", i18n::key("Personal som möter anhöriga")},
    {"assessor", i18n::key("Biståndshandläggare")},
    {"head_of_operations", i18n::key("Verksamhetschef")},
    {"director", i18n::key("Socialdirektör eller ledningsgrupp")},
    {"log_reviewer", i18n::key("Loggranskare")},
    {"registrar", i18n::key("Registrator eller arkivarie")},
    {"content_editor", i18n::key("Redaktör")},
    {"ombud", i18n::key("Anhörigombud")},
    {"administrator", i18n::key("Systemadministratör")},
}};
}

std::string_view key(Role role) { return names[static_cast<std::size_t>(role)].key; }
const char* words(Role role) { return names[static_cast<std::size_t>(role)].words; }

std::optional<Role> role_from(std::string_view key) {
    for (const auto role : roles)
        if (rights::key(role) == key) return role;
    return std::nullopt;
}
}

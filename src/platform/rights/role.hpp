#pragma once
#include <array>
#include <optional>
#include <string_view>
// What a person is in a unit (mission: the people). A role says which pages one may ask for; the area of its assignment says whose data.
namespace rights {

enum class Role {
    consultant,          // anhörigkonsulent, and the team round her
    support_contact,     // stödkontakt (SoL 13:9)
    front_line,          // whoever meets carers at work: home care, school, library, health centre
    assessor,            // biståndshandläggare, LSS- and IFO-handläggare
    head_of_operations,  // verksamhetschef: own operation only
    director,            // director of social services and the management group (UP3)
    log_reviewer,        // checks the access log (SoLPuL 10 §)
    registrar,           // registrator, arkivarie
    content_editor,      // texts of the site
    ombud,               // anhörigombud in a unit (K6)
    administrator,       // runs the system; sees no content of persons (security T24)
};
inline constexpr std::array roles{Role::consultant,   Role::support_contact, Role::front_line,     Role::assessor, Role::head_of_operations, Role::director,
                                  Role::log_reviewer, Role::registrar,       Role::content_editor, Role::ombud,    Role::administrator};

// "head_of_operations": as it stands in the database, in CSV files and in the settings of sign-in.
std::string_view key(Role);
std::optional<Role> role_from(std::string_view key);
// The Swedish sentence to translate: "Verksamhetschef".
const char* words(Role);
}

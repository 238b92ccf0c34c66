#pragma once
#include "platform/rights/rule.hpp"
#include "platform/rights/actor.hpp"
// Who logs the work that is done, and who reads what it comes to.
namespace work {
using rights::Role;

inline constexpr std::string_view home = "/personal/arbete", figures_path = "/personal/arbete/siffror";
inline constexpr rights::Roles who_log{Role::consultant, Role::support_contact, Role::ombud};
inline constexpr rights::Roles who_read_figures{Role::consultant, Role::support_contact, Role::head_of_operations, Role::director};
}

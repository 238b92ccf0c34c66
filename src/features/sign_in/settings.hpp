#pragma once
#include "platform/i18n/language.hpp"
#include "platform/oidc/settings.hpp"
#include "platform/pack/value.hpp"
#include "platform/rights/ids.hpp"
#include "platform/rights/role.hpp"
// The record sign_in.toml: signing in through the municipality's own provider (OpenID Connect). Without the record there are local accounts
// only.
namespace sign_in {

inline constexpr std::string_view settings_file = "sign_in.toml";

// Whoever is in the group at the provider has the role in the unit, for as long as she is.
struct GroupRole {
    std::string group;
    rights::Role role;
    rights::UnitId unit;
    bool operator==(const GroupRole&) const = default;
};
struct Settings {
    oidc::Settings provider;            // without private_key and redirect_uri: those are the installation's
    i18n::Text button;                  // "Logga in med kommunens konto"
    bool local_accounts = true;         // false: the form for name and password is not shown first
    std::vector<GroupRole> groups;      // empty: only who has been joined to an account by hand
};
Settings parse(std::string_view source, const std::string& file, pack::Problems&);
}

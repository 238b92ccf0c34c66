#pragma once
#include "features/settings/reading.hpp"
#include "features/settings/section.hpp"
#include "platform/page/form.hpp"
#include <map>
namespace settings {

// Whoever is in the group at the provider has the role in the unit.
struct Group {
    std::string group, role, unit;
    bool empty() const { return group.empty() && role.empty() && unit.empty(); }
    bool operator==(const Group&) const = default;
};
inline constexpr std::size_t most_groups = 20;

// A section as it is typed. Several values of one setting: what was ticked.
struct Form {
    std::map<std::string, std::vector<std::string>> values;
    std::vector<Group> groups;      // of sign-in
    std::string seen;               // hash of the record when the form was shown
    std::string text(const std::string& key) const;
};
Form form_of(const web::Request&, const Section&);
Form form_of(const Reading&, const Section&);
// What is wrong with each field, in words. `help_lines`: the names that can be chosen.
void check(const Form&, const Section&, const std::vector<std::string>& help_lines, const page::Visit&, page::FieldErrors&);
// The record with what was changed; nothing else of it moves.
std::string written(std::string_view source, const Section&, const Form&);
// "Växeln i Danderyd" → "vaxeln-i-danderyd": the name of a contact that is new.
std::string key_of(std::string_view title);
}

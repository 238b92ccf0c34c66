#pragma once
#include "platform/rights/role.hpp"
#include <cstdint>
#include <initializer_list>
#include <string>
namespace rights {
class Actor;

// A set of roles.
class Roles {
    std::uint32_t bits_ = 0;

public:
    constexpr Roles() = default;
    constexpr Roles(Role role) : bits_(1u << static_cast<unsigned>(role)) {}
    constexpr Roles(std::initializer_list<Role> list) {
        for (const auto role : list) bits_ |= 1u << static_cast<unsigned>(role);
    }
    constexpr bool has(Role role) const { return (bits_ >> static_cast<unsigned>(role)) & 1u; }
    constexpr bool empty() const { return bits_ == 0; }
    bool operator==(const Roles&) const = default;
};

// Who may ask for a route. Closed by default: a route line without one does not compile.
class Rule {
    enum class Who { anyone, signed_in, some } who_;
    Roles roles_;
    bool fresh_ = false;
    constexpr Rule(Who who, Roles of) : who_(who), roles_(of) {}

public:
    static const Rule anyone;      // everybody, without being asked who they are
    static const Rule signed_in;   // whoever has a session, also without any assignment
    static constexpr Rule only(Roles of) { return {Who::some, of}; }
    // The same, and the person has shown who they are within the last five minutes (security T21: export, rights, destruction).
    constexpr Rule fresh() const {
        auto rule = *this;
        rule.fresh_ = true;
        return rule;
    }
    constexpr bool for_anyone() const { return who_ == Who::anyone; }
    constexpr bool must_be_fresh() const { return fresh_; }
    constexpr Roles roles() const { return roles_; }
    bool admits(const Actor&) const;
    // "anyone", "signed_in", "head_of_operations,director+fresh": for tests/architecture/routes.txt.
    std::string text() const;
    bool operator==(const Rule&) const = default;
};
inline constexpr Rule Rule::anyone{Who::anyone, {}};
inline constexpr Rule Rule::signed_in{Who::signed_in, {}};
}

#include "platform/rights/actor.hpp"

namespace rights {

Actor Actor::at_the_terminal() { return Actor({.account = *AccountId::from("terminal--------------")}); }

bool Actor::is(Role role) const { return as(role) != nullptr; }
bool Actor::is_any(Roles any) const { return as(any) != nullptr; }

const Assignment* Actor::as(Roles any) const {
    if (acting_ && any.has(parts_.assignments[*acting_].role)) return &parts_.assignments[*acting_];
    const auto found = std::find_if(parts_.assignments.begin(), parts_.assignments.end(), [&](const Assignment& a) { return any.has(a.role); });
    return found == parts_.assignments.end() ? nullptr : &*found;
}

Actor Actor::acting(const Rule& rule) const {
    auto copy = *this;
    copy.acting_.reset();
    if (const auto* assignment = rule.roles().empty() ? (parts_.assignments.empty() ? nullptr : &parts_.assignments.front()) : as(rule.roles()))
        copy.acting_ = static_cast<std::size_t>(assignment - parts_.assignments.data());
    return copy;
}

AreaScope AreaScope::of(const Actor& actor, Roles any, base::Instant now) {
    AreaScope scope;
    for (const auto& assignment : actor.assignments())
        if (any.has(assignment.role) && !scope.holds(assignment.area)) scope.areas_.push_back(assignment.area);
    if (actor.is_any(any))
        for (const auto& emergency : actor.emergencies())
            if (now < emergency.until && !scope.holds(emergency.area)) scope.areas_.push_back(emergency.area);
    return scope;
}
AreaScope AreaScope::of_the_system(AreaId area) {
    AreaScope scope;
    scope.areas_.push_back(area);
    return scope;
}
bool AreaScope::holds(const AreaId& area) const { return std::find(areas_.begin(), areas_.end(), area) != areas_.end(); }

bool Rule::admits(const Actor& actor) const { return who_ != Who::some || actor.is_any(roles_); }

std::string Rule::text() const {
    std::string out = who_ == Who::anyone ? "anyone" : who_ == Who::signed_in ? "signed_in" : "";
    for (const auto role : rights::roles)
        if (roles_.has(role)) out += (out.empty() ? "" : ",") + std::string(key(role));
    return out + (fresh_ ? "+fresh" : "");
}
}

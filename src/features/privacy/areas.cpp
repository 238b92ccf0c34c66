#include "features/privacy/areas.hpp"
#include "features/privacy/public.hpp"
#include "features/privacy/store_watch.hpp"

namespace privacy {

rights::AreaScope own_areas(const rights::Actor& actor, rights::Roles roles, base::Instant now) {
    return rights::AreaScope::of(rights::Actor({.account = actor.account(), .assignments = actor.assignments()}), roles, now);
}

rights::AreaScope areas_of_destruction(db::Reader& reader, const rights::Actor& actor, rights::Roles roles, base::Instant now) {
    const auto all = staff::organisation(reader, now);
    auto wider = actor.assignments();
    for (const auto& a : actor.assignments()) {
        const auto* own = a.role == rights::Role::head_of_operations ? nullptr : all.operation(a.operation);
        for (const auto& operation : all.operations)
            if (own && operation.controller == own->controller) wider.push_back({a.id, a.role, a.unit, operation.id, operation.area});
    }
    return rights::AreaScope::of(rights::Actor({.account = actor.account(), .assignments = wider}), roles, now);
}

std::vector<rights::AreaId> reviewed_areas(const rights::Actor& actor, const staff::Organisation& all) {
    std::vector<rights::AreaId> out;
    for (const auto& a : actor.assignments()) {
        const auto* own = a.role == rights::Role::log_reviewer ? all.operation(a.operation) : nullptr;
        for (const auto& operation : all.operations)
            if (own && operation.controller == own->controller && std::find(out.begin(), out.end(), operation.area) == out.end()) out.push_back(operation.area);
    }
    return out;
}

std::size_t waiting_alerts(db::Reader& reader, const vault::Vault& vault, const rights::Actor& actor, base::Instant now) {
    const auto scope = own_areas(actor, told, now);
    return people::alerts(reader, vault, scope).size() + store::alerts(reader, scope).size();
}
}

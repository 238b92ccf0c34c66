#include "features/staff/attention.hpp"
#include "platform/calendar/calendar.hpp"

namespace staff {
namespace {
class Looking {
    const Organisation& all_;
    const Actor& actor_;
    base::Instant now_;
    std::vector<Attention> out_;

    int held(const UnitId& unit, Role role) const {
        return static_cast<int>(std::count_if(all_.assignments.begin(), all_.assignments.end(), [&](const Assignment& a) { return a.unit == unit && a.role == role && current(a, now_); }));
    }
    bool anybody(Role role) const {
        return std::any_of(all_.assignments.begin(), all_.assignments.end(), [&](const Assignment& a) { return a.role == role && current(a, now_); });
    }
    std::vector<UnitId> units_of(const OperationId& operation) const {
        std::vector<UnitId> out;
        for (const auto& u : all_.units)
            if (u.operation == operation) out.push_back(u.id);
        return out;
    }
    bool needed(const UnitId& unit, Role role) const {
        return std::any_of(all_.needed.begin(), all_.needed.end(), [&](const Needed& n) { return n.unit == unit && n.role == role; });
    }

    void heads_missing(const Operation& operation) {
        const auto units = units_of(operation.id);
        const auto here = [&](Role role) { return [this, role](const UnitId& unit) { return held(unit, role) > 0; }; };
        const bool asked = std::any_of(units.begin(), units.end(), [&](const UnitId& unit) { return needed(unit, Role::head_of_operations); });
        if (!units.empty() && !asked && std::none_of(units.begin(), units.end(), here(Role::head_of_operations)))
            out_.push_back({Lack::no_head, Role::head_of_operations, operation.id, {units.front()}});
    }
    void vacancies(const Operation& operation) {
        for (const auto& n : all_.needed)
            if (const auto* unit = all_.unit(n.unit); unit->operation == operation.id && held(n.unit, n.role) < n.count)
                out_.push_back({Lack::vacancy, n.role, operation.id, {n.unit}, n.count - held(n.unit, n.role)});
    }
    bool goes_on(const Assignment& ending) const {
        return std::any_of(all_.assignments.begin(), all_.assignments.end(), [&](const Assignment& a) {
            return a.account == ending.account && a.unit == ending.unit && a.role == ending.role && a.from > *ending.until;
        });
    }
    void endings(const Operation& operation) {
        const auto last = calendar::plus_days(calendar::date(now_), soon_days);
        std::vector<const Assignment*> soon;
        for (const auto& a : all_.assignments)
            if (a.until && *a.until <= last && current(a, now_) && all_.unit(a.unit)->operation == operation.id && !goes_on(a)) soon.push_back(&a);
        std::stable_sort(soon.begin(), soon.end(), [](const auto* one, const auto* other) { return *one->until < *other->until; });
        for (const auto* a : soon) out_.push_back({Lack::ends_soon, a->role, operation.id, {a->unit}, 0, a->id});
    }
    // An ombud is for the units where people meet carers at work, not for those that only run the system.
    void ombuds(const Operation& operation) {
        if (operation.kind == OperationKind::other) return;
        auto without = units_of(operation.id);
        std::erase_if(without, [&](const UnitId& unit) { return held(unit, Role::ombud) > 0 || needed(unit, Role::ombud); });
        if (!without.empty()) out_.push_back({Lack::no_ombud, Role::ombud, operation.id, without});
    }

public:
    Looking(const Organisation& all, const Actor& actor, base::Instant now) : all_(all), actor_(actor), now_(now) {}
    std::vector<Attention> all() {
        if (!anybody(Role::consultant)) out_.push_back({Lack::no_consultant, Role::consultant});
        if (!anybody(Role::support_contact)) out_.push_back({Lack::no_support_contact, Role::support_contact});
        for (const auto& operation : all_.operations) {
            if (!may_see(actor_, operation.id)) continue;
            heads_missing(operation), vacancies(operation), endings(operation), ombuds(operation);
        }
        std::stable_sort(out_.begin(), out_.end(), [](const Attention& one, const Attention& other) { return one.lack < other.lack; });
        return std::move(out_);
    }
};
}

std::vector<Attention> attention(const Organisation& all, const Actor& actor, base::Instant now) { return Looking(all, actor, now).all(); }

Organisation seen_by(const Actor& actor, Organisation all) {
    const auto hidden = [&](const UnitId& unit) { return !all.operation_of(unit) || !may_see(actor, all.operation_of(unit)->id); };
    std::erase_if(all.assignments, [&](const Assignment& a) { return hidden(a.unit); });
    std::erase_if(all.needed, [&](const Needed& n) { return hidden(n.unit); });
    std::erase_if(all.units, [&](const Unit& u) { return !may_see(actor, u.operation); });
    std::erase_if(all.operations, [&](const Operation& o) { return !may_see(actor, o.id); });
    if (may_build(actor)) {
        std::erase_if(all.members, [&](const Member& m) { return std::none_of(all.assignments.begin(), all.assignments.end(), [&](const Assignment& a) { return a.account == m.account; }); });
    }
    return all;
}
}

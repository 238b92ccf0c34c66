// What other features and the pages ask.
#include "features/staff/store.hpp"
#include "platform/calendar/calendar.hpp"

namespace staff {
namespace {
std::vector<AccountId> accounts(db::Reader& reader, rights::Roles roles, base::Instant now, const std::function<bool(const Operation&)>& counts) {
    const auto all = store::all(reader, calendar::date(now));
    std::vector<AccountId> out;
    for (const auto& a : all.assignments) {
        const auto* who = all.member(a.account);
        if (!roles.has(a.role) || !current(a, now) || who->ended_at || !counts(*all.operation_of(a.unit))) continue;
        if (std::find(out.begin(), out.end(), a.account) == out.end()) out.push_back(a.account);
    }
    return out;
}
}

std::vector<rights::Assignment> assignments_now(db::Reader& reader, const AccountId& account, base::Instant now) { return store::held(reader, account, now); }
std::optional<Member> member(db::Reader& reader, const AccountId& account) { return store::member(reader, account); }
std::vector<AccountId> accounts_with(db::Reader& reader, rights::Roles roles, base::Instant now) {
    return accounts(reader, roles, now, [](const Operation&) { return true; });
}
std::vector<AccountId> accounts_with(db::Reader& reader, rights::Roles roles, const AreaId& area, base::Instant now) {
    return accounts(reader, roles, now, [&](const Operation& operation) { return operation.area == area; });
}
calendar::WorkingCalendar working_calendar(db::Reader& reader, const UnitId& id) {
    const auto stored = store::unit(reader, id);
    base::require(stored.has_value(), "the working hours of a unit that is not there");
    auto made = calendar::WorkingCalendar::of(stored->hours);
    base::require(static_cast<bool>(made), "a unit's stored hours make no sense");
    return *std::move(made);
}
std::optional<Unit> unit(db::Reader& reader, const UnitId& id) {
    const auto stored = store::unit(reader, id);
    return stored ? std::optional(stored->unit) : std::nullopt;
}
Organisation organisation(db::Reader& reader, base::Instant now) { return store::all(reader, calendar::date(now)); }
}

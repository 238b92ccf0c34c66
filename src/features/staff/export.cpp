#include "features/staff/import.hpp"
#include "features/staff/line.hpp"
#include "features/staff/store.hpp"
#include "platform/calendar/calendar.hpp"

namespace staff {
namespace {
Entry place(const Organisation& all, const Unit& unit) {
    const auto* operation = all.operation(unit.operation);
    const auto* controller = all.controller(operation->controller);
    return {.controller = controller->name,
            .operation = operation->name,
            .area = all.area(operation->area)->name,
            .unit = unit.name,
            .controller_kind = controller->kind,
            .operation_kind = operation->kind};
}
// How many more the unit needs in each role than the file names.
void add_missing(std::vector<Entry>& out, const Organisation& all, const Unit& unit, calendar::Date today) {
    for (const auto& needed : all.needed) {
        if (needed.unit != unit.id) continue;
        auto missing = needed.count - std::count_if(all.assignments.begin(), all.assignments.end(), [&](const Assignment& a) {
            return a.unit == unit.id && a.role == needed.role && (!a.until || today <= *a.until);
        });
        for (; missing > 0; --missing) out.push_back(place(all, unit)), out.back().role = needed.role;
    }
}
void add_assignments(std::vector<Entry>& out, const Organisation& all, const Unit& unit, const std::map<AccountId, people::Details>& named) {
    for (const auto& a : all.assignments) {
        const auto who = named.find(a.account);
        if (a.unit != unit.id || who == named.end()) continue;
        auto entry = place(all, unit);
        entry.name = who->second.name, entry.email = who->second.email, entry.role = a.role, entry.from = a.from, entry.until = a.until;
        out.push_back(std::move(entry));
    }
}
std::vector<Entry> entries(const Organisation& all, const KnownByEmail& known, calendar::Date today) {
    std::map<AccountId, people::Details> named;
    for (const auto& [email, who] : known) named.emplace(who.account, who.details);
    std::vector<Entry> out;
    for (const auto& unit : all.units) {
        const auto before = out.size();
        add_assignments(out, all, unit, named);
        add_missing(out, all, unit, today);
        if (out.size() == before) out.push_back(place(all, unit));
    }
    return out;
}
}

std::string exported(db::Database& database, const vault::Vault& vault, const Actor& actor, base::Instant now) {
    return database.write([&](db::Transaction& tx) {
        const auto all = store::all(tx, calendar::date(now));
        const auto known = known_people(tx, vault, actor, now, all);
        line::exported(tx, actor, now);
        return written(entries(all, known, calendar::date(now)));
    });
}
}

#include "features/staff/import.hpp"
#include "features/staff/line.hpp"
#include "features/staff/scope.hpp"
#include "features/staff/store.hpp"
#include "platform/calendar/calendar.hpp"

namespace staff {
namespace {
// A plan was found without fault, so a refusal here means that somebody else has changed something since.
template <class T> void must(const base::Result<T, Refusal>& done) {
    if (!done) throw db::Unavailable("the organisation was changed while a file was read");
}

std::vector<people::NewPerson> sealed_people(const vault::Vault& vault, crypto::Randomness& random, base::Instant now, const Plan& plan) {
    std::vector<people::NewPerson> out;
    for (const auto& p : plan.people) {
        const auto details = people::checked({.name = p.name, .email = p.email}, now);
        base::require(static_cast<bool>(details), "a plan holds details that cannot be stored");
        out.push_back(people::sealed(vault, random, p.area, people::Kind::staff, people::Protection::none, *details));
    }
    return out;
}
void build(db::Transaction& tx, const Actor& actor, base::Instant now, const Plan& plan) {
    for (const auto& a : plan.areas) must(add_area(tx, actor, now, a));
    for (const auto& c : plan.controllers) must(add_controller(tx, actor, now, c));
    for (const auto& c : plan.changed_controllers) must(change_controller(tx, actor, now, c));
    for (const auto& o : plan.operations) must(add_operation(tx, actor, now, o));
    for (const auto& o : plan.changed_operations) must(change_operation(tx, actor, now, o));
    for (const auto& u : plan.units) must(add_unit(tx, actor, now, u, calendar::office_hours()));
    for (const auto& n : plan.needed) must(set_needed(tx, actor, now, n));
}
void rename(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const Known& known, const std::string& name) {
    auto details = known.details;
    details.name = name;
    const auto checked = people::checked(details, now);
    if (!checked || !people::change(tx, vault, actor, area_of_staff(known.area), now, known.person, {*checked, known.protection}))
        throw db::Unavailable("a person was changed while a file was read");
}
// A last day that has already been is not a rule of end_assignment's: the file says how it was.
void end(db::Transaction& tx, const Actor& actor, base::Instant now, const AssignmentId& id, calendar::Date day) {
    if (day >= calendar::date(now)) return must(end_assignment(tx, actor, now, id, day));
    must(end_assignment(tx, actor, now, id));
}
}

KnownByEmail known_people(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const Organisation& all) {
    KnownByEmail out;
    for (const auto& member : all.members) {
        if (!member.named || member.ended_at) continue;
        const auto person = people::open(tx, vault, actor, area_of_staff(member.named->area), now, member.named->person, people::Reason::staffing);
        if (person && !person->details.email.empty())
            out.emplace(person->details.email, Known{member.account, person->details, person->protection, member.named->area, member.named->person});
    }
    return out;
}

Plan plan_import(db::Database& database, const vault::Vault& vault, crypto::Randomness& random, const Actor& actor, base::Instant now, const Table& table) {
    const auto [all, known] = database.write([&](db::Transaction& tx) {
        auto organisation = store::all(tx, calendar::date(now));
        auto people = table.faults.empty() ? known_people(tx, vault, actor, now, organisation) : KnownByEmail{};
        return std::pair(std::move(organisation), std::move(people));
    });
    return planned(table, all, known, actor, now, random);
}

void import(db::Database& database, const vault::Vault& vault, crypto::Randomness& random, const Actor& actor, base::Instant now, const Plan& plan) {
    base::require(plan.faults.empty(), "a plan with faults is not carried out");
    const auto people = sealed_people(vault, random, now, plan);
    database.write([&](db::Transaction& tx) {
        build(tx, actor, now, plan);
        for (std::size_t i = 0; i < people.size(); ++i) must(add_member(tx, actor, now, {plan.people[i].account, people[i]}));
        for (const auto& [known, name] : plan.renamed) rename(tx, vault, actor, now, known, name);
        for (const auto& [id, day] : plan.ends) end(tx, actor, now, id, day);
        for (const auto& start : plan.starts) must(start_assignment(tx, actor, now, start));
    });
}
}

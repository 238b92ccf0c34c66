#include "features/sign_in/provider_account.hpp"
#include "features/sign_in/hashes.hpp"
#include "features/sign_in/store.hpp"
#include "platform/calendar/calendar.hpp"

namespace sign_in {
namespace {
// No person does this: the municipality's own list of groups does, so the line in the log names the machine.
const rights::Actor& machine() {
    static const auto actor = rights::Actor::at_the_terminal();
    return actor;
}

std::vector<const GroupRole*> given(const Settings& settings, const oidc::Identity& identity) {
    std::vector<const GroupRole*> out;
    for (const auto& group : settings.groups)
        if (std::find(identity.groups.begin(), identity.groups.end(), group.group) != identity.groups.end()) out.push_back(&group);
    return out;
}

std::optional<rights::AreaId> area_of(db::Reader& reader, const rights::UnitId& unit, base::Instant now) {
    const auto all = staff::organisation(reader, now);
    const auto* operation = all.operation_of(unit);
    return operation ? std::optional(operation->area) : std::nullopt;
}

std::optional<people::NewPerson> new_person(const Ground& ground, const Settings& settings, const oidc::Identity& identity, base::Instant now) {
    const auto groups = given(settings, identity);
    if (groups.empty()) return std::nullopt;
    const auto area = ground.database.read([&](db::Reader& reader) { return area_of(reader, groups.front()->unit, now); });
    const auto details = people::checked({.name = identity.name.empty() ? "Namn saknas" : identity.name}, now);
    if (!area || !details) return std::nullopt;
    return people::sealed(ground.vault, ground.randomness, *area, people::Kind::staff, people::Protection::none, *details);
}

void follow_groups(db::Transaction& tx, const Settings& settings, const oidc::Identity& identity, const AccountId& account, const std::vector<rights::AssignmentId>& ids, base::Instant now) {
    const auto wanted = given(settings, identity);
    const auto all = staff::organisation(tx, now);
    const auto is = [&](const staff::Assignment& a, const GroupRole& g) { return a.account == account && a.role == g.role && a.unit == g.unit; };
    for (const auto& a : all.assignments) {
        const bool still = std::any_of(wanted.begin(), wanted.end(), [&](const GroupRole* g) { return is(a, *g); });
        // Refused for the last administrator: somebody must be left who can let others in.
        if (a.account == account && a.source == staff::Source::oidc && !a.ended_at && !still) (void)staff::end_assignment(tx, machine(), now, a.id);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const bool has = std::any_of(all.assignments.begin(), all.assignments.end(), [&](const staff::Assignment& a) { return is(a, *wanted[i]); });
        // Refused when the unit is gone: the settings name one that was removed.
        if (!has) (void)staff::start_assignment(tx, machine(), now, {ids[i], account, wanted[i]->unit, wanted[i]->role, calendar::date(now), std::nullopt, staff::Source::oidc});
    }
}
}

AccountPlan plan_account(const Ground& ground, const Settings& settings, const oidc::Identity& identity) {
    const auto subject = subject_hash(ground.vault, settings.provider.issuer, identity.subject);
    const auto known = ground.database.read([&](db::Reader& reader) { return store::account_of_subject(reader, subject); });
    AccountPlan out{known ? *known : crypto::new_id<AccountId>(ground.randomness)};
    if (!known)
        if (auto person = new_person(ground, settings, identity, ground.clock.now())) out.person.emplace(*std::move(person));
    for (std::size_t i = 0; i < settings.groups.size(); ++i) out.ids.push_back(crypto::new_id<rights::AssignmentId>(ground.randomness));
    return out;
}

Admission stored_account(db::Transaction& tx, const Ground& ground, const Settings& settings, const oidc::Identity& identity, const AccountPlan& plan, base::Instant now) {
    const auto subject = subject_hash(ground.vault, settings.provider.issuer, identity.subject);
    auto account = store::account_of_subject(tx, subject);
    if (!account && plan.person && store::join(tx, subject, plan.account, now)) {
        base::require(static_cast<bool>(staff::add_member(tx, machine(), now, {plan.account, *plan.person})), "the machine may add a member of staff");
        account = plan.account;
    }
    if (!account) return Admission::unknown;
    const auto member = staff::member(tx, *account);
    const auto own = store::find(tx, *account);
    if (!member || member->ended_at || (own && own->state == State::closed)) return Admission::no_assignment;
    follow_groups(tx, settings, identity, *account, plan.ids, now);
    return staff::assignments_now(tx, *account, now).empty() ? Admission::no_assignment : Admission::admitted;
}
}

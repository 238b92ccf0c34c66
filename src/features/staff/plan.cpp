#include "features/staff/plan.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/i18n/language.hpp"

namespace staff {
namespace {
using Thing = Listed::Thing;

// Walks the lines once; `all` is the organisation as it would be so far.
class Planning {
    Organisation all_;
    const KnownByEmail& known_;
    const Actor& actor_;
    base::Instant now_;
    crypto::Randomness& random_;
    Plan out_;
    std::map<std::string, std::pair<AccountId, std::string>, std::less<>> people_;   // e-mail → account and name, of the file
    std::map<std::pair<UnitId, Role>, int> filled_, wanted_;

    void fault(const Entry& e, const char* says) { out_.faults.push_back({e.line, says}); }
    void list(const Entry& e, Effect effect, Thing thing, const std::string& name) { out_.listed.push_back({e.line, effect, thing, name}); }

    AreaId area(const Entry& e) {
        for (const auto& a : all_.areas)
            if (a.name == e.area) return a.id;
        all_.areas.push_back({crypto::new_id<AreaId>(random_), e.area});
        out_.areas.push_back(all_.areas.back());
        list(e, Effect::added, Thing::area, e.area);
        return all_.areas.back().id;
    }
    ControllerId controller(const Entry& e) {
        for (auto& c : all_.controllers) {
            if (c.name != e.controller) continue;
            if (c.kind != e.controller_kind) c.kind = e.controller_kind, out_.changed_controllers.push_back(c), list(e, Effect::changed, Thing::controller, e.controller);
            return c.id;
        }
        all_.controllers.push_back({crypto::new_id<ControllerId>(random_), e.controller, e.controller_kind, ""});
        out_.controllers.push_back(all_.controllers.back());
        list(e, Effect::added, Thing::controller, e.controller);
        return all_.controllers.back().id;
    }
    Operation operation(const Entry& e) {
        const auto of = controller(e);
        const auto in = area(e);
        for (auto& o : all_.operations) {
            if (o.controller != of || o.name != e.operation) continue;
            if (o.area != in) fault(e, i18n::key("Verksamheten ligger i ett annat sekretessområde. Det kan inte bytas, eftersom uppgifter redan finns där."));
            if (o.kind != e.operation_kind) o.kind = e.operation_kind, out_.changed_operations.push_back(o), list(e, Effect::changed, Thing::operation, e.operation);
            return o;
        }
        all_.operations.push_back({crypto::new_id<OperationId>(random_), of, in, e.operation, e.operation_kind});
        out_.operations.push_back(all_.operations.back());
        list(e, Effect::added, Thing::operation, e.operation);
        return all_.operations.back();
    }
    Unit unit(const Entry& e, const Operation& in) {
        for (const auto& u : all_.units)
            if (u.operation == in.id && u.name == e.unit) return u;
        all_.units.push_back({crypto::new_id<UnitId>(random_), in.id, e.unit});
        out_.units.push_back(all_.units.back());
        list(e, Effect::added, Thing::unit, e.unit);
        return all_.units.back();
    }

    // The same e-mail address is the same person; the name is the file's.
    AccountId person(const Entry& e, const Operation& in) {
        if (const auto met = people_.find(e.email); met != people_.end()) {
            if (met->second.second != e.name) fault(e, i18n::key("Samma e-postadress har ett annat namn längre upp i filen."));
            return met->second.first;
        }
        if (const auto known = known_.find(e.email); known != known_.end()) {
            if (known->second.details.name != e.name) out_.renamed.emplace_back(known->second, e.name), list(e, Effect::changed, Thing::person, e.name);
            return people_.emplace(e.email, std::pair(known->second.account, e.name)).first->second.first;
        }
        if (!people::checked({.name = e.name, .email = e.email}, now_)) fault(e, i18n::key("Namnet eller e-postadressen går inte att förstå."));
        const auto account = crypto::new_id<AccountId>(random_);
        out_.people.push_back({account, in.area, e.name, e.email});
        list(e, Effect::added, Thing::person, e.name);
        return people_.emplace(e.email, std::pair(account, e.name)).first->second.first;
    }

    bool over(const Entry& e) const { return e.until && *e.until < calendar::date(now_); }
    void list_assignment(const Entry& e, Effect effect, calendar::Date day) { out_.listed.push_back({e.line, effect, Thing::assignment, e.name, e.unit, e.role, day}); }

    void again(const Entry& e, Assignment& a) {
        if (e.from && a.from != *e.from) return fault(e, i18n::key("Personen har redan den rollen i enheten under de dagarna, men från en annan dag. Skriv samma första dag."));
        if (a.until == e.until) return;
        if (!e.until || (a.until && *a.until < *e.until)) return fault(e, words(Refusal::ends_later_than_before));
        a.until = e.until;
        out_.ends.emplace_back(a.id, *e.until);
        list_assignment(e, Effect::ended, *e.until);
    }
    void start(const Entry& e, const AccountId& account, const Unit& in) {
        if (account == actor_.account()) return fault(e, words(Refusal::yourself));
        const NewAssignment made{crypto::new_id<AssignmentId>(random_), account, in.id, *e.role, e.from.value_or(calendar::date(now_)), e.until, Source::csv};
        if (e.until && *e.until < made.from) return fault(e, words(Refusal::days_backwards));
        all_.assignments.push_back({made.id, account, in.id, *e.role, made.from, made.until, Source::csv, {}});
        out_.starts.push_back(made);
        list_assignment(e, Effect::added, made.from);
    }
    void assign(const Entry& e, const Unit& in, const AccountId& account) {
        const auto from = e.from.value_or(calendar::date(now_));
        for (auto& a : all_.assignments)
            if (a.account == account && a.unit == in.id && a.role == *e.role && (share_a_day(a.from, a.until, from, e.until) || a.from == from)) return again(e, a);
        if (!over(e)) start(e, account, in);
    }
    void take(const Entry& e) {
        const auto in = operation(e);
        const auto of = unit(e, in);
        if (!e.role) return;
        if (!e.has_person()) return void(++wanted_[{of.id, *e.role}]);
        if (over(e) && !known_.contains(e.email)) return;
        if (!over(e)) ++filled_[{of.id, *e.role}];
        assign(e, of, person(e, in));
    }
    void needs(const Table& table) {
        for (const auto& [where, empty] : wanted_) {
            const Needed wanted{where.first, where.second, empty + filled_[where]};
            const auto same = [&](const Needed& n) { return n.unit == wanted.unit && n.role == wanted.role && n.count == wanted.count; };
            if (std::any_of(all_.needed.begin(), all_.needed.end(), same)) continue;
            out_.needed.push_back(wanted);
            out_.listed.push_back({table.entries.front().line, Effect::changed, Thing::needed, std::to_string(wanted.count), all_.unit(wanted.unit)->name, wanted.role});
        }
    }
    // The last administrator is not ended by a file either.
    void administrators() {
        std::vector<Assignment> all;
        std::copy_if(all_.assignments.begin(), all_.assignments.end(), std::back_inserter(all), [](const Assignment& a) { return a.role == Role::administrator; });
        for (const auto& [id, day] : out_.ends)
            if (leaves_no_administrator(all, {id}, now_, day)) out_.faults.push_back({1, words(Refusal::last_administrator)});
    }

public:
    Planning(const Organisation& all, const KnownByEmail& known, const Actor& actor, base::Instant now, crypto::Randomness& random)
        : all_(all), known_(known), actor_(actor), now_(now), random_(random) {}
    Plan of(const Table& table) {
        for (const auto& entry : table.entries) take(entry);
        needs(table);
        administrators();
        return std::move(out_);
    }
};
}

Plan planned(const Table& table, const Organisation& all, const KnownByEmail& known, const Actor& actor, base::Instant now, crypto::Randomness& random) {
    if (!table.faults.empty()) {
        Plan refused;
        refused.faults = table.faults;
        return refused;
    }
    return Planning(all, known, actor, now, random).of(table);
}
}

#include "features/privacy/review.hpp"
#include "features/people/public.hpp"
#include "features/privacy/public.hpp"
#include "features/privacy/store_watch.hpp"
#include "platform/audit/audit.hpp"

namespace privacy {
namespace {
using rights::AccountId;
using rights::AreaScope;
constexpr const char* kind = "audit.review";
constexpr std::size_t most_months = 24;

// The review compares across areas and shows nobody.
std::vector<AreaScope> every_area(const staff::Organisation& all) {
    std::vector<AreaScope> out;
    for (const auto& area : all.areas) out.push_back(AreaScope::of_the_system(area.id));
    return out;
}

// What each account that has acted shares with those it has seen.
class Near {
    std::map<std::string, std::set<std::string>> of_;

public:
    Near(db::Reader& reader, const vault::Vault& vault, const staff::Organisation& all, const std::vector<AreaScope>& scopes, const std::vector<store::Seen>& lines) {
        std::map<std::string, std::set<rights::PersonId>> seen;
        for (const auto& s : lines) seen[s.line.account].insert(s.persons.begin(), s.persons.end());
        for (const auto& [account, persons] : seen) {
            const auto id = AccountId::from(account);
            const auto* member = id ? all.member(*id) : nullptr;
            if (!member || !member->named) continue;
            auto& near = of_[account];
            if (persons.contains(member->named->person)) near.insert(std::string(member->named->person.text()));
            for (const auto& p : people::sharing_name_or_address(reader, vault, scopes, member->named->person, {persons.begin(), persons.end()})) near.insert(std::string(p.text()));
        }
    }
    bool operator()(const store::Seen& s) const {
        const auto found = of_.find(s.line.account);
        return found != of_.end() && std::any_of(s.persons.begin(), s.persons.end(), [&](const auto& p) { return found->second.contains(std::string(p.text())); });
    }
};
std::set<std::string> hidden(db::Reader& reader, const std::vector<AreaScope>& scopes, const std::vector<store::Seen>& lines) {
    std::set<rights::PersonId> all;
    for (const auto& s : lines) all.insert(s.persons.begin(), s.persons.end());
    std::set<std::string> out;
    for (const auto& p : people::protected_among(reader, scopes, {all.begin(), all.end()})) out.insert(std::string(p.text()));
    return out;
}
std::function<bool(std::string_view, base::Instant)> working_hours(db::Reader& reader, const staff::Organisation& all, const std::vector<store::Seen>& lines) {
    std::map<std::string, calendar::WorkingCalendar> hours;
    for (const auto& s : lines) {
        const auto id = rights::UnitId::from(s.line.unit);
        if (id && all.unit(*id) && !hours.contains(s.line.unit)) hours.emplace(s.line.unit, staff::working_calendar(reader, *id));
    }
    return [hours = std::move(hours)](std::string_view unit, base::Instant at) {
        const auto found = hours.find(std::string(unit));
        return found == hours.end() || found->second.is_open(at);
    };
}

Picked picked_of(db::Reader& reader, const Ground& ground, base::Instant now, const staff::ControllerId& controller, const Month& month) {
    const auto all = staff::organisation(reader, now);
    const auto lines = store::lines_of(reader, month, areas_of(controller, all));
    const auto scopes = every_area(all);
    const Near near(reader, ground.vault, all, scopes, lines);
    auto out = by_rules(lines, {hidden(reader, scopes, lines), near, working_hours(reader, all, lines)});
    const auto draw = ground.vault.hash("privacy", "review");
    const auto place = std::string(controller.text()) + text_of(month);
    out.merge(sampled(lines, [&](std::string_view line) { return std::string(crypto::text(draw.of(place + std::string(line)))); }));
    return out;
}

void tell_head(db::Transaction& tx, const Ground& ground, base::Instant now, const store::Line& line, Outcome outcome) {
    const auto area = rights::AreaId::from(line.area);
    const auto account = AccountId::from(line.account);
    if (!area || !account) return;   // it lies in no area: it stays with the reviewer
    const auto scope = AreaScope::of_the_system(*area);
    store::take_back(tx, scope, line.id);
    if (outcome == Outcome::right) return;
    const auto alert = outcome == Outcome::ask ? store::AlertKind::review_ask : store::AlertKind::review_wrong;
    store::insert_alert(tx, scope, {crypto::text_of(crypto::random_id(ground.randomness)), *area, alert, line.id, *account, now});
}
}

std::string_view key(Outcome outcome) { return outcome == Outcome::right ? "right" : outcome == Outcome::ask ? "ask" : "wrong"; }
const char* words(Outcome outcome) {
    switch (outcome) {
        case Outcome::right: return i18n::key("I sin ordning");
        case Outcome::ask: return i18n::key("Chefen behöver fråga");
        case Outcome::wrong: return i18n::key("Fel");
    }
    throw base::Bug("an outcome without words");
}
std::optional<Outcome> outcome_from(std::string_view text) {
    for (const auto outcome : outcomes)
        if (key(outcome) == text) return outcome;
    return std::nullopt;
}

bool own(const store::Reviewed& r, const rights::Actor& actor) { return r.line.account == actor.account().text(); }
bool unanswered(const store::Reviewed& r) { return r.outcome.empty() && !r.line.account.empty(); }

std::vector<staff::ControllerId> controllers_of(const rights::Actor& actor, rights::Roles roles, const staff::Organisation& all) {
    std::vector<staff::ControllerId> out;
    for (const auto& a : actor.assignments()) {
        const auto* operation = roles.has(a.role) ? all.operation(a.operation) : nullptr;
        if (operation && std::find(out.begin(), out.end(), operation->controller) == out.end()) out.push_back(operation->controller);
    }
    return out;
}
std::vector<rights::AreaId> areas_of(const staff::ControllerId& controller, const staff::Organisation& all) {
    std::vector<rights::AreaId> out;
    for (const auto& operation : all.operations)
        if (operation.controller == controller && std::find(out.begin(), out.end(), operation.area) == out.end()) out.push_back(operation.area);
    return out;
}
std::vector<MonthState> months(db::Reader& reader, const staff::ControllerId& controller, base::Instant now) {
    std::vector<MonthState> out;
    const auto first = store::first_month(reader);
    const auto running = month_of(now);
    for (auto month = first.value_or(running); month < running; month = month.next()) {
        auto signature = store::signature(reader, controller, month);
        const bool overdue = !signature && month.next() < running;
        out.push_back({controller, month, store::picked(reader, controller, month), overdue, std::move(signature)});
    }
    std::reverse(out.begin(), out.end());
    if (out.size() > most_months) out.erase(out.begin() + most_months, out.end());
    return out;
}
MonthsToReview months_to_review(db::Reader& reader, const rights::Actor& actor, rights::Roles roles, base::Instant now) {
    MonthsToReview out;
    const auto all = staff::organisation(reader, now);
    for (const auto& controller : controllers_of(actor, roles, all))
        for (const auto& month : months(reader, controller, now)) out.waiting += month.signature ? 0 : 1, out.overdue += month.overdue ? 1 : 0;
    return out;
}

void pick(const Ground& ground, const rights::Actor& actor, base::Instant now, const staff::ControllerId& controller, const Month& month) {
    const auto chosen = ground.database.read([&](db::Reader& reader) { return store::picked(reader, controller, month) ? Picked() : picked_of(reader, ground, now, controller, month); });
    ground.database.write([&](db::Transaction& tx) {
        for (const auto& [line, why] : chosen) store::insert_review(tx, controller, month, line, key(why));
        audit::record(tx, actor, now, {.act = audit::Act::review, .kind = kind, .object = text_of(month) + ".begun", .reason = "created"});
    });
}

void say(const Ground& ground, const rights::Actor& actor, base::Instant now, const staff::ControllerId& controller, const Month& month, const std::vector<Said>& all) {
    ground.database.write([&](db::Transaction& tx) {
        if (store::signature(tx, controller, month)) return;
        for (const auto& r : store::reviewed(tx, controller, month)) {
            const auto said = std::find_if(all.begin(), all.end(), [&](const Said& s) { return s.line == r.line.id; });
            if (said == all.end() || r.outcome == key(said->outcome) || (own(r, actor) && said->outcome != Outcome::ask)) continue;
            store::set_outcome(tx, controller, month, r.line.id, key(said->outcome), actor.account(), now);
            tell_head(tx, ground, now, r.line, said->outcome);
            audit::record(tx, actor, now, {.act = audit::Act::review, .kind = kind, .object = r.line.id, .reason = std::string("review_") + std::string(key(said->outcome))});
        }
    });
}

base::Result<Month, SignRefusal> sign(const Ground& ground, const rights::Actor& actor, base::Instant now, const staff::ControllerId& controller, const Month& month) {
    return ground.database.write([&](db::Transaction& tx) -> base::Result<Month, SignRefusal> {
        const auto all = store::reviewed(tx, controller, month);
        const auto left = std::any_of(all.begin(), all.end(), unanswered);
        // A month without any line of the staff is signed as it is; one that nobody has begun is not.
        const auto lines = all.empty() ? store::lines_of(tx, month, areas_of(controller, staff::organisation(tx, now))) : std::vector<store::Seen>();
        const bool unbegun = std::any_of(lines.begin(), lines.end(), [](const store::Seen& s) { return of_staff(s.line); });
        if (left || unbegun) return base::refused(SignRefusal::not_all_reviewed);
        const auto wrong = std::count_if(all.begin(), all.end(), [](const store::Reviewed& r) { return r.outcome == key(Outcome::wrong); });
        if (!store::sign(tx, controller, month, actor.account(), now, static_cast<std::int64_t>(all.size()), wrong)) return base::refused(SignRefusal::signed_before);
        audit::record(tx, actor, now, {.act = audit::Act::review, .kind = kind, .object = text_of(month) + ".signed", .reason = "signed"});
        return month;
    });
}
}

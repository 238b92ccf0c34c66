#include "features/participation/panel.hpp"
#include "base/text.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"

namespace participation {
namespace {
void wrote(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const AreaId& area, std::string_view object, const char* what) {
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "participation.panel", .object = std::string(object), .reason = what, .area = area});
}
// The same day of the month so many months later, or the last of that month.
calendar::Date plus_months(calendar::Date from, int months) {
    const int all = from.year * 12 + from.month - 1 + months;
    calendar::Date to{all / 12, all % 12 + 1, from.day};
    while (!calendar::exists(to)) --to.day;
    return to;
}
}

base::Result<PanelRule, PanelRefusal> set_rule(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const AreaId& area, const PanelRule& rule) {
    const auto scope = own_scope(actor, now);
    if (!scope.holds(area)) return base::refused(PanelRefusal::unknown);
    if (base::trimmed(rule.decision).empty() || base::length(rule.decision) > 120) return base::refused(PanelRefusal::decision_missing);
    if (rule.months < 1 || rule.months > 60) return base::refused(PanelRefusal::months_wrong);
    store::set_rule(tx, scope, area, {std::string(base::trimmed(rule.decision)), rule.reimbursed, rule.months}, now);
    wrote(tx, actor, now, area, "", "changed");
    return rule;
}
base::Result<MemberId, PanelRefusal> join(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const Joining& j) {
    const auto scope = own_scope(actor, now);
    const auto& area = j.person.area;
    if (!scope.holds(area)) return base::refused(PanelRefusal::unknown);
    const auto rule = store::panel_rule(tx, scope, area);
    if (!rule) return base::refused(PanelRefusal::no_rule);
    base::require(people::add(tx, actor, scope, now, j.person), "the area of a new member is in the scope");
    // Who has skyddade personuppgifter is reached by whom the head of the area has named, in the way they agree: no safe contact is kept (as in contact/protect).
    if (j.person.protection == people::Protection::none) base::require(people::set_safe_contact(tx, vault, actor, scope, now, j.person.id, j.safe), "who was added is there");
    const auto today = calendar::date(now);
    store::add(tx, scope, {j.id, area, j.person.id, today, plus_months(today, rule->months)});
    for (const auto& perspective : j.perspectives) store::count(tx, scope, area, perspective, 1);
    wrote(tx, actor, now, area, j.id.text(), "added");
    return j.id;
}
base::Result<MemberId, PanelRefusal> part(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const MemberId& id, const std::vector<std::string>& perspectives) {
    const auto scope = own_scope(actor, now);
    const auto m = store::find_member(tx, scope, id);
    if (!m || !store::ended(tx, scope, *m, now)) return base::refused(PanelRefusal::unknown);
    for (const auto& perspective : perspectives) store::count(tx, scope, m->area, perspective, -1);
    wrote(tx, actor, now, m->area, id.text(), "ended");
    return id;
}
}

// What an activity is, and its terms, are changed.
#include "features/activities/plan/plan_typed.hpp"
#include "features/activities/planned_text.hpp"
#include "features/activities/plan/planning.hpp"
#include "features/activities/settling.hpp"
#include "features/activities/plan/store_planning.hpp"

namespace activities {
namespace {
// Only what planning sets: state and numbers stay. The address stays too, unless the subject has become sensitive and the address tells it.
Activity with_plan_of(Activity a, const Activity& in, base::Instant now) {
    a.unit = in.unit, a.offer = in.offer, a.kind = in.kind, a.for_whom = in.for_whom;
    a.title = in.title, a.neutral_title = in.neutral_title, a.sensitive = in.sensitive, a.partner = in.partner;
    a.terms = in.terms;
    a.changed_at = now;
    ++a.changed;
    return a;
}
std::optional<Refusal> refusal(db::Transaction& tx, const AreaScope& scope, const Activity& had, const Activity& a) {
    if (had.state == State::closed) return Refusal::not_from_here;
    if (!faults(a).empty()) return Refusal::faulty;
    const bool other = had.kind != a.kind || had.offer != a.offer || had.for_whom != a.for_whom;
    if (other && store::any_entry(tx, had)) return Refusal::signed_up_already;
    // Of individual times each occasion is a seat; an occasion of anything else has none of its own.
    const bool turned = (had.kind == Kind::individual) != (a.kind == Kind::individual);
    return turned && !store::sessions(tx, scope, had.id).empty() ? std::optional(Refusal::signed_up_already) : std::nullopt;
}
}

Answer edit_activity(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Activity& in) {
    const auto had = store::locked(tx, scope, in.id);
    if (!had) return base::refused(Refusal::unknown);
    auto a = with_plan_of(*had, in, now);
    if (const auto no = refusal(tx, scope, *had, a)) return base::refused(*no);
    if (planned_text::of(*had) == planned_text::of(a)) return base::refused(Refusal::not_changed);
    if (tells_too_much(*had, a)) a.slug = free_slug(tx, a);   // the old address is nobody's from now on (T2)
    const int more = a.terms.seats - had->terms.seats;
    if (more < 0 && !store::remove_free_seats(tx, a.area, a.id, -more)) return base::refused(Refusal::seats_taken);
    if (more > 0) store::add_seats(tx, a.area, a.id, more);
    store::replace(tx, scope, a);
    settling::wrote(tx, actor, now, a.area, settling::Thing::activity, a.id, "changed");
    auto told = settling::told(tx, scope, now, settling::offered_to_the_next(tx, actor, scope, now, a));
    store::remember(tx, scope, a, {.did = Did::edited, .was = planned_text::of(*had), .became = planned_text::of(a), .bar = told.notices.empty() ? std::nullopt : std::optional(Bar::told), .account = actor.account(), .at = now});
    return told;
}
}

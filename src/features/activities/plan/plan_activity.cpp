// An activity and its occasions are made, and its seats set.
#include "features/activities/for_everybody.hpp"
#include "features/activities/settling.hpp"

namespace activities {
using settling::Thing;

base::Result<ActivityId, Refusal> add_activity(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Activity& a) {
    if (!scope.holds(a.area)) return base::refused(Refusal::unknown);
    if (!faults(a).empty()) return base::refused(Refusal::faulty);
    if (a.state != State::interest && a.state != State::planned) return base::refused(Refusal::not_from_here);
    if (!store::insert(tx, scope, a)) return base::refused(Refusal::slug_taken);
    store::add_seats(tx, a.area, a.id, a.terms.seats);
    settling::wrote(tx, actor, now, a.area, Thing::activity, a.id, "added");
    return a.id;
}
base::Result<SessionId, Refusal> add_session(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Session& s) {
    const auto activity = store::locked(tx, scope, s.activity);
    if (!activity || activity->area != s.area) return base::refused(Refusal::unknown);
    if (activity->state == State::closed || activity->state == State::self_led) return base::refused(Refusal::not_from_here);
    if (s.times.begins_at() <= now) return base::refused(Refusal::over);
    if (unfit_for_everybody(s.place)) return base::refused(Refusal::place_unfit);
    store::insert(tx, scope, s);
    if (activity->kind == Kind::individual) store::add_seats(tx, s.area, s.id, 1);
    settling::wrote(tx, actor, now, s.area, Thing::session, s.id, "added");
    return s.id;
}
Answer set_seats(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const ActivityId& id, int seats) {
    auto activity = store::locked(tx, scope, id);
    if (!activity) return base::refused(Refusal::unknown);
    const int had = activity->terms.seats;
    activity->terms.seats = seats;
    activity->changed_at = now;
    ++activity->changed;
    if (!faults(*activity).empty()) return base::refused(Refusal::faulty);
    if (seats < had && !store::remove_free_seats(tx, activity->area, id, had - seats)) return base::refused(Refusal::seats_taken);
    if (seats > had) store::add_seats(tx, activity->area, id, seats - had);
    store::replace(tx, scope, *activity);
    settling::wrote(tx, actor, now, activity->area, Thing::activity, id, "seats");
    return settling::told(tx, scope, now, settling::offered_to_the_next(tx, actor, scope, now, *activity));
}
}

// A seat is offered by hand, or several.
#include "features/activities/settling.hpp"
#include "features/activities/line/taken_out.hpp"

namespace activities {
namespace {
Refusal as(queue::Refusal why) {
    switch (why) {
        case queue::Refusal::not_waiting: return Refusal::not_waiting;
        case queue::Refusal::no_seat: return Refusal::no_seat;
        case queue::Refusal::reason_missing: return Refusal::reason_missing;
    }
    throw base::Bug("an unknown refusal");
}
base::Result<queue::Pick, Refusal> pick(const std::vector<Entry>& waiting, int free, const Terms& terms, const Offer& in) {
    if (waiting.empty()) return base::refused(Refusal::not_waiting);
    if (in.to) {
        const auto chosen = queue::chosen(waiting, free, terms, *in.to, in.why);
        if (!chosen) return base::refused(as(chosen.refusal()));
        return *chosen;
    }
    const auto next = queue::picks(waiting, free, terms);
    if (next.empty()) return base::refused(Refusal::no_seat);
    return next.front();
}
}

Answer offer_place(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Offer& in) {
    const auto activity = store::locked(tx, scope, in.activity);
    if (!activity) return base::refused(Refusal::unknown);
    if (!takes_sign_ups(*activity)) return base::refused(Refusal::not_open);
    const auto until = queue::offer_ends(now, activity->terms.offer_hours, store::next_begins(tx, scope, activity->id, now));
    if (!until) return base::refused(Refusal::no_time_left);
    const auto waiting = store::of_slot(tx, activity->area, activity->id, EntryState::waiting);
    const auto to = pick(waiting, store::free_seats(tx, activity->area, activity->id), activity->terms, in);
    if (!to) return base::refused(to.refusal());
    return settling::told(tx, scope, now, {settling::offered_to(tx, actor, scope, now, *activity, *to, *until)});
}

Answer offer_places(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Several& in, std::optional<queue::Why> why) {
    const auto activity = store::locked(tx, scope, in.activity);
    if (!activity || in.who.empty()) return base::refused(Refusal::unknown);
    if (!takes_sign_ups(*activity)) return base::refused(Refusal::not_open);
    const auto until = queue::offer_ends(now, activity->terms.offer_hours, store::next_begins(tx, scope, activity->id, now));
    if (!until) return base::refused(Refusal::no_time_left);
    const auto picks = queue::chosen(store::of_slot(tx, activity->area, activity->id, EntryState::waiting), store::free_seats(tx, activity->area, activity->id), activity->terms, in.who, why);
    if (!picks) return base::refused(as(picks.refusal()));
    std::vector<Notice> notices;
    for (const auto& pick : *picks) notices.push_back(settling::offered_to(tx, actor, scope, now, *activity, pick, *until));
    return settling::told(tx, scope, now, std::move(notices));
}
}

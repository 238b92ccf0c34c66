// A member of the staff takes some away with a reason; and takes that back.
#include "features/activities/settling.hpp"
#include "features/activities/line/taken_out.hpp"
#include "features/activities/share/share.hpp"
#include <algorithm>

namespace activities {
namespace {
// Those of the activity that can be taken away: in the line, on the list, or with a place. Nothing: one of them cannot.
base::Result<std::vector<Entry>, Refusal> found(db::Transaction& tx, const AreaScope& scope, const Several& in) {
    std::vector<Entry> out;
    for (const auto& id : in.who) {
        const auto e = store::find_entry(tx, scope, id);
        if (!e || e->activity != in.activity) return base::refused(Refusal::unknown);
        if (e->state == EntryState::offered || has_ended(e->state)) return base::refused(Refusal::changed_since);
        if (std::none_of(out.begin(), out.end(), [&](const Entry& had) { return had.id == id; })) out.push_back(*e);
    }
    std::stable_partition(out.begin(), out.end(), [](const Entry& e) { return !holds_seats(e.state); });
    return out;
}
// A lent seat is the share's while that is open, and nobody else's.
void take_seats_where_she_sat(db::Transaction& tx, const AreaScope& scope, base::Instant now, Entry e) {
    e.slot = seat_slot(tx, scope, now, e);
    store::take_seats(tx, e);
}
// Where she stood, as the activity is now.
EntryState to(const Activity& a, const TakenOut& t) { return t.was == EntryState::interested && !takes_interest(a) ? EntryState::waiting : t.was; }
}

Answer take_out(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Several& in, std::optional<WhyOut> why) {
    const auto activity = store::locked(tx, scope, in.activity);
    if (!activity || in.who.empty()) return base::refused(Refusal::unknown);
    const auto all = found(tx, scope, in);
    if (!all) return base::refused(all.refusal());
    if (!why) return base::refused(Refusal::reason_missing);
    Told out;
    for (const auto& e : *all) {
        store::keep_taken_out(tx, scope, e, {e.id, e.state, *why, std::string(actor.account().text()), now});
        const auto told = cancel_place(tx, actor, scope, now, e.id);
        base::require(static_cast<bool>(told), "who was found under the lock cannot be taken away");
        out.notices.insert(out.notices.end(), told->notices.begin(), told->notices.end());
    }
    return out;
}

Answer put_back(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const ActivityId& id, base::Instant taken_at) {
    const auto activity = store::locked(tx, scope, id);
    if (!activity) return base::refused(Refusal::unknown);
    if (now.ms - taken_at.ms > put_back_ms || !(takes_interest(*activity) || takes_sign_ups(*activity))) return base::refused(Refusal::changed_since);
    std::vector<Entry> back;
    std::map<std::string, int> seats;
    for (const auto& t : store::taken_out(tx, scope, *activity, taken_at)) {
        if (t.at != taken_at) continue;
        const auto e = store::find_entry(tx, scope, t.entry);
        const auto again = e ? returned(*e, to(*activity, t)) : ChangedEntry(base::refused(EntryRefusal::not_from_here));
        if (!again) return base::refused(Refusal::changed_since);
        if (holds_seats(again->state)) seats[seat_slot(tx, scope, now, *again)] += again->size;
        back.push_back(*again);
    }
    if (back.empty()) return base::refused(Refusal::changed_since);
    for (const auto& [slot, many] : seats)
        if (store::free_seats(tx, activity->area, slot) < many) return base::refused(Refusal::seat_gone);
    for (const auto& e : back) {
        store::replace(tx, scope, e);
        if (holds_seats(e.state)) take_seats_where_she_sat(tx, scope, now, e);
        store::forget_taken_out(tx, scope, e.id);
        settling::wrote(tx, actor, now, e.area, settling::Thing::entry, e.id, "undone");
    }
    return settling::told(tx, scope, now, settling::offered_to_the_next(tx, actor, scope, now, *activity));
}
}

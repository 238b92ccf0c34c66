// The latest change of a plan is taken back: nobody has been told of it, and nothing has been changed since.
#include "features/activities/run/group_words.hpp"
#include "features/activities/planned_text.hpp"
#include "features/activities/plan/planning.hpp"
#include "features/activities/settling.hpp"
#include "features/activities/plan/store_planning.hpp"

namespace activities {
namespace {
using settling::Thing;

struct Back {
    db::Transaction& tx;
    const vault::Vault& vault;
    const AreaScope& scope;
    base::Instant now;
    Activity activity;
    const Change& change;
};
// Whether each of them stands as it was left.
bool untouched(Back& b, const std::vector<Session>& left_so) {
    for (const auto& s : left_so) {
        const auto found = store::find_session(b.tx, b.scope, s.id);
        if (!found || found->changed != s.changed || !found->takes_place() || found->heads) return false;
    }
    return true;
}
bool anyone_on(Back& b, const Session& s) {
    for (const auto state : {EntryState::placed, EntryState::offered})
        if (!store::of_slot(b.tx, s.area, s.id, state).empty()) return true;
    return false;
}
void take_away(Back& b, const std::vector<Session>& sessions) {
    for (const auto& s : sessions) store::remove_meeting(b.tx, b.vault, b.scope, s, b.now), store::remove(b.tx, b.scope, s);
}

std::optional<Refusal> added(Back& b) {
    if (store::any_entry(b.tx, b.activity)) return Refusal::signed_up_already;
    if (store::any_words(b.tx, b.activity.area, b.activity.id)) return Refusal::changed_since;   // somebody has begun to write in it
    const auto left_so = planned_text::sessions(b.activity, b.change.became, b.now);
    if ((b.activity.state != State::planned && b.activity.state != State::interest) || !untouched(b, left_so)) return Refusal::changed_since;
    take_away(b, left_so);
    store::forget(b.tx, b.scope, b.activity, b.change.number);
    store::remove(b.tx, b.scope, b.activity);
    return std::nullopt;
}
std::optional<Refusal> edited(Back& b) {
    if (planned_text::of(b.activity) != b.change.became) return Refusal::changed_since;
    auto as_before = planned_text::put_into(b.activity, b.change.was);
    const bool other = as_before.kind != b.activity.kind || as_before.offer != b.activity.offer || as_before.for_whom != b.activity.for_whom;
    if (other && store::any_entry(b.tx, b.activity)) return Refusal::signed_up_already;
    const int more = as_before.terms.seats - b.activity.terms.seats;
    // More seats again could be somebody's offer: that is a new change, and tells.
    if (more > 0 && store::anyone_waits(b.tx, b.activity.area, b.activity.id)) return Refusal::changed_since;
    if (more < 0 && !store::remove_free_seats(b.tx, b.activity.area, b.activity.id, -more)) return Refusal::seats_taken;
    if (more > 0) store::add_seats(b.tx, b.activity.area, b.activity.id, more);
    as_before.changed_at = b.now, ++as_before.changed;
    store::replace(b.tx, b.scope, as_before);
    return std::nullopt;
}
std::optional<Refusal> sessions_added(Back& b) {
    if (store::any_words(b.tx, b.activity.area, b.activity.id)) return Refusal::changed_since;
    const auto left_so = planned_text::sessions(b.activity, b.change.became, b.now);
    if (!untouched(b, left_so)) return Refusal::changed_since;
    for (const auto& s : left_so)
        if (s.times.begins_at() <= b.now || anyone_on(b, s)) return Refusal::changed_since;
    const auto all = store::sessions(b.tx, b.scope, b.activity.id);
    if (takes_sign_ups(b.activity) && all.size() == left_so.size()) return Refusal::no_session;
    take_away(b, left_so);
    return std::nullopt;
}
std::optional<Refusal> sessions_changed(Back& b) {
    if (!untouched(b, planned_text::sessions(b.activity, b.change.became, b.now))) return Refusal::changed_since;
    const auto as_before = planned_text::sessions(b.activity, b.change.was, b.now);
    for (const auto& s : as_before)
        if (s.times.begins_at() <= b.now || !store::of_slot(b.tx, s.area, settling::slot_of(s, b.activity), EntryState::placed).empty()) return Refusal::changed_since;
    for (auto s : as_before) s.changed += 2, store::replace(b.tx, b.scope, s);
    return std::nullopt;
}
std::optional<Refusal> session_removed(Back& b) {
    for (const auto& s : planned_text::sessions(b.activity, b.change.was, b.now)) {
        if (s.times.begins_at() <= b.now || b.activity.state == State::closed) return Refusal::changed_since;
        store::insert(b.tx, b.scope, s);
        if (b.activity.kind == Kind::individual) store::add_seats(b.tx, s.area, s.id, 1);
    }
    return std::nullopt;
}
// What calling it off cancelled takes place again; the moment says which those are.
void take_place_again(Back& b) {
    if (b.activity.ended_as != EndedAs::called_off) return;
    for (auto s : store::sessions(b.tx, b.scope, b.activity.id)) {
        if (s.cancelled_at != b.activity.changed_at || s.times.begins_at() <= b.now) continue;
        s.cancelled_at.reset(), s.changed_at = b.now, ++s.changed;
        store::replace(b.tx, b.scope, s);
    }
}
std::optional<Refusal> stepped(Back& b) {
    if (key(b.activity.state) != b.change.became || store::any_entry(b.tx, b.activity)) return Refusal::changed_since;
    auto as_before = b.activity;
    as_before.state = *state_from(b.change.was), as_before.ended_as = std::nullopt;
    as_before.changed_at = b.now, ++as_before.changed;
    take_place_again(b);
    store::replace(b.tx, b.scope, as_before);
    return std::nullopt;
}
std::optional<Refusal> taken_back(Back& b) {
    switch (b.change.did) {
        case Did::added: return added(b);
        case Did::edited: return edited(b);
        case Did::sessions_added: return sessions_added(b);
        case Did::sessions_changed: return sessions_changed(b);
        case Did::session_removed: return session_removed(b);
        case Did::stepped: return stepped(b);
    }
    throw base::Bug("an unknown change");
}
}

base::Result<Did, Refusal> undo(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const ActivityId& id, std::int64_t number) {
    const auto a = store::locked(tx, scope, id);
    if (!a) return base::refused(Refusal::unknown);
    const auto change = store::latest_change(tx, scope, *a);
    if (!change || change->number != number) return base::refused(Refusal::changed_since);
    if (change->bar) return base::refused(Refusal::people_told);
    Back b{tx, vault, scope, now, *a, *change};
    if (const auto no = taken_back(b)) return base::refused(*no);
    if (change->did != Did::added) store::forget(tx, scope, *a, number);
    settling::wrote(tx, actor, now, a->area, Thing::activity, id, "undone");
    return change->did;
}
}

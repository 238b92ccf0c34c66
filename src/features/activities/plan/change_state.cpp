// The next step of an activity's life, and what it means for those who are on its list.
#include "features/activities/settling.hpp"
#include "platform/calendar/calendar.hpp"
#include <algorithm>

namespace activities {
namespace {
using settling::Thing;

int taking_place(db::Transaction& tx, const AreaScope& scope, const Activity& a, base::Instant now) {
    int count = 0;
    for (const auto& session : store::sessions(tx, scope, a.id)) count += session.takes_place() && session.times.begins_at() > now;
    return count;
}
Changed stepped(db::Transaction& tx, const AreaScope& scope, base::Instant now, const Activity& a, Step step) {
    switch (step) {
        case Step::plan: return planned(a, now);
        case Step::open: return opened(a, taking_place(tx, scope, a, now), now);
        case Step::start: return started(a, store::heads(tx, a, EntryState::placed), now);
        case Step::hand_over: return handed_over(a, now);
        case Step::close_held: return closed(a, EndedAs::held, now);
        case Step::call_off: return closed(a, EndedAs::called_off, now);
    }
    throw base::Bug("an unknown step");
}
std::string_view word(Step step) {
    constexpr std::array<std::string_view, 6> words{"planned", "opened", "started", "handed_over", "closed_held", "called_off"};
    return words[static_cast<std::size_t>(step)];
}

// Those who wanted it stand in the line as they came, get their offers, and the others hear that they wait.
std::vector<Notice> put_all_in_line(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Activity& a) {
    const auto wanted = store::entries(tx, scope, a, EntryState::interested);
    for (const auto& entry : wanted) store::replace(tx, scope, *put_in_line(entry));
    auto out = settling::offered_to_the_next(tx, actor, scope, now, a);
    const auto told = out;
    for (const auto& entry : wanted)
        if (std::none_of(told.begin(), told.end(), [&](const Notice& n) { return n.entry == entry.id; })) out.push_back(notice(entry, News::in_line));
    return out;
}
// Who had a place in something that was held keeps it as it was; all others are done with it.
void call_off_the_rest(db::Transaction& tx, const AreaScope& scope, base::Instant now, const Activity& a) {
    for (const auto& entry : store::entries(tx, scope, a)) {
        if (has_ended(entry.state) || (entry.state == EntryState::placed && a.ended_as == EndedAs::held)) continue;
        settling::ended(tx, scope, *called_off(entry, now));
    }
}
std::vector<Notice> followed_by(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Activity& a) {
    if (a.state == State::open) return put_all_in_line(tx, actor, scope, now, a);
    std::vector<Notice> out;
    if (const auto news = telling(a.state, a.ended_as))
        for (const auto state : news->whom)
            for (auto& n : settling::notices(store::entries(tx, scope, a, state), news->news)) out.push_back(std::move(n));
    if (a.state == State::closed) call_off_the_rest(tx, scope, now, a);
    return out;
}
// What the public has seen stands in calendars: there each occasion is cancelled, and not only gone (D9).
void cancel_what_was_to_come(db::Transaction& tx, const AreaScope& scope, base::Instant now, const ActivityId& id) {
    for (const auto& session : store::sessions(tx, scope, id))
        if (const auto off = cancelled(session, now)) store::replace(tx, scope, *off);
}
Answer taken(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Activity& a, Step step) {
    const auto next = stepped(tx, scope, now, a, step);
    if (!next) return base::refused(settling::as(next.refusal()));
    store::replace(tx, scope, *next);
    if (next->ended_as == EndedAs::called_off && a.state != State::planned) cancel_what_was_to_come(tx, scope, now, a.id);
    settling::wrote(tx, actor, now, next->area, Thing::activity, next->id, word(step));
    return settling::told(tx, scope, now, followed_by(tx, actor, scope, now, *next));
}
}

Answer change_state(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const ActivityId& id, Step step) {
    const auto activity = store::locked(tx, scope, id);
    if (!activity) return base::refused(Refusal::unknown);
    return taken(tx, actor, scope, now, *activity, step);
}
Answer call_off_if_short(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const ActivityId& id) {
    const auto activity = store::locked(tx, scope, id);
    if (!activity) return base::refused(Refusal::unknown);
    if (!falls_short(*activity, store::heads(tx, *activity, EntryState::placed), calendar::date(now))) return Told{};
    return taken(tx, actor, scope, now, *activity, Step::call_off);
}
}

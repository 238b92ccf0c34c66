// What planning is made of: an activity with its occasions, more of them, and the steps of its life.
#include "features/activities/plan/planning.hpp"
#include "features/activities/for_everybody.hpp"
#include "features/activities/planned_text.hpp"
#include "features/activities/settling.hpp"
#include "features/activities/plan/store_planning.hpp"

namespace activities {
namespace {
using settling::Thing;
constexpr std::array<std::string_view, all_did.size()> did_words{"added", "edited", "sessions_added", "sessions_changed", "session_removed", "stepped"};
constexpr std::array<std::string_view, 2> bar_words{"told", "link"};

// The first that is refused refuses all: nothing is left half done, since the caller's transaction is given up with it.
base::Result<std::vector<Session>, Refusal> kept(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const std::vector<Occasion>& occasions) {
    std::vector<Session> out;
    for (const auto& o : occasions) {
        const auto added = add_session(tx, actor, scope, now, o.session);
        if (!added) return base::refused(added.refusal());
        if (o.meeting && on_the_net(o.session.way)) store::keep_meeting(tx, vault, scope, o.session, *o.meeting, now);
        out.push_back(o.session);
    }
    return out;
}
std::optional<Refusal> wrong(const std::vector<Occasion>& occasions, const Activity& a, base::Instant now) {
    for (const auto& o : occasions) {
        if (o.session.activity != a.id || o.session.area != a.area) return Refusal::unknown;
        if (o.session.times.begins_at() <= now) return Refusal::over;
        if (unfit_for_everybody(o.session.place)) return Refusal::place_unfit;
    }
    return std::nullopt;
}
}

std::string_view key(Did did) { return did_words[static_cast<std::size_t>(did)]; }
std::optional<Did> did_from(std::string_view key) {
    for (std::size_t i = 0; i < did_words.size(); ++i)
        if (did_words[i] == key) return all_did[i];
    return std::nullopt;
}
std::string_view key(Bar bar) { return bar_words[static_cast<std::size_t>(bar)]; }
std::optional<Bar> bar_from(std::string_view key) { return key == bar_words[0] ? std::optional(Bar::told) : key == bar_words[1] ? std::optional(Bar::link) : std::nullopt; }

AreaScope planning_scope(const Actor& actor, base::Instant now) { return AreaScope::of(Actor({.account = actor.account(), .assignments = actor.assignments()}), team, now); }

base::Result<ActivityId, Refusal> add_planned(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const Activity& a, const std::vector<Occasion>& occasions) {
    if (const auto no = wrong(occasions, a, now)) return base::refused(*no);
    const auto added = add_activity(tx, actor, scope, now, a);
    if (!added) return added;
    const auto sessions = kept(tx, vault, actor, scope, now, occasions);
    base::require(static_cast<bool>(sessions), "what was looked at before is refused all the same");
    store::remember(tx, scope, a, {.did = Did::added, .became = planned_text::of(*sessions), .account = actor.account(), .at = now});
    return a.id;
}

base::Result<int, Refusal> add_sessions(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const ActivityId& id, const std::vector<Occasion>& occasions) {
    const auto a = store::locked(tx, scope, id);
    if (!a) return base::refused(Refusal::unknown);
    if (a->state == State::closed || a->state == State::self_led) return base::refused(Refusal::not_from_here);
    if (occasions.empty()) return base::refused(Refusal::no_session);
    if (const auto no = wrong(occasions, *a, now)) return base::refused(*no);
    const auto sessions = kept(tx, vault, actor, scope, now, occasions);
    base::require(static_cast<bool>(sessions), "what was looked at before is refused all the same");
    store::remember(tx, scope, *a, {.did = Did::sessions_added, .became = planned_text::of(*sessions), .account = actor.account(), .at = now});
    return static_cast<int>(sessions->size());
}

Answer take_step(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const ActivityId& id, Step step) {
    const auto was = store::locked(tx, scope, id);
    if (!was) return base::refused(Refusal::unknown);
    auto told = change_state(tx, actor, scope, now, id, step);
    if (!told) return told;
    const auto became = store::find(tx, scope, id);
    store::remember(tx, scope, *was, {.did = Did::stepped, .was = std::string(key(was->state)), .became = std::string(key(became->state)), .bar = told->notices.empty() ? std::nullopt : std::optional(Bar::told),
                                      .account = actor.account(), .at = now});
    return told;
}
}

// Several occasions change at once: when, where, and by which link. And one is taken away.
#include "features/activities/planned_text.hpp"
#include "features/activities/plan/planning.hpp"
#include "features/activities/settling.hpp"
#include "features/activities/plan/store_planning.hpp"

namespace activities {
namespace {
using settling::Thing;

bool goes_elsewhere(const Session& s, const SessionEdit& e) { return e.way && (*e.way != s.way || (in_a_room(*e.way) && e.place != s.place)); }
base::Result<Session, Refusal> edited(const Session& s, const SessionEdit& e, base::Instant now) {
    auto out = s;
    if (e.times && *e.times != s.times) {
        const auto other = moved(out, *e.times, now);
        if (!other) return base::refused(settling::as(other.refusal()));
        out = *other;
    }
    if (goes_elsewhere(s, e)) {
        const auto other = swapped(out, *e.way, e.place, now);
        if (!other) return base::refused(settling::as(other.refusal()));
        out = *other;
    }
    if (!s.takes_place()) return base::refused(Refusal::cancelled);
    return out;
}
// Whose news it is. That a room or a link is there at last is nobody's: they find it where they find their place.
std::optional<News> news(db::Reader& reader, const AreaScope& scope, const Session& s, const SessionEdit& e) {
    if (e.times && *e.times != s.times) return News::moved;
    if (goes_elsewhere(s, e) && !(*e.way == s.way && s.place.empty())) return News::swapped;
    return e.meeting && store::has_meeting(reader, scope, s) ? std::optional(News::swapped) : std::nullopt;
}

struct Work {
    db::Transaction& tx;
    const vault::Vault& vault;
    const Actor& actor;
    const AreaScope& scope;
    base::Instant now;
    const Activity& activity;
    std::vector<Session> was = {}, became = {};
    std::vector<Notice> notices = {};
    bool link_gone = false;
};
void tell(Work& w, const Session& s, News what) {
    for (const auto& entry : store::of_slot(w.tx, s.area, settling::slot_of(s, w.activity), EntryState::placed)) {
        const auto had = std::find_if(w.notices.begin(), w.notices.end(), [&](const Notice& n) { return n.entry == entry.id; });
        if (had == w.notices.end()) w.notices.push_back(notice(entry, what));
        else if (what == News::moved) had->news = what;
    }
}
// What has become of the link: taken away with the net, or another one.
bool link_changed(Work& w, const Session& s, const Session& now_so, const SessionEdit& e) {
    const bool had = store::has_meeting(w.tx, w.scope, s);
    if (!on_the_net(now_so.way) && had) return store::remove_meeting(w.tx, w.vault, w.scope, s, w.now), w.link_gone = true;
    if (!e.meeting || !on_the_net(now_so.way)) return false;
    store::keep_meeting(w.tx, w.vault, w.scope, s, *e.meeting, w.now);
    w.link_gone = true;   // a link that is put there is not put back as it was either
    return true;
}
std::optional<Refusal> change(Work& w, const SessionEdit& e) {
    const auto s = store::find_session(w.tx, w.scope, e.session);
    if (!s || s->activity != w.activity.id) return Refusal::unknown;
    auto other = edited(*s, e, w.now);
    if (!other) return other.refusal();
    auto now_so = *std::move(other);
    const auto what = news(w.tx, w.scope, *s, e);
    const bool link = link_changed(w, *s, now_so, e);
    if (now_so.changed == s->changed && !link) return std::nullopt;
    now_so.changed = s->changed + 1, now_so.changed_at = w.now;
    store::replace(w.tx, w.scope, now_so);
    settling::wrote(w.tx, w.actor, w.now, s->area, Thing::session, s->id, "changed");
    if (what) tell(w, *s, *what);
    w.was.push_back(*s), w.became.push_back(now_so);
    return std::nullopt;
}
}

Answer change_sessions(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const ActivityId& id, const std::vector<SessionEdit>& edits) {
    const auto a = store::locked(tx, scope, id);
    if (!a) return base::refused(Refusal::unknown);
    // Each is looked at before the first is written: all of them, or none.
    for (const auto& e : edits) {
        const auto s = store::find_session(tx, scope, e.session);
        if (!s || s->activity != id) return base::refused(Refusal::unknown);
        if (const auto other = edited(*s, e, now); !other) return base::refused(other.refusal());
    }
    Work w{tx, vault, actor, scope, now, *a};
    for (const auto& e : edits) base::require(!change(w, e), "what was looked at before is refused all the same");
    if (w.was.empty()) return base::refused(Refusal::not_changed);
    const auto bar = !w.notices.empty() ? std::optional(Bar::told) : w.link_gone ? std::optional(Bar::link) : std::nullopt;
    store::remember(tx, scope, *a, {.did = Did::sessions_changed, .was = planned_text::of(w.was), .became = planned_text::of(w.became), .bar = bar, .account = actor.account(), .at = now});
    return settling::told(tx, scope, now, std::move(w.notices));
}

std::vector<Entry> told_of(db::Reader& reader, const AreaScope& scope, const Activity& a, const std::vector<SessionEdit>& edits) {
    std::vector<Entry> out;
    for (const auto& e : edits) {
        const auto s = store::find_session(reader, scope, e.session);
        if (!s || s->activity != a.id || !news(reader, scope, *s, e)) continue;
        for (auto& entry : store::of_slot(reader, a.area, settling::slot_of(*s, a), EntryState::placed))
            if (std::none_of(out.begin(), out.end(), [&](const Entry& had) { return had.id == entry.id; })) out.push_back(std::move(entry));
    }
    return out;
}

base::Result<SessionId, Refusal> remove_session(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const SessionId& id) {
    const auto at = settling::held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    const auto& s = at->session;
    if (s.times.begins_at() <= now) return base::refused(Refusal::over);
    const auto slot = settling::slot_of(s, at->activity);
    for (const auto state : {EntryState::placed, EntryState::offered})
        if (!store::of_slot(tx, s.area, slot, state).empty()) return base::refused(Refusal::seats_taken);
    const bool link = store::has_meeting(tx, scope, s);
    store::remove_meeting(tx, vault, scope, s, now);
    store::remove(tx, scope, s);
    settling::wrote(tx, actor, now, s.area, Thing::session, id, "removed");
    store::remember(tx, scope, at->activity, {.did = Did::session_removed, .was = planned_text::of({s}), .bar = link ? std::optional(Bar::link) : std::nullopt, .account = actor.account(), .at = now});
    return id;
}
}

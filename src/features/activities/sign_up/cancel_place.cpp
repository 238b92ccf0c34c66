// Somebody leaves; or takes another individual time.
#include "features/activities/settling.hpp"
#include "features/activities/share/share.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
#include "platform/outbox/outbox.hpp"

namespace activities {
using settling::held;

Answer cancel_place(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const EntryId& id) {
    const auto at = held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    if (at->entry.state == EntryState::left) return Told{};   // said twice
    const auto gone = left(at->entry, now);
    if (!gone) return base::refused(Refusal::ended);
    settling::ended(tx, scope, *gone);
    settling::wrote(tx, actor, now, gone->area, settling::Thing::entry, id, "left");
    outbox::stop(tx, gone->area, id.text(), now);   // nothing more is said about it
    store::end_sent_links(tx, scope, id);
    back_if_over(tx, actor, scope, now, at->activity, id);
    return settling::told(tx, scope, now, settling::offered_to_the_next(tx, actor, scope, now, at->activity));
}

bool may_take_another(const Activity& a, const Entry& e, const std::optional<Session>& own) {
    return a.kind == Kind::individual && takes_sign_ups(a) && e.state == EntryState::called_off && own && !own->takes_place();
}
Answer change_time(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const EntryId& id, const SessionId& to) {
    const auto at = held(tx, scope, id);
    const auto session = store::find_session(tx, scope, to);
    if (!at || !session || session->activity != at->activity.id || at->activity.kind != Kind::individual) return base::refused(Refusal::unknown);
    auto entry = at->entry;
    const auto own = store::find_session(tx, scope, SessionId::stored(entry.slot));
    if (may_take_another(at->activity, entry, own)) entry = *given_another(entry);
    if (entry.state != EntryState::placed) return base::refused(Refusal::ended);
    if (at->entry.state == EntryState::placed && entry.slot == to.text()) return Told{};
    if (own && own->takes_place() && own->times.begins_at() <= now) return base::refused(Refusal::too_late);   // who came to it came; the next is a new one
    if (session->times.begins_at() <= now) return base::refused(Refusal::too_late);
    if (!session->takes_place() || store::free_seats(tx, entry.area, to) == 0) return base::refused(Refusal::time_taken);
    entry.slot = to.text();
    settling::ended(tx, scope, entry);
    store::take_seats(tx, entry);
    settling::wrote(tx, actor, now, entry.area, settling::Thing::entry, id, "changed_time");
    return Told{};
}
}

#include "features/activities/sign_up/cannot_come.hpp"
#include "features/activities/settling.hpp"

namespace activities {

Answer cannot_come(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const SessionId& session, const EntryId& id) {
    const auto at = settling::held(tx, scope, session);
    if (!at) return base::refused(Refusal::unknown);
    if (!at->session.takes_place()) return base::refused(Refusal::cancelled);
    if (at->session.times.ends_at() <= now) return base::refused(Refusal::over);
    const auto entry = store::find_entry(tx, scope, id);
    if (!entry || entry->state != EntryState::placed || entry->slot != settling::slot_of(at->session, at->activity)) return base::refused(Refusal::not_placed);
    const auto had = store::attendance(tx, scope, at->session, id);
    if (had && (had->said_so || had->came > 0)) return Told{};
    store::keep_attendance(tx, scope, at->session, {id, 0, true, had ? had->ticked : store::Ticked::no}, now);
    settling::wrote(tx, actor, now, entry->area, settling::Thing::entry, id, "cannot_come");
    return Told{};
}
bool has_said_so(db::Reader& reader, const AreaScope& scope, const Session& session, const EntryId& id) {
    const auto had = store::attendance(reader, scope, session, id);
    return had && (had->said_so || had->cannot_come());
}
}

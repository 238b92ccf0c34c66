// One occasion is cancelled, moved, or changes between a room and the net.
#include "features/activities/settling.hpp"

namespace activities {
namespace {
using settling::held;
using settling::HeldSession;
using settling::Thing;

std::vector<Entry> those_with_a_place(db::Transaction& tx, const HeldSession& at) { return store::of_slot(tx, at.session.area, settling::slot_of(at.session, at.activity), EntryState::placed); }
void keep(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Session& s, std::string_view what) {
    store::replace(tx, scope, s);
    settling::wrote(tx, actor, now, s.area, Thing::session, s.id, what);
}
}

Answer cancel_session(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const SessionId& id) {
    const auto at = held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    const auto off = cancelled(at->session, now);
    if (!off) return base::refused(settling::as(off.refusal()));
    keep(tx, actor, scope, now, *off, "cancelled");
    const auto concerned = those_with_a_place(tx, *at);
    if (at->activity.kind == Kind::individual)
        for (const auto& entry : concerned) settling::ended(tx, scope, *called_off(entry, now));
    return settling::told(tx, scope, now, settling::notices(concerned, News::session_off));
}
Answer move_session(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const SessionId& id, const Times& to) {
    const auto at = held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    const auto other = moved(at->session, to, now);
    if (!other) return base::refused(settling::as(other.refusal()));
    keep(tx, actor, scope, now, *other, "moved");
    return settling::told(tx, scope, now, settling::notices(those_with_a_place(tx, *at), News::moved));
}
Answer swap_room_online(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const Swap& in) {
    const auto at = held(tx, scope, in.session);
    if (!at) return base::refused(Refusal::unknown);
    if (on_the_net(in.way) && !in.meeting && !store::has_meeting(tx, scope, at->session)) return base::refused(Refusal::meeting_missing);
    const auto other = swapped(at->session, in.way, in.place, now);
    if (!other) return base::refused(settling::as(other.refusal()));
    if (!on_the_net(in.way)) store::remove_meeting(tx, vault, scope, at->session, now);
    else if (in.meeting) store::keep_meeting(tx, vault, scope, at->session, *in.meeting, now);
    keep(tx, actor, scope, now, *other, "swapped");
    return settling::told(tx, scope, now, settling::notices(those_with_a_place(tx, *at), News::swapped));
}
std::optional<std::string> meeting_for(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, base::Instant now, const SessionId& id, const EntryId& who) {
    const auto session = store::find_session(reader, scope, id);
    const auto entry = store::find_entry(reader, scope, who);
    if (!session || !entry || entry->state != EntryState::placed || entry->activity != session->activity) return std::nullopt;
    if (entry->slot != session->activity.text() && entry->slot != session->id.text()) return std::nullopt;
    if (!session->takes_place() || session->times.ends_at() <= now) return std::nullopt;
    return store::meeting(reader, vault, scope, *session);
}
}

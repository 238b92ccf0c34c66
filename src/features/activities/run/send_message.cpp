// A message to the group: written once, read with each one's own code. What is sent says only that there is something to read (security T3).
#include "features/activities/run/running.hpp"
#include "features/activities/settling.hpp"

namespace activities {
Answer send_message(db::Transaction& tx, const WordsWith& with, const Actor& actor, const AreaScope& scope, base::Instant now, const GroupMessage& in) {
    const auto at = settling::held(tx, scope, in.session);
    if (!at) return base::refused(Refusal::unknown);
    if (in.words.empty()) return base::refused(Refusal::faulty);
    const auto slot = settling::slot_of(at->session, at->activity);
    store::add_message(tx, with, scope, at->activity, slot, {in.id, in.words, now}, actor.account());
    settling::wrote(tx, actor, now, at->session.area, settling::Thing::session, at->session.id, "message");
    return settling::told(tx, scope, now, settling::notices(store::of_slot(tx, at->session.area, slot, EntryState::placed), News::message));
}
}

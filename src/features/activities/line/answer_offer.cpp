// An offer is accepted, declined, or ends.
#include "features/activities/settling.hpp"

namespace activities {
using settling::held;
using settling::Thing;

Answer accept_offer(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const EntryId& id) {
    const auto at = held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    if (at->entry.state == EntryState::placed) return Told{};
    if (at->entry.state == EntryState::lapsed) return base::refused(Refusal::offer_over);
    const auto yes = accepted(at->entry, now);
    if (!yes) return base::refused(settling::as(yes.refusal()));
    store::replace(tx, scope, *yes);
    settling::wrote(tx, actor, now, yes->area, Thing::entry, id, "accepted");
    return Told{};
}
Answer decline_offer(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const EntryId& id) {
    const auto at = held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    if (at->entry.state == EntryState::declined) return Told{};
    const auto no = declined(at->entry, now);
    if (!no) return base::refused(settling::as(no.refusal()));
    settling::ended(tx, scope, *no);
    settling::wrote(tx, actor, now, no->area, Thing::entry, id, "declined");
    return settling::told(tx, scope, now, settling::offered_to_the_next(tx, actor, scope, now, at->activity));
}
Answer expire_offers(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const ActivityId& id) {
    const auto activity = store::locked(tx, scope, id);
    if (!activity) return base::refused(Refusal::unknown);
    std::vector<Notice> out;
    for (const auto& offer : store::ended_offers(tx, *activity, now)) {
        const auto over = lapsed(offer, now);
        base::require(static_cast<bool>(over), "an offer that has not ended is among those that have");
        settling::ended(tx, scope, *over);
        settling::wrote(tx, actor, now, over->area, Thing::entry, over->id, "lapsed");
        out.push_back(notice(*over, News::offer_over));
    }
    for (auto& next : settling::offered_to_the_next(tx, actor, scope, now, *activity)) out.push_back(std::move(next));
    return settling::told(tx, scope, now, std::move(out));
}
}

#include "features/guideline/revising.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"

namespace guideline {

base::Result<DraftId, RevisionRefusal> open_draft(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const DraftId& id, const std::string& title) {
    const auto* as = actor.as(revisers);
    if (!as) return base::refused(RevisionRefusal::not_yours);
    store::add(tx, Draft{id, title, Stage::writing, now});
    store::add(tx, id, {Stage::writing, false, calendar::day(now), {}, {}, as->role, now});
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "guideline.draft", .object = std::string(id.text()), .reason = "created"});
    return id;
}
}

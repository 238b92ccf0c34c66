#include "features/guideline/changes.hpp"
#include "features/staff/public.hpp"
#include "platform/audit/audit.hpp"

namespace guideline {

base::Result<AnchoringId, Refusal> take_back_anchoring(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const AnchoringId& id) {
    const auto all = store::anchorings(tx);
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& a) { return a.id == id; });
    if (found == all.end()) return base::refused(Refusal::unknown);
    std::optional<rights::OperationId> operation;
    if (found->unit)
        if (const auto unit = staff::unit(tx, *found->unit)) operation = unit->operation;
    if (!may_anchor(actor, operation)) return base::refused(Refusal::not_yours);
    (void)store::take_back(tx, id, now);
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "guideline.anchoring", .object = std::string(id.text()), .reason = "taken_back"});
    return id;
}
}

#include "features/guideline/changes.hpp"
#include "features/staff/public.hpp"
#include "platform/audit/audit.hpp"

namespace guideline {

bool may_anchor(const rights::Actor& actor, const std::optional<rights::OperationId>& operation) {
    if (actor.is_any({rights::Role::director, rights::Role::consultant})) return true;
    return operation && std::any_of(actor.assignments().begin(), actor.assignments().end(), [&](const auto& a) { return a.role == rights::Role::head_of_operations && a.operation == *operation; });
}

base::Result<AnchoringId, Refusal> anchor(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const NewAnchoring& wanted) {
    std::optional<rights::OperationId> operation;
    if (wanted.unit) {
        const auto unit = staff::unit(tx, *wanted.unit);
        if (!unit) return base::refused(Refusal::unknown);
        operation = unit->operation;
    }
    if (!may_anchor(actor, operation)) return base::refused(Refusal::not_yours);
    const auto* as = actor.acting_as();
    base::require(as != nullptr, "a meeting is noted in a role");
    store::add(tx, {wanted.id, wanted.unit, wanted.day, wanted.decision, wanted.next_step, wanted.link, as->role, now});
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "guideline.anchoring", .object = std::string(wanted.id.text()), .reason = "added"});
    return wanted.id;
}
}

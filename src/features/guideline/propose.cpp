#include "features/guideline/revising.hpp"
#include "platform/audit/audit.hpp"

namespace guideline {
namespace {
// The draft, when the actor may write in it now.
base::Result<Draft, RevisionRefusal> written_in(db::Transaction& tx, const rights::Actor& actor, const DraftId& id) {
    if (!actor.is_any(revisers)) return base::refused(RevisionRefusal::not_yours);
    store::one_at_a_time(tx);
    const auto draft = store::find_draft(tx, id);
    if (!draft) return base::refused(RevisionRefusal::unknown);
    if (draft->stage != Stage::writing) return base::refused(RevisionRefusal::elsewhere);
    return *draft;
}
void line(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const std::string& statement, const char* reason) {
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "guideline.change", .object = statement, .reason = reason});
}
}

base::Result<DraftId, RevisionRefusal> propose(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const DraftId& id, const Change& change) {
    const auto draft = written_in(tx, actor, id);
    if (!draft) return base::refused(draft.refusal());
    if (store::other_draft_of(tx, change.statement, id)) return base::refused(RevisionRefusal::in_another_draft);
    store::put(tx, id, change);
    line(tx, actor, now, change.statement, "changed");
    return id;
}

base::Result<DraftId, RevisionRefusal> take_back_proposal(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const DraftId& id, std::string_view statement) {
    const auto draft = written_in(tx, actor, id);
    if (!draft) return base::refused(draft.refusal());
    if (!store::drop(tx, id, statement)) return base::refused(RevisionRefusal::unknown);
    line(tx, actor, now, std::string(statement), "revoked");
    return id;
}
}

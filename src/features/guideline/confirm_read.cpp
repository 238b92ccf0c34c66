#include "features/guideline/revising.hpp"
#include "platform/audit/audit.hpp"

namespace guideline {

base::Result<int, RevisionRefusal> confirm_read(db::Transaction& tx, const rights::Actor& actor, base::Instant now, int version) {
    const auto found = store::find_version(tx, version);
    if (!found || !found->in_force_at) return base::refused(RevisionRefusal::unknown);
    if (store::read_by(tx, actor.account()).value_or(0) >= version) return version;
    store::set_read(tx, actor.account(), version);
    audit::record(tx, actor, now, {.act = audit::Act::confirm, .kind = "guideline.read", .object = "version-" + std::to_string(version)});
    return version;
}
}

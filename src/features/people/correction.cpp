// A correction beside what is written (SoL 14:6).
#include "base/text.hpp"
#include "features/people/line.hpp"
#include "features/people/protection.hpp"
#include "features/people/sealing.hpp"

namespace people {

base::Result<std::string, CorrectionRefusal> note_correction(db::Transaction& tx, const vault::Vault& vault, crypto::Randomness& randomness, const Actor& actor, const AreaScope& scope, base::Instant now,
                                                             const PersonId& id, std::string_view says) {
    says = base::trimmed(says);
    if (says.empty()) return base::refused(CorrectionRefusal::missing);
    if (base::length(says) > longest_correction) return base::refused(CorrectionRefusal::too_long);
    const auto stored = visible(tx, actor, scope, now, id, Reason::correction);
    if (!stored) return base::refused(CorrectionRefusal::unknown);
    const auto correction = crypto::text_of(crypto::random_id(randomness));
    const auto key = vault.opened({person_key, id}, stored->wrapped);
    store::insert_correction(tx, scope, {correction, stored->area, id, seal_correction(key, stored->area, correction, says), actor.account(), now});
    line::corrected(tx, actor, now, stored->area, id);
    return correction;
}
}

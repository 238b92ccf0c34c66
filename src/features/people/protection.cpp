#include "features/people/protection.hpp"
#include "features/people/line.hpp"

namespace people {

void tell_of(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const AreaId& area, const PersonId& id) {
    crypto::SystemRandomness randomness;
    store::insert_alert(tx, scope, {crypto::text_of(crypto::random_id(randomness)), area, AlertKind::protected_person, actor.account(), now});
    line::protected_refused(tx, actor, now, area, id);
}

std::optional<store::Stored> visible(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const PersonId& id, Reason reason) {
    auto stored = store::find(tx, scope, id);
    if (!stored) return line::refused(tx, actor, now, id, reason), std::nullopt;
    if (stored->protection == Protection::none || store::may_see_protected(tx, scope, stored->area, actor.account(), now)) return stored;
    tell_of(tx, actor, scope, now, stored->area, id);
    return std::nullopt;
}

bool grant_protected(db::Transaction& tx, const Actor& by, const AreaScope& scope, base::Instant now, AreaId area, rights::AccountId account, base::Instant until) {
    if (!scope.holds(area)) return false;
    store::grant(tx, scope, now, {area, account, until}, by.account());
    line::protected_granted(tx, by, now, area, account);
    return true;
}
bool revoke_protected(db::Transaction& tx, const Actor& by, const AreaScope& scope, base::Instant now, AreaId area, rights::AccountId account) {
    if (!scope.holds(area) || !store::revoke(tx, scope, area, account)) return false;
    line::protected_revoked(tx, by, now, area, account);
    return true;
}
std::vector<ProtectedReader> protected_readers(db::Reader& reader, const AreaScope& scope) { return store::protected_readers(reader, scope); }
}

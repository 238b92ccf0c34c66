// A row is made, changed, erased.
#include "features/people/line.hpp"
#include "features/people/protection.hpp"
#include "features/people/sealing.hpp"
#include "features/people/store_safe.hpp"
#include "platform/outbox/forget.hpp"

namespace people {

Ground Ground::service(std::string decision) {
    base::require(!decision.empty(), "a service is kept by a decision with a number");
    return {"service", std::move(decision)};
}

NewPerson sealed(const vault::Vault& vault, crypto::Randomness& randomness, AreaId area, Kind kind, Protection protection, const CheckedDetails& details) {
    return sealed(vault, randomness, area, kind, Ground::employment(), protection, details);
}
NewPerson sealed(const vault::Vault& vault, crypto::Randomness& randomness, AreaId area, Kind kind, const Ground& ground, Protection protection, const CheckedDetails& details) {
    base::require((kind == Kind::staff) == (ground.key() == Ground::employment().key()), "a row about somebody needs a ground that fits who it is");
    const auto id = crypto::new_id<PersonId>(randomness);
    auto key = vault.new_key({person_key, id});
    auto columns = seal(vault, key.key, area, id, details.get());
    return {id, area, kind, ground, protection, std::move(columns), std::move(key)};
}

bool add(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const NewPerson& person) {
    if (!store::insert(tx, scope, now, person)) return false;
    vault::keep(tx, {person_key, person.id}, person.key, now);
    line::created(tx, actor, now, person);
    return true;
}

bool change(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const PersonId& id, const Change& wanted) {
    const auto stored = visible(tx, actor, scope, now, id, Reason::correction);
    if (!stored) return false;
    const auto key = vault.opened({person_key, id}, stored->wrapped);
    store::replace(tx, scope, now, *stored, wanted.protection, seal(vault, key, stored->area, id, wanted.details.get()));
    if (wanted.protection != Protection::none) store::remove_safe(tx, scope, stored->area, id);   // the program reaches her in no way (H3)
    line::changed(tx, actor, now, stored->area, id);
    return true;
}

bool erase(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const PersonId& id) {
    const auto stored = visible(tx, actor, scope, now, id, Reason::correction);
    if (!stored) return false;
    store::remove(tx, scope, id);
    outbox::forget(tx, stored->area, id);
    vault.erase(tx, {person_key, id}, now);
    line::erased(tx, actor, now, stored->area, id);
    return true;
}
}

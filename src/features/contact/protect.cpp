#include "features/contact/protect.hpp"
#include "features/contact/own.hpp"
#include "features/contact/stored.hpp"
#include "features/contact/store_personal.hpp"
#include "features/people/public.hpp"
#include "platform/outbox/outbox.hpp"

namespace contact {

base::Result<ContactId, DeskRefusal> protect(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const ContactId& id) {
    const auto scope = own_scope(actor, now);
    const auto c = stored::locked(tx, scope, id);
    const auto who = c && c->person ? people::open(tx, vault, actor, scope, now, *c->person, people::Reason::correction) : std::nullopt;
    if (!who) return refused(tx, actor, now, id), base::refused(DeskRefusal::unknown);
    const auto details = people::checked(who->details, now);
    base::require(details && people::change(tx, vault, actor, scope, now, who->id, {*details, people::Protection::protected_identity}), "what is kept of a person can be kept");
    for (const auto& one : store::of_person(tx, scope, who->id)) outbox::stop(tx, one.area, one.id.text(), now);
    wrote(tx, actor, now, *c, "protected");
    return c->id;
}
}

#include "features/contact/claim.hpp"
#include "features/contact/absence.hpp"
#include "features/contact/own.hpp"
#include "features/contact/store_desk.hpp"

namespace contact {

base::Result<ContactId, DeskRefusal> claim(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const ContactId& id, Over over) {
    const auto c = stored::locked(tx, own_scope(actor, now), id);
    if (!c) return refused(tx, actor, now, id), base::refused(DeskRefusal::unknown);
    if (!c->open()) return base::refused(DeskRefusal::closed);
    if (c->taken_by == actor.account()) return c->id;
    if (c->taken_by && over == Over::no && !away(tx, *c->taken_by, calendar::date(now))) return base::refused(DeskRefusal::taken);
    store::take(tx, *c, actor.account(), now);
    wrote(tx, actor, now, *c, "claim");
    return c->id;
}

base::Result<ContactId, DeskRefusal> release(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const ContactId& id) {
    const auto c = stored::locked(tx, own_scope(actor, now), id);
    if (!c) return refused(tx, actor, now, id), base::refused(DeskRefusal::unknown);
    if (!c->open()) return base::refused(DeskRefusal::closed);
    if (c->taken_by != actor.account()) return base::refused(DeskRefusal::not_yours);
    store::let_go(tx, *c);
    wrote(tx, actor, now, *c, "release");
    return c->id;
}
}

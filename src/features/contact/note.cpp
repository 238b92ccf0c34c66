#include "features/contact/note.hpp"
#include "features/contact/own.hpp"
#include "features/contact/store_desk.hpp"

namespace contact {

base::Result<ContactId, DeskRefusal> note(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const Noting& n) {
    const auto c = stored::locked(tx, own_scope(actor, now), n.id);
    const auto with = c ? vault.key(tx, owner_of(c->id)) : std::nullopt;
    if (!c || !with) return refused(tx, actor, now, n.id), base::refused(DeskRefusal::unknown);
    if (!c->open()) return base::refused(DeskRefusal::closed);
    const auto text = clean(n.text);
    if (const auto no = wrong_text(text)) return base::refused(*no);
    const auto position = store::next_position(tx, *c);
    store::append(tx, *c, {position, MessageKind::note, actor.account(), sealed(*with, message_column, c->id, text, position), now});
    wrote(tx, actor, now, *c, "note");
    return c->id;
}
}

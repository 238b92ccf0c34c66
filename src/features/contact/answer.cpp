#include "features/contact/answer.hpp"
#include "features/contact/notify.hpp"
#include "features/contact/own.hpp"
#include "features/contact/store_desk.hpp"

namespace contact {

base::Result<ContactId, DeskRefusal> answer(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const Answering& a) {
    const auto c = stored::locked(tx, own_scope(actor, now), a.id);
    const auto with = c ? vault.key(tx, owner_of(c->id)) : std::nullopt;
    if (!c || !with) return refused(tx, actor, now, a.id), base::refused(DeskRefusal::unknown);
    if (!c->open()) return base::refused(DeskRefusal::closed);
    if (c->left_at) return base::refused(DeskRefusal::left);
    const auto text = clean(a.text);
    if (const auto no = wrong_text(text)) return base::refused(*no);
    const auto position = store::next_position(tx, *c);
    store::append(tx, *c, {position, MessageKind::answer, actor.account(), sealed(*with, message_column, c->id, text, position), now});
    store::set_answered(tx, *c, now);
    if (!c->taken_by) store::take(tx, *c, actor.account(), now);
    (void)put_notice(tx, own_scope(actor, now), now, *c, a.notice);
    wrote(tx, actor, now, *c, "answer");
    return c->id;
}
}

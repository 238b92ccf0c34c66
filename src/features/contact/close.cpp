#include "features/contact/close.hpp"
#include "features/contact/own.hpp"
#include "features/contact/triage.hpp"
#include "platform/outbox/outbox.hpp"

namespace contact {
namespace {
std::optional<DeskRefusal> still_to_do(db::Reader& reader, const Contact& c, const Closing& closing) {
    const auto messages = store::messages(reader, c);
    if (!unjudged(messages, store::judged(reader, c)).empty()) return DeskRefusal::triage_missing;
    const auto routes = store::routes(reader, c);
    if (std::any_of(routes.begin(), routes.end(), [](const auto& r) { return r.open(); })) return DeskRefusal::route_open;
    if (closing.outcome == Outcome::answered && !c.answered_at) return DeskRefusal::not_answered;
    return std::nullopt;
}
}

base::Result<ContactId, DeskRefusal> close(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const Closing& closing) {
    const auto c = stored::locked(tx, own_scope(actor, now), closing.id);
    if (!c) return refused(tx, actor, now, closing.id), base::refused(DeskRefusal::unknown);
    if (!c->open()) return base::refused(DeskRefusal::closed);
    if (const auto no = still_to_do(tx, *c, closing)) return base::refused(*no);
    store::close(tx, *c, now, closing.outcome);
    if (store::count_once(tx, *c, now)) facts::record(tx, facts::contact_closed(calendar::date(now), key(c->way), key(closing.outcome), key(c->children)), closing.drawn);
    outbox::close_calls(tx, c->area, c->id.text(), now);   // the notice of an answer still goes
    wrote(tx, actor, now, *c, "close");
    return c->id;
}
}

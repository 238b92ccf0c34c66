#include "features/contact/converse.hpp"
#include "features/contact/store_asking.hpp"
#include "features/contact/visits.hpp"
#include "platform/audit/audit.hpp"
#include "platform/db/hash.hpp"
#include "platform/outbox/outbox.hpp"

namespace contact {
namespace {
void noted(db::Transaction& tx, base::Instant now, const Contact& contact, std::string reason) {
    audit::record(tx, visitor(), now, {.act = audit::Act::write, .kind = "contact", .object = std::string(contact.id.text()), .reason = std::move(reason), .area = contact.area});
}
}

std::string form_hash(std::string_view stamp) { return db::sha256(stamp); }

bool waits(db::Reader& reader, const Contact& contact) {
    const auto all = kept::messages(reader, contact.area, contact.id);
    return !all.empty() && all.back().kind == MessageKind::incoming && contact.open();
}

Wrote write_more(db::Transaction& tx, base::Instant now, const Writing& w) {
    const auto contact = stored::locked(tx, scope_of(w.area), w.contact);
    if (!contact || contact->left_at) return Wrote::not_there;
    if (kept::has_form(tx, w.area, w.contact, w.form)) return Wrote::before;
    if (kept::next_position(tx, w.area, w.contact) != w.position) return Wrote::moved_on;
    const bool waited = waits(tx, *contact);
    kept::add_incoming(tx, w.area, w.contact, w.position, w.body, now, w.form);
    // Who waits already is answered by when she was first told; otherwise a new promise begins, and what was closed is open again.
    if (!waited) kept::reopen(tx, *contact, w.promise ? w.promise->answered_by : contact->promised_at.value_or(now));
    noted(tx, now, *contact, "wrote");
    return Wrote::now;
}

bool end_conversation(db::Transaction& tx, base::Instant now, const AreaId& area, const ContactId& id) {
    const auto contact = stored::locked(tx, scope_of(area), id);
    if (!contact || contact->left_at) return false;
    kept::leave(tx, *contact, now);
    outbox::stop(tx, area, id.text(), now);   // who has left is told nothing more
    kept::remove_receipt(tx, area, id);
    kept::remove_visits(tx, area, id);
    noted(tx, now, *contact, "ended");
    return true;
}
}

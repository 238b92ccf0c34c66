#include "features/contact/send.hpp"
#include "base/text.hpp"
#include "features/contact/store_asking.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/db/hash.hpp"

namespace contact {
namespace {
Contact contact_of(const Sending& s, const Number& number, base::Instant now) {
    Contact c{.id = s.id, .area = s.promise.reception.area, .number = number, .way = s.draft.way, .subject = subject_of(s.draft), .young = s.draft.young, .language = s.draft.language,
              .unit = s.promise.reception.unit, .arrived_at = now};
    c.promised_at = s.promise.answered_by;
    if (s.naming) c.person = s.naming->person.id, c.named_at = now;
    return c;
}
}

Begun begin_draft(db::Transaction& tx, const vault::Vault& vault, base::Instant now, const Beginning& b) {
    if (b.may_add && kept::add_draft(tx, b.area, b.id, {b.sealed, now, b.until})) {
        vault::keep(tx, owner_of(b.id), b.key, now);
        begin_visit(tx, now, b.visit, b.area, b.id);
        return Begun::now;
    }
    const auto there = kept::draft(tx, b.area, b.id);
    const auto key = vault.key(tx, owner_of(b.id));
    if (!there || !key || opened(*key, draft_column, b.id, there->content) != written(b.draft)) return Begun::used;
    begin_visit(tx, now, b.visit, b.area, b.id);
    return Begun::before;
}

bool give_code(db::Transaction& tx, base::Instant now, const AreaId& area, const ContactId& id, const NewReceipt& receipt, std::string_view visit, std::string_view sealed_code, base::Instant until) {
    if (!kept::draft(tx, area, id)) return false;   // sent meanwhile: a conversation's code has no end
    if (!kept::add_receipt(tx, receipt.lookup, {receipt.proof, area, id}, now, until)) {
        kept::extend_receipt(tx, area, id, until);
        return false;
    }
    kept::keep_code(tx, visit, sealed_code);
    return true;
}

Sent send(db::Transaction& tx, const vault::Vault& vault, base::Instant now, const Sending& s) {
    const auto& to = s.promise.reception;
    if (!kept::take_draft(tx, s.area, s.id, s.read_content)) {
        if (kept::draft(tx, s.area, s.id)) return Sent::changed;
        const bool there = stored::find(tx, scope_of(to.area), s.id) || stored::find(tx, scope_of(s.area), s.id);
        return there ? Sent::before : Sent::gone;
    }
    if (s.area != to.area) kept::move(tx, s.id, s.area, to.area);
    if (s.naming) add_person(tx, vault, now, *s.naming);
    const auto hash = db::sha256(s.wording);
    kept::add_wording(tx, hash, s.wording, now);
    const auto number = kept::next_number(tx, to.area, calendar::date(now).year);
    const bool added = kept::add_contact(tx, contact_of(s, number, now), {s.interpreter, hash});
    base::require(added, "a draft was there beside its own contact");
    kept::add_incoming(tx, to.area, s.id, 1, s.body, now, s.id.text());
    if (kept::add_receipt(tx, s.receipt.lookup, {s.receipt.proof, to.area, s.id}, now, std::nullopt)) kept::keep_code(tx, s.visit, s.sealed_code);
    else kept::extend_receipt(tx, to.area, s.id, std::nullopt);   // the code she has written down goes on opening it
    audit::record(tx, visitor(), now, {.act = audit::Act::write, .kind = "contact", .object = std::string(s.id.text()), .reason = "asked", .area = to.area});
    return Sent::now;
}

std::string first_message(const Draft& draft) {
    auto text = std::string(base::trimmed(draft.text));
    if (text.empty()) text = "Jag vill bli uppringd.";
    if (!draft.wish.empty()) text += "\n\nOm svaret: " + draft.wish;
    return text;
}
}

#include "features/contact/ask_along.hpp"
#include "features/contact/ground.hpp"
#include "features/contact/receipt.hpp"
#include "features/contact/store_asking.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"

namespace contact {

std::optional<Alongside> alongside(const Along& with, const municipality::Municipality& municipality, base::Instant now, const Asked_along& asked) {
    const auto promised = with.database.read([&](db::Reader& reader) { return promise(reader, municipality, now); });
    if (!promised || (asked.may && !asked.may(promised->reception.area))) return std::nullopt;
    auto proof = with.passwords.hashed(asked.code.digits());
    if (!proof) return std::nullopt;
    const auto id = crypto::new_id<ContactId>(with.randomness);
    auto key = with.vault.new_key(owner_of(id));
    auto body = sealed(key.key, message_column, id, asked.text, 1);
    return Alongside{id, *promised, std::move(key), std::move(body), lookup_of(with.vault, asked.code), *std::move(proof), asked.language, asked.to_the_hour};
}

void ask_alongside(db::Transaction& tx, const rights::Actor& who, base::Instant now, const Alongside& a) {
    constexpr std::int64_t hour_ms = 60 * 60'000;
    const auto& to = a.promise.reception;
    const base::Instant at{a.to_the_hour ? now.ms - now.ms % hour_ms : now.ms};
    if (kept::receipt(tx, a.lookup, now)) return;   // the same form was sent before
    Contact c{.id = a.id, .area = to.area, .number = kept::next_number(tx, to.area, calendar::date(now).year), .way = Way::written, .subject = Subject::question, .language = a.language, .unit = to.unit, .arrived_at = at};
    c.promised_at = a.promise.answered_by;
    vault::keep(tx, owner_of(a.id), a.key, now);
    base::require(kept::add_contact(tx, c, {}), "a contact with a new id was there already");
    base::require(kept::add_incoming(tx, to.area, a.id, 1, a.body, at, a.id.text()), "a new contact had a message already");
    base::require(kept::add_receipt(tx, a.lookup, {a.proof, to.area, a.id}, now, std::nullopt), "a new contact had a code already");
    audit::record(tx, who, now, {.act = audit::Act::write, .kind = "contact", .object = std::string(a.id.text()), .reason = "asked", .area = to.area});
}
}

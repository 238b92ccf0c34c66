// What was handed over becomes a contact of the receiver's own.
#include "features/contact/hand_over.hpp"
#include "features/contact/own.hpp"
#include "features/contact/store_desk.hpp"
#include "platform/calendar/calendar.hpp"

namespace contact {
namespace {

// The first message of the new contact: the copied words, and what people may not keep, in the order it was chosen.
std::string first_message(const Copy& copy, bool with_name) {
    std::string out;
    for (const auto& text : copy.texts) out += (out.empty() ? "" : "\n\n") + text;
    for (const auto& extra : {with_name ? copy.name : std::string(), with_name && !copy.phone.empty() ? number_with_rules(copy) : std::string(), copy.interpreter})
        if (!extra.empty()) out += (out.empty() ? "" : "\n\n") + extra;
    return out;
}
// She agreed that her name goes along: she is a person of the receiver's area too, in a row of its own.
std::optional<PersonId> person(db::Transaction& tx, const vault::Vault& vault, crypto::Randomness& randomness, const rights::Actor& actor, base::Instant now, const store::HandedOver& sent, const Copy& copy) {
    if (copy.name.empty() || sent.ground == store::HandoverGround::duty) return std::nullopt;
    if (sent.ground == store::HandoverGround::same_area) {   // the same row: a person has one in each area
        const auto first = stored::find(tx, own_scope(actor, now), sent.contact);
        return first ? first->person : std::nullopt;
    }
    const auto details = people::checked({.name = copy.name, .phone = copy.phone}, now);
    if (!details) return std::nullopt;
    const auto made = people::sealed(vault, randomness, sent.to_area, people::Kind::carer, people::Ground::agreed_follow_up(), people::Protection::none, *details);
    const auto scope = own_scope(actor, now);
    if (!people::add(tx, actor, scope, now, made)) return std::nullopt;
    const auto said = copy.safe ? people::checked(*copy.safe) : people::checked({});
    if (copy.safe && said) base::require(people::set_safe_contact(tx, vault, actor, scope, now, made.id, *said), "what was said of a person's number could not be kept with her");
    return made.id;
}
}

base::Result<ContactId, DeskRefusal> receive(db::Transaction& tx, const vault::Vault& vault, crypto::Randomness& randomness, const rights::Actor& actor, base::Instant now, const Receiving& r) {
    const auto sent = store::for_units(tx, receiving_units(actor), r.handover);
    const auto scope = own_scope(actor, now);
    const auto with = sent && sent->opened_at && scope.holds(sent->to_area) ? vault.key(tx, owner_of(sent->id)) : std::nullopt;
    if (!with || !store::receive(tx, *sent, r.contact)) return refused(tx, actor, now, r.contact), base::refused(DeskRefusal::unknown);
    const auto copy = opened(*with, sent->id, sent->copy);
    const int year = calendar::date(now).year;
    Contact c{.id = r.contact, .area = sent->to_area, .number = {year, store::draw_number(tx, sent->to_area, year)}, .way = Way::referral, .subject = Subject::referral, .unit = sent->to_unit, .arrived_at = now};
    c.promised_at = r.promised_at;
    c.person = person(tx, vault, randomness, actor, now, *sent, copy);
    if (c.person) c.named_at = c.named_seen_at = now;
    c.taken_by = actor.account(), c.taken_at = now;
    vault::keep(tx, owner_of(c.id), r.key, now);
    store::insert(tx, c);
    store::append(tx, c, {1, MessageKind::incoming, std::nullopt, sealed(r.key.key, message_column, c.id, first_message(copy, !c.person), 1), now, now});
    vault.erase(tx, owner_of(sent->id), now);   // the words are the contact's now
    wrote(tx, actor, now, c, "enter");
    return c.id;
}
}

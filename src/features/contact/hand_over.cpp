#include "features/contact/hand_over.hpp"
#include "base/text.hpp"
#include "features/contact/own.hpp"
#include "features/contact/store_desk.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"

namespace contact {
namespace {
using store::HandoverGround;

bool reads_now(const staff::Assignment& a, calendar::Date today) { return handover_readers.has(a.role) && !a.ended_at && a.from <= today && (!a.until || today <= *a.until); }

void line(db::Transaction& tx, const rights::Actor& actor, base::Instant now, audit::Act act, const store::HandoverId& id, std::string_view reason, const AreaId& area, const std::optional<PersonId>& about = {}) {
    std::vector<audit::Subject> subjects;
    if (about) subjects.push_back({area, *about});
    audit::record(tx, actor, now, {.act = act, .kind = "contact.handover", .object = std::string(id.text()), .reason = std::string(reason), .area = area}, subjects);
}

std::vector<std::string> texts(db::Reader& reader, const crypto::Key& with, const Contact& c, const std::vector<std::int64_t>& wanted) {
    std::vector<std::string> out;
    for (const auto& m : store::messages(reader, c))
        if (m.kind == MessageKind::incoming && std::find(wanted.begin(), wanted.end(), m.position) != wanted.end()) out.push_back(opened(with, message_column, c.id, m.body, m.position));
    return out;
}
void name_and_number(const std::optional<people::Person>& who, const Chosen& chosen, Copy& copy) {
    if (!who) return;
    if (chosen.name) copy.name = who->details.name;
    if (chosen.phone) copy.phone = who->details.phone;
}
// Whether that ground can carry it there.
bool fits(HandoverGround ground, const AreaId& from, const AreaId& to) { return (ground == HandoverGround::same_area) == (from == to); }
std::optional<AreaId> area_of(const staff::Organisation& all, const UnitId& unit) {
    const auto* operation = all.operation_of(unit);
    return operation ? std::optional(operation->area) : std::nullopt;
}
}

std::vector<UnitId> receiving_units(const rights::Actor& actor) {
    std::vector<UnitId> out;
    for (const auto& a : actor.assignments())
        if (handover_readers.has(a.role) && std::find(out.begin(), out.end(), a.unit) == out.end()) out.push_back(a.unit);
    return out;
}

std::vector<staff::Unit> possible_receivers(const staff::Organisation& all, const UnitId& own, base::Instant now) {
    const auto today = calendar::date(now);
    std::vector<staff::Unit> out;
    for (const auto& unit : all.units)
        if (unit.id != own && std::any_of(all.assignments.begin(), all.assignments.end(), [&](const auto& a) { return a.unit == unit.id && reads_now(a, today); })) out.push_back(unit);
    return out;
}

base::Result<Copy, DeskRefusal> copied(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const Contact& c, const Chosen& chosen) {
    const auto all = staff::organisation(tx, now);
    const auto units = possible_receivers(all, c.unit, now);
    const auto to = area_of(all, chosen.to);
    if (!to || std::none_of(units.begin(), units.end(), [&](const auto& u) { return u.id == chosen.to; })) return base::refused(DeskRefusal::no_receiver);
    if (!fits(chosen.ground, c.area, *to)) return base::refused(DeskRefusal::ground_wrong);
    const auto with = own_scope(actor, now).holds(c.area) ? vault.key(tx, owner_of(c.id)) : std::nullopt;
    if (!with) return base::refused(DeskRefusal::unknown);
    const auto who = c.person ? people::open(tx, vault, actor, own_scope(actor, now), now, *c.person, people::Reason::referral) : std::nullopt;
    if (c.person && !who) return base::refused(DeskRefusal::nothing_chosen);   // protected (H3): neither who she is nor what she wrote moves
    if (who) store::set_name_seen(tx, c, now);
    Copy copy;
    copy.texts = texts(tx, *with, c, chosen.messages);
    name_and_number(who, chosen, copy);
    if (!copy.phone.empty()) copy.safe = people::safe_contact(tx, vault, actor, own_scope(actor, now), now, *c.person);
    if (chosen.interpreter)
        if (const auto wish = store::interpreter(tx, c)) copy.interpreter = opened(*with, interpreter_column, c.id, *wish);
    if (copy.empty()) return base::refused(DeskRefusal::nothing_chosen);
    return copy;
}

base::Result<store::HandoverId, DeskRefusal> hand_over(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const HandingOver& h) {
    const auto c = stored::locked(tx, own_scope(actor, now), h.contact);
    if (!c) return refused(tx, actor, now, h.contact), base::refused(DeskRefusal::unknown);
    if (!c->open()) return base::refused(DeskRefusal::closed);
    const auto copy = copied(tx, vault, actor, now, *c, h.chosen);
    if (!copy) return base::refused(copy.refusal());
    const auto to = area_of(staff::organisation(tx, now), h.chosen.to);
    vault::keep(tx, owner_of(h.id), h.key, now);
    store::insert(tx, {.id = h.id, .area = c->area, .contact = c->id, .number = c->number, .from_unit = c->unit, .to_area = *to, .to_unit = h.chosen.to, .ground = h.chosen.ground,
                       .copy = sealed(h.key.key, h.id, *copy), .sent_by = actor.account(), .sent_at = now});
    line(tx, actor, now, audit::Act::refer, h.id, key(h.chosen.ground), c->area, copy->name.empty() && copy->phone.empty() ? std::nullopt : c->person);
    return h.id;
}

base::Result<ContactId, DeskRefusal> call_back(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const ContactId& id, const store::HandoverId& handover) {
    const auto c = stored::locked(tx, own_scope(actor, now), id);
    const auto sent = c ? store::from_contact(tx, *c, handover) : std::nullopt;
    if (!sent) return refused(tx, actor, now, id), base::refused(DeskRefusal::unknown);
    if (sent->called_back_at) return c->id;
    if (!store::call_back(tx, *sent, now)) return base::refused(DeskRefusal::opened);
    vault.erase(tx, owner_of(sent->id), now);
    line(tx, actor, now, audit::Act::write, sent->id, "called_back", c->area);
    return c->id;
}

base::Result<store::HandoverId, DeskRefusal> open_copy(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const store::HandoverId& id) {
    const auto sent = store::for_units(tx, receiving_units(actor), id);
    if (!sent || (sent->waits() && !store::open(tx, *sent, actor.account(), now))) {
        audit::record(tx, actor, now, {.act = audit::Act::refused, .kind = "contact.handover", .object = std::string(id.text()), .reason = "referral"});
        return base::refused(DeskRefusal::unknown);
    }
    line(tx, actor, now, audit::Act::read, id, "referral", sent->to_area);
    return id;
}
}

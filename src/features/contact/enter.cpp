#include "features/contact/enter.hpp"
#include "features/contact/own.hpp"
#include "features/contact/store_desk.hpp"
#include "platform/calendar/calendar.hpp"

namespace contact {

std::vector<rights::Assignment> entering_units(const rights::Actor& actor) {
    std::vector<rights::Assignment> out;
    for (const auto& a : actor.assignments())
        if (team.has(a.role) && std::none_of(out.begin(), out.end(), [&](const auto& o) { return o.unit == a.unit; })) out.push_back(a);
    return out;
}

base::Result<ContactId, DeskRefusal> enter(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const Entering& e) {
    base::require(std::find(entered_ways.begin(), entered_ways.end(), e.way) != entered_ways.end() && e.subject != Subject::referral, "staff enter letters, visits and calls");
    const auto units = entering_units(actor);
    const auto where = std::find_if(units.begin(), units.end(), [&](const auto& a) { return a.unit == e.unit; });
    if (where == units.end()) return base::refused(DeskRefusal::unknown);
    const auto text = clean(e.text);
    if (const auto no = wrong_text(text)) return base::refused(*no);
    const int year = calendar::date(now).year;
    if (e.person && !people::add(tx, actor, own_scope(actor, now), now, *e.person)) return base::refused(DeskRefusal::unknown);
    Contact c{.id = e.id, .area = where->area, .number = {year, store::draw_number(tx, where->area, year)}, .way = e.way, .subject = e.subject, .young = e.young, .unit = e.unit, .arrived_at = e.arrived_at.value_or(now)};
    c.promised_at = e.promised_at;
    if (e.person) c.person = e.person->id, c.named_at = c.named_seen_at = now;
    vault::keep(tx, owner_of(c.id), e.key, now);
    store::insert(tx, c);
    store::append(tx, c, {1, MessageKind::incoming, std::nullopt, sealed(e.key.key, message_column, c.id, text, 1), now, now});
    wrote(tx, actor, now, c, "enter");
    return c.id;
}
}

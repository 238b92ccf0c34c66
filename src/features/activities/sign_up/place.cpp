#include "features/activities/sign_up/place.hpp"
#include "features/activities/sign_up/agreed.hpp"
#include "features/activities/sign_up/cannot_come.hpp"
#include "features/activities/sign_up/links.hpp"
#include "features/activities/sign_up/say_wishes.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
#include "platform/calendar/calendar.hpp"
#include <algorithm>

namespace activities {
namespace {
constexpr std::array<std::pair<Act, std::string_view>, 15> acts{{{Act::look, "se"}, {Act::leave, "lamna"}, {Act::really_leave, "ja-lamna"}, {Act::accept, "ja-tack"}, {Act::decline, "nej-tack"}, {Act::cannot_come, "kan-inte"},
                                                                  {Act::change_time, "byt-tid"}, {Act::join_room, "pa-plats"}, {Act::join_net, "pa-natet"}, {Act::show_name, "visa-namn"}, {Act::hide_name, "dolj-namn"}, {Act::say_why, "varfor"},
                                                                  {Act::no_link, "ingen-lank"}, {Act::say_address, "adress"}, {Act::calendar, "kalender"}}};

void add_times(db::Reader& reader, const Ground& ground, const rights::AreaScope& scope, base::Instant now, Place& p) {
    for (auto& s : store::sessions_from(reader, p.activity, now)) {
        const bool own = p.activity.kind != Kind::individual || s.id.text() == p.entry.slot;
        if (!own && s.takes_place() && s.times.begins_at() > now && store::free_seats(reader, s.area, s.id) > 0) p.free_times.push_back(s.id);
        if (own && has_said_so(reader, scope, s, p.entry.id)) p.said_no.push_back(s.id);
        if (own && s.way == Way::hybrid)
            if (const auto joins = store::choice(reader, scope, s, p.entry.id)) p.joins.emplace(s.id.text(), *joins);
        if (own && s.takes_place() && s.times.day() == calendar::date(now) && p.meeting.empty())
            if (const auto link = meeting_for(reader, ground.vault, scope, now, s.id, p.entry.id)) p.meeting = *link;
        p.sessions.push_back(std::move(s));
    }
}
void add_wishes(db::Reader& reader, const Ground& ground, const rights::AreaScope& scope, Place& p) {
    p.ask_why = p.entry.state == EntryState::left && !store::has_said_why(reader, scope, p.entry.id);
    p.may_show_name = !has_ended(p.entry.state) && may_show_names(p.activity, p.entry);
    if (!p.may_show_name) return;
    p.shown_name = store::shown_name(reader, ground.vault, scope, p.entry);
    // Whoever sees the others is seen by them, and only among those who come.
    if (p.shown_name && p.entry.state == EntryState::placed) p.others = store::shown_names_of_others(reader, ground.vault, scope, p.entry);
}
void add_agreed(db::Reader& reader, const Ground& ground, const rights::AreaScope& scope, base::Instant now, Place& p) {
    if (p.activity.kind != Kind::individual || p.entry.state != EntryState::placed) return;
    const auto own = std::find_if(p.sessions.begin(), p.sessions.end(), [&](const Session& s) { return s.id.text() == p.entry.slot; });
    if (own == p.sessions.end() || (own->way != Way::phone && own->way != Way::home)) return;
    p.may_say_address = may_say_address(p.activity, p.entry, *own, now);
    const auto needs = own->way == Way::home ? store::needs(reader, ground.vault, scope, p.entry) : std::nullopt;
    const bool may_call = p.entry.person && people::next_safe_call(reader, scope, *p.entry.person, now).has_value();
    if (needs && !needs->address.empty()) p.agreed = Agreed::known;
    else if (may_call) p.agreed = own->way == Way::phone ? Agreed::known : Agreed::we_ask;
}
// What is random is made before the transaction: where a visit is to be, said anew; or gone, when she changes to a time that is none.
std::optional<NewAddress> address_to_be(const Ground& ground, const Place& p, Act act, const Said& said) {
    if (act != Act::say_address && act != Act::change_time) return std::nullopt;
    const auto scope = scope_of_visitor(p.entry.area);
    return ground.database.read([&](db::Reader& reader) -> std::optional<NewAddress> {
        if (act == Act::say_address) return new_address(reader, ground.vault, scope, p.entry, said.address);
        const auto to = said.session ? store::find_session(reader, scope, *said.session) : std::nullopt;
        return to && to->way != Way::home ? new_address(reader, ground.vault, scope, p.entry, "") : std::nullopt;
    });
}
Answer to_another_time(db::Transaction& tx, const rights::AreaScope& scope, base::Instant now, const EntryId& id, const SessionId& to, const std::optional<NewAddress>& address) {
    auto out = change_time(tx, visitor(), scope, now, id, to);
    if (out && address) forget_address(tx, scope, id, *address);
    return out;
}
// An offer whose time is over is over, also before the job has let the next one have the seat.
std::optional<Entry> as_it_stands(std::optional<Entry> entry, base::Instant now) {
    if (!entry) return entry;
    const auto over = lapsed(*entry, now);
    return over ? *over : entry;
}
std::string hash_of(const Ground& ground, std::string_view typed) {
    if (auto link = link_hash(ground.vault, typed)) return *std::move(link);
    const auto code = crypto::Receipt::from(typed);
    return code ? link_hash_of(ground.vault, *code) : std::string(sizeof(crypto::Digest), '\0');   // one question whatever was typed
}
}

std::string_view key(Act act) {
    for (const auto& [a, text] : acts)
        if (a == act) return text;
    throw base::Bug("an act without a word");
}
std::optional<Act> act_from(std::string_view wanted) {
    for (const auto& [a, text] : acts)
        if (text == wanted) return a;
    return std::nullopt;
}

std::optional<Place> place_by_code(const Ground& ground, std::string_view typed) {
    const auto hash = hash_of(ground, typed);
    const auto now = ground.clock.now();
    return ground.database.read([&](db::Reader& reader) -> std::optional<Place> {
        const auto link = store::followed(reader, hash, Purpose::change, now);
        if (!link) return std::nullopt;
        const auto scope = scope_of_visitor(link->area);
        const auto entry = as_it_stands(store::find_entry(reader, scope, link->entry), now);
        const auto activity = entry ? store::find(reader, scope, entry->activity) : std::nullopt;
        if (!activity) return std::nullopt;
        Place p{.activity = *activity, .entry = *entry, .sessions = {}, .said_no = {}, .free_times = {}};
        if (activity->kind == Kind::individual) p.may_take_another = may_take_another(*activity, *entry, store::find_session(reader, scope, SessionId::stored(entry->slot)));
        if (entry->state == EntryState::waiting) p.before = store::waiting_before(reader, *entry, line_counted + 1);
        add_times(reader, ground, scope, now, p);
        add_wishes(reader, ground, scope, p);
        add_agreed(reader, ground, scope, now, p);
        p.has_link = !has_ended(entry->state) && store::wants_link(reader, scope, entry->id);
        if (entry->state == EntryState::placed) p.messages = store::messages(reader, ground.vault, scope, *activity, entry->slot, entry->made_at);   // what was said before she came was said to others
        return p;
    });
}

Answer done(const Ground& ground, const Place& p, Act act, const Said& said) {
    const auto now = ground.clock.now();
    const auto scope = scope_of_visitor(p.entry.area);
    const auto& id = p.entry.id;
    const auto& session = said.session;
    const Answer nothing = base::refused(Refusal::unknown);
    std::optional<SealedName> name;   // what is random is made before the transaction
    if (act == Act::show_name && said.name) name.emplace(sealed_name(ground.vault, ground.randomness, *said.name));
    const auto drawn = facts::draw(ground.randomness);
    const auto address = address_to_be(ground, p, act, said);
    return ground.database.write([&](db::Transaction& tx) -> Answer {
        switch (act) {
            case Act::look:
            case Act::calendar:
            case Act::leave: return Told{};
            case Act::really_leave: return cancel_place(tx, visitor(), scope, now, id);
            case Act::accept: return accept_offer(tx, visitor(), scope, now, id);
            case Act::decline: return decline_offer(tx, visitor(), scope, now, id);
            case Act::cannot_come: return session ? cannot_come(tx, visitor(), scope, now, *session, id) : nothing;
            case Act::change_time: return session ? to_another_time(tx, scope, now, id, *session, address) : nothing;
            case Act::say_address: return address ? say_address(tx, visitor(), scope, now, id, *address) : Answer(Told{});   // the same once more
            case Act::join_room: return session ? choose_joins(tx, visitor(), scope, now, *session, id, Joins::room) : nothing;
            case Act::join_net: return session ? choose_joins(tx, visitor(), scope, now, *session, id, Joins::net) : nothing;
            case Act::show_name: return name ? show_name(tx, ground.vault, visitor(), scope, now, id, *name) : nothing;
            case Act::hide_name: return hide_name(tx, ground.vault, visitor(), scope, now, id);
            case Act::no_link: return take_back_links(tx, visitor(), scope, now, id);
            case Act::say_why: return said.why ? say_why_left(tx, scope, now, id, *said.why, drawn) : nothing;
        }
        throw base::Bug("an unknown act");
    });
}
}

#include "features/activities/place.hpp"
#include "features/activities/cannot_come.hpp"
#include "platform/calendar/calendar.hpp"

namespace activities {
namespace {
constexpr std::array<std::pair<Act, std::string_view>, 7> acts{{{Act::look, "se"}, {Act::leave, "lamna"}, {Act::really_leave, "ja-lamna"}, {Act::accept, "ja-tack"}, {Act::decline, "nej-tack"}, {Act::cannot_come, "kan-inte"}, {Act::change_time, "byt-tid"}}};

void add_times(db::Reader& reader, const Ground& ground, const rights::AreaScope& scope, base::Instant now, Place& p) {
    for (auto& s : store::sessions_from(reader, p.activity, now)) {
        const bool own = p.activity.kind != Kind::individual || s.id.text() == p.entry.slot;
        if (!own && s.takes_place() && s.times.begins_at() > now && store::free_seats(reader, s.area, s.id) > 0) p.free_times.push_back(s.id);
        if (own && has_said_so(reader, scope, s, p.entry.id)) p.said_no.push_back(s.id);
        if (own && s.takes_place() && s.times.day() == calendar::date(now) && p.meeting.empty())
            if (const auto link = meeting_for(reader, ground.vault, scope, now, s.id, p.entry.id)) p.meeting = *link;
        p.sessions.push_back(std::move(s));
    }
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
    const auto code = crypto::Receipt::from(typed);
    const auto hash = code ? link_hash_of(ground.vault, *code) : std::string(sizeof(crypto::Digest), '\0');   // one question whatever was typed
    const auto now = ground.clock.now();
    return ground.database.read([&](db::Reader& reader) -> std::optional<Place> {
        const auto link = store::followed(reader, hash, Purpose::change, now);
        if (!link) return std::nullopt;
        const auto scope = scope_of_visitor(link->area);
        const auto entry = store::find_entry(reader, scope, link->entry);
        const auto activity = entry ? store::find(reader, scope, entry->activity) : std::nullopt;
        if (!activity) return std::nullopt;
        Place p{.activity = *activity, .entry = *entry, .sessions = {}, .said_no = {}, .free_times = {}};
        if (entry->state == EntryState::waiting) p.before = store::waiting_before(reader, *entry);
        add_times(reader, ground, scope, now, p);
        return p;
    });
}

Answer done(const Ground& ground, const Place& p, Act act, const std::optional<SessionId>& session) {
    const auto now = ground.clock.now();
    const auto scope = scope_of_visitor(p.entry.area);
    return ground.database.write([&](db::Transaction& tx) -> Answer {
        switch (act) {
            case Act::look:
            case Act::leave: return Told{};
            case Act::really_leave: return cancel_place(tx, visitor(), scope, now, p.entry.id);
            case Act::accept: return accept_offer(tx, visitor(), scope, now, p.entry.id);
            case Act::decline: return decline_offer(tx, visitor(), scope, now, p.entry.id);
            case Act::cannot_come: return session ? cannot_come(tx, visitor(), scope, now, *session, p.entry.id) : Answer(base::refused(Refusal::unknown));
            case Act::change_time: return session ? change_time(tx, visitor(), scope, now, p.entry.id, *session) : Answer(base::refused(Refusal::unknown));
        }
        throw base::Bug("an unknown act");
    });
}
}

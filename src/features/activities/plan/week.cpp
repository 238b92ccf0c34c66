#include "features/activities/plan/week.hpp"
#include "features/activities/plan/store_planning.hpp"
#include "platform/calendar/calendar.hpp"

namespace activities {
namespace {
struct Found {
    std::vector<Session> sessions;
    std::vector<store::Standing> standings;
    std::map<std::string, int> taken;
    std::set<SessionId> linked;
};
Found found(db::Reader& reader, const AreaScope& scope, base::Instant now) {
    return {store::all_sessions_from(reader, scope, calendar::start_of(calendar::date(now))), store::standings(reader, scope), store::taken_seats(reader, scope), store::with_meeting(reader, scope)};
}
int& number(Planned& p, EntryState state, int& none) {
    switch (state) {
        case EntryState::placed: return p.placed;
        case EntryState::offered: return p.offered;
        case EntryState::waiting: return p.waiting;
        case EntryState::interested: return p.interested;
        case EntryState::declined:
        case EntryState::lapsed:
        case EntryState::left:
        case EntryState::called_off: return none;
    }
    throw base::Bug("an unknown state");
}
bool lacks(const Session& s, const std::set<SessionId>& linked, base::Instant now) {
    if (!s.takes_place() || s.times.ends_at() <= now) return false;
    return (in_a_room(s.way) && s.place.empty()) || (on_the_net(s.way) && !linked.contains(s.id));
}
int taken_at(const Found& f, const Session& s) {
    const auto at = f.taken.find(std::string(s.id.text()));
    return at == f.taken.end() ? 0 : at->second;
}
Planned planned_of(const Activity& a, const Found& f, base::Instant now) {
    Planned out{.activity = a};
    int none = 0;
    for (const auto& s : f.standings)
        if (s.activity == a.id) number(out, s.state, none) += s.heads, out.first_ends = s.state == EntryState::offered ? s.first_ends : out.first_ends;
    for (const auto& s : f.sessions) {
        if (s.activity != a.id) continue;
        out.coming.push_back(s);
        if (a.state != State::closed && a.state != State::self_led && lacks(s, f.linked, now)) out.lacking.push_back(s);
        if (a.kind == Kind::individual && s.takes_place() && s.times.begins_at() > now) ++out.times, out.booked += taken_at(f, s);
    }
    return out;
}
// Fewer than the minimum while there is time left to say so; in the last two weeks, or always when nobody has said a word.
bool fills_slowly(const Planned& p, calendar::Date today) {
    const auto& t = p.activity.terms;
    if (p.activity.state != State::open || !t.stop_day || p.placed >= std::max(1, t.minimum)) return false;
    return *t.stop_day >= today && calendar::days_between(today, *t.stop_day) <= 14;
}
bool over(const Planned& p, base::Instant now) { return (p.activity.state == State::open || p.activity.state == State::running) && !p.next(now) && p.activity.kind != Kind::individual; }
bool earlier(const Planned& a, const Planned& b, base::Instant now) {
    const bool a_closed = a.activity.state == State::closed, b_closed = b.activity.state == State::closed;
    if (a_closed != b_closed) return b_closed;
    const auto *first = a.next(now), *second = b.next(now);
    if (!first || !second) return first && !second;
    return first->times.begins_at() < second->times.begins_at();
}
void say_what_is_missing(Week& w, base::Instant now) {
    for (const auto& p : w.all) {
        if (p.waiting > 0 || p.offered > 0) w.waits.push_back(&p);
        if (!p.lacking.empty()) w.lacks.push_back(&p);
        if (fills_slowly(p, calendar::date(now))) w.fills_slowly.push_back(&p);
        if (p.activity.state == State::threshold) w.enough.push_back(&p);
        if (over(p, now)) w.over.push_back(&p);
    }
    // Whose offer ends first, then who waits for something soon.
    std::stable_sort(w.waits.begin(), w.waits.end(), [](const Planned* a, const Planned* b) { return a->first_ends && (!b->first_ends || *a->first_ends < *b->first_ends); });
    std::stable_sort(w.lacks.begin(), w.lacks.end(), [](const Planned* a, const Planned* b) { return a->lacking.front().times.begins_at() < b->lacking.front().times.begins_at(); });
}
void put_into_days(Week& w, const Found& f, base::Instant now) {
    const auto today = calendar::date(now);
    for (const auto& s : f.sessions) {
        const int days = calendar::days_between(today, s.times.day());
        const auto of = std::find_if(w.all.begin(), w.all.end(), [&](const Planned& p) { return p.activity.id == s.activity; });
        if (days < 0 || days > 6 || of == w.all.end() || of->activity.state == State::closed) continue;
        (days == 0 ? w.today : w.soon).push_back({&*of, s, of->activity.kind == Kind::individual ? taken_at(f, s) : of->placed});
    }
    const auto in_time = [](const Meeting& a, const Meeting& b) { return a.session.times.begins_at() < b.session.times.begins_at(); };
    std::stable_sort(w.today.begin(), w.today.end(), in_time), std::stable_sort(w.soon.begin(), w.soon.end(), in_time);
}
}

const Session* Planned::next(base::Instant now) const {
    for (const auto& s : coming)
        if (s.takes_place() && s.times.ends_at() > now) return &s;
    return nullptr;
}

std::unique_ptr<const Week> week(db::Reader& reader, const AreaScope& scope, base::Instant now) {
    auto out = std::make_unique<Week>();
    const auto f = found(reader, scope, now);
    for (const auto& a : store::all_activities(reader, scope)) out->all.push_back(planned_of(a, f, now));
    std::stable_sort(out->all.begin(), out->all.end(), [&](const Planned& a, const Planned& b) { return earlier(a, b, now); });
    say_what_is_missing(*out, now);
    put_into_days(*out, f, now);
    return out;
}
Planned standing_of(db::Reader& reader, const AreaScope& scope, const Activity& a, base::Instant now) { return planned_of(a, found(reader, scope, now), now); }
}

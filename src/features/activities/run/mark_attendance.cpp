// Who came, in one tap, and the tap taken back; or how many, without names.
#include "features/activities/run/running.hpp"
#include "features/activities/settling.hpp"
#include "features/activities/line/take_part.hpp"
#include "platform/calendar/calendar.hpp"
#include <algorithm>

namespace activities {
namespace {
using settling::held;
using settling::HeldSession;
using settling::Thing;
using store::Attendance;
using store::Ticked;

std::vector<facts::Word> words_of(const Activity& a, const Session& s) { return {{"activity", key(a.kind)}, {"form", key(s.way)}, {"for_whom", key(a.for_whom)}}; }
std::optional<Refusal> not_now(const Session& s, base::Instant now) {
    if (!s.takes_place()) return Refusal::cancelled;
    if (!facts::open(s.times.day(), calendar::date(now))) return Refusal::over;
    return calendar::date(now) < s.times.day() ? std::optional(Refusal::too_early) : std::nullopt;
}
struct HeldPlace {
    HeldSession at;
    Entry entry;
    std::optional<Attendance> had;
};
base::Result<HeldPlace, Refusal> place_of(db::Transaction& tx, const AreaScope& scope, base::Instant now, const SessionId& session, const EntryId& id) {
    const auto at = held(tx, scope, session);
    if (!at) return base::refused(Refusal::unknown);
    if (const auto why = not_now(at->session, now)) return base::refused(*why);
    const auto entry = store::find_entry(tx, scope, id);
    if (!entry || entry->state != EntryState::placed || entry->slot != settling::slot_of(at->session, at->activity)) return base::refused(Refusal::not_placed);
    return HeldPlace{*at, *entry, store::attendance(tx, scope, at->session, id)};
}
// How many more have come at all, to that kind of activity in that year. Whoever comes often is one: the noise and the limits of what is shown are
// made for persons (security 7.3).
int joined_more(db::Reader& reader, const AreaScope& scope, const HeldPlace& p, int came) {
    const int other = store::came_most(reader, scope, p.at.activity, p.at.session, p.entry);
    return std::max(other, came) - std::max(other, p.had ? p.had->came : 0);
}
// What is different from before becomes a fact.
void ticked(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const HeldPlace& p, const Attendance& now_so, const facts::Drawn& drawn) {
    if (const int more = joined_more(tx, scope, p, now_so.came); more != 0) facts::record(tx, fact_of_joining(p.at.activity, p.at.session, p.entry, more), facts::other(drawn));
    if (const int more = now_so.came - (p.had ? p.had->came : 0); more != 0) facts::record(tx, fact_of_coming(p.at.activity, p.at.session, more), drawn);
    store::keep_attendance(tx, scope, p.at.session, now_so, now);
    settling::wrote(tx, actor, now, p.entry.area, Thing::entry, p.entry.id, "attendance");
}
Answer counted(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const HeldSession& at, int heads, const facts::Drawn& drawn) {
    if (heads < 0 || heads > 9999) return base::refused(Refusal::heads_wrong);
    auto session = at.session;
    const int more = heads - session.heads.value_or(0);
    session.heads = heads;
    store::replace(tx, scope, session);
    if (more != 0) facts::record(tx, fact_of_heads(at.activity, session, more), drawn);
    settling::wrote(tx, actor, now, session.area, Thing::session, session.id, "heads");
    return Told{};
}
}

facts::Fact fact_of_coming(const Activity& a, const Session& s, int more) { return {.kind = took_part, .day = s.times.day(), .words = {{"activity", key(a.kind)}}, .amount = more}; }
facts::Fact fact_of_joining(const Activity& a, const Session& s, const Entry& e, int more) {
    facts::Fact fact{.kind = joined, .day = s.times.day(), .words = words_of(a, s), .amount = more};
    fact.words.push_back({"came_by", key(e.came_by)});
    if (e.been_before) fact.words.push_back({"been_before", key(*e.been_before)});
    return fact;
}
facts::Fact fact_of_heads(const Activity& a, const Session& s, int more) { return {.kind = counted_heads, .day = s.times.day(), .words = words_of(a, s), .amount = more}; }

Answer mark_attendance(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Mark& in) {
    const auto p = place_of(tx, scope, now, in.session, in.entry);
    if (!p) return base::refused(p.refusal());
    if (in.came < 0 || in.came > p->entry.size) return base::refused(Refusal::heads_wrong);
    ticked(tx, actor, scope, now, *p, {in.entry, in.came, p->had && p->had->said_so, in.said_so ? Ticked::told : Ticked::marked}, in.drawn);
    return Told{};
}
Answer unmark_attendance(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Unmark& in) {
    const auto p = place_of(tx, scope, now, in.session, in.entry);
    if (!p) return base::refused(p.refusal());
    if (!p->had || p->had->ticked == Ticked::no) return Told{};
    ticked(tx, actor, scope, now, *p, {in.entry, 0, p->had->said_so, Ticked::no}, in.drawn);
    if (!p->had->said_so) store::remove_attendance(tx, scope, p->at.session, in.entry);
    return Told{};
}
Answer mark_all(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const SessionId& id, const std::vector<facts::Drawn>& drawn) {
    const auto at = held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    if (const auto why = not_now(at->session, now)) return base::refused(*why);
    auto next = drawn.begin();
    for (const auto& entry : store::of_slot(tx, at->session.area, settling::slot_of(at->session, at->activity), EntryState::placed)) {
        const auto had = store::attendance(tx, scope, at->session, entry.id);
        if (had || next == drawn.end()) continue;
        ticked(tx, actor, scope, now, {*at, entry, had}, {entry.id, entry.size, false, Ticked::marked}, *next++);
    }
    return Told{};
}

Answer head_count(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Count& in) {
    const auto at = held(tx, scope, in.session);
    if (!at) return base::refused(Refusal::unknown);
    if (const auto why = not_now(at->session, now)) return base::refused(*why);
    return counted(tx, actor, scope, now, *at, in.heads, in.drawn);
}
Answer count_more(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const CountMore& in) {
    const auto at = held(tx, scope, in.session);
    if (!at) return base::refused(Refusal::unknown);
    if (const auto why = not_now(at->session, now)) return base::refused(*why);
    return counted(tx, actor, scope, now, *at, at->session.heads.value_or(0) + in.by, in.drawn);
}
std::vector<Entry> missing(db::Reader& reader, const AreaScope& scope, const Session& session) {
    std::vector<Entry> out;
    for (const auto& a : store::attendances(reader, scope, session)) {
        if (a.came > 0 || a.cannot_come() || a.ticked == Ticked::no) continue;
        if (const auto entry = store::find_entry(reader, scope, a.entry); entry && entry->state == EntryState::placed) out.push_back(*entry);
    }
    return out;
}
}

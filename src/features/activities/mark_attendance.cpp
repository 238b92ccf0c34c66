// Who came, in one tap; or how many, without names.
#include "features/activities/settling.hpp"
#include "features/activities/take_part.hpp"
#include "platform/calendar/calendar.hpp"
#include <algorithm>

namespace activities {
namespace {
using settling::held;
using settling::Thing;

std::vector<facts::Word> words_of(const Activity& a, const Session& s) { return {{"activity", key(a.kind)}, {"form", key(s.way)}, {"for_whom", key(a.for_whom)}}; }
std::optional<Refusal> not_now(const Session& s, base::Instant now) {
    if (!s.takes_place()) return Refusal::cancelled;
    return calendar::date(now) < s.times.day() ? std::optional(Refusal::too_early) : std::nullopt;
}
}

facts::Fact fact_of_coming(const Activity& a, const Session& s, const Entry& e, int more) {
    facts::Fact fact{.kind = took_part, .day = s.times.day(), .words = words_of(a, s), .amount = more};
    if (e.been_before) fact.words.push_back({"been_before", key(*e.been_before)});
    if (!e.heard_of.empty()) fact.words.push_back({"heard_of", e.heard_of});
    return fact;
}
facts::Fact fact_of_heads(const Activity& a, const Session& s, int more) { return {.kind = counted_heads, .day = s.times.day(), .words = words_of(a, s), .amount = more}; }

Answer mark_attendance(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Mark& in) {
    const auto at = held(tx, scope, in.session);
    if (!at) return base::refused(Refusal::unknown);
    if (const auto why = not_now(at->session, now)) return base::refused(*why);
    const auto entry = store::find_entry(tx, scope, in.entry);
    if (!entry || entry->state != EntryState::placed || entry->slot != settling::slot_of(at->session, at->activity)) return base::refused(Refusal::not_placed);
    if (in.came < 0 || in.came > entry->size) return base::refused(Refusal::heads_wrong);
    const auto had = store::attendance(tx, scope, at->session, in.entry);
    store::keep_attendance(tx, scope, at->session, {in.entry, in.came, in.said_so}, now);
    if (const int more = in.came - (had ? had->came : 0); more != 0) facts::record(tx, fact_of_coming(at->activity, at->session, *entry, more), in.drawn);
    settling::wrote(tx, actor, now, entry->area, Thing::entry, in.entry, "attendance");
    return Told{};
}
Answer head_count(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Count& in) {
    const auto at = held(tx, scope, in.session);
    if (!at) return base::refused(Refusal::unknown);
    if (const auto why = not_now(at->session, now)) return base::refused(*why);
    if (in.heads < 0 || in.heads > 9999) return base::refused(Refusal::heads_wrong);
    auto session = at->session;
    const int more = in.heads - session.heads.value_or(0);
    session.heads = in.heads;
    store::replace(tx, scope, session);
    if (more != 0) facts::record(tx, fact_of_heads(at->activity, session, more), in.drawn);
    settling::wrote(tx, actor, now, session.area, Thing::session, session.id, "heads");
    return Told{};
}
std::vector<Entry> missing(db::Reader& reader, const AreaScope& scope, const Session& session) {
    std::vector<Entry> out;
    for (const auto& a : store::attendances(reader, scope, session)) {
        if (a.came > 0 || a.said_so) continue;
        if (const auto entry = store::find_entry(reader, scope, a.entry); entry && entry->state == EntryState::placed) out.push_back(*entry);
    }
    return out;
}
}

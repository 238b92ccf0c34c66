#include "features/activities/sign_up/say_wishes.hpp"
#include "features/activities/settling.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
#include "features/activities/line/take_part.hpp"
#include "platform/calendar/calendar.hpp"

namespace activities {
namespace {
using settling::held;
using settling::Thing;
}

bool may_show_names(const Activity& a, const Entry& e) {
    const bool meets_again = a.kind == Kind::group || a.kind == Kind::series || a.kind == Kind::course;
    return meets_again && e.keeping != decisions::Keeping::counts;
}

Answer choose_joins(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const SessionId& session, const EntryId& id, Joins joins) {
    const auto at = held(tx, scope, session);
    if (!at) return base::refused(Refusal::unknown);
    if (!at->session.takes_place()) return base::refused(Refusal::cancelled);
    if (at->session.times.ends_at() <= now) return base::refused(Refusal::over);
    if (at->session.way != Way::hybrid) return base::refused(Refusal::not_asked);
    const auto entry = store::find_entry(tx, scope, id);
    if (!entry || entry->state != EntryState::placed || entry->slot != settling::slot_of(at->session, at->activity)) return base::refused(Refusal::not_placed);
    store::choose(tx, scope, at->session, id, joins);
    settling::wrote(tx, actor, now, entry->area, Thing::entry, id, "joins");
    return Told{};
}

Answer show_name(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const EntryId& id, const SealedName& name) {
    const auto at = held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    if (has_ended(at->entry.state)) return base::refused(Refusal::ended);
    if (!may_show_names(at->activity, at->entry)) return base::refused(Refusal::not_asked);
    auto entry = at->entry;
    entry.shows_name = true;
    store::replace(tx, scope, entry);
    store::keep_shown_name(tx, vault, scope, entry, name, now);
    settling::wrote(tx, actor, now, entry.area, Thing::entry, id, "name_shown");
    return Told{};
}
Answer hide_name(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const EntryId& id) {
    const auto at = held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    auto entry = at->entry;
    entry.shows_name = false;
    store::replace(tx, scope, entry);
    store::remove_shown_name(tx, vault, scope, entry, now);
    settling::wrote(tx, actor, now, entry.area, Thing::entry, id, "name_hidden");
    return Told{};
}

Answer say_why_left(db::Transaction& tx, const AreaScope& scope, base::Instant now, const EntryId& id, WhyLeft why, const facts::Drawn& drawn) {
    const auto entry = store::find_entry(tx, scope, id);
    const auto activity = entry ? store::find(tx, scope, entry->activity) : std::nullopt;
    if (!activity) return base::refused(Refusal::unknown);
    if (entry->state != EntryState::left) return base::refused(Refusal::not_asked);
    if (!store::says_why(tx, scope, id)) return Told{};   // said twice
    facts::record(tx, {.kind = left_why, .day = calendar::date(now), .words = {{"activity", key(activity->kind)}, {"why_left", key(why)}}}, drawn);
    return Told{};
}
}

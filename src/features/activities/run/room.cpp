#include "features/activities/run/room.hpp"
#include "base/text.hpp"
#include "features/activities/plan/planning.hpp"
#include "features/activities/settling.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/i18n/language.hpp"
#include <algorithm>
#include <map>

namespace activities {
namespace {
constexpr std::int64_t of_late_ms = 90LL * 24 * 60 * 60'000;
using Names = std::map<std::string, people::Name, std::less<>>;

Names names_of(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const std::vector<Entry>& entries) {
    std::vector<PersonId> ids;
    for (const auto& e : entries)
        for (const auto& person : {e.person, e.companion})
            if (person) ids.push_back(*person);
    Names out;
    if (ids.empty()) return out;
    for (auto& name : people::names(tx, vault, actor, scope, now, ids, people::Reason::own_task)) out.emplace(std::string(name.id.text()), std::move(name));
    return out;
}
// Whoever is protected has no name here: on a list she is a number, as those are who gave none, and nobody sees which it is.
std::vector<std::string> called(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const Entry& e, const Names& names) {
    std::vector<std::string> out;
    for (const auto& person : {e.person, e.companion})
        if (person)
            if (const auto found = names.find(person->text()); found != names.end() && !found->second.masked) out.push_back(found->second.name);
    if (!out.empty()) return out;
    if (e.keeping != decisions::Keeping::alias) return out;
    const auto alias = store::alias(reader, vault, scope, e);
    return alias ? alias->names() : out;
}
Coming coming(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const Session& session, const Entry& e, const Names& names, const i18n::Words& t) {
    auto both = called(reader, vault, scope, e, names);
    Coming out{.entry = e, .called = "", .names = both, .said = store::attendance(reader, scope, session, e.id)};
    if (session.way == Way::hybrid) out.joins = store::choice(reader, scope, session, e.id);
    if (both.empty()) both.push_back(t("Anmälan {n}", {{"n", base::to_text(e.position + 1)}}));
    if (e.size == 2 && both.size() < 2) both.emplace_back(t("en till"));
    out.called = base::joined(both, " " + std::string(t("och")) + " ");
    return out;
}
}

std::vector<std::string> Room::names() const {
    std::vector<std::string> out;
    for (const auto& c : coming)
        out.insert(out.end(), c.names.begin(), c.names.end());
    return out;
}
int Room::expected() const {
    int out = 0;
    for (const auto& c : coming) out += c.entry.size;
    return out;
}
int Room::came() const {
    int out = 0;
    for (const auto& c : coming) out += c.said ? c.said->came : 0;
    return out;
}
std::vector<const Coming*> Room::missing() const {
    std::vector<const Coming*> out;
    for (const auto& c : coming)
        if (c.ticked() && c.said->came == 0 && !c.said->cannot_come()) out.push_back(&c);
    return out;
}

std::optional<Room> open_room(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const SessionId& id, const i18n::Words& t) {
    const auto scope = AreaScope::of(actor, team, now);
    const auto session = store::find_session(tx, scope, id);
    const auto activity = session ? store::find(tx, scope, session->activity) : std::nullopt;
    if (!activity) {
        audit::record(tx, actor, now, {.act = audit::Act::refused, .kind = "activities.session", .object = std::string(id.text())});
        return std::nullopt;
    }
    Room room{.activity = *activity, .session = *session, .sessions = store::sessions(tx, scope, activity->id), .coming = {}};
    room.own = planning_scope(actor, now).holds(session->area);
    room.begun = calendar::date(now) >= session->times.day();
    auto entries = store::of_slot(tx, session->area, settling::slot_of(*session, *activity), EntryState::placed);
    std::sort(entries.begin(), entries.end(), before);
    const auto names = names_of(tx, vault, actor, scope, now, entries);
    for (const auto& e : entries) room.coming.push_back(coming(tx, vault, scope, *session, e, names, t));
    if (session->way == Way::hybrid) room.joins = store::choices(tx, scope, *session);
    room.meeting = store::meeting(tx, vault, scope, *session).value_or("");
    audit::record(tx, actor, now, {.act = audit::Act::list, .kind = "activities.session", .object = std::string(id.text()), .reason = "own_task", .area = session->area});
    return room;
}

std::vector<Coming> called_as(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const Session& session, const std::vector<Entry>& entries, const i18n::Words& t) {
    const auto scope = AreaScope::of(actor, team, now);
    const auto names = names_of(tx, vault, actor, scope, now, entries);
    std::vector<Coming> out;
    for (const auto& e : entries) out.push_back(coming(tx, vault, scope, session, e, names, t));
    return out;
}

std::vector<std::string> names_not_to_write(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const Room& room) {
    const auto scope = AreaScope::of(actor, team, now);
    std::vector<Entry> others;
    for (auto& e : store::entries(tx, scope, room.activity))
        if ((!e.ended_at || e.ended_at->ms > now.ms - of_late_ms) && std::none_of(room.coming.begin(), room.coming.end(), [&](const Coming& c) { return c.entry.id == e.id; })) others.push_back(std::move(e));
    const auto names = names_of(tx, vault, actor, scope, now, others);
    auto out = room.names();
    for (const auto& e : others)
        for (auto& name : called(tx, vault, scope, e, names)) out.push_back(std::move(name));
    return out;
}

NeedsSum needs_of(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const Room& room) {
    NeedsSum out;
    for (const auto& c : room.coming) {
        const auto needs = store::needs(reader, vault, scope, c.entry);
        if (!needs) continue;
        out.loops += needs->hearing_loop, out.step_free += needs->step_free, out.transport += needs->transport;
        if (!needs->food.empty()) ++out.food, out.foods.push_back(needs->food);
        if (!needs->interpreter.empty()) ++out.interpreters, out.languages.push_back(needs->interpreter);
    }
    std::sort(out.foods.begin(), out.foods.end());   // in no order of those who come
    std::sort(out.languages.begin(), out.languages.end());
    return out;
}
}

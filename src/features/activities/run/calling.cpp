#include "features/activities/run/calling.hpp"
#include "features/activities/settling.hpp"
#include <algorithm>

namespace activities {
namespace {
std::optional<Entry> of_this_one(db::Reader& reader, const AreaScope& scope, const SessionId& id, const EntryId& who) {
    const auto session = store::find_session(reader, scope, id);
    const auto entry = session ? store::find_entry(reader, scope, who) : std::nullopt;
    const bool there = entry && entry->activity == session->activity && (entry->slot == session->activity.text() || entry->slot == session->id.text());
    return there ? entry : std::nullopt;
}
Number number(const base::Result<people::Address, people::Unreachable>& found) {
    if (!found) return {.next = found.refusal().next, .why = found.refusal().why};
    return {.ask_for = found->name, .present_as = found->present_as, .to = found->to, .verified = found->verified, .voicemail = found->voicemail, .until = found->until};
}
// Whoever has a place may be called; whoever waits, was offered one or has lost it only while a call about that waits (D6).
bool to_be_called(db::Reader& reader, const AreaScope& scope, const Entry& entry) {
    if (entry.state == EntryState::placed) return true;
    const auto tasks = outbox::tasks(reader, scope);
    return std::any_of(tasks.begin(), tasks.end(), [&](const outbox::Kept& task) { return task.message.about == entry.id.text() && task.message.channel == outbox::Channel::call; });
}
}

std::vector<CallTask> calls_of(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const Room& room, const i18n::Words& t) {
    const auto scope = AreaScope::of(actor, team, now);
    std::vector<CallTask> out;
    auto called = room.coming;
    std::vector<Entry> others;
    for (const auto& task : outbox::tasks(tx, scope)) {
        const auto about = EntryId::from(task.message.about);
        const auto entry = about && task.message.channel == outbox::Channel::call ? of_this_one(tx, scope, room.session.id, *about) : std::nullopt;
        if (!entry) continue;
        if (std::none_of(called.begin(), called.end(), [&](const Coming& c) { return c.entry.id == entry->id; })) others.push_back(*entry);
        out.push_back({*entry, task});
    }
    for (auto& c : called_as(tx, vault, actor, now, room.session, others, t)) called.push_back(std::move(c));
    for (auto& task : out) task.called = std::find_if(called.begin(), called.end(), [&](const Coming& c) { return c.entry.id == task.entry.id; })->called;
    return out;
}
std::optional<SessionId> occasion_to_call_about(db::Reader& reader, const AreaScope& scope, base::Instant now, std::string_view id) {
    const auto who = EntryId::from(id);
    const auto entry = who ? store::find_entry(reader, scope, *who) : std::nullopt;
    if (!entry) return std::nullopt;
    std::optional<SessionId> found;
    for (const auto& s : store::sessions(reader, scope, entry->activity)) {
        if (entry->slot != entry->activity.text() && entry->slot != s.id.text()) continue;
        found = s.id;
        if (s.takes_place() && s.times.ends_at() > now) break;
    }
    return found;
}
std::vector<Number> numbers_of(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const SessionId& session, const EntryId& who) {
    std::vector<Number> out;
    const auto entry = of_this_one(tx, scope, session, who);
    if (!entry || !to_be_called(tx, scope, *entry)) return out;
    for (const auto& person : {entry->person, entry->companion})
        if (person) out.push_back(number(people::reach(tx, vault, actor, scope, now, *person, outbox::Channel::call)));
    return out;
}
Answer called(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const SessionId& session, const EntryId& who) {
    const auto entry = of_this_one(tx, scope, session, who);
    if (!entry) return base::refused(Refusal::unknown);
    outbox::close_calls(tx, entry->area, entry->id.text(), now);
    settling::wrote(tx, actor, now, entry->area, settling::Thing::entry, entry->id, "call.reached");
    return Told{};
}
}

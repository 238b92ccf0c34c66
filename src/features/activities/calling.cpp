#include "features/activities/calling.hpp"
#include "features/activities/settling.hpp"
#include <algorithm>

namespace activities {
namespace {
std::optional<Entry> placed_there(db::Reader& reader, const AreaScope& scope, const SessionId& id, const EntryId& who) {
    const auto session = store::find_session(reader, scope, id);
    const auto entry = session ? store::find_entry(reader, scope, who) : std::nullopt;
    const bool there = entry && entry->activity == session->activity && (entry->slot == session->activity.text() || entry->slot == session->id.text());
    return there ? entry : std::nullopt;
}
Number number(const base::Result<people::Address, people::Unreachable>& found) {
    if (!found) return {.next = found.refusal().next, .why = found.refusal().why};
    return {.ask_for = found->name, .present_as = found->present_as, .to = found->to, .verified = found->verified, .voicemail = found->voicemail, .until = found->until};
}
}

std::vector<CallTask> calls_of(db::Reader& reader, const AreaScope& scope, const Room& room) {
    std::vector<CallTask> out;
    for (const auto& task : outbox::tasks(reader, scope)) {
        const auto about = EntryId::from(task.message.about);
        const auto entry = about && task.message.channel == outbox::Channel::call ? placed_there(reader, scope, room.session.id, *about) : std::nullopt;
        if (entry) out.push_back({*entry, task});
    }
    return out;
}
std::vector<Number> numbers_of(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const SessionId& session, const EntryId& who) {
    std::vector<Number> out;
    const auto entry = placed_there(tx, scope, session, who);
    if (!entry) return out;
    for (const auto& person : {entry->person, entry->companion})
        if (person) out.push_back(number(people::reach(tx, vault, actor, scope, now, *person, outbox::Channel::call)));
    return out;
}
Answer called(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const SessionId& session, const EntryId& who) {
    const auto entry = placed_there(tx, scope, session, who);
    if (!entry) return base::refused(Refusal::unknown);
    outbox::close_calls(tx, entry->area, entry->id.text(), now);
    settling::wrote(tx, actor, now, entry->area, settling::Thing::entry, entry->id, "call.reached");
    return Told{};
}
}

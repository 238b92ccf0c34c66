#include "features/staff/public.hpp"
#include "features/work/logging.hpp"
#include "features/work/store.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"

namespace work {

std::vector<facts::Drawn> draw_facts(crypto::Randomness& randomness) {
    std::vector<facts::Drawn> out;
    for (std::size_t i = 0; i < most_facts; ++i) out.push_back(facts::draw(randomness));
    return out;
}
NewEntry new_entry(crypto::Randomness& randomness, Given given) { return {crypto::new_id<EntryId>(randomness), std::move(given), draw_facts(randomness)}; }

base::Result<EntryId, Refusal> log_entry(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const NewEntry& wanted) {
    const auto* at = actor.acting_as();
    base::require(at != nullptr, "work is logged in a role");
    Entry entry{wanted.id, at->area, at->unit, actor.account(), wanted.given, now};
    std::string_view operation_kind;
    const auto all = wanted.given.operation || wanted.given.visited ? staff::organisation(tx, now) : staff::Organisation{};
    if (const auto& visited = entry.given.visited) {
        const auto* operation = all.operation_of(*visited);
        if (!operation) return base::refused(Refusal::unknown_place);
        entry.given.operation = operation->id;
    }
    if (entry.given.operation) {
        const auto* operation = all.operation(*entry.given.operation);
        if (!operation) return base::refused(Refusal::unknown_place);
        operation_kind = staff::key(operation->kind);
    }
    store::insert(tx, entry);
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "work.entry", .object = std::string(entry.id.text()), .reason = "added", .area = entry.area});
    const auto facts = facts_of(entry.given, calendar::date(now), operation_kind);
    for (std::size_t i = 0; i < facts.size(); ++i) facts::record(tx, facts[i], wanted.drawn.at(i));
    return entry.id;
}
}

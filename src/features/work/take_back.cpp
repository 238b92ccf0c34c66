#include "features/staff/public.hpp"
#include "features/work/logging.hpp"
#include "features/work/public.hpp"
#include "features/work/store.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"

namespace work {

base::Result<Entry, Refusal> take_back(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const EntryId& id, const std::vector<facts::Drawn>& drawn) {
    const auto entry = store::find(tx, rights::AreaScope::of(actor, who_log, now), id);
    if (!entry) return base::refused(Refusal::unknown);
    if (!may_take_back(*entry, actor.account(), now)) return base::refused(Refusal::too_late);
    if (!store::take_back(tx, *entry, now)) return base::refused(Refusal::unknown);
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "work.entry", .object = std::string(id.text()), .reason = "ended", .area = entry->area});
    std::string_view operation_kind;
    const auto all = entry->given.operation ? staff::organisation(tx, now) : staff::Organisation{};
    if (const auto* operation = entry->given.operation ? all.operation(*entry->given.operation) : nullptr) operation_kind = staff::key(operation->kind);
    const auto facts = facts_of(entry->given, calendar::date(now), operation_kind);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        auto back = facts[i];
        back.amount = -back.amount;
        facts::record(tx, back, drawn.at(i));
    }
    return *entry;
}
}

#include "features/guideline/revising.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/audit/audit.hpp"
#include <algorithm>

namespace guideline {
namespace {
// Of one that goes out, the day that was chosen; of one that comes back there, the day it had.
std::string closes(db::Reader& reader, const Move& m) {
    if (m.to != Stage::consultation) return {};
    if (m.closes) return calendar::iso(*m.closes);
    const auto steps = store::steps(reader, m.draft);
    const auto* asked = last_asked(steps);
    return asked ? asked->closes : std::string();
}
bool leads(Stage from, Stage to) { return open(from) && (next(from) == to || previous(from) == to || to == Stage::withdrawn); }
}

const Step* last_asked(const std::vector<Step>& steps) {
    const auto found = std::find_if(steps.rbegin(), steps.rend(), [](const Step& s) { return s.stage == Stage::consultation; });
    return found == steps.rend() ? nullptr : &*found;
}
const Step* ended_otherwise(const std::vector<Step>& steps) {
    const auto* asked = last_asked(steps);
    if (!asked || asked == &steps.back()) return nullptr;
    if (steps.back().stage == Stage::withdrawn) return &steps.back();
    const auto* next = asked + 1;
    return next->back || (!asked->closes.empty() && calendar::day(next->at) <= asked->closes) ? next : nullptr;
}

base::Result<DraftId, RevisionRefusal> move_draft(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const Move& m) {
    const auto* as = actor.as(revisers);
    if (!as) return base::refused(RevisionRefusal::not_yours);
    store::one_at_a_time(tx);
    if (!store::find_draft(tx, m.draft)) return base::refused(RevisionRefusal::unknown);
    if (!leads(m.from, m.to)) return base::refused(RevisionRefusal::elsewhere);
    if (m.from == Stage::writing && m.to == Stage::management && store::changes(tx, m.draft).empty()) return base::refused(RevisionRefusal::nothing_proposed);
    if (!store::move(tx, m.draft, m.from, m.to)) return base::refused(RevisionRefusal::elsewhere);
    store::add(tx, m.draft, {m.to, previous(m.from) == m.to, calendar::iso(m.day), m.words, closes(tx, m), as->role, now});
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "guideline.draft", .object = std::string(m.draft.text()), .reason = std::string(key(m.to))});
    return m.draft;
}

base::Result<DraftId, RevisionRefusal> tick(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const DraftId& id, std::string_view statement, std::string_view linked, bool done) {
    const auto* as = actor.as(revisers);
    if (!as) return base::refused(RevisionRefusal::not_yours);
    const auto changes = store::changes(tx, id);
    if (std::none_of(changes.begin(), changes.end(), [&](const Change& c) { return c.statement == statement; })) return base::refused(RevisionRefusal::unknown);
    if (done) store::tick(tx, id, statement, linked, as->role, now);
    else store::untick(tx, id, statement, linked);
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "guideline.change", .object = std::string(statement), .reason = done ? "seen_to" : "revoked"});
    return id;
}
}

#include "features/guideline/revising.hpp"
#include "base/text.hpp"
#include "platform/audit/audit.hpp"
#include "platform/pack/folder.hpp"

namespace guideline {
namespace {
// The draft, when the actor may write in it now.
base::Result<Draft, RevisionRefusal> written_in(db::Transaction& tx, const rights::Actor& actor, const DraftId& id) {
    if (!actor.is_any(revisers)) return base::refused(RevisionRefusal::not_yours);
    store::one_at_a_time(tx);
    const auto draft = store::find_draft(tx, id);
    if (!draft) return base::refused(RevisionRefusal::unknown);
    if (draft->stage != Stage::writing) return base::refused(RevisionRefusal::elsewhere);
    return *draft;
}
void line(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const std::string& statement, const char* reason) {
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "guideline.change", .object = statement, .reason = reason});
}
const Change* of(const std::vector<Change>& all, std::string_view statement) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Change& c) { return c.statement == statement; });
    return found == all.end() ? nullptr : &*found;
}
// Whatever it was proposed against, and whatever number an added one has.
bool says_the_same(Change one, const Change& other) {
    one.was = other.was;
    if (one.doing == Doing::add) one.statement = other.statement;
    return one == other;
}
bool is_new(const Change& c, std::string_view seen) { return c.doing == Doing::add && seen.empty(); }
// Its number was free when the form was read.
std::string free_number(db::Reader& reader, const Change& c) {
    const auto taken = store::ever_changed(reader);
    return std::find(taken.begin(), taken.end(), c.statement) == taken.end() ? c.statement : next_id({}, taken, c.section);
}
}

std::string seen_proposal(const Change* c) {
    if (!c) return {};
    return pack::content_hash(base::joined({c->statement, std::string(key(c->doing)), c->section, c->follows, c->says, c->note, std::string(key(c->kind)), c->role, c->why, c->moves ? "moves" : ""}, "\x1f")).substr(0, 20);
}

base::Result<DraftId, RevisionRefusal> propose(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const DraftId& id, Change change, std::string_view seen) {
    const auto draft = written_in(tx, actor, id);
    if (!draft) return base::refused(draft.refusal());
    const auto stored = store::changes(tx, id);
    if (is_new(change, seen)) {
        if (std::any_of(stored.begin(), stored.end(), [&](const Change& c) { return says_the_same(change, c); })) return id;
        change.statement = free_number(tx, change);
    }
    const auto* there = of(stored, change.statement);
    if (seen_proposal(there) != seen && !(there && says_the_same(change, *there))) return base::refused(RevisionRefusal::meanwhile);
    if (store::other_draft_of(tx, change.statement, id)) return base::refused(RevisionRefusal::in_another_draft);
    store::put(tx, id, change);
    line(tx, actor, now, change.statement, "changed");
    return id;
}

base::Result<DraftId, RevisionRefusal> take_back_proposal(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const DraftId& id, std::string_view statement, std::string_view seen) {
    const auto draft = written_in(tx, actor, id);
    if (!draft) return base::refused(draft.refusal());
    const auto stored = store::changes(tx, id);
    const auto* there = of(stored, statement);
    if (!there) return base::refused(RevisionRefusal::unknown);
    if (seen_proposal(there) != seen) return base::refused(RevisionRefusal::meanwhile);
    store::drop(tx, id, statement);
    line(tx, actor, now, std::string(statement), "revoked");
    return id;
}
}

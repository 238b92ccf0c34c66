// Councils, codes that let somebody answer without an account, and sources.
#include "features/participation/use_cases.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"

namespace participation {
namespace {
template <class AnId> void wrote(db::Transaction& tx, const Actor& actor, base::Instant now, const char* kind, const AnId& id, const char* what) {
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = kind, .object = std::string(id.text()), .reason = what});
}
}

base::Result<CouncilId, Refusal> add_council(db::Transaction& tx, const Actor& actor, base::Instant now, const Council& c) {
    const auto name = checked(c.name, 120);
    if (!name) return base::refused(name.refusal());
    if (!store::add(tx, Council{c.id, *name}, now)) return base::refused(Refusal::name_taken);
    wrote(tx, actor, now, "participation.council", c.id, "added");
    return c.id;
}
base::Result<MeetingId, Refusal> note_meeting(db::Transaction& tx, const Actor& actor, base::Instant now, const Meeting& m) {
    if (!store::find_council(tx, m.council)) return base::refused(Refusal::unknown);
    if (m.day > calendar::date(now)) return base::refused(Refusal::not_later);
    const auto minutes = checked(m.minutes, 300);
    if (!minutes) return base::refused(minutes.refusal());
    auto kept = m;
    kept.minutes = *minutes, kept.made_at = now;
    store::add(tx, kept);
    wrote(tx, actor, now, "participation.council", m.council, "changed");
    return m.id;
}
CodeId make_code(db::Transaction& tx, const Actor& actor, base::Instant now, const Code& c, std::string_view hash) {
    const auto* as = actor.as(answers_points);
    base::require(as, "whoever makes a code has a role for it");
    store::revoke_all(tx, c.purpose, c.about, now);
    store::add(tx, c, hash, as->role);
    wrote(tx, actor, now, "participation.code", c.id, "granted");
    return c.id;
}
base::Result<CodeId, Refusal> revoke_code(db::Transaction& tx, const Actor& actor, base::Instant now, const CodeId& id) {
    if (!store::revoke(tx, id, now)) return base::refused(Refusal::unknown);
    wrote(tx, actor, now, "participation.code", id, "revoked");
    return id;
}
base::Result<SourceId, Refusal> add_source(db::Transaction& tx, const Actor& actor, base::Instant now, const Source& s) {
    const auto said = checked(s.words, 600), from = checked(s.where_from, 300);
    if (!said) return base::refused(said.refusal());
    if (!from) return base::refused(from.refusal());
    auto kept = s;
    kept.words = *said, kept.where_from = *from, kept.made_at = now;
    store::add(tx, kept);
    wrote(tx, actor, now, "participation.source", s.id, "added");
    return s.id;
}
base::Result<SourceId, Refusal> show_source(db::Transaction& tx, const Actor& actor, base::Instant now, const SourceId& id, Shown shown) {
    const bool all = shown == Shown::to_everybody;
    if (!store::show(tx, id, all ? std::optional(now) : std::nullopt)) return base::refused(Refusal::unknown);
    wrote(tx, actor, now, "participation.source", id, all ? "published" : "taken_down");
    return id;
}
base::Result<SourceId, Refusal> take_back_source(db::Transaction& tx, const Actor& actor, base::Instant now, const SourceId& id) {
    if (!store::take_back(tx, id, now)) return base::refused(Refusal::unknown);
    wrote(tx, actor, now, "participation.source", id, "revoked");
    return id;
}
}

#include "features/participation/use_cases.hpp"
#include "platform/audit/audit.hpp"

namespace participation {
namespace {
void wrote(db::Transaction& tx, const Actor& actor, base::Instant now, const PointId& id, const char* what) {
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "participation.point", .object = std::string(id.text()), .reason = what});
}
rights::Role role_of(const Actor& actor) {
    const auto* as = actor.as(answers_points);
    base::require(as, "whoever answers a proposal has a role for it");
    return as->role;
}
// The view, if it is one of hers and has been sorted as a proposal.
base::Result<View, Refusal> proposal(db::Reader& reader, const Actor& actor, base::Instant now, const ViewId& id) {
    const auto v = store::find(reader, reading_scope(reader, actor, now), id);
    if (!v) return base::refused(Refusal::unknown);
    if (v->kind != Kind::proposal) return base::refused(Refusal::not_a_proposal);
    return *v;
}
}

base::Result<PointId, Refusal> make_point(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const NewPoint& p) {
    const auto v = proposal(tx, actor, now, p.view);
    if (!v) return base::refused(v.refusal());
    if (!actor.is_any(answers_points)) return base::refused(Refusal::unknown);   // a deputy reads and sorts
    const auto scope = reading_scope(tx, actor, now);
    const auto summary = checked(p.summary, longest_summary);
    if (!summary) return base::refused(summary.refusal());
    if (const auto text = store::words(tx, vault, scope, p.view); text && only_repeats(*summary, *text)) return base::refused(Refusal::repeats);
    store::add(tx, Point{.id = p.id, .draft = v->draft, .paragraph = p.paragraph, .summary = *summary, .made_at = now, .writer = actor.account(), .answers = {{Status::newly, "", "", role_of(actor), now}}});
    store::back(tx, scope, *v, p.id);
    wrote(tx, actor, now, p.id, "added");
    return p.id;
}
base::Result<PointId, Refusal> join_point(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const ViewId& view, const PointId& point) {
    const auto v = proposal(tx, actor, now, view);
    if (!v) return base::refused(v.refusal());
    const auto found = store::find_point(tx, point);
    if (!found || found->draft != v->draft || found->taken_down()) return base::refused(Refusal::unknown);
    const auto text = store::words(tx, vault, reading_scope(tx, actor, now), view);
    if (text && (only_repeats(found->summary, *text) || std::any_of(found->answers.begin(), found->answers.end(), [&](const PointAnswer& a) { return only_repeats(a.words, *text); }))) return base::refused(Refusal::repeats);
    store::back(tx, reading_scope(tx, actor, now), *v, point);
    wrote(tx, actor, now, point, "changed");
    return point;
}
base::Result<PointId, Refusal> leave_point(db::Transaction& tx, const Actor& actor, base::Instant now, const ViewId& view, const PointId& point) {
    const auto v = proposal(tx, actor, now, view);
    if (!v) return base::refused(v.refusal());
    store::no_longer_back(tx, reading_scope(tx, actor, now), *v, point);
    wrote(tx, actor, now, point, "changed");
    return point;
}
base::Result<PointId, Refusal> reword(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const PointId& id, std::string_view words) {
    const auto point = store::find_point(tx, id);
    if (!point || point->taken_down() || !actor.as(answers_points)) return base::refused(Refusal::unknown);
    const auto summary = checked(words, longest_summary);
    if (!summary) return base::refused(summary.refusal());
    if (store::repeats(tx, vault, id, *summary)) return base::refused(Refusal::repeats);
    store::reword(tx, id, *summary, actor.account());
    wrote(tx, actor, now, id, "changed");
    return id;
}
base::Result<PointId, Refusal> take_down(db::Transaction& tx, const Actor& actor, base::Instant now, const PointId& id) {
    const auto point = store::find_point(tx, id);
    if (!point || point->taken_down() || !actor.as(answers_points)) return base::refused(Refusal::unknown);
    store::take_down(tx, id);
    wrote(tx, actor, now, id, "revoked");
    return id;
}
base::Result<PointId, Refusal> answer(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const Draft& draft, const NewAnswer& a) {
    const auto point = store::find_point(tx, a.point);
    if (!point || point->draft != draft.id || point->taken_down() || !actor.as(answers_points)) return base::refused(Refusal::unknown);
    const bool change = a.status == Status::change;
    if (change && !draft.find(a.paragraph)) return base::refused(Refusal::no_paragraph);
    const auto said = checked(a.words, longest_answer);
    if (!said && (a.status != Status::newly || said.refusal() != Refusal::text_missing)) return base::refused(said.refusal());
    if (said && store::repeats(tx, vault, a.point, *said)) return base::refused(Refusal::repeats);
    store::answer(tx, a.point, {a.status, said ? *said : std::string(), change ? a.paragraph : std::string(), role_of(actor), now});
    wrote(tx, actor, now, a.point, "answer");
    return a.point;
}
}

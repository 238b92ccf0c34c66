#include "features/contact/triage.hpp"
#include "features/contact/own.hpp"
#include "base/text.hpp"
#include "features/staff/public.hpp"

namespace contact {
namespace {
using store::Finding;

std::size_t at(Triage question) { return static_cast<std::size_t>(question); }
bool says_so(const std::optional<Finding>& judged) { return judged && judged->answer != Answer::no; }

// Time never stands still between two answers to the same question, so that the newest can be told.
base::Instant after(const std::vector<Finding>& all, base::Instant now) {
    for (const auto& j : all)
        if (j.at >= now) now = {j.at.ms + 1};
    return now;
}
const store::Route* open_one(const std::vector<store::Route>& routes, RouteKind kind) {
    const auto found = std::find_if(routes.begin(), routes.end(), [&](const auto& r) { return r.kind == kind && r.open(); });
    return found == routes.end() ? nullptr : &*found;
}
// A question that now says yes or unsure, and did not before.
bool newly(RouteKind kind, const Standing& before, const Judgement& answers) {
    return std::any_of(triage_questions.begin(), triage_questions.end(), [&](Triage q) { return route_of(q) == kind && answers[at(q)] != Answer::no && !says_so(before[at(q)]); });
}
}

Standing standing(const std::vector<Finding>& all, std::int64_t message) {
    Standing out;
    for (const auto& j : all)
        if (j.message == message) out[at(j.question)] = j;   // oldest first: the newest stays
    return out;
}
bool complete(const Standing& s) {
    return std::all_of(s.begin(), s.end(), [](const auto& one) { return one.has_value(); });
}
std::vector<std::int64_t> unjudged(const std::vector<store::Message>& messages, const std::vector<Finding>& all) {
    std::vector<std::int64_t> out;
    for (const auto& m : messages)
        if (m.kind == MessageKind::incoming && !complete(standing(all, m.position))) out.push_back(m.position);
    return out;
}
bool leads_to(RouteKind kind, const std::vector<Finding>& all) {
    std::map<std::pair<std::int64_t, Triage>, Answer> newest;
    for (const auto& j : all) newest[{j.message, j.question}] = j.answer;
    return std::any_of(newest.begin(), newest.end(), [&](const auto& one) { return route_of(one.first.second) == kind && one.second != Answer::no; });
}

base::Result<std::vector<store::Route>, DeskRefusal> judge(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const Triaging& t, const WaysOut& outside) {
    const auto c = stored::locked(tx, own_scope(actor, now), t.id);
    if (!c) return refused(tx, actor, now, t.id), base::refused(DeskRefusal::unknown);
    if (!c->open()) return base::refused(DeskRefusal::closed);
    const auto messages = store::messages(tx, *c);
    if (std::none_of(messages.begin(), messages.end(), [&](const auto& m) { return m.position == t.message && m.kind == MessageKind::incoming; })) return base::refused(DeskRefusal::no_message);
    const auto former = store::judged(tx, *c);
    const auto before = standing(former, t.message);
    const auto when = after(former, now);
    for (const auto q : triage_questions) store::judge(tx, *c, {t.message, q, t.answers[at(q)], actor.account(), when});
    if (t.children) store::note_children(tx, *c, *t.children);
    const auto all = store::judged(tx, *c);
    const auto calendar = staff::working_calendar(tx, c->unit);
    const auto routes = store::routes(tx, *c);
    for (const auto kind : route_kinds) {
        const auto* open = open_one(routes, kind);
        if (!open && newly(kind, before, t.answers)) store::open_route(tx, *c, {.id = t.ids[static_cast<std::size_t>(kind)], .kind = kind, .opened_by = actor.account(), .opened_at = now, .due_at = due(outside, kind, calendar, now)});
        if (open && !leads_to(kind, all)) store::withdraw(tx, *c, open->id, now);
    }
    wrote(tx, actor, now, *c, "triage");
    auto after_it = store::routes(tx, *c);
    std::erase_if(after_it, [](const auto& r) { return !r.open(); });
    return after_it;
}

base::Result<ContactId, DeskRefusal> hand_route(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const Handing& h) {
    const auto c = stored::locked(tx, own_scope(actor, now), h.id);
    if (!c) return refused(tx, actor, now, h.id), base::refused(DeskRefusal::unknown);
    const auto receiver = clean(h.received_by);
    if (receiver.empty() || base::length(receiver) > 120) return base::refused(DeskRefusal::receiver_missing);
    const auto with = vault.key(tx, owner_of(c->id));
    if (!with) return base::refused(DeskRefusal::unknown);
    if (!store::hand(tx, *c, h.route, actor.account(), now, sealed(*with, received_column, c->id, receiver))) return base::refused(DeskRefusal::no_route);
    wrote(tx, actor, now, *c, "route");
    return c->id;
}
}

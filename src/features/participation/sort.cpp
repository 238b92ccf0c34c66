#include "features/participation/use_cases.hpp"
#include "platform/audit/audit.hpp"

namespace participation {
namespace {
bool all_no(const contact::Judgement& j) {
    return std::all_of(j.begin(), j.end(), [](contact::Answer a) { return a == contact::Answer::no; });
}
contact::Way entered_as(Way way) {
    switch (way) {
        case Way::phone: return contact::Way::phone;
        case Way::meeting: return contact::Way::visit;
        case Way::web:
        case Way::paper: return contact::Way::letter;   // it was written, and there is no code of the inbox to answer by
    }
    throw base::Bug("an unknown way");
}
void wrote(db::Transaction& tx, const Actor& actor, base::Instant now, const View& v, const char* what) {
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "participation.view", .object = std::string(v.id.text()), .reason = what, .area = v.area});
}

void unlink(db::Transaction& tx, const AreaScope& scope, const View& v) {
    for (const auto& point : store::points_of(tx, v.area, v.id)) store::no_longer_back(tx, scope, v, point.id);
}
base::Result<Sorted, Refusal> hand_over(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const contact::Shown& shown, const View& v, const Sorting& s) {
    const auto text = store::words(tx, vault, reading_scope(tx, actor, now), v.id);
    if (!text) return base::refused(Refusal::gone);
    const auto entered = contact::hand_in(tx, actor, now, shown, {s.contact, v.area, entered_as(v.way), s.introduction + "\n\n" + *text, s.judgement, s.routes, s.key, v.arrived_at});
    if (!entered) return base::refused(Refusal::no_unit);
    unlink(tx, reading_scope(tx, actor, now), v);   // what somebody in need wrote is among no proposal that everybody reads
    store::take_words(tx, vault, reading_scope(tx, actor, now), v, now);
    store::sort(tx, reading_scope(tx, actor, now), v, Kind::handed_over, now);
    wrote(tx, actor, now, v, "handed_over");
    return Sorted{s.contact};
}
}

base::Result<ViewId, Refusal> put_aside(db::Transaction& tx, const Actor& actor, base::Instant now, const ViewId& id, Aside why) {
    const auto scope = reading_scope(tx, actor, now);
    const auto v = store::find(tx, scope, id);
    const auto* as = actor.as(may_read_texts);
    if (!v || !as) return base::refused(Refusal::unknown);
    store::lock_view(tx, scope, v->area, id.text());
    if (!store::find(tx, scope, id)->unread() || !store::put_aside(tx, scope, *v, why, as->role, now)) return base::refused(Refusal::gone);
    wrote(tx, actor, now, *v, "put_aside");
    return id;
}
base::Result<ViewId, Refusal> put_back(db::Transaction& tx, const Actor& actor, base::Instant now, const ViewId& id) {
    const auto scope = reading_scope(tx, actor, now);
    const auto v = store::find(tx, scope, id);
    if (!v || !store::put_back(tx, scope, *v)) return base::refused(Refusal::unknown);
    wrote(tx, actor, now, *v, "put_back");
    return id;
}

base::Result<Sorted, Refusal> sort(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, base::Instant now, const contact::Shown& shown, const Sorting& s) {
    const auto scope = reading_scope(tx, actor, now);
    const auto before = store::find(tx, scope, s.id);
    if (!before) return base::refused(Refusal::unknown);
    store::lock_view(tx, scope, before->area, s.id);   // two who sort it at once make one contact
    const auto v = store::find(tx, scope, s.id);
    if (v->kind == Kind::handed_over || !v->has_words) return base::refused(Refusal::gone);
    base::require(s.kind != Kind::unsorted, "what is sorted is sorted as something");
    if (s.kind == Kind::handed_over || !all_no(s.judgement)) return hand_over(tx, vault, actor, now, shown, *v, s);
    (void)store::put_back(tx, scope, *v);   // what is sorted is not aside
    if (s.kind == Kind::no_proposal) unlink(tx, scope, *v);
    store::sort(tx, scope, *v, s.kind, now);
    wrote(tx, actor, now, *v, "triage");
    return Sorted{};
}
}

#include "features/participation/writing.hpp"
#include "features/contact/limits.hpp"
#include "features/contact/opened.hpp"

namespace participation {
namespace {
constexpr std::int64_t least_ms = 3'000, slow_ms = 20'000, form_life_ms = 12 * 60 * 60'000;   // as a form of the questions
bool is_out(const Desk& desk, db::Reader& reader, std::string_view draft) {
    const auto all = desk.ground.drafts ? desk.ground.drafts(reader) : std::vector<Draft>();
    const auto* d = find(all, draft);
    return d && d->open;
}
}

std::optional<contact::Reception> reader_of_views(const Desk& desk) {
    return desk.ground.database.read([](db::Reader& reader) { return contact::reception(reader); });
}
bool may_be_kept(const Visit& visit, const Desk& desk, const contact::Reception& reads, std::string_view opened_text) {
    const auto now = desk.now();
    const auto opened = contact::opened_from(desk.ground.vault, opened_text);
    const auto age = opened ? now.ms - opened->at.ms : 0;
    if (!opened || age < least_ms || age > form_life_ms || !visit.request.field("webbplats").empty()) return false;
    const auto pace = age >= slow_ms ? contact::Measures::Pace::slow : contact::Measures::Pace::quick;
    return desk.ground.memory->measures.may("view", pace, visit.request.peer, reads.area.text(), now);
}
Keeping keep(const Desk& desk, const rights::Actor& actor, const rights::AreaScope& scope, const rights::AreaId& area, const Written& w, const std::function<bool(db::Transaction&)>& also) {
    const auto& vault = desk.ground.vault;
    const auto now = desk.now();
    const View v{.id = crypto::new_id<ViewId>(desk.ground.randomness), .area = area, .draft = w.draft, .paragraph = w.paragraph, .way = w.way, .perspective = w.perspective, .meeting = w.meeting, .arrived_at = w.arrived_at, .made_at = now};
    const auto with = vault.new_key(owner_of(v.id));
    const store::Kept kept{sealed(with.key, v.id, w.text), w.opened.empty() ? std::string() : form_hash(vault, w.opened), w.code ? view_hash(vault, *w.code) : std::string()};
    return desk.ground.database.write([&](db::Transaction& tx) {
        if (desk.ground.one_at_a_time) desk.ground.one_at_a_time(tx);
        if (!kept.form.empty() && store::was_sent(tx, kept.form)) return Keeping::sent_before;
        if ((w.while_open && !is_out(desk, tx, w.draft)) || (also && !also(tx))) return Keeping::closed;
        return leave(tx, actor, scope, now, {v, kept, with}) ? Keeping::kept : Keeping::sent_before;
    });
}
void opened_field(Html& h, const Visit& visit, const Desk& desk, std::string_view opened) {
    const auto before = contact::opened_from(desk.ground.vault, opened);
    const bool still = before && desk.now().ms - before->at.ms <= form_life_ms;
    page::hidden_field(h, "opened", !still ? contact::opened_now(desk.ground.vault, desk.ground.randomness, desk.now()).text : std::string(opened));
    h.el("div", {{"class", "visually-hidden"}, {"aria-hidden", "true"}}, [&] { h.empty("input", {{"name", "webbplats"}, {"type", "text"}, {"tabindex", "-1"}, {"autocomplete", "off"}}); });
    (void)visit;
}
}

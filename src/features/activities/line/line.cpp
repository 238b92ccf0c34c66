#include "features/activities/line/line.hpp"
#include "base/text.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
#include "platform/audit/audit.hpp"

namespace activities {
namespace {
using Names = std::map<PersonId, people::Name>;
Names names_of(db::Transaction& tx, const PlanDesk& desk, const std::vector<Entry>& all, const std::vector<TakenOut>& out_of_it) {
    const auto removed = [&](const Entry& e) { return std::any_of(out_of_it.begin(), out_of_it.end(), [&](const TakenOut& t) { return t.entry == e.id; }); };
    std::vector<PersonId> ids;
    for (const auto& e : all)
        if (!has_ended(e.state) || removed(e))
            for (const auto& person : {e.person, e.companion})
                if (person) ids.push_back(*person);
    Names out;
    if (ids.empty()) return out;
    for (auto& name : people::names(tx, desk.ground.vault, desk.actor, desk.scope, desk.now, ids, people::Reason::own_task)) out.emplace(name.id, std::move(name));
    return out;
}
std::string name_of(const Visit& visit, const Names& names, const PersonId& person) {
    const auto found = names.find(person);
    if (found == names.end()) return std::string(visit.t("Någon som inte längre finns kvar"));
    return found->second.masked ? std::string(visit.t(people::masked_words)) : found->second.name;
}
std::string called(db::Transaction& tx, const Visit& visit, const PlanDesk& desk, const Entry& e, const Names& names) {
    if (e.person) return name_of(visit, names, *e.person) + (e.companion ? ", " + name_of(visit, names, *e.companion) : "");
    if (const auto alias = store::alias(tx, desk.ground.vault, desk.scope, e)) return base::joined(alias->names(), ", ");
    return visit.t("Anmälan {n}", {{"n", base::to_text(e.position + 1)}});
}
std::vector<Standing>* list_of(Line& line, EntryState state) {
    switch (state) {
        case EntryState::placed: return &line.placed;
        case EntryState::offered: return &line.offered;
        case EntryState::waiting: return &line.waiting;
        case EntryState::interested: return &line.interested;
        case EntryState::declined:
        case EntryState::lapsed:
        case EntryState::left:
        case EntryState::called_off: return nullptr;
    }
    throw base::Bug("an unknown state");
}
std::vector<Removed> removed(const std::vector<TakenOut>& all, const std::map<EntryId, std::string>& called) {
    std::vector<Removed> out;
    for (const auto& t : all) {
        const auto who = called.find(t.entry);
        if (who == called.end()) continue;
        if (out.empty() || out.back().at != t.at) out.push_back({.at = t.at, .why = t.why, .called = {}});
        out.back().called.push_back(who->second);
        out.back().held_seats = out.back().held_seats || holds_seats(t.was);
    }
    return out;
}
}

const Standing* Line::find(std::string_view entry) const {
    for (const auto* some : {&placed, &offered, &waiting, &interested})
        for (const auto& s : *some)
            if (s.entry.id.text() == entry) return &s;
    return nullptr;
}
Line read_line(const Visit& visit, const PlanDesk& desk, const Activity& a, Show show) {
    return desk.ground.database.write([&](db::Transaction& tx) {
        Line out;
        const auto all = store::entries(tx, desk.scope, a);
        audit::record(tx, desk.actor, desk.now, {.act = audit::Act::list, .kind = "activities.entry", .object = std::string(a.id.text()), .reason = show == Show::needs ? "needs" : "own_task", .area = a.area});
        const auto taken = store::taken_out(tx, desk.scope, a, {desk.now.ms - put_back_ms});
        const auto names = names_of(tx, desk, all, taken);
        std::map<EntryId, std::string> gone;
        for (const auto& e : all) {
            auto* list = list_of(out, e.state);
            if (!list && e.state == EntryState::left && std::any_of(taken.begin(), taken.end(), [&](const TakenOut& t) { return t.entry == e.id; })) gone.emplace(e.id, called(tx, visit, desk, e, names));
            if (!list) continue;
            Standing s{.entry = e, .called = called(tx, visit, desk, e, names), .before = static_cast<std::int64_t>(list->size())};
            // What somebody needs is seen where the room is prepared, and of those who come (D7).
            if (show == Show::needs && e.state == EntryState::placed) s.needs = store::needs(tx, desk.ground.vault, desk.scope, e);
            if (const auto time = a.kind == Kind::individual ? SessionId::from(e.slot) : std::nullopt) s.time = store::find_session(tx, desk.scope, *time);
            s.wants_link = e.person && store::wants_link(tx, desk.scope, e.id);
            list->push_back(std::move(s));
        }
        out.exceptions = store::exceptions(tx, desk.scope, a);
        out.seats = store::seats(tx, a.area, a.id), out.free = store::free_seats(tx, a.area, a.id);
        std::vector<Entry> waiting;
        for (const auto& s : out.waiting) waiting.push_back(s.entry);
        if (const auto picks = queue::picks(waiting, out.free, a.terms); !picks.empty()) out.next = picks.front().id;
        if (const auto turn = queue::picks(waiting, std::max(out.free, 2), a.terms); !turn.empty()) out.turn = turn.front();
        out.removed = removed(taken, gone);
        return out;
    });
}
}

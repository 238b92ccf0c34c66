// …/enhet/{id}/behov: how many the unit should have in each role.
#include "base/text.hpp"
#include "features/staff/building.hpp"
#include "features/staff/pages.hpp"
#include "features/staff/store.hpp"
#include <charconv>

namespace staff {
namespace {
using html::Html;
using page::FieldErrors;
using Counts = std::map<Role, std::string>;

Response shown(const Visit& visit, const Unit& unit, const Counts& counts, const FieldErrors& errors) {
    const auto title = visit.t("Roller som behövs i {unit}", {{"unit", unit.name}});
    return page::staff_page(visit, {.title = title, .current = std::string(home), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Organisation")}, {path_of(unit), unit.name}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        h.el("p", visit.t("Skriv hur många som ska ha varje roll. Är det färre visas det som ett ledigt uppdrag. Tomt betyder att enheten inte behöver rollen."));
        page::form(h, visit, "staff.save_needed", visit.url(path_of(unit) + "/behov"), [&] {
            h.el("div", {{"class", "counts"}}, [&] {
                for (const auto& [role, count] : counts)
                    page::text_field(h, visit, {.name = rights::key(role), .label = visit.t(rights::words(role)), .value = count, .input_mode = "numeric", .longest = 3}, errors);
            });
            page::submit(h, visit.t("Spara"));
        });
    }, errors.any() ? 422 : 200);
}
std::optional<int> count_from(std::string_view text) {
    text = base::trimmed(text);
    int count = 0;
    if (text.empty()) return 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() && count >= 0 && count <= 999 ? std::optional(count) : std::nullopt;
}
struct Found {
    Unit unit;
    Counts counts;
};
std::optional<Found> found(const Visit& visit, const Ground& ground) {
    const auto id = UnitId::from(visit.request.param("id"));
    const auto all = seen(visit, ground);
    const auto* unit = id ? all.unit(*id) : nullptr;
    if (!unit || may_run(*visit.request.actor, unit->operation)) return std::nullopt;
    Found out{*unit, {}};
    for (const auto role : rights::roles) out.counts[role] = "";
    for (const auto& n : all.needed)
        if (n.unit == *id) out.counts[n.role] = base::to_text(n.count);
    return out;
}
}

Response needed_page(const Visit& visit, const Ground& ground) {
    const auto it = found(visit, ground);
    return it ? shown(visit, it->unit, it->counts, {}) : Response::not_found();
}

Response save_needed(const Visit& visit, const Ground& ground) {
    auto it = found(visit, ground);
    if (!it) return Response::not_found();
    FieldErrors errors;
    std::vector<Needed> wanted;
    for (auto& [role, before] : it->counts) {
        const std::string typed(visit.request.field(rights::key(role)));
        const auto count = count_from(typed), former = count_from(before);
        if (!count) errors.add(rights::key(role), visit.t(words(Refusal::count_wrong)));
        else if (count != former) wanted.push_back({it->unit.id, role, *count});
        before = typed;
    }
    if (errors.any()) return shown(visit, it->unit, it->counts, errors);
    const bool done = ground.database.write([&](db::Transaction& tx) {
        return std::all_of(wanted.begin(), wanted.end(), [&](const Needed& n) { return static_cast<bool>(set_needed(tx, *visit.request.actor, ground.clock.now(), n)); });
    });
    return done ? Response::see_other(path_of(it->unit) + "?klart=sparat") : Response::not_found();
}
}

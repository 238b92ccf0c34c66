#include "features/contact/absence.hpp"
#include "features/participation/use_cases.hpp"
#include "features/staff/public.hpp"
#include "platform/audit/audit.hpp"

namespace participation {
namespace {
// Somebody else who reads what comes in there and is at work today.
bool another_on_duty(db::Reader& reader, const AreaId& area, base::Instant now, const Point& p) {
    const auto readers = staff::accounts_with(reader, reads_texts, area, now);
    return std::any_of(readers.begin(), readers.end(), [&](const auto& account) { return account != p.writer && !contact::away(reader, account, calendar::date(now)); });
}
bool heads(const Actor& actor, const AreaId& area) {
    return std::any_of(actor.assignments().begin(), actor.assignments().end(), [&](const auto& a) { return a.role == rights::Role::head_of_operations && a.area == area; });
}
}

std::optional<Refusal> hinders_publishing(db::Reader& reader, const Actor& actor, base::Instant now, const Point& p) {
    if (!p.waits() || !actor.is_any(publishes)) return Refusal::unknown;
    if (p.writer == actor.account()) return Refusal::own_words;
    if (actor.is_any(answers_points)) return std::nullopt;
    auto areas = store::areas_of(reader, p.id);
    std::erase_if(areas, [&](const AreaId& area) { return !heads(actor, area); });
    if (areas.empty()) return Refusal::unknown;
    return std::any_of(areas.begin(), areas.end(), [&](const AreaId& area) { return another_on_duty(reader, area, now, p); }) ? std::optional(Refusal::another_reads) : std::nullopt;
}
base::Result<PointId, Refusal> publish(db::Transaction& tx, const Actor& actor, base::Instant now, const PointId& id) {
    const auto point = store::find_point(tx, id);
    if (!point) return base::refused(Refusal::unknown);
    if (const auto no = hinders_publishing(tx, actor, now, *point)) return base::refused(*no);
    if (!store::publish(tx, id, now)) return base::refused(Refusal::unknown);
    audit::record(tx, actor, now, {.act = audit::Act::confirm, .kind = "participation.point", .object = std::string(id.text()), .reason = "published"});
    return id;
}
std::int64_t to_publish(db::Reader& reader, const Actor& actor, base::Instant now) {
    if (!actor.is_any(publishes)) return 0;
    const auto all = store::points(reader);
    return std::count_if(all.begin(), all.end(), [&](const Point& p) { return p.waits() && !hinders_publishing(reader, actor, now, p); });
}
}

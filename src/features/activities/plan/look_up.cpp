#include "features/activities/plan/look_up.hpp"
#include "features/activities/store.hpp"
#include "platform/audit/audit.hpp"

namespace activities {
std::optional<Activity> looked_up(const Ground& ground, const rights::Actor& actor, const rights::AreaScope& scope, base::Instant now, std::string_view slug) {
    auto found = ground.database.read([&](db::Reader& reader) { return store::by_slug(reader, slug); });
    if (!found || scope.holds(found->area)) return found;
    ground.database.write([&](db::Transaction& tx) { audit::record(tx, actor, now, {.act = audit::Act::refused, .kind = "activities.activity", .object = std::string(found->id.text())}); });
    return std::nullopt;
}
}

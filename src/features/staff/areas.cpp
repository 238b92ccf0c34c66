// Secrecy areas and controllers, added and changed.
#include "base/text.hpp"
#include "features/staff/building.hpp"
#include "features/staff/line.hpp"
#include "features/staff/store.hpp"

namespace staff {
namespace {
using line::Done;
using line::Thing;

std::optional<Refusal> refusal(const Actor& actor, std::string_view name) {
    if (const auto no = may_build(actor)) return no;
    return wrong_name(name);
}
template <class Value> Value trimmed(Value value) {
    value.name = base::trimmed(value.name);
    return value;
}
// `stored` says whether the store took it; it does not when the name is another's.
template <class AnId> base::Result<AnId, Refusal> told(db::Transaction& tx, const Actor& actor, base::Instant now, Thing thing, Done done, const AnId& id, bool stored) {
    if (!stored) return base::refused(Refusal::name_taken);
    line::record(tx, actor, now, thing, done, id);
    return id;
}
}

base::Result<AreaId, Refusal> add_area(db::Transaction& tx, const Actor& actor, base::Instant now, const Area& area) {
    if (const auto no = refusal(actor, area.name)) return base::refused(*no);
    return told(tx, actor, now, Thing::area, Done::added, area.id, store::insert(tx, trimmed(area)));
}
base::Result<AreaId, Refusal> rename_area(db::Transaction& tx, const Actor& actor, base::Instant now, const Area& area) {
    if (const auto no = refusal(actor, area.name)) return base::refused(*no);
    return told(tx, actor, now, Thing::area, Done::changed, area.id, store::rename(tx, trimmed(area)));
}
base::Result<ControllerId, Refusal> add_controller(db::Transaction& tx, const Actor& actor, base::Instant now, const Controller& controller) {
    if (const auto no = refusal(actor, controller.name)) return base::refused(*no);
    return told(tx, actor, now, Thing::controller, Done::added, controller.id, store::insert(tx, trimmed(controller)));
}
base::Result<ControllerId, Refusal> change_controller(db::Transaction& tx, const Actor& actor, base::Instant now, const Controller& controller) {
    if (const auto no = refusal(actor, controller.name)) return base::refused(*no);
    return told(tx, actor, now, Thing::controller, Done::changed, controller.id, store::change(tx, trimmed(controller)));
}
}

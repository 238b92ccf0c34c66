#include "features/staff/line.hpp"
#include "features/staff/store.hpp"
#include "platform/calendar/calendar.hpp"

namespace staff {

Founding founding(crypto::Randomness& random, std::string board) {
    return {crypto::new_id<AreaId>(random), crypto::new_id<ControllerId>(random), crypto::new_id<OperationId>(random), crypto::new_id<UnitId>(random), std::move(board)};
}

Place found(db::Transaction& tx, const Actor& actor, base::Instant now, const Founding& founding) {
    const auto before = store::all(tx, calendar::date(now));
    const auto administrator = std::find_if(before.assignments.begin(), before.assignments.end(), [](const Assignment& a) { return a.role == Role::administrator; });
    if (administrator != before.assignments.end()) return {before.operation_of(administrator->unit)->area, administrator->unit};
    if (!before.units.empty()) return {before.operation_of(before.units.front().id)->area, before.units.front().id};
    base::require(before.areas.empty() && before.controllers.empty(), "an organisation without units already has areas or controllers");
    const bool stored = store::insert(tx, Area{founding.area, "Kommunens egen verksamhet"}) &&
                        store::insert(tx, Controller{founding.controller, founding.board, ControllerKind::board, ""}) &&
                        store::insert(tx, Operation{founding.operation, founding.controller, founding.area, "Förvaltningen", OperationKind::other}) &&
                        store::insert(tx, Unit{founding.unit, founding.operation, "Systemförvaltning"}, calendar::office_hours());
    base::require(stored, "the first unit could not be stored");
    store::remember(tx, {founding.operation, founding.controller, founding.area, "Förvaltningen", OperationKind::other}, now);
    line::record(tx, actor, now, line::Thing::operation, line::Done::added, founding.operation, founding.area);
    line::record(tx, actor, now, line::Thing::unit, line::Done::added, founding.unit, founding.area);
    return {founding.area, founding.unit};
}
}

#pragma once
#include "features/staff/public.hpp"
// The organisation's own parts, made and changed on the desk and by import: areas, controllers, operations and units by an administrator;
// a unit's hours, closed days and needed roles by the head of its operation too.
namespace staff {

base::Result<AreaId, Refusal> add_area(db::Transaction&, const Actor&, base::Instant now, const Area&);
base::Result<AreaId, Refusal> rename_area(db::Transaction&, const Actor&, base::Instant now, const Area&);
base::Result<ControllerId, Refusal> add_controller(db::Transaction&, const Actor&, base::Instant now, const Controller&);
base::Result<ControllerId, Refusal> change_controller(db::Transaction&, const Actor&, base::Instant now, const Controller&);
base::Result<OperationId, Refusal> add_operation(db::Transaction&, const Actor&, base::Instant now, const Operation&);
// Name, kind and controller. Never the area: what is stored about persons lies in the one it has.
base::Result<OperationId, Refusal> change_operation(db::Transaction&, const Actor&, base::Instant now, const Operation&);
base::Result<UnitId, Refusal> add_unit(db::Transaction&, const Actor&, base::Instant now, const Unit&, const calendar::Hours&);

struct UnitChange {
    UnitId unit;
    std::string name;
    calendar::Hours hours; // its closed periods are left alone
};
base::Result<UnitId, Refusal> change_unit(db::Transaction&, const Actor&, base::Instant now, const UnitChange&);
base::Result<UnitId, Refusal> close_unit(db::Transaction&, const Actor&, base::Instant now, const UnitId&, const calendar::ClosedPeriod&);
base::Result<UnitId, Refusal> reopen_unit(db::Transaction&, const Actor&, base::Instant now, const UnitId&, calendar::Date first_day);
// 0: none is needed.
base::Result<UnitId, Refusal> set_needed(db::Transaction&, const Actor&, base::Instant now, const Needed&);
}

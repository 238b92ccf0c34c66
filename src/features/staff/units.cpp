// Units: added, and what each says about its time and the roles it needs.
#include "base/text.hpp"
#include "features/staff/building.hpp"
#include "features/staff/line.hpp"
#include "features/staff/store.hpp"

namespace staff {
namespace {
using line::Done;
using line::Thing;

Unit trimmed(Unit unit) {
    unit.name = base::trimmed(unit.name);
    return unit;
}
bool sound(const calendar::Hours& hours) { return static_cast<bool>(calendar::WorkingCalendar::of(hours)); }

// The operation of a unit that the actor may run, or why not.
base::Result<Operation, Refusal> run_by(db::Reader& reader, const Actor& actor, const UnitId& unit) {
    const auto operation = store::operation_of(reader, unit);
    if (!operation) return base::refused(Refusal::unknown);
    if (const auto no = may_run(actor, operation->id)) return base::refused(*no);
    return *operation;
}
base::Result<UnitId, Refusal> changed(db::Transaction& tx, const Actor& actor, base::Instant now, const UnitId& unit, const AreaId& area) {
    line::record(tx, actor, now, Thing::unit, Done::changed, unit, area);
    return unit;
}
}

base::Result<UnitId, Refusal> add_unit(db::Transaction& tx, const Actor& actor, base::Instant now, const Unit& unit, const calendar::Hours& hours) {
    if (const auto no = may_build(actor)) return base::refused(*no);
    const auto operation = store::operation(tx, unit.operation);
    if (!operation) return base::refused(Refusal::unknown);
    if (const auto no = wrong_name(unit.name)) return base::refused(*no);
    if (!sound(hours)) return base::refused(Refusal::hours_wrong);
    if (!store::insert(tx, trimmed(unit), hours)) return base::refused(Refusal::name_taken);
    line::record(tx, actor, now, Thing::unit, Done::added, unit.id, operation->area);
    return unit.id;
}

base::Result<UnitId, Refusal> change_unit(db::Transaction& tx, const Actor& actor, base::Instant now, const UnitChange& wanted) {
    const auto operation = run_by(tx, actor, wanted.unit);
    if (!operation) return base::refused(operation.refusal());
    if (const auto no = wrong_name(wanted.name)) return base::refused(*no);
    if (!sound(wanted.hours)) return base::refused(Refusal::hours_wrong);
    if (!store::rename(tx, trimmed({wanted.unit, operation->id, wanted.name}))) return base::refused(Refusal::name_taken);
    store::set_hours(tx, wanted.unit, wanted.hours);
    return changed(tx, actor, now, wanted.unit, operation->area);
}

base::Result<UnitId, Refusal> close_unit(db::Transaction& tx, const Actor& actor, base::Instant now, const UnitId& unit, const calendar::ClosedPeriod& period) {
    const auto operation = run_by(tx, actor, unit);
    if (!operation) return base::refused(operation.refusal());
    if (period.last < period.first) return base::refused(Refusal::days_backwards);
    const auto reason = base::trimmed(period.reason);
    if (reason.empty() || base::length(reason) > longest_name || !store::add_closed(tx, unit, {period.first, period.last, std::string(reason)}))
        return base::refused(Refusal::closed_wrong);
    return changed(tx, actor, now, unit, operation->area);
}

base::Result<UnitId, Refusal> reopen_unit(db::Transaction& tx, const Actor& actor, base::Instant now, const UnitId& unit, calendar::Date first_day) {
    const auto operation = run_by(tx, actor, unit);
    if (!operation) return base::refused(operation.refusal());
    if (!store::remove_closed(tx, unit, first_day)) return base::refused(Refusal::unknown);
    return changed(tx, actor, now, unit, operation->area);
}

base::Result<UnitId, Refusal> set_needed(db::Transaction& tx, const Actor& actor, base::Instant now, const Needed& needed) {
    const auto operation = run_by(tx, actor, needed.unit);
    if (!operation) return base::refused(operation.refusal());
    if (needed.count < 0 || needed.count > 999) return base::refused(Refusal::count_wrong);
    store::set_needed(tx, needed.unit, needed.role, needed.count);
    return changed(tx, actor, now, needed.unit, operation->area);
}
}

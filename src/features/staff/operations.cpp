// Operations, added and changed.
#include "base/text.hpp"
#include "features/staff/building.hpp"
#include "features/staff/line.hpp"
#include "features/staff/store.hpp"

namespace staff {
namespace {
Operation trimmed(Operation operation) {
    operation.name = base::trimmed(operation.name);
    return operation;
}
}

std::vector<Operation> operations_at(db::Reader& reader, base::Instant then) { return store::operations_at(reader, then); }

base::Result<OperationId, Refusal> add_operation(db::Transaction& tx, const Actor& actor, base::Instant now, const Operation& operation) {
    if (const auto no = may_build(actor)) return base::refused(*no);
    if (const auto no = wrong_name(operation.name)) return base::refused(*no);
    if (!store::insert(tx, trimmed(operation))) return base::refused(Refusal::name_taken);
    store::remember(tx, trimmed(operation), now);
    line::record(tx, actor, now, line::Thing::operation, line::Done::added, operation.id, operation.area);
    return operation.id;
}

base::Result<OperationId, Refusal> change_operation(db::Transaction& tx, const Actor& actor, base::Instant now, const Operation& operation) {
    if (const auto no = may_build(actor)) return base::refused(*no);
    const auto before = store::operation(tx, operation.id);
    if (!before) return base::refused(Refusal::unknown);
    if (const auto no = wrong_name(operation.name)) return base::refused(*no);
    if (!store::change(tx, trimmed(operation))) return base::refused(Refusal::name_taken);
    store::remember(tx, trimmed(operation), now);
    line::record(tx, actor, now, line::Thing::operation, line::Done::changed, operation.id, before->area);
    return operation.id;
}
}

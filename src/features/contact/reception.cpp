#include "features/contact/reception.hpp"
#include "features/staff/public.hpp"
#include "platform/audit/audit.hpp"

namespace contact {
namespace {
constexpr db::Sql chosen{"asking.reception", "SELECT area, unit FROM contact_reception"};
constexpr db::Sql choose{"asking.choose_reception",
                         "INSERT INTO contact_reception (one, area, unit, chosen_at, chosen_by) VALUES (1, ?1, ?2, ?3, ?4) "
                         "ON CONFLICT (one) DO UPDATE SET area = ?1, unit = ?2, chosen_at = ?3, chosen_by = ?4"};
}

std::optional<Reception> reception(db::Reader& reader) {
    return reader.optional_one(chosen, {}, [](const db::Row& row) { return Reception{AreaId::stored(row.text(0)), UnitId::stored(row.text(1))}; });
}

base::Result<Reception, ReceptionRefusal> choose_reception(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const UnitId& unit) {
    const auto all = staff::organisation(tx, now);
    const auto* operation = all.operation_of(unit);
    if (!operation || !staff::may_see(actor, operation->id)) return base::refused(ReceptionRefusal::unknown);
    tx.execute(choose, {operation->area, unit, now.ms, actor.account()});
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "contact.reception", .object = std::string(unit.text()), .area = operation->area});
    return Reception{operation->area, unit};
}
}

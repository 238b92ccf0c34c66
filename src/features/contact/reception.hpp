#pragma once
#include "base/result.hpp"
#include "features/contact/contact.hpp"
#include "features/contact/public.hpp"
#include "platform/db/database.hpp"
namespace contact {

// The unit that reads what comes in from /fraga. Nothing until somebody has chosen one.
struct Reception {
    AreaId area;
    UnitId unit;
    bool operator==(const Reception&) const = default;
};
std::optional<Reception> reception(db::Reader&);

enum class ReceptionRefusal { unknown };   // no such unit, or not hers
base::Result<Reception, ReceptionRefusal> choose_reception(db::Transaction&, const rights::Actor&, base::Instant now, const UnitId&);
}

#pragma once
#include "platform/rights/actor.hpp"
namespace staff {
// Staff are seen by operation (rules.hpp), not by secrecy area: an administrator without content rights must be able to end anybody's
// access. So the rows of staff, and only those, are opened in their own area; may_see has said yes before.
rights::AreaScope area_of_staff(const rights::AreaId&);
}

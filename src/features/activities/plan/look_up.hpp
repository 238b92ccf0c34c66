#pragma once
#include "features/activities/ground.hpp"
namespace activities {
// The activity that an address of the staff's pages names. Nothing when there is none in the scope, whosever it is; that somebody asked for another
// area's is written down (security T7).
std::optional<Activity> looked_up(const Ground&, const rights::Actor&, const rights::AreaScope&, base::Instant now, std::string_view slug);
}

#pragma once
#include "features/activities/ground.hpp"
#include "platform/web/web.hpp"
namespace activities {
// The staff's side of planning.
web::Routes plan_routes(const Ground&);
}

#pragma once
#include "features/activities/ground.hpp"
#include "platform/web/web.hpp"
namespace activities {
// Seats lent to others: the team's page, and the page of whoever has the code.
web::Routes share_routes(const Ground&);
}

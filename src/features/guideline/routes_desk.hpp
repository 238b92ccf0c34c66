#pragma once
#include "features/guideline/desk.hpp"
namespace guideline {
// /personal/riktlinje, the registers, the law's self-check, anchoring, the year's statement; and the public page of how it goes.
web::Routes desk_routes(const Ground&);
}

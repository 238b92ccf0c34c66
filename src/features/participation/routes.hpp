#pragma once
#include "features/participation/ground.hpp"
namespace participation {
// /tyck-till, /ni-sa-vi-gjorde, /utforare, and /personal/riktlinje/{synpunkter, forslag, rad, utforare, panel, kunskap}.
web::Routes routes(const Ground&);
}

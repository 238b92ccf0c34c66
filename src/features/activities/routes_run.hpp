#pragma once
#include "features/activities/pages_run.hpp"
namespace activities {
// /personal/aktiviteter/tillfalle/…, /personal/aktiviteter/aret, and /korta-fragor where answers come in.
web::Routes run_routes(const Ground&);
}

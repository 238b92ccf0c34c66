#pragma once
#include "features/staff/shown.hpp"
namespace staff {
// /personal/organisation and what is under it.
web::Routes routes(const Ground&);
}

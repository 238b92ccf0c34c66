#pragma once
#include "features/work/shown.hpp"
namespace work {
web::Routes routes(const Ground&);
}

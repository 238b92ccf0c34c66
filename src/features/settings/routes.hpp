#pragma once
#include "features/settings/shown.hpp"
namespace settings {
web::Routes routes(const Ground&);
}

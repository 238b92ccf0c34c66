#pragma once
#include "features/privacy/shown.hpp"
namespace privacy {
web::Routes routes(const Ground&);
}

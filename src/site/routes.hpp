#pragma once
#include "site/workings.hpp"
namespace site {
// Every route: the site's own and those of the features.
web::Routes routes(const Workings&);
}

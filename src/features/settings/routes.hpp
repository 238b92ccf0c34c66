#pragma once
#include "features/settings/shown.hpp"
namespace settings {
// `asked`: the real state of the installation, put together by the site.
web::Routes routes(Ground);
}

#pragma once
#include "features/outreach/shown.hpp"
namespace outreach {
web::Routes routes(Source);
}

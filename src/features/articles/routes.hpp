#pragma once
#include "features/articles/shown.hpp"
namespace articles {
web::Routes routes(Source);
}

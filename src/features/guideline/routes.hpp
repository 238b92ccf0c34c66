#pragma once
#include "features/guideline/shown.hpp"
namespace guideline {
web::Routes routes(Source);
}

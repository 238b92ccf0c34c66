#pragma once
#include "features/guide/shown.hpp"
namespace guide {
// `used` remembers the stamps of answers already shown (design: a re-sent form shows the empty guide, never the result).
web::Routes routes(Source, web::UsedStamps& used);
}

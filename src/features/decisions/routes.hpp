#pragma once
#include "features/decisions/shown.hpp"
#include "platform/pack/editor.hpp"
namespace decisions {
web::Routes routes(Source, db::Database&, const pack::Editor&, const base::Clock&);
}

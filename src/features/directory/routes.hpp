#pragma once
#include "features/directory/shown.hpp"
#include "platform/db/database.hpp"
namespace directory {
web::Routes routes(Source, db::Database&);
}

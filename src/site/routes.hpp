#pragma once
#include "platform/db/database.hpp"
#include "platform/web/stamps.hpp"
#include "site/snapshot.hpp"
namespace site {
// Every public route: the site's own and those of the features.
web::Routes routes(const Current&, db::Database&, web::UsedStamps&);
}

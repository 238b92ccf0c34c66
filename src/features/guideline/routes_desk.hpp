#pragma once
#include "features/guideline/desk.hpp"
namespace guideline {
// What works with the database: behind the counter, and what everybody may see.
web::Routes desk_routes(const Ground&);
// Two parts of them: the revision, and the versions that everybody may read.
web::Routes revision_routes(const Ground&);
web::Routes version_routes(const Ground&);
}

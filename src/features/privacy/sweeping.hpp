#pragma once
#include "base/instant.hpp"
#include "platform/db/database.hpp"
namespace privacy {

// What was reviewed, what heads were told, and holds that were over, before then.
void sweep(db::Transaction&, base::Instant before);
}

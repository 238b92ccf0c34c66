#pragma once
#include "base/instant.hpp"
#include "platform/crypto/random.hpp"
#include "platform/db/database.hpp"
namespace work {
// For the demonstration only: what a consultant might have logged since last January, so that lists and figures are not empty. Nobody behind it:
// drawn by chance. Does nothing where there is no consultant, or where anything is logged.
void invent(db::Database&, crypto::Randomness&, base::Instant now);
}

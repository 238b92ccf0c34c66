#pragma once
#include "base/instant.hpp"
#include "platform/crypto/random.hpp"
#include "platform/db/database.hpp"
namespace guideline {
// Invented answers and meetings for the demonstration, each of them saying that it is invented. Does nothing where somebody has answered.
void invent(db::Database&, crypto::Randomness&, base::Instant now);
// An invented draft that is out for consultation. Does nothing where there is a draft, or no guideline.
void invent_draft(db::Database&, crypto::Randomness&, base::Instant now);
}

#pragma once
#include "features/activities/run/running.hpp"
namespace activities {
// For the demonstration: what the leader of an invented occasion works from, and last year's invented participation and answers.
void invent_kit(db::Transaction&, const WordsWith&, const Actor&, const AreaScope&, base::Instant now, const Session&);
void invent_year(db::Transaction&, crypto::Randomness&, int year);
// Whom an invented sign-up is called, so that a list looks like a list.
std::string invented_name(int number);
}

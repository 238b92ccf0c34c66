#pragma once
#include "features/activities/session.hpp"
#include "platform/db/database.hpp"
// What others may know of activities: what there is, and when. Nothing of who comes.
namespace activities {

// One that the public may see, with its occasions from a moment on, in the order they begin; cancelled ones too.
struct Public {
    Activity activity;
    std::vector<Session> sessions;
};
// Those that gather interest, take sign-ups, run, or go on by themselves; of all areas. In the order of their next occasion, those without one last.
std::vector<Public> public_ones(db::Reader&, base::Instant from);
// Those that were called off after the public had seen them, with what is cancelled by it: whoever has it in a calendar is told there (D9).
std::vector<Public> called_off_ones(db::Reader&, base::Instant from);
}

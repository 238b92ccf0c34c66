#pragma once
#include "features/activities/store_entries.hpp"
// All SQL on sign-ups as whoever watches over persons' privacy asks for them.
namespace activities::store {

// A sign-up, with what it was to.
struct OfActivity {
    Entry entry;
    Activity activity;
};
// Hers, and those where she is the other of two; the oldest first.
std::vector<OfActivity> of_person(db::Reader&, const AreaScope&, const PersonId&);
bool any_of_person(db::Reader&, const AreaScope&, const PersonId&);
// Those that have ended, and those that have not.
std::vector<OfActivity> ended_ones(db::Reader&, const AreaScope&);
std::vector<OfActivity> ongoing_ones(db::Reader&, const AreaScope&);
// Nothing when it is not there.
std::optional<OfActivity> with_activity(db::Reader&, const AreaScope&, const EntryId&);
// Held until the transaction ends.
void lock_entry(db::Transaction&, const AreaScope&, const EntryId&);
// The row goes, and all that belongs to it; its seats are nobody's. Keys are the caller's business.
void remove(db::Transaction&, const AreaScope&, const Entry&);

// When she came, and when she said that she could not.
struct Came {
    Session session;
    int came = 0;
    bool said_so = false;
};
// When she was reminded, the first time first.
std::vector<base::Instant> reminded_at(db::Reader&, const AreaScope&, const Entry&);
std::vector<Came> came_to(db::Reader&, const AreaScope&, const Entry&);
}

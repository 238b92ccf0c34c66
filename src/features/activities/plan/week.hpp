#pragma once
#include "features/activities/use_cases.hpp"
// The consultant's week: what there is and what is missing, at one glance. Numbers only, nobody's name.
namespace activities {

// One activity and how it stands.
struct Planned {
    Activity activity;
    std::vector<Session> coming;                    // that end from today on, cancelled ones too
    int placed = 0, offered = 0, waiting = 0, interested = 0;
    std::optional<base::Instant> first_ends = {};   // of open offers
    std::vector<Session> lacking = {};              // that have no room yet, or no link
    int booked = 0, times = 0;                      // of individual times that are left
    int free() const { return activity.terms.seats - placed - offered; }
    const Session* next(base::Instant now) const;
};
// An occasion of it, and how many have a place there.
struct Meeting {
    const Planned* of;
    Session session;
    int placed = 0;
};
struct Week {
    std::vector<Planned> all;   // in the order of their next occasion, those without one last, closed ones at the end
    std::vector<Meeting> today, soon;   // soon: the six days after
    std::vector<const Planned*> waits, lacks, fills_slowly, enough, over;
    bool nothing_to_do() const { return waits.empty() && lacks.empty() && fills_slowly.empty() && enough.empty() && over.empty(); }
};
// Links of meetings on the net are looked for, never read.
std::unique_ptr<const Week> week(db::Reader&, const AreaScope&, base::Instant now);
// One of them, as it stands now.
Planned standing_of(db::Reader&, const AreaScope&, const Activity&, base::Instant now);
}

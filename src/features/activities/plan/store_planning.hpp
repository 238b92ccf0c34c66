#pragma once
#include "features/activities/plan/planning.hpp"
// All SQL of planning: everything of one's areas at a glance, what is taken away again, and the latest changes.
namespace activities::store {

// Of the scope's areas, closed ones too; the newest first.
std::vector<Activity> all_activities(db::Reader&, const AreaScope&);
// Those that end after that moment, in the order they begin; cancelled ones too.
std::vector<Session> all_sessions_from(db::Reader&, const AreaScope&, base::Instant);
// How many come of each activity, by where they stand: two count as two. first_ends: of offers, the one that ends first.
struct Standing {
    ActivityId activity;
    EntryState state;
    int heads = 0;
    std::optional<base::Instant> first_ends = {};
};
std::vector<Standing> standings(db::Reader&, const AreaScope&);
// How many seats are taken of each slot.
std::map<std::string, int> taken_seats(db::Reader&, const AreaScope&);
// Of all occasions in the scope, those that have the link of a meeting.
std::set<SessionId> with_meeting(db::Reader&, const AreaScope&);
bool any_entry(db::Reader&, const Activity&);

// The row and its seats, which must be free; a link goes before it (remove_meeting).
void remove(db::Transaction&, const AreaScope&, const Session&);
// One nobody has signed up for, once its occasions are gone.
void remove(db::Transaction&, const AreaScope&, const Activity&);

void remember(db::Transaction&, const AreaScope&, const Activity&, const Change&);
std::optional<Change> latest_change(db::Reader&, const AreaScope&, const Activity&);
void forget(db::Transaction&, const AreaScope&, const Activity&, std::int64_t number);
}

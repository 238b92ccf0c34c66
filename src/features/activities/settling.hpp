#pragma once
#include "features/activities/use_cases.hpp"
// Inside the feature: what several verbs do in the same way.
namespace activities::settling {

enum class Thing { activity, session, entry };
// The line of a change: what was done as a word of the program.
void wrote(db::Transaction&, const Actor&, base::Instant now, const AreaId&, Thing, std::string_view id, std::string_view what);

// Writes a row of the outbox for each whom some way is safe to, a call where only calls are, and says by which. It says that there is news,
// and nothing else.
Told told(db::Transaction&, const AreaScope&, base::Instant now, std::vector<Notice>);

// Offers free seats to those who are next, logs each exception, and says whom to tell. Each use case that frees a seat ends with it. Nothing
// where offers are made by hand, or no occasion is left.
std::vector<Notice> offered_to_the_next(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Activity&);
// One offer.
Notice offered_to(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Activity&, const queue::Pick&, base::Instant until);

// A sign-up and its activity, which is locked before the sign-up is read.
struct Held {
    Activity activity;
    Entry entry;
};
std::optional<Held> held(db::Transaction&, const AreaScope&, const EntryId&);
// A session and its activity, locked.
struct HeldSession {
    Activity activity;
    Session session;
};
std::optional<HeldSession> held(db::Transaction&, const AreaScope&, const SessionId&);
// Ends its offer or its place, or gives it up: the new value is kept, and its seats are free.
void ended(db::Transaction&, const AreaScope&, const Entry& now_so);

std::string slot_of(const Session&, const Activity&);
std::vector<Notice> notices(const std::vector<Entry>&, News);
Refusal as(EntryRefusal);
Refusal as(LifeRefusal);
Refusal as(SessionRefusal);
}

#pragma once
#include "features/activities/store_entries.hpp"
// All SQL on what is due by itself: where a job has something to do. It asks again under the activity's lock.
namespace activities::store {

// Open, past the last day to sign up, and with a fewest that may not have been reached (D1).
std::vector<Due> maybe_short(db::Reader&, calendar::Date today);
// Where something sealed lies that goes when it is over: needs, and names that the others see.
std::vector<AreaId> areas_with_what_goes(db::Reader&);

// When the days for answering are over.
void remove_old_answering(db::Transaction&, base::Instant now);

// Those with a place at an occasion that begins between two moments, who are known, have not said that they cannot come, and have not been reminded
// of it. Of two who come as one both.
struct ToRemind {
    AreaId area;
    SessionId session;
    EntryId entry;
    std::optional<PersonId> person, companion;
    base::Instant begins_at;
};
std::vector<ToRemind> to_remind(db::Reader&, base::Instant from, base::Instant until, base::Instant signed_up_before, std::size_t most);
// False when she has been reminded of it already.
[[nodiscard]] bool reminded(db::Transaction&, const AreaScope&, const ToRemind&, base::Instant now);
}

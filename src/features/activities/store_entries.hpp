#pragma once
#include "features/activities/line/queue.hpp"
#include "features/activities/store.hpp"
// All SQL on sign-ups, seats, and the log of exceptions. What stands in the line or on a seat is changed under the activity's lock only.
namespace activities::store {

// False when that form has made a sign-up to this activity already.
[[nodiscard]] bool insert(db::Transaction&, const AreaScope&, const Entry&, std::string_view form);
std::optional<Entry> by_form(db::Reader&, const AreaScope&, const Activity&, std::string_view form);
std::optional<Entry> find_entry(db::Reader&, const AreaScope&, const EntryId&);
// State, slot, offer, end, and whether her name is shown.
void replace(db::Transaction&, const AreaScope&, const Entry&);
// In the order of arrival.
std::vector<Entry> entries(db::Reader&, const AreaScope&, const Activity&);
std::vector<Entry> entries(db::Reader&, const AreaScope&, const Activity&, EntryState);
// Those with a place or an offer, or waiting, of one slot.
std::vector<Entry> of_slot(db::Reader&, const AreaId&, std::string_view slot, EntryState);
// How many come, or would: two count as two.
int heads(db::Reader&, const Activity&, EntryState);

bool anyone_waits(db::Reader&, const AreaId&, std::string_view slot);
// Those that could be offered `free` seats, whatever the rule: enough for queue::picks to answer as if it saw all who wait.
std::vector<Entry> first_waiting(db::Reader&, const AreaId&, std::string_view slot, int free, const Terms&);
// How many who wait came before this one.
// Counted no further than `most`: a line of ten thousand is not counted anew for each who comes to it (ADR 0046).
std::int64_t waiting_before(db::Reader&, const Entry&, std::int64_t most = std::numeric_limits<std::int64_t>::max());

// Offers that have ended, and where.
struct Due {
    AreaId area;
    ActivityId activity;
};
std::vector<Due> due_offers(db::Reader&, base::Instant now);
std::vector<Entry> ended_offers(db::Reader&, const Activity&, base::Instant now);

// ---- seats: a row each ----------------------------------------------------------------------------------------------------------------

int seats(db::Reader&, const AreaId&, std::string_view slot);
int free_seats(db::Reader&, const AreaId&, std::string_view slot);
void add_seats(db::Transaction&, const AreaId&, std::string_view slot, int more);
// Free ones only; false, and none is taken away, when there are fewer of them.
[[nodiscard]] bool remove_free_seats(db::Transaction&, const AreaId&, std::string_view slot, int fewer);
// There must be enough free ones: a Bug otherwise.
void take_seats(db::Transaction&, const Entry&);
void free_seats_of(db::Transaction&, const Entry&);

// ---- exceptions from the order --------------------------------------------------------------------------------------------------------

struct Exception {
    std::int64_t number = 0;
    EntryId entry;
    queue::Why why;
    std::int64_t passed = 0;   // how many came before and still waited
    std::string account;
    base::Instant at;
};
void log(db::Transaction&, const Activity&, const Exception&);
std::vector<Exception> exceptions(db::Reader&, const AreaScope&, const Activity&);
}

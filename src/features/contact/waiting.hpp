#pragma once
#include "features/contact/store_desk.hpp"
namespace contact {

// Who sees how much waits, and for how long; the team sees what, a head only that.
inline constexpr rights::Roles counted_for{rights::Role::consultant, rights::Role::support_contact, rights::Role::head_of_operations};
// In the areas where the actor has one of those roles.
store::Count waiting(db::Reader&, const rights::Actor&, base::Instant now);

// For the metrics: how many have waited since longer than was promised, and the age in seconds of the oldest that waits (0: none does).
struct PastPromise {
    std::int64_t unanswered = 0;
    double oldest_seconds = 0;
};
PastPromise past_promise(db::Reader&, base::Instant now);
}

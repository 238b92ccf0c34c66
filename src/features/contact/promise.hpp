#pragma once
#include "features/contact/reception.hpp"
#include "features/municipality/public.hpp"
// By when an answer comes, said before the first word is written (feature B2). What the municipality has not filled in promises nothing.
namespace contact {

// What stands between the municipality and a promise.
enum class Missing { reception, read_hours, reply_days, out_of_hours, working_hours };
const char* words(Missing);   // the Swedish sentence to translate: what is missing

struct Promise {
    Reception reception;
    base::Instant answered_by;
    bool operator==(const Promise&) const = default;
};
// Without all of it nothing may be asked here: the pages show the telephone instead, and nothing is stored.
base::Result<Promise, std::vector<Missing>> promise(db::Reader&, const municipality::Municipality&, base::Instant now);

// "2" of the record. Nothing when it is not a whole number of days from 1 to 30: what cannot be reckoned is not promised.
std::optional<int> days_of(std::string_view);
// Where somebody turns when nobody reads; nothing while its number is not filled in.
const municipality::Contact* out_of_hours(const municipality::Municipality&);
}

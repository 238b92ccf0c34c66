#pragma once
#include "features/activities/pages_plan.hpp"
#include "features/activities/sign_up/signing.hpp"
#include "platform/calendar/calendar.hpp"
// Somebody calls, writes or comes: a member of the staff puts her in the same line, from the time of it.
namespace activities {

// What is typed for her beside what she would have answered herself.
struct EnterTyped {
    CameBy by = CameBy::phone;
    std::string day, time;   // when she called, or the letter came
    std::string which = {};  // of a time that the clock shows twice: "first" or "second"
    bool guardian = false;
    std::string look_for = {};               // somebody who may be known already
    std::optional<PersonId> known = {};      // she is chosen, and nothing is typed of her
    Answers answers;
};
// Who was found, or who is chosen: nobody of another area, and none of those who are helped.
struct Known {
    bool looked = false, more = false;
    std::vector<people::Name> names = {};
};
Known find_known(const PlanDesk&, const Activity&, const EnterTyped&);
void known_fields(Html&, const Visit&, const EnterTyped&, const Known&, const FieldErrors&);
// An occasion is at her home, and the decision lets it be kept who she is: the address may be asked for.
bool may_ask_address(const Asked&);
EnterTyped enter_typed_in(const web::Fields&);
// One's own view of it, with what is free now: never from memory.
Listed listed_now(db::Reader&, const AreaScope&, const Activity&, base::Instant now);
// How often the clock showed the time that is typed; nothing when it is no time.
std::optional<calendar::Shown> shown_by_the_clock(const EnterTyped&);
// Nothing for what is no time, for one that the clock leaves out in March, and for one that it shows twice in October until it is said which.
std::optional<base::Instant> arrived_at(const EnterTyped&);
// `question`: about respite, in her words (D8); empty: none is asked.
base::Result<Done, Refusal> do_enter(const PlanDesk&, const Asked&, const EnterTyped&, base::Instant arrived_at, const std::string& question);
}
